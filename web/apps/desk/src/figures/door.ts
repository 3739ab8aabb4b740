import { TrendCharts } from '@element-plus/icons-vue';
import type { Door } from '@/shell/door';

const permissions = ['figures.read'];

export const rooms: Door['rooms'] = [
    { name: 'figures', label: 'figures.title', icon: TrendCharts, wing: 'cases', place: 3, permissions },
];

export const routes: Door['routes'] = [
    { path: '/figures', name: 'figures', meta: { title: 'figures.title', permissions }, component: () => import('./FiguresPage.vue') },
    {
        path: '/figures/cases', name: 'figures-cases', meta: { title: 'figures.cases.title', permissions },
        component: () => import('./CountedPage.vue'),
    },
];
