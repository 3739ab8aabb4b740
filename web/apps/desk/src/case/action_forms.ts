import type { Action, CaseView } from '@jingwei/api';
import type { DeepReadonly } from 'vue';

export type FieldKind =
    | 'text' | 'line' | 'unit' | 'own_unit' | 'units' | 'desk' | 'amount' | 'days' | 'verdict' | 'level' | 'reply_days' | 'case' | 'time'
    | 'tasks' | 'files';

/** One input of an action: which member of the body it fills, and the key of its label below case.field. */
export interface Field {
    member: string;
    kind: FieldKind;
    label: string;
    optional?: boolean;
}

const text = (label = 'text'): Field => ({ member: 'text', kind: 'text', label });
const note: Field = { member: 'note', kind: 'text', label: 'note', optional: true };
const files: Field = { member: 'files', kind: 'files', label: 'files', optional: true };
const amount: Field = { member: 'amount', kind: 'amount', label: 'amount' };
const days: Field = { member: 'days', kind: 'days', label: 'days' };

/** Exactly what each action needs, in the order in which a person thinks of it. */
const forms: Partial<Record<Action, readonly Field[]>> = {
    self_close: [text('result'), files],
    accept: [note],
    reject: [text('reason')],
    pass_up: [text('reason')],
    pass_down: [{ member: 'path', kind: 'desk', label: 'path' }, text()],
    assign: [{ member: 'unit', kind: 'own_unit', label: 'unit', optional: true }, note],
    designate: [{ member: 'unit', kind: 'own_unit', label: 'unit' }, note],
    sign: [note],
    return: [text('reason')],
    handle: [text('result'), files],
    add_co_unit: [{ member: 'unit', kind: 'unit', label: 'unit' }, text('task')],
    finish_co_task: [text('result'), files],
    ask_extension: [amount, text('reason')],
    grant_extension: [amount, text('text')],
    refuse_extension: [text('reason')],
    ask_suspension: [days, text('reason')],
    suspend: [days, text('reason')],
    refuse_suspension: [text('reason')],
    resume: [note],
    verify_pass: [note, files],
    verify_fail: [text('reason'), files],
    answer: [text('answer')],
    close: [note],
    follow_up: [
        { member: 'solved', kind: 'verdict', label: 'solved' }, { member: 'satisfied', kind: 'verdict', label: 'satisfied' }, note,
    ],
    reopen: [text('reason')],
    archive: [note],
    merge: [{ member: 'into', kind: 'case', label: 'into' }, text('reason')],
    unmerge: [note],
    urge: [text()],
    instruct: [text()],
    raise_plate: [
        { member: 'level', kind: 'level', label: 'level' }, { member: 'reply_days', kind: 'reply_days', label: 'reply_days' },
        text('reason'),
    ],
    reply_plate: [text(), files],
    lift_plate: [note],
    void: [text('reason')],
    make_confidential: [note],
    lift_confidential: [note],
    whistle: [
        { member: 'units', kind: 'units', label: 'units' }, { member: 'meets_at', kind: 'time', label: 'meets_at' },
        { member: 'meeting_place', kind: 'line', label: 'meeting_place' }, text('about'),
    ],
    attend: [note],
    conclude_session: [text('decision'), { member: 'tasks', kind: 'tasks', label: 'tasks', optional: true }],
    arrive: [note, files],
    comment: [text(), files],
    sample_pass: [note],
    sample_fail: [text('reason')],
};

export function fieldsOf(action: Action): readonly Field[] {
    return forms[action] ?? [note];
}

const kFirstAmount = 1;
const kFirstDays = 3;
const kReplyDays = 2;
const nextPlate = { none: 'blue', blue: 'yellow', yellow: 'red', red: 'red' } as const;

/** What a field holds when its dialog opens: what was asked for, where somebody asked. */
export function firstValue(field: Field, view: DeepReadonly<CaseView>): unknown {
    switch (field.kind) {
        case 'amount': return view.extension?.extension === 'asked' ? view.extension.asked : kFirstAmount;
        case 'days': return view.suspension?.suspension === 'asked' ? view.suspension.days : kFirstDays;
        case 'reply_days': return kReplyDays;
        case 'level': return nextPlate[view.plate];
        case 'files': case 'units': case 'tasks': return [];
        case 'text': case 'line': return '';
        default: return undefined;
    }
}

function isMissing(value: unknown): boolean {
    if (typeof value === 'string') return value.trim() === '';
    return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** The members that still have to be filled in. */
export function missingMembers(fields: readonly Field[], inputs: Record<string, unknown>): string[] {
    return fields.filter((field) => !field.optional && isMissing(inputs[field.member])).map((field) => field.member);
}

/** What is sent: texts trimmed, whatever was left empty left out. */
export function cleaned(inputs: Record<string, unknown>): Record<string, unknown> {
    const body: Record<string, unknown> = {};
    for (const [member, value] of Object.entries(inputs)) {
        const said = typeof value === 'string' ? value.trim() : value;
        if (!isMissing(said)) body[member] = said;
    }
    return body;
}

/** Buttons in the order of what is most likely wanted; what stands later goes behind "more". */
const order: readonly Action[] = [
    'reply_plate', 'grant_extension', 'refuse_extension', 'sample_pass', 'sample_fail', 'accept', 'assign', 'designate', 'sign',
    'handle', 'finish_co_task', 'verify_pass', 'answer', 'close', 'follow_up', 'archive', 'attend', 'conclude_session',
    'resume', 'self_close', 'pass_up', 'pass_down', 'reject', 'return', 'verify_fail', 'reopen', 'arrive',
    'ask_extension', 'ask_suspension', 'urge', 'add_co_unit', 'suspend', 'refuse_suspension', 'comment',
    'instruct', 'raise_plate', 'lift_plate', 'merge', 'unmerge', 'whistle', 'make_confidential', 'lift_confidential', 'void',
];
const kFirstRare = order.indexOf('instruct');
const silent = new Set<Action>(['report', 'read_contact', 'recompute', 'follow_grid']);
/** Refusals that only say that its time is not now, or that there is nothing to do it to: worth no line. */
const obvious = new Set([
    'case_wrong_state', 'case_wrong_capacity', 'case_no_plate_up', 'case_no_session_called', 'case_no_extension_asked',
    'case_no_suspension_asked', 'case_not_suspended', 'case_no_sample_due', 'case_no_co_task_open', 'case_not_your_task',
    'case_no_arrival_awaited', 'case_not_confidential', 'case_is_confidential', 'case_no_contact', 'case_no_desk_above',
    'case_no_desk_below',
]);

export type ActionOffer = DeepReadonly<CaseView>['actions'][number];

interface Offers {
    /** The one that the case is waiting for. */
    main?: ActionOffer;
    shown: ActionOffer[];
    rare: ActionOffer[];
}

const kShown = 7;
const followsUsually = order.slice(0, order.indexOf('pass_up'));

/** Sorts what the server offers into the button that stands out, the others, and those behind "more". Suspending stands
 * out only when somebody asked for it. */
export function arrange(offers: readonly ActionOffer[], suspensionAsked = false): Offers {
    const at = (offer: ActionOffer): number => order.indexOf(offer.action);
    const sorted = offers
        .filter((offer) => !silent.has(offer.action) && at(offer) >= 0 && (offer.allowed || !obvious.has(offer.reason_code ?? '')))
        .sort((one, other) => Number(other.allowed) - Number(one.allowed) || at(one) - at(other));
    const awaited: readonly Action[] = suspensionAsked ? ['suspend', ...followsUsually] : followsUsually;
    const main = awaited.flatMap((action) => sorted.filter((offer) => offer.allowed && offer.action === action))[0];
    const rest = sorted.filter((offer) => offer !== main);
    const common = rest.filter((offer) => offer.allowed && at(offer) < kFirstRare);
    const shown = common.slice(0, kShown);
    return { main, shown, rare: rest.filter((offer) => !shown.includes(offer)) };
}
