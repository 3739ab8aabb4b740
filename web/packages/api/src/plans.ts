import type { MultiPolygon, Polygon } from 'geojson';
import type { components } from './contract';
import { answerOf, client } from './transport';

type Schemas = components['schemas'];
export type Area = Polygon | MultiPolygon;

export type PlanState = Schemas['PlanState'];
export type PlanRow = Schemas['PlanRow'];
export type ChangeKind = Schemas['ChangeKind'];
export type PlanFault = Schemas['PlanFaultView'];
export type PlanRemark = Schemas['RemarkView'];
/** A node in the making need not say everything; the contract only says that a boundary is some JSON. */
export type PlannedNode = Omit<Schemas['PlannedNode'], 'boundary' | 'households' | 'parent_id' | 'seen'> & {
    boundary?: Area | null;
    households?: number | null;
    parent_id?: string | null;
    seen?: string | null;
};
export type PlanChange = { kind: ChangeKind; touches: PlannedNode[]; results: PlannedNode[] };
export type Plan = Omit<Schemas['PlanView'], 'changes'> & { changes: PlanChange[] };
export type DrawnFault = Omit<Schemas['DrawnFaultView'], 'where'> & { where?: Area | null };
export type PlanCheck = Omit<Schemas['CheckView'], 'drawn'> & { drawn: DrawnFault[] };
export type NewPlan = Schemas['CreatePlan'];
export type PlanEdit = Schemas['ChangePlan'];
export type NewChange = Schemas['PlanChangeBody'];

const one = (id: string): { path: { id: string } } => ({ path: { id } });
const plan = (answer: Promise<Schemas['PlanView']>): Promise<Plan> => answer as Promise<Plan>;
const areas = async (answer: Promise<Schemas['Shapes']>): Promise<Area[]> => (await answer).areas as Area[];

/** How the territory changes: drafts, what is wrong with them, and the way to their day. */
export const plans = {
    list: (query: { state?: PlanState; path?: string; limit?: number }, signal?: AbortSignal): Promise<{ items: PlanRow[] }> =>
        answerOf(client.GET('/api/v1/territory/plans', { params: { query }, signal })),
    read: (id: string, signal?: AbortSignal): Promise<Plan> => plan(answerOf(client.GET('/api/v1/territory/plans/{id}', { params: one(id), signal }))),
    check: (id: string, signal?: AbortSignal): Promise<PlanCheck> =>
        answerOf(client.GET('/api/v1/territory/plans/{id}/check', { params: one(id), signal })) as Promise<PlanCheck>,
    create: (body: NewPlan): Promise<Plan> => plan(answerOf(client.POST('/api/v1/territory/plans', { body }))),
    /** `revision` is the one on the screen: a change made meanwhile is not written over. `changes` are all of them. */
    change: (id: string, body: PlanEdit): Promise<Plan> => plan(answerOf(client.PATCH('/api/v1/territory/plans/{id}', { params: one(id), body }))),
    submit: (id: string, revision: number): Promise<Plan> =>
        plan(answerOf(client.POST('/api/v1/territory/plans/{id}/submit', { params: one(id), body: { revision } }))),
    withdraw: (id: string, revision: number): Promise<Plan> =>
        plan(answerOf(client.POST('/api/v1/territory/plans/{id}/withdraw', { params: one(id), body: { revision } }))),
    approve: (id: string, revision: number, in_force_on?: string): Promise<Plan> =>
        plan(answerOf(client.POST('/api/v1/territory/plans/{id}/approve', { params: one(id), body: { revision, in_force_on } }))),
    refuse: (id: string, revision: number, reason: string): Promise<Plan> =>
        plan(answerOf(client.POST('/api/v1/territory/plans/{id}/refuse', { params: one(id), body: { revision, reason } }))),
};

/** Drawing by the server, so that borders on both sides have the same vertices. */
export const shapes = {
    split: (boundary: Area, line: { lon: number; lat: number }[]): Promise<Area[]> =>
        areas(answerOf(client.POST('/api/v1/territory/shapes/split', { body: { boundary, line } }))),
    merge: async (list: Area[]): Promise<Area | undefined> =>
        (await areas(answerOf(client.POST('/api/v1/territory/shapes/merge', { body: { areas: list } }))))[0],
    /** Neighbours of an area that was drawn anew; null where nothing is left of one. */
    follow: (before: Area, after: Area, neighbours: Area[]): Promise<{ after: Area; neighbours: (Area | null)[] }> =>
        answerOf(client.POST('/api/v1/territory/shapes/follow', { body: { before, after, neighbours } })) as Promise<{ after: Area; neighbours: (Area | null)[] }>,
};
