import { Calendar } from '@element-plus/icons-vue';
import type { Door } from '@/shell/door';

const permissions = ['calendar.read', 'calendar.edit', 'setting.edit'] as const;

export const rooms: Door['rooms'] = [
    { name: 'rules', label: 'rules.nav', icon: Calendar, wing: 'rules', place: 2, permissions },
];

export const routes: Door['routes'] = [
    {
        path: '/rules/:tab?', name: 'rules', props: true, meta: { title: 'rules.title', permissions },
        component: () => import('./RulesPage.vue'),
    },
];
