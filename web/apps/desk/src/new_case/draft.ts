import { newId, type Channel, type ReportCase, type Urgency } from '@jingwei/api';
import { reactive, watch } from 'vue';

/** What is being written. Kept until it is sent, so that an ended session or a closed page costs nothing. */
export interface Draft {
    id: string;
    stepId: string;
    description: string;
    matter: string;
    channel: Channel;
    urgency: Urgency | '';
    lon?: number;
    lat?: number;
    address: string;
    anonymous: boolean;
    reporter: { name: string; phone: string; address: string; wants_answer: boolean };
    outsideNo: string;
    solvedHere: boolean;
    solvedBy: string;
    files: string[];
}

const kStored = 'jingwei.new_case';

/**
 * The channel through which somebody mostly hears of things: who answers for a grid sees them himself, a desk is told
 * by the hotline, and who only walks along finds them on patrol.
 */
export function ownChannel(may: (permission: string) => boolean): Channel {
    if (may('case.self_close')) return 'worker';
    return may('case.answer') ? 'hotline' : 'patrol';
}

export function emptyDraft(channel: Channel = 'worker'): Draft {
    return {
        id: newId(), stepId: newId(), description: '', matter: '', channel, urgency: '', address: '', anonymous: false,
        reporter: { name: '', phone: '', address: '', wants_answer: true }, outsideNo: '', solvedHere: false, solvedBy: '', files: [],
    };
}

function stored(channel: Channel): Draft {
    const text = sessionStorage.getItem(kStored);
    if (!text) return emptyDraft(channel);
    try {
        // Photos are not kept by the browser: they are chosen again.
        return { ...emptyDraft(channel), ...(JSON.parse(text) as Partial<Draft>), files: [] };
    } catch {
        return emptyDraft(channel);
    }
}

/** The draft of somebody who begins with that channel. */
export function useDraft(channel: Channel): { draft: Draft; discard: () => void } {
    const draft = reactive(stored(channel));
    watch(draft, () => sessionStorage.setItem(kStored, JSON.stringify(draft)), { deep: true });
    return {
        draft,
        discard() {
            const fresh = emptyDraft(channel);
            delete draft.lon;
            delete draft.lat;
            Object.assign(draft, fresh);
            sessionStorage.removeItem(kStored);
        },
    };
}

/** Channels on which somebody else told us: then there is a person to answer. */
export const told: readonly Channel[] = ['resident', 'hotline', 'police', 'department'];
export const withOutsideNo: readonly Channel[] = ['hotline', 'police', 'department'];

/** Trimmed, and without what was left empty. */
function filled<Member extends string>(texts: Record<Member, string>): Partial<Record<Member, string>> {
    const trimmed = Object.entries<string>(texts).map(([member, text]) => [member, text.trim()] as const);
    return Object.fromEntries(trimmed.filter(([, text]) => text !== '')) as Partial<Record<Member, string>>;
}

/** The body of the report. */
export function reportOf(draft: Draft): ReportCase {
    const hasReporter = told.includes(draft.channel) && !draft.anonymous;
    const { name, phone, address, wants_answer } = draft.reporter;
    const said = filled({ name, phone, address });
    return {
        id: draft.id, step_id: draft.stepId, channel: draft.channel, matter: draft.matter,
        description: draft.description.trim(), ...filled({ address: draft.address }),
        ...(draft.files.length > 0 ? { files: [...draft.files] } : {}),
        ...(draft.lon !== undefined && draft.lat !== undefined ? { point: { lon: draft.lon, lat: draft.lat } } : {}),
        ...(draft.urgency ? { urgency: draft.urgency } : {}),
        ...(hasReporter ? { reporter: { ...said, wants_answer } } : {}),
        ...(withOutsideNo.includes(draft.channel) && draft.outsideNo.trim() ? { outside_no: draft.outsideNo.trim() } : {}),
        ...(draft.solvedHere ? { solved_by: draft.solvedBy.trim() } : {}),
    };
}

/** Members that still have to be filled in, by the name of the server's member. */
export function missingIn(draft: Draft): string[] {
    const missing: string[] = [];
    if (!draft.description.trim()) missing.push('description');
    if (!draft.matter) missing.push('matter');
    if (draft.lon === undefined && !draft.address.trim()) missing.push('address');
    if (draft.solvedHere && !draft.solvedBy.trim()) missing.push('solved_by');
    return missing;
}
