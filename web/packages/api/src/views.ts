/** Short names for what the contract describes. Every time is an RFC 3339 text. */
import type { components, operations } from './contract';

type Schemas = components['schemas'];
type Query<Operation extends keyof operations> = NonNullable<operations[Operation]['parameters']['query']>;

export type State = Schemas['State'];
export type Action = Schemas['Action'];
export type Capacity = Schemas['Capacity'];
export type Channel = Schemas['Channel'];
export type Urgency = Schemas['Urgency'];
export type Stage = Schemas['Stage'];
export type Light = Schemas['Light'];
export type Plate = Schemas['Plate'];
export type Verdict = Schemas['Verdict'];
export type Level = Schemas['Level'];
export type CaseListView = Schemas['View'];
export type LimitUnit = Schemas['LimitUnit'];

export type UnitName = Schemas['UnitName'];
export type NodeName = Schemas['NodeName'];
export type Place = Schemas['PlaceView'];
export type FileView = Schemas['FileView'];
export type StepReceipt = Schemas['StepReceipt'];
export type ActionView = Schemas['ActionView'];
export type Limit = Schemas['Limit'];
export type Explanation = Schemas['Explanation'];
export type ClockView = Schemas['ClockView'];
export type StepView = Schemas['StepView'];
export type ReporterView = Schemas['ReporterView'];
export type ReporterContact = Schemas['ReporterContact'];
export type CallView = Schemas['CallView'];
export type CaseView = Schemas['CaseView'];
export type CaseRow = Schemas['CaseRow'];
export type CasePage = Schemas['CaseRowPage'];
export type InboxCounts = Schemas['InboxCounts'];
export type SimilarCase = Schemas['SimilarCase'];
export type ReportCase = Schemas['ReportCase'];
export type CaseQuery = Query<'getCases'>;
export type SimilarQuery = Query<'getCasesSimilar'>;

export type Session = Schemas['SessionView'];
export type OpenSession = Schemas['OpenSessionView'];
export type TwoStep = Schemas['TotpView'];
export type SignIn = Schemas['SignInBody'];

export type MapSource = Schemas['MapSource'];
export type NodeRow = Schemas['NodeRow'];
export type NodeView = Schemas['NodeView'];
export type UnitRow = Schemas['UnitView'];
export type Card = Schemas['CardView'];
export type ClassView = Schemas['ClassView'];
export type MatterLine = Schemas['MatterLine'];
export type Suggestion = Schemas['SuggestionView'];

/** What `event: case_changed` of the live stream carries; streams are not part of the contract's answers. */
export interface CaseChanged {
    id: string;
    code: string;
    step_no: number;
    action: Action;
    state: State;
}
