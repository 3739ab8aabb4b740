import type { Channel, CountedQuery, Figure, FiguresBy, FiguresQuery } from '@jingwei/api';
import { dayOf } from '@jingwei/ui';
import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw, type RouteLocationRaw } from 'vue-router';
import { isSound, momentsOf, periodOf, type Period } from './period';

export const divisions = ['territory', 'unit', 'matter', 'channel'] as const;
export type Division = Extract<FiguresBy, (typeof divisions)[number]>;

/** What figures can be narrowed to; its name stands beside it in the address, for who reads it. */
export const narrowings = ['path', 'unit', 'matter', 'channel'] as const;
export type Narrowing = (typeof narrowings)[number];

interface Question {
    today: string;
    period: ComputedRef<Period>;
    by: ComputedRef<Division>;
    /** What they are narrowed to, in words. */
    narrowed: ComputedRef<{ by: Narrowing; key: string; name: string }[]>;
    query: ComputedRef<FiguresQuery>;
    /** Changes some of it and keeps the rest; the address changes with it. */
    ask(change: LocationQueryRaw): void;
    /** The list of the cases behind one number, of all or of one part. */
    casesOf(figure: Figure, part?: LocationQueryRaw): RouteLocationRaw;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What is asked of the figures stands in the address, so that it can be kept and sent. */
export function useQuestion(): Question {
    const route = useRoute();
    const router = useRouter();
    const today = dayOf(new Date());
    const period = computed<Period>(() => {
        const asked = { first: text(route.query.first), last: text(route.query.last) };
        return isSound(asked) ? asked : periodOf('month', today);
    });
    const query = computed<FiguresQuery>(() => ({
        ...momentsOf(period.value),
        path: text(route.query.path) || undefined,
        unit: text(route.query.unit) || undefined,
        matter: text(route.query.matter) || undefined,
        channel: (text(route.query.channel) || undefined) as Channel | undefined,
    }));
    return {
        today,
        period,
        query,
        by: computed(() => divisions.find((one) => one === route.query.by) ?? 'territory'),
        narrowed: computed(() => narrowings.flatMap((by) => {
            const key = text(route.query[by]);
            return key ? [{ by, key, name: text(route.query[`${by}_name`]) }] : [];
        })),
        ask: (change) => void router.push({ query: { ...route.query, ...change } }),
        casesOf: (figure, part = {}) => ({ name: 'figures-cases', query: { ...route.query, ...period.value, figure, by: undefined, ...part } }),
    };
}

/** The question behind a list of counted cases. */
export function countedQuery(asked: FiguresQuery, figure: Figure, after?: string): CountedQuery {
    const { path, unit, matter, channel, from, to } = asked;
    return { figure, path, unit, matter, channel, from, to, after };
}
