import type { Say } from '@/i18n';
import { askedOf } from './asked';
import { limitWords } from '@/case/explanation';
import { stageWords } from './limits';
import { levels, stages, type WholeMatter } from './whole';

type SayAll = Say & ((key: string, named: Record<string, unknown>, count: number) => string);

/** One thing that a matter says, in words; absent things have none. */
interface Fact {
    key: string;
    label: string;
    text: string;
}

export interface Difference {
    key: string;
    label: string;
    before: string;
    after: string;
}

const texts = ['name_zh', 'name_en', 'guidance_zh', 'guidance_en'] as const;
const choices = ['bearing', 'funding', 'severity', 'evidence'] as const;
const decisions = ['grid_may_close', 'is_public', 'emergency'] as const;

function plainFacts(matter: WholeMatter, t: SayAll): Fact[] {
    const fact = (key: string, text: string): Fact => ({ key, label: t(`matters.member.${key}`), text });
    return [
        ...texts.map((member) => fact(member, matter[member].trim())),
        ...choices.map((member) => fact(member, t(`matters.${member}.${matter[member]}`))),
        ...decisions.map((member) => fact(member, t(`matters.decision.${matter[member] ? 'yes' : 'no'}`))),
        fact('keywords', matter.keywords.join(t('matters.list'))),
    ];
}

/** Who leads and who helps on one level, in one line each. */
export function unitsOn(matter: Pick<WholeMatter, 'responsible'>, level: string): { leads: string[]; helpers: string[] } {
    const on = matter.responsible.filter((one) => one.level === level);
    return { leads: on.filter((one) => one.lead).map((one) => one.unit), helpers: on.filter((one) => !one.lead).map((one) => one.unit) };
}

function unitFacts(matter: WholeMatter, t: SayAll): Fact[] {
    return levels.map((level) => {
        const { leads, helpers } = unitsOn(matter, level);
        const lines = [
            ...(leads.length ? [t('matters.lead_is', { units: leads.join(t('matters.list')) })] : []),
            ...(helpers.length ? [t('matters.helper_is', { units: helpers.join(t('matters.list')) })] : []),
        ];
        return { key: `unit ${level}`, label: t('matters.answers_on', { level: t(`territory.levels.${level}`) }), text: lines.join('\n') };
    });
}

function limitFacts(matter: WholeMatter, t: SayAll): Fact[] {
    return [...matter.limits]
        .sort((one, other) => stages.indexOf(one.stage) - stages.indexOf(other.stage))
        .map(({ stage, unit, limit }) => ({
            key: `limit ${stage} ${unit ?? ''}`, label: t('matters.limit_of', { stage: stageWords(t, stage, unit) }),
            text: limitWords(t, limit),
        }));
}

function formFacts(matter: WholeMatter, t: SayAll): Fact[] {
    return askedOf(matter.form).map((field) => {
        const parts = [field.title, t(`matters.asked.${field.kind ?? 'other'}`), ...(field.required ? [t('matters.asked.required')] : [])];
        const choice = field.choices.length > 0 ? [field.choices.join(t('matters.list'))] : [];
        return { key: `asked ${field.name}`, label: t('matters.member.form'), text: [...parts, ...choice].join(' · ') };
    });
}

const factsOf = (matter: WholeMatter, t: SayAll): Fact[] =>
    [plainFacts, unitFacts, limitFacts, formFacts].flatMap((facts) => facts(matter, t));

/** What reads otherwise after a change: in the order of the matter, what is new of its kind last. */
export function differences(before: WholeMatter, after: WholeMatter, t: SayAll): Difference[] {
    const was = new Map(factsOf(before, t).map((fact) => [fact.key, fact]));
    const is = new Map(factsOf(after, t).map((fact) => [fact.key, fact]));
    return [...new Map([...was, ...is]).values()]
        .map(({ key, label }) => ({ key, label, before: was.get(key)?.text ?? '', after: is.get(key)?.text ?? '' }))
        .filter((one) => one.before !== one.after);
}
