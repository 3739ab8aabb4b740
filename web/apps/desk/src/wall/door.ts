import { Monitor } from '@element-plus/icons-vue';
import type { Door } from '@/shell/door';

const permissions = ['figures.read'];

export const rooms: Door['rooms'] = [
    { name: 'wall', label: 'wall.title', icon: Monitor, wing: 'cases', place: 4, permissions },
];

export const routes: Door['routes'] = [
    { path: '/wall', name: 'wall', meta: { title: 'wall.title', permissions, wall: true }, component: () => import('./WallPage.vue') },
];
