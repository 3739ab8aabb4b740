import { newId } from '@jingwei/api';
import { reactive, watch } from 'vue';

/** What is being reported; nothing in it is about a person. */
export interface Draft {
    id: string;
    stepId: string;
    description: string;
    matter: string;
    matterName: string;
    closable: boolean;
    path: string;
    point: { lon: number; lat: number } | null;
    placeName: string;
    address: string;
    solved: string;
}

/** Several people may use one telephone: each finds the draft of their own account, and nobody else's. */
const keptAs = (account: string): string => `jingwei.field.report.${account}`;
/** Of an earlier version, which did not say whose it was. */
const kOfAnybody = 'jingwei.field.report';

const blank = (): Draft => ({
    id: newId(), stepId: newId(), description: '', matter: '', matterName: '', closable: false, path: '', point: null, placeName: '', address: '', solved: '',
});

function kept(account: string): Partial<Draft> {
    try {
        localStorage.removeItem(kOfAnybody);
        return JSON.parse(localStorage.getItem(keptAs(account)) ?? '{}') as Partial<Draft>;
    } catch {
        return {};
    }
}

/** The draft as it was before the page was loaded anew; its ids stay, so sending it twice reports it once. */
export function useDraft(account: string): { draft: Draft; begin(): void } {
    const draft = reactive<Draft>({ ...blank(), ...kept(account) });
    watch(draft, (now) => {
        try {
            localStorage.setItem(keptAs(account), JSON.stringify(now));
        } catch {
            // It is kept as long as the page is open.
        }
    }, { deep: true });
    return { draft, begin: () => void Object.assign(draft, blank()) };
}

/** Whoever signs out leaves no draft of theirs behind. */
export function forgetDraft(account: string): void {
    try {
        localStorage.removeItem(keptAs(account));
    } catch {
        // Nothing was kept.
    }
}
