import type { Door } from '@/shell/door';

export const routes: Door['routes'] = [
    {
        path: '/cases/:id', name: 'case', props: true, meta: { title: 'case.title', permissions: ['case.read'] },
        component: () => import('./CasePage.vue'),
    },
];
