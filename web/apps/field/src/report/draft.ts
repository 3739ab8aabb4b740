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

const kKept = 'jingwei.field.report';

const blank = (): Draft => ({
    id: newId(), stepId: newId(), description: '', matter: '', matterName: '', closable: false, path: '', point: null, placeName: '', address: '', solved: '',
});

function kept(): Partial<Draft> {
    try {
        return JSON.parse(localStorage.getItem(kKept) ?? '{}') as Partial<Draft>;
    } catch {
        return {};
    }
}

/** The draft as it was before the page was loaded anew; its ids stay, so sending it twice reports it once. */
export function useDraft(): { draft: Draft; begin(): void } {
    const draft = reactive<Draft>({ ...blank(), ...kept() });
    watch(draft, (now) => localStorage.setItem(kKept, JSON.stringify(now)), { deep: true });
    return { draft, begin: () => void Object.assign(draft, blank()) };
}
