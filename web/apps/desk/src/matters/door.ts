import { Tickets } from '@element-plus/icons-vue';
import type { Door } from '@/shell/door';

export const rooms: Door['rooms'] = [
    { name: 'matters', label: 'matters.title', icon: Tickets, wing: 'rules', place: 1, permissions: ['matter.read'] },
];

export const routes: Door['routes'] = [
    {
        path: '/matters/:id?', name: 'matters', props: true, meta: { title: 'matters.title', permissions: ['matter.read'] },
        component: () => import('./MattersPage.vue'),
    },
];
