import { DocumentAdd } from '@element-plus/icons-vue';
import type { Door } from '@/shell/door';

export const rooms: Door['rooms'] = [
    { name: 'new-case', label: 'shell.nav.new_case', icon: DocumentAdd, wing: 'cases', place: 2, permissions: ['case.report'] },
];

export const routes: Door['routes'] = [
    {
        path: '/cases/new', name: 'new-case', meta: { title: 'new_case.title', permissions: ['case.report'] },
        component: () => import('./NewCasePage.vue'),
    },
];
