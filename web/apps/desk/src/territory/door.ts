import { Location } from '@element-plus/icons-vue';
import type { Door } from '@/shell/door';

export const rooms: Door['rooms'] = [
    { name: 'territory', label: 'shell.nav.territory', icon: Location, wing: 'county', place: 1, permissions: ['territory.read'] },
];

export const routes: Door['routes'] = [
    {
        path: '/territory/:id?', name: 'territory', props: true, meta: { title: 'territory.title', permissions: ['territory.read'] },
        component: () => import('./TerritoryPage.vue'),
    },
    {
        path: '/territory/:id/poster', name: 'poster', props: true, meta: { title: 'territory.poster.title', permissions: ['territory.read'] },
        component: () => import('./PosterPage.vue'),
    },
];
