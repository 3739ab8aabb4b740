import type { Door } from '@/shell/door';

const permissions = ['case.read'];

export const routes: Door['routes'] = [
    { path: '/cases/:id', name: 'case', props: true, meta: { title: 'case.title', permissions }, component: () => import('./CasePage.vue') },
    {
        path: '/cases/:id/print', name: 'case-print', props: true, meta: { title: 'case.print.title', permissions },
        component: () => import('./CasePrint.vue'),
    },
    { path: '/c/:code', name: 'case-by-code', props: true, meta: { title: 'case.title', permissions }, component: () => import('./CaseByCode.vue') },
];
