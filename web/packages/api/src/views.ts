/** What the server answers. Names are those of the contract; every time is an RFC 3339 text. */
export type State =
    | 'reported' | 'accepted' | 'assigned' | 'handling' | 'handled' | 'verified' | 'answered' | 'closed'
    | 'followed_up' | 'archived' | 'rejected' | 'voided' | 'merged';
export type Action =
    | 'report' | 'self_close' | 'accept' | 'reject' | 'pass_up' | 'pass_down' | 'assign' | 'designate' | 'sign' | 'return'
    | 'handle' | 'add_co_unit' | 'finish_co_task' | 'ask_extension' | 'grant_extension' | 'refuse_extension'
    | 'ask_suspension' | 'suspend' | 'refuse_suspension' | 'resume' | 'verify_pass' | 'verify_fail' | 'answer' | 'close'
    | 'follow_up' | 'reopen' | 'archive' | 'merge' | 'unmerge' | 'urge' | 'instruct' | 'raise_plate' | 'reply_plate'
    | 'lift_plate' | 'void' | 'make_confidential' | 'lift_confidential' | 'whistle' | 'attend' | 'conclude_session'
    | 'arrive' | 'comment' | 'sample_pass' | 'sample_fail' | 'read_contact' | 'recompute';
export type Capacity =
    | 'reporter' | 'worker' | 'lead' | 'instructor' | 'desk' | 'upper' | 'lead_unit' | 'co_unit' | 'supervisor' | 'system';
export type Channel = 'worker' | 'resident' | 'hotline' | 'police' | 'department' | 'patrol' | 'system';
export type Urgency = 'ordinary' | 'urgent' | 'emergency';
export type Stage = 'screen' | 'sign' | 'handle' | 'verify' | 'answer' | 'arrival';
export type ClockEnd = 'running' | 'paused' | 'done' | 'dropped';
export type Light = 'green' | 'yellow' | 'red';
export type LightReason = 'in_time' | 'near_due' | 'past_due';
export type Plate = 'none' | 'blue' | 'yellow' | 'red';
export type Verdict = 'yes' | 'no' | 'not_reached';
export type CaseListView = 'todo' | 'watching' | 'overdue' | 'open' | 'done' | 'plates' | 'unsettled';
export type LimitUnit = 'minutes' | 'natural_hours' | 'working_hours' | 'natural_days' | 'working_days';
export type Level = 'county' | 'town' | 'village' | 'grid' | 'micro';

export interface UnitName { id: string; name: string }
export interface NodeName { path: string; level: Level; name: string }
export interface PersonName { id?: string | null; name: string; duty: string }
export interface MatterName { id: string; name: string; subclass_name: string; class_name: string }
export interface Point { lon: number; lat: number }
export interface Place { point?: Point | null; address: string; nodes: NodeName[] }
export interface FileView {
    id: string; name: string; type: string; bytes: number; width: number; height: number; url: string; thumb_url: string;
}
export interface StepReceipt { case_id: string; code: string; step_no: number; state: State; at: string }
export interface ActionView { action: Action; allowed: boolean; reason_code?: string | null; reason?: string | null }

export interface Limit { amount: number; unit: LimitUnit }
export interface Deadline {
    start: string; counts_from: string; yellow_from: string; due: string; provisional: boolean; paused_since?: string | null;
}
export interface Skip { from: string; to: string; reason: 'weekend' | 'holiday' | 'suspended'; name_zh: string; name_en: string }
export interface MakeUp { day: string; name_zh: string; name_en: string }
export interface Explanation {
    limit: Limit; deadline: Deadline; waited_for_opening: boolean; rolled_forward: boolean; skipped: Skip[];
    made_up: MakeUp[]; unknown_years: number[]; shortened: boolean;
}
export interface ClockView {
    stage: Stage; round: number; end: ClockEnd; light: Light; light_reason: LightReason; holder_name: string;
    started_at: string; due_at: string; stopped_at?: string | null; left_s: number; extended: boolean; explanation: Explanation;
}
export interface StepView {
    id: string; no: number; action: Action; at: string; by: PersonName; capacity: Capacity; state: State; text: string;
    files: FileView[]; unit?: UnitName | null; node?: NodeName | null; other_code?: string | null; other_case?: string | null;
    plate?: Plate | null; limit?: Limit | null; solved?: Verdict | null; satisfied?: Verdict | null;
}
export interface ReporterView { name: string; phone: string; anonymous: boolean; wants_answer: boolean; can_read: boolean }
export interface ReporterContact { name: string; phone: string; address: string }
export interface CoUnitView { unit: UnitName; task: string; done: boolean; done_at?: string | null; result: string }
export interface PlateView {
    id: string; level: Plate; cause: 'person' | 'not_signed' | 'not_answered'; issuer: PersonName; reason: string;
    raised_at: string; reply_due_at: string; reply?: string | null; replied_at?: string | null; lifted_at?: string | null;
}
export interface MergedView {
    id: string; code: string; reported_at: string; summary: string; solved?: Verdict | null; satisfied?: Verdict | null;
}
export interface SessionView {
    session: 'none' | 'called' | 'concluded'; meets_at: string; meeting_place: string; subject: string;
    summoned: UnitName[]; attended: UnitName[]; decision: string;
}
export interface ExtensionView {
    extension: 'none' | 'asked' | 'granted' | 'refused' | 'lapsed'; asked: number; granted: number; most: number;
    unit: LimitUnit; reason: string;
}
export interface SuspensionView {
    suspension: 'none' | 'asked' | 'on'; reason: string; days: number; since?: string | null; until?: string | null;
}
export interface CallView { person: PersonName; phone: string; why: string }
export interface RoundsView {
    returns: number; returns_max: number; reworks: number; reworks_max: number; reopens: number; reopens_max: number;
    passes: number; passes_max: number;
}
export interface CaseView {
    id: string; code: string; step_no: number; state: State; light?: Light | null; light_reason?: LightReason | null;
    light_stage?: Stage | null; plate: Plate; channel: Channel; urgency: Urgency; matter: MatterName; description: string;
    place: Place; occurred_at?: string | null; received_at: string; desk: NodeName; lead_unit?: UnitName | null;
    co_units: CoUnitView[]; my_capacities: Capacity[]; actions: ActionView[]; clocks: ClockView[]; steps: StepView[];
    files: FileView[]; calls: CallView[]; reporter?: ReporterView | null; plates: PlateView[];
    extension?: ExtensionView | null; suspension?: SuspensionView | null; session?: SessionView | null; merged: MergedView[];
    merged_into?: MergedView | null; rounds: RoundsView; answer: string; solved?: Verdict | null; satisfied?: Verdict | null;
    sample: 'none' | 'due' | 'passed' | 'failed'; confidential: boolean; self_closed: boolean; designated: boolean;
    watched: boolean;
}
export interface CaseRow {
    id: string; code: string; step_no: number; state: State; light?: Light | null; light_reason?: LightReason | null;
    due_at?: string | null; plate: Plate; urgency: Urgency; channel: Channel; matter_name: string; summary: string;
    address: string; grid_name: string; desk_name: string; unit_name: string; point?: Point | null; received_at: string; suspended: boolean; confidential: boolean;
}
export interface CasePage { items: CaseRow[]; next?: string | null }
export interface InboxCounts { todo: number; watching: number; overdue: number; plates: number; unsettled: number }
export interface SimilarCase {
    id: string; code: string; state: State; matter_name: string; summary: string; address: string; point?: Point | null;
    distance_m?: number | null; same_matter: boolean; received_at: string;
}
export interface CaseChanged { id: string; code: string; step_no: number; action: Action; state: State }

export interface CaseQuery {
    view: CaseListView; state?: State; channel?: Channel; matter?: string; unit?: string; path?: string; q?: string;
    after?: string; limit?: number;
}
