import { Avatar } from '@element-plus/icons-vue';
import type { Door } from '@/shell/door';

const permissions = ['staff.read'] as const;

export const rooms: Door['rooms'] = [{ name: 'people', label: 'people.nav', icon: Avatar, wing: 'county', place: 2, permissions }];

export const routes: Door['routes'] = [
    {
        path: '/people/:tab(people|posts|vacancies|due|meetings|log)?', name: 'people', props: true, meta: { title: 'people.title', permissions },
        component: () => import('./PeoplePage.vue'),
    },
    {
        path: '/people/handover/:id', name: 'handover', props: true, meta: { title: 'people.handover.title', permissions },
        component: () => import('./HandoverPage.vue'),
    },
    {
        path: '/people/handover/:id/print/:done?', name: 'handover-print', props: true,
        meta: { title: 'people.handover.sheet_title', permissions }, component: () => import('./HandoverPrint.vue'),
    },
];
