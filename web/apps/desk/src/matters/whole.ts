import type {
    Bearing, Evidence, Funding, Level, LimitStage, MatterContent, MatterInput, ResponsibleUnit, Severity, StageLimit,
} from '@jingwei/api';

export const bearings: readonly Bearing[] = ['bears', 'assists'];
export const fundings: readonly Funding[] = ['town_budget', 'department', 'fee_follows_work'];
export const severities: readonly Severity[] = ['minor', 'ordinary', 'serious', 'grave'];
export const evidences: readonly Evidence[] = ['none', 'photo', 'document'];
export const stages: readonly LimitStage[] = ['screen', 'sign', 'handle', 'verify', 'answer', 'arrival_town', 'arrival_country'];
/** From above to below, as an organisation is read. */
export const levels: readonly Level[] = ['county', 'town', 'village', 'grid', 'micro'];

export interface AnsweringUnit extends ResponsibleUnit {
    lead: boolean;
}

/** A matter with every member said: what a catalogue leaves out has its usual value. */
export interface WholeMatter {
    code: string;
    name_zh: string;
    name_en: string;
    guidance_zh: string;
    guidance_en: string;
    bearing: Bearing;
    funding: Funding;
    severity: Severity;
    evidence: Evidence;
    grid_may_close: boolean;
    is_public: boolean;
    emergency: boolean;
    keywords: string[];
    responsible: AnsweringUnit[];
    limits: StageLimit[];
    /** JSON Schema of what else is asked; null when nothing is. */
    form: unknown;
}

export function freshMatter(): WholeMatter {
    return {
        code: '', name_zh: '', name_en: '', guidance_zh: '', guidance_en: '', bearing: 'assists', funding: 'town_budget',
        severity: 'ordinary', evidence: 'none', grid_may_close: false, is_public: true, emergency: false, keywords: [],
        responsible: [], limits: [], form: null,
    };
}

export function wholeOf(content: MatterContent): WholeMatter {
    const fresh = freshMatter();
    return {
        code: content.code, name_zh: content.name_zh, name_en: content.name_en ?? '',
        guidance_zh: content.guidance_zh ?? '', guidance_en: content.guidance_en ?? '',
        bearing: content.bearing ?? fresh.bearing, funding: content.funding ?? fresh.funding,
        severity: content.severity ?? fresh.severity, evidence: content.evidence ?? fresh.evidence,
        grid_may_close: content.grid_may_close ?? false, is_public: content.is_public ?? true, emergency: content.emergency ?? false,
        keywords: [...(content.keywords ?? [])],
        responsible: (content.responsible ?? []).map((one) => ({ ...one, lead: one.lead ?? true })),
        limits: (content.limits ?? []).map((one) => ({ ...one, limit: { ...one.limit } })),
        form: content.form ?? null,
    };
}

/** As the server takes it: words without the space around them. */
export function inputOf(matter: WholeMatter): MatterInput {
    const { form, ...rest } = matter;
    const input: MatterInput = {
        ...rest,
        code: matter.code.trim(), name_zh: matter.name_zh.trim(), name_en: matter.name_en.trim(),
        guidance_zh: matter.guidance_zh.trim(), guidance_en: matter.guidance_en.trim(),
        // Only what the community carries may be closed by it.
        grid_may_close: matter.grid_may_close && matter.bearing === 'bears',
    };
    if (form !== null) input.form = form;
    return input;
}
