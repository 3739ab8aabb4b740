import type { Door } from '@/shell/door';

/** Plans are part of the room of grids and reached from there. */
export const rooms: Door['rooms'] = [];

export const routes: Door['routes'] = [
    {
        path: '/territory/plans', name: 'plans', meta: { title: 'plans.title', permissions: ['territory.read'] },
        component: () => import('./PlansPage.vue'),
    },
    {
        path: '/territory/plans/:id', name: 'plan', props: true, meta: { title: 'plans.title', permissions: ['territory.read'] },
        component: () => import('./PlanPage.vue'),
    },
];
