import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import { useSession } from '@/session/session';

declare module 'vue-router' {
    interface RouteMeta {
        /** Key of the sentence in the window's title. */
        title?: string;
        /** Without the shell, and open to everybody. */
        bare?: boolean;
    }
}

export const router = createRouter({
    history: createWebHistory(import.meta.env.BASE_URL),
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
    routes: [
        { path: '/', redirect: { name: 'work' } },
        {
            path: '/sign-in', name: 'sign-in', meta: { title: 'session.title', bare: true },
            component: () => import('@/session/SignInPage.vue'),
        },
        {
            path: '/work/:view?', name: 'work', meta: { title: 'work.title' }, component: () => import('@/work/WorkPage.vue'),
        },
        {
            path: '/cases/new', name: 'new-case', meta: { title: 'new_case.title' }, component: () => import('@/new_case/NewCasePage.vue'),
        },
        {
            path: '/cases/:id', name: 'case', props: true, meta: { title: 'case.title' }, component: () => import('@/case/CasePage.vue'),
        },
        {
            path: '/territory/:id?', name: 'territory', props: true, meta: { title: 'territory.title' },
            component: () => import('@/territory/TerritoryPage.vue'),
        },
        {
            path: '/account', name: 'account', meta: { title: 'session.account.title' },
            component: () => import('@/session/AccountPage.vue'),
        },
        {
            path: '/password', name: 'password', meta: { title: 'session.password.title' },
            component: () => import('@/session/PasswordPage.vue'),
        },
        { path: '/:rest(.*)*', name: 'missing', meta: { title: 'shell.missing.title' }, component: () => import('@/shell/MissingPage.vue') },
    ],
});

/** Only an address inside this app is a place to come back to. */
export function cameFrom(route: RouteLocationNormalized): string {
    const from = route.query.from;
    return typeof from === 'string' && /^\/(?!\/)/.test(from) ? from : '/';
}

router.beforeEach(async (to) => {
    if (to.meta.bare) return true;
    const { known, signedIn, session } = useSession();
    await known();
    if (!signedIn.value) return { name: 'sign-in', query: to.fullPath === '/' ? {} : { from: to.fullPath } };
    if (session.value?.must_change_password && to.name !== 'password') return { name: 'password' };
    return true;
});
