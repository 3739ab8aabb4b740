import type { OwnPost } from '@jingwei/api';

/** One absence as its owner sees it: the same time in one post or in several. */
export interface OwnSpan {
    from: string;
    to: string | null;
    /** Of the single absences, one in each post. */
    ids: string[];
    posts: OwnPost[];
}

/** The next first. */
export function ownSpans(posts: readonly OwnPost[]): OwnSpan[] {
    const spans = new Map<string, OwnSpan>();
    for (const post of posts) {
        for (const away of post.away) {
            const key = `${away.away_from} ${away.away_to ?? ''}`;
            const span = spans.get(key) ?? { from: away.away_from, to: away.away_to, ids: [], posts: [] };
            spans.set(key, span);
            span.ids.push(away.id);
            span.posts.push(post);
        }
    }
    return [...spans.values()].sort((one, other) => one.from.localeCompare(other.from));
}
