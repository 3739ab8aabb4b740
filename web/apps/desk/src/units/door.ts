import { OfficeBuilding } from '@element-plus/icons-vue';
import type { Door } from '@/shell/door';

const permissions = ['unit.read'];

export const rooms: Door['rooms'] = [
    { name: 'units', label: 'units.title', icon: OfficeBuilding, wing: 'county', place: 3, permissions },
];

export const routes: Door['routes'] = [
    {
        path: '/units/:id?', name: 'units', props: true, meta: { title: 'units.title', permissions },
        component: () => import('./UnitsPage.vue'),
    },
];
