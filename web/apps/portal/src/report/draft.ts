import { newId } from '@jingwei/api';
import { reactive, watch } from 'vue';

/** What is being reported. Name and phone are never kept in the browser. */
export interface Draft {
    id: string;
    stepId: string;
    description: string;
    matter: string;
    matterName: string;
    point: { lon: number; lat: number } | null;
    grid: string;
    gridName: string;
    address: string;
}

const kKept = 'jingwei.portal.report';

const blank = (): Draft => ({
    id: newId(), stepId: newId(), description: '', matter: '', matterName: '', point: null, grid: '', gridName: '', address: '',
});

function kept(): Partial<Draft> {
    try {
        const text = sessionStorage.getItem(kKept);
        return text ? (JSON.parse(text) as Partial<Draft>) : {};
    } catch {
        return {};
    }
}

/** The draft as it was before the page was loaded anew; its ids stay, so sending it twice reports it once. */
export function useDraft(): { draft: Draft; done(): void } {
    const draft = reactive<Draft>({ ...blank(), ...kept() });
    const stop = watch(draft, (now) => {
        try {
            sessionStorage.setItem(kKept, JSON.stringify(now));
        } catch {
            // It is kept as long as the page is open.
        }
    }, { deep: true });
    return {
        draft,
        done() {
            stop();
            try {
                sessionStorage.removeItem(kKept);
            } catch {
                // Nothing was kept.
            }
        },
    };
}

/** Where it is: enough to find it. */
export const hasPlace = (draft: Draft): boolean => Boolean(draft.point) || draft.grid !== '' || draft.address.trim().length >= 2;
/** A phone that can be called back; empty is allowed. */
export const isPhone = (text: string): boolean => text.trim() === '' || (/^[\d\s+()-]+$/.test(text) && text.replace(/\D/g, '').length >= 7);
