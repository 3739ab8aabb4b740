import type { Limit, LimitStage, Matter } from '@jingwei/api';
import type { DeepReadonly } from 'vue';
import type { Say } from '@/i18n';

export interface LimitRow {
    stage: LimitStage;
    limit: DeepReadonly<Limit>;
    /** Said by the matter itself; otherwise it is the county's. */
    own: boolean;
    /** Other limits for units of that name. */
    units: { unit: string; limit: DeepReadonly<Limit> }[];
}

/** One row for each stage that has a limit. What holds for some units only hangs under the stage. */
export function limitRows({ content, limits }: Pick<Matter, 'content' | 'limits'>): LimitRow[] {
    const own = content.limits ?? [];
    return limits.map(({ stage, limit }) => ({
        stage, limit, own: own.some((one) => one.stage === stage && !one.unit),
        units: own.flatMap((one) => (one.stage === stage && one.unit ? [{ unit: one.unit, limit: one.limit }] : [])),
    }));
}

/** "Sign for" or, for one unit only, "Sign for (that unit)". */
export function stageWords(t: Say, stage: LimitStage, unit?: string | null): string {
    const name = t(`matters.stage.${stage}`);
    return unit ? t('matters.stage_unit', { stage: name, unit }) : name;
}
