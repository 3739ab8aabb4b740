import { ApiProblem } from '@jingwei/api';
import { nextTick, watch } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import { i18n } from './i18n';
import ReportPage from './report/ReportPage.vue';
import { useSession } from './session/session';
import UnreachablePage from './shell/UnreachablePage.vue';

declare module 'vue-router' {
    interface RouteMeta {
        /** Key of the sentence in the window's title. */
        title?: string;
        /** Open to everybody. */
        bare?: boolean;
    }
}

export const router = createRouter({
    history: createWebHistory(import.meta.env.BASE_URL),
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
    routes: [
        { path: '/', name: 'report', meta: { title: 'report.title' }, component: ReportPage },
        { path: '/cases', redirect: '/cases/list/todo' },
        { path: '/cases/list/:view(todo|watching|open)', name: 'cases', meta: { title: 'work.title' }, component: () => import('./work/CasesPage.vue') },
        { path: '/cases/:id', name: 'case', meta: { title: 'work.one' }, component: () => import('./work/CasePage.vue') },
        { path: '/grids', name: 'grids', meta: { title: 'grids.title' }, component: () => import('./grids/GridsPage.vue') },
        { path: '/sign-in', name: 'sign-in', meta: { title: 'session.title', bare: true }, component: () => import('./session/SignInPage.vue') },
        { path: '/unreachable', name: 'unreachable', meta: { title: 'shell.unreachable', bare: true }, component: UnreachablePage },
        { path: '/:rest(.*)*', name: 'missing', meta: { title: 'shell.missing.title' }, component: () => import('./shell/MissingPage.vue') },
    ],
});

router.beforeEach(async (to) => {
    if (to.meta.bare) return true;
    const { known, session } = useSession();
    try {
        await known();
    } catch (problem) {
        if (!(problem instanceof ApiProblem)) throw problem;
        return { name: 'unreachable', query: { from: to.fullPath }, replace: true };
    }
    return session.value ? true : { name: 'sign-in', query: to.fullPath === '/' ? {} : { from: to.fullPath } };
});

function showTitle(): void {
    const { title } = router.currentRoute.value.meta;
    document.title = `${title ? `${i18n.global.t(title)} · ` : ''}${i18n.global.t('shell.title')}`;
}

// A screen reader hears where it is now.
router.afterEach(async (to, from) => {
    showTitle();
    if (to.name === from.name || from.matched.length === 0) return;
    await nextTick();
    document.querySelector<HTMLElement>('main h1')?.focus();
});
watch(i18n.global.locale, showTitle);
