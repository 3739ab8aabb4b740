import { newId, type Channel, type ReportCase, type Urgency } from '@jingwei/api';
import { reactive, readonly, ref, watch, type Ref } from 'vue';

/** What is being written. Kept in this tab until it is sent, so that an ended session or a closed page costs little. */
export interface Draft {
    id: string;
    stepId: string;
    description: string;
    matter: string;
    channel: Channel;
    urgency: Urgency | '';
    lon?: number;
    lat?: number;
    /** The village or grid that the address names, where nobody marked the map. */
    path?: string;
    pathName: string;
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
        id: newId(), stepId: newId(), description: '', matter: '', channel, urgency: '', address: '', pathName: '', anonymous: false,
        reporter: { name: '', phone: '', address: '', wants_answer: true }, outsideNo: '', solvedHere: false, solvedBy: '', files: [],
    };
}

const noContact = { name: '', phone: '', address: '' } as const;

/** What the browser keeps: neither who reported it nor how to reach him, and no photos. */
export function keptOf(draft: Draft): Draft {
    return { ...draft, reporter: { ...draft.reporter, ...noContact }, files: [] };
}

function isBlank(draft: Draft): boolean {
    const { description, matter, address, outsideNo, solvedBy, lon } = draft;
    return lon === undefined && [description, matter, address, outsideNo, solvedBy].every((text) => !text.trim());
}

type Stored = Partial<Draft> & { keptAt?: string };

function stored(key: string): Stored {
    try {
        return (JSON.parse(sessionStorage.getItem(key) ?? '{}') ?? {}) as Stored;
    } catch {
        return {};
    }
}

interface DraftStore {
    draft: Draft;
    /** When what stands in it was written, where it was taken up again. */
    takenUp: Readonly<Ref<string | undefined>>;
    discard(): void;
}

/** The draft of one account, which begins with that channel; nobody who signs in after him finds it. */
export function useDraft(channel: Channel, account: string): DraftStore {
    const key = `${kStored}.${account}`;
    const { keptAt, ...before } = stored(key);
    const draft = reactive(keptOf({ ...emptyDraft(channel), ...before }));
    const takenUp = ref(keptAt);
    watch(draft, () => {
        if (isBlank(draft)) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify({ ...keptOf(draft), keptAt: new Date().toISOString() } satisfies Stored));
    }, { deep: true });
    return {
        draft,
        takenUp: readonly(takenUp),
        discard() {
            delete draft.lon;
            delete draft.lat;
            delete draft.path;
            Object.assign(draft, emptyDraft(channel));
            takenUp.value = undefined;
            sessionStorage.removeItem(key);
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
        ...(draft.lon === undefined && draft.path ? { path: draft.path } : {}),
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
    if (draft.lon === undefined && !draft.path && !draft.address.trim()) missing.push('address');
    if (draft.solvedHere && !draft.solvedBy.trim()) missing.push('solved_by');
    return missing;
}
