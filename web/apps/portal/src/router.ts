import { nextTick, watch } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import HomePage from './front/HomePage.vue';
import { i18n } from './i18n';

declare module 'vue-router' {
    interface RouteMeta {
        /** Key of the sentence in the bar and the window's title. */
        title?: string;
    }
}

export const router = createRouter({
    history: createWebHistory(import.meta.env.BASE_URL),
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
    routes: [
        { path: '/', name: 'home', meta: { title: 'front.title' }, component: HomePage },
        { path: '/report', name: 'report', meta: { title: 'report.title' }, component: () => import('./report/ReportPage.vue') },
        { path: '/receipt', name: 'receipt', meta: { title: 'receipt.title' }, component: () => import('./receipt/ReceiptPage.vue') },
        { path: '/follow', name: 'follow', meta: { title: 'follow.title' }, component: () => import('./follow/FollowPage.vue') },
        { path: '/grids', name: 'grids', meta: { title: 'board.find_title' }, component: () => import('./board/FindPage.vue') },
        { path: '/grids/:code', name: 'board', meta: { title: 'board.title' }, component: () => import('./board/BoardPage.vue') },
        { path: '/:rest(.*)*', name: 'missing', meta: { title: 'front.missing.title' }, component: () => import('./front/MissingPage.vue') },
    ],
});

function showTitle(): void {
    const { title } = router.currentRoute.value.meta;
    const here = i18n.global.t('front.title');
    document.title = title && title !== 'front.title' ? `${i18n.global.t(title)} · ${here}` : here;
}

// A screen reader hears where it is now.
router.afterEach(async (to, from) => {
    showTitle();
    if (to.name === from.name || from.matched.length === 0) return;
    await nextTick();
    document.querySelector<HTMLElement>('main h1')?.focus();
});
watch(i18n.global.locale, showTitle);
