import type { components, operations } from './contract';
import { answerOf, client } from './transport';
import type { Explanation } from './views';

type Schemas = components['schemas'];

export type YearList = Schemas['YearList'];
export type YearSummary = Schemas['YearSummary'];
export type YearView = Schemas['YearView'];
/** A day on which a year departs from Monday to Friday. */
export type DayException = Schemas['DayView'];
export type CalendarFile = Schemas['CalendarFile'];
export type ImportedCalendar = Schemas['ImportedCalendar'];
export type WorkingTime = Schemas['WorkingTime'];
export type CaseNumbersView = Schemas['CaseNumbersView'];
export type SetCaseNumbers = Schemas['SetCaseNumbers'];
export type CaseNumbersBody = Schemas['CaseNumbersBody'];
export type RuleTrial = Schemas['RuleTrial'];
export type DeadlineQuery = NonNullable<operations['getCalendarDeadline']['parameters']['query']>;

export const calendars = {
    /** Years with a calendar, and those that are missing: this one, and from October on the next. */
    years: (signal?: AbortSignal): Promise<YearList> => answerOf(client.GET('/api/v1/calendar/years', { signal })),
    year: (year: number, signal?: AbortSignal): Promise<YearView> =>
        answerOf(client.GET('/api/v1/calendar/years/{year}', { params: { path: { year: String(year) } }, signal })),
    /** Each year that differs from what is known becomes a new version; deadlines that reach into it are recomputed. */
    importYears: (file: CalendarFile): Promise<ImportedCalendar> => answerOf(client.POST('/api/v1/calendar/years', { body: file })),
    workingTime: (signal?: AbortSignal): Promise<WorkingTime> => answerOf(client.GET('/api/v1/calendar/working-time', { signal })),
    setWorkingTime: (wanted: WorkingTime): Promise<WorkingTime> => answerOf(client.PUT('/api/v1/calendar/working-time', { body: wanted })),
    /** When a limit would end, and why; counted from now when no start is given. */
    deadline: (query: DeadlineQuery, signal?: AbortSignal): Promise<Explanation> =>
        answerOf(client.GET('/api/v1/calendar/deadline', { params: { query }, signal })),
};

export const loopNumbers = {
    /** Newest first, down to those that ship. */
    list: async (signal?: AbortSignal): Promise<CaseNumbersView[]> => (await answerOf(client.GET('/api/v1/cases/settings', { signal }))).items,
    /** For cases reported from now on; refused when somebody has set another version since `seen_version`. */
    set: (wanted: SetCaseNumbers): Promise<CaseNumbersView> => answerOf(client.PUT('/api/v1/cases/settings', { body: wanted })),
    /** The name of whoever set a version; only for those who may read accounts. */
    setter: async (account: string, signal?: AbortSignal): Promise<string> =>
        (await answerOf(client.GET('/api/v1/accounts/{id}', { params: { path: { id: account } }, signal }))).display_name,
};

/** Rules on the cases that are open, before they are in force: numbers of cases, as it is and as it would be. Nothing is changed. */
export const ruleTrials = {
    numbers: (wanted: CaseNumbersBody, signal?: AbortSignal): Promise<RuleTrial> =>
        answerOf(client.POST('/api/v1/cases/trials/numbers', { body: wanted, signal })),
    workingTime: (wanted: WorkingTime, signal?: AbortSignal): Promise<RuleTrial> =>
        answerOf(client.POST('/api/v1/cases/trials/working-time', { body: wanted, signal })),
    calendar: (file: CalendarFile, signal?: AbortSignal): Promise<RuleTrial> =>
        answerOf(client.POST('/api/v1/cases/trials/calendar', { body: file, signal })),
};
