import type { RouteLocationNormalized } from 'vue-router';

/** Only an address inside this app is a place to come back to. */
export function cameFrom(route: Pick<RouteLocationNormalized, 'query'>): string {
    const { from } = route.query;
    return typeof from === 'string' && /^\/(?!\/)/.test(from) ? from : '/';
}
