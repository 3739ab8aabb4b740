import { Memo } from '@element-plus/icons-vue';
import type { Door } from '@/shell/door';

export const rooms: Door['rooms'] = [
    { name: 'audit', label: 'audit.title', icon: Memo, wing: 'office', place: 2, permissions: ['audit.read'] },
];

export const routes: Door['routes'] = [
    {
        path: '/audit', name: 'audit', meta: { title: 'audit.title', permissions: ['audit.read'] },
        component: () => import('./AuditPage.vue'),
    },
];
