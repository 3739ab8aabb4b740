import type { Explanation, Limit } from '@jingwei/api';
import { shortDay, shortTime } from '@jingwei/ui';
import type { DeepReadonly } from 'vue';
import type { Say } from '@/i18n';

type Told = DeepReadonly<Explanation>;
type Skipped = Told['skipped'][number];

export function limitWords(t: Say, limit: DeepReadonly<Limit>): string {
    return t(`case.limit.${limit.unit}`, { count: limit.amount }, limit.amount);
}

function span(t: Say, language: string, from: string, to: string): string {
    if (from === to) return shortDay(from, language);
    return t('case.why.range', { from: shortDay(from, language), to: shortDay(to, language) });
}

function named(t: Say, language: string, days: string, day: { name_zh: string; name_en: string }): string {
    const name = language === 'en' ? day.name_en : day.name_zh;
    return name ? t('case.why.named', { days, name }) : days;
}

function skipWords(t: Say, language: string, skip: Skipped): string {
    const days = span(t, language, skip.from, skip.to);
    if (skip.reason === 'holiday') return named(t, language, days, skip);
    return t('case.why.named', { days, name: t(`case.why.${skip.reason === 'weekend' ? 'weekend' : 'suspended'}`) });
}

const dayLimits = new Set(['natural_days', 'working_days']);

/** How a deadline came about, sentence by sentence, in the reader's language. */
export function explain(told: Told, t: Say, language: string): string[] {
    const { limit, deadline } = told;
    const at = (time: string): string => shortTime(time, language);
    const list = (parts: string[]): string => parts.join(t('case.why.list'));
    const lines = [t('case.why.limit', { limit: limitWords(t, limit), start: at(deadline.start), due: at(deadline.due) })];
    if (told.waited_for_opening) lines.push(t('case.why.waited', { time: at(deadline.counts_from) }));
    if (dayLimits.has(limit.unit)) lines.push(t('case.why.start_day'));
    if (told.skipped.length > 0) {
        lines.push(t('case.why.skipped', { days: list(told.skipped.map((skip) => skipWords(t, language, skip))) }));
    }
    if (told.shortened) lines.push(t('case.why.shortened'));
    if (told.made_up.length > 0) {
        const days = told.made_up.map((day) => named(t, language, shortDay(day.day, language), day));
        lines.push(t('case.why.made_up', { days: list(days) }));
    }
    if (told.rolled_forward) lines.push(t('case.why.rolled'));
    if (deadline.provisional) lines.push(t('case.why.provisional', { years: list(told.unknown_years.map(String)) }));
    if (deadline.paused_since) lines.push(t('case.why.paused', { time: at(deadline.paused_since) }));
    lines.push(t('case.why.yellow', { time: at(deadline.yellow_from) }));
    return lines;
}
