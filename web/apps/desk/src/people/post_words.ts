import type { Post, PostKind } from '@jingwei/api';
import { dayOf, shortDay } from '@jingwei/ui';
import { useI18n } from 'vue-i18n';

export const postKinds: readonly PostKind[] = [
    'lead', 'worker', 'part_time_worker', 'assistant', 'instructor', 'micro_worker', 'contact', 'commander', 'deputy_commander',
    'secretary',
];

interface PostWords {
    kind(kind: PostKind): string;
    /** Its own title, or the name of its kind. */
    name(post: Pick<Post, 'title' | 'kind'>): string;
    /** From a day, or from one to another. */
    term(span: { valid_from: string; valid_to: string | null }): string;
}

/** How posts are called. */
export function usePostWords(): PostWords {
    const { t, locale } = useI18n();
    const kind = (one: PostKind): string => t(`territory.post.${one}`);
    const day = (time: string): string => {
        const at = dayOf(time);
        return at.slice(0, 4) === dayOf(new Date()).slice(0, 4) ? shortDay(at, locale.value) : at;
    };
    return {
        kind,
        name: (post) => post.title || kind(post.kind),
        term: ({ valid_from: from, valid_to: to }) =>
            (to ? t('people.term', { from: day(from), to: day(to) }) : t('people.since', { from: day(from) })),
    };
}
