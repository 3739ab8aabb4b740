import { Key } from '@element-plus/icons-vue';
import type { Door } from '@/shell/door';

/** The system administrator sees accounts, the security officer what they hold as well. */
const whoMay = ['account.read', 'grant.read'] as const;

export const rooms: Door['rooms'] = [
    { name: 'accounts', label: 'accounts.title', icon: Key, wing: 'office', place: 1, permissions: whoMay },
];

export const routes: Door['routes'] = [
    {
        // One route for both tabs, so that the navigation knows the room in each.
        path: '/accounts/:id?', name: 'accounts', props: true, meta: { title: 'accounts.title', permissions: whoMay },
        component: () => import('./AccountsPage.vue'),
    },
];
