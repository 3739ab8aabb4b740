import { ApiProblem } from '@jingwei/api';
import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import { useSession } from '@/session/session';
// Not fetched when it is needed: then nothing can be fetched.
import UnreachablePage from '@/shell/UnreachablePage.vue';
import { doors } from '@/shell/door';
import { homeOf } from '@/shell/rooms';

declare module 'vue-router' {
    interface RouteMeta {
        /** Key of the sentence in the window's title. */
        title?: string;
        /** Who may come in: whoever holds one of them; everybody when absent. */
        permissions?: readonly string[];
        /** Without the shell, and open to everybody. */
        bare?: boolean;
        /** Alone on the screen, for who may come in: for a wall. */
        wall?: boolean;
    }
}

export const router = createRouter({
    history: createWebHistory(import.meta.env.BASE_URL),
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
    routes: [
        // Nobody stays here: the guard leads on to where his day begins.
        { path: '/', name: 'home', component: () => import('@/shell/MissingPage.vue') },
        ...doors.flatMap((door) => door.routes),
        {
            path: '/unreachable', name: 'unreachable', meta: { title: 'ui.state.offline.title', bare: true }, component: UnreachablePage,
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
    const { known, signedIn, session, may } = useSession();
    try {
        await known();
    } catch (problem) {
        if (!(problem instanceof ApiProblem)) throw problem;
        return { name: 'unreachable', query: { from: to.fullPath }, replace: true };
    }
    if (!signedIn.value) return { name: 'sign-in', query: to.fullPath === '/' ? {} : { from: to.fullPath } };
    if (session.value?.must_change_password && to.name !== 'password') return { name: 'password' };
    if (to.name === 'home') return { name: homeOf(may), replace: true };
    return true;
});
