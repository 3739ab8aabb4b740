import type { Door } from '@/shell/door';

export const routes: Door['routes'] = [
    {
        path: '/sign-in', name: 'sign-in', meta: { title: 'session.title', bare: true },
        component: () => import('./SignInPage.vue'),
    },
    { path: '/account', name: 'account', meta: { title: 'session.account.title' }, component: () => import('./AccountPage.vue') },
    { path: '/password', name: 'password', meta: { title: 'session.password.title' }, component: () => import('./PasswordPage.vue') },
];
