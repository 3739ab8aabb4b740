import { Files } from '@element-plus/icons-vue';
import type { Door } from '@/shell/door';

export const rooms: Door['rooms'] = [
    { name: 'work', label: 'shell.nav.work', icon: Files, wing: 'cases', place: 1, permissions: ['case.read'] },
];

export const routes: Door['routes'] = [
    {
        path: '/work/:view?', name: 'work', meta: { title: 'work.title', permissions: ['case.read'] },
        component: () => import('./WorkPage.vue'),
    },
];
