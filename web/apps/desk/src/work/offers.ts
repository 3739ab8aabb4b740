import { ApiProblem, cases, type Action, type CaseRow, type CaseView } from '@jingwei/api';
import { computed, onScopeDispose, readonly, ref, shallowReactive, watch, type DeepReadonly, type Ref } from 'vue';
import { inTurn } from './in_turn';
import { kAtOnce, manyActions, refusalOf } from './many';

const kSettleMs = 300;

/** An action, and those of the selected cases that let it be done. */
export interface Offer {
    action: Action;
    views: DeepReadonly<CaseView>[];
}

interface Offers {
    offers: Readonly<Ref<Offer[]>>;
    reading: Readonly<Ref<boolean>>;
}

/** What the selected cases let be done, asked of each of them a moment after the selection came to rest. */
export function useOffers(rows: Readonly<Ref<DeepReadonly<CaseRow[]>>>): Offers {
    const views = shallowReactive(new Map<string, CaseView>());
    const reading = ref(false);
    let wanted = 0;
    let settling: ReturnType<typeof setTimeout> | undefined;

    async function read(id: string): Promise<void> {
        try {
            views.set(id, await cases.read(id));
        } catch (problem) {
            if (!(problem instanceof ApiProblem)) throw problem;  // then it offers nothing
        }
    }

    async function look(mine: number): Promise<void> {
        const missing = rows.value.filter((row) => views.get(row.id)?.step_no !== row.step_no).map((row) => row.id);
        await inTurn(missing, kAtOnce, read, () => mine === wanted);
        if (mine === wanted) reading.value = false;
    }

    watch(() => rows.value.map((row) => `${row.id} ${row.step_no}`).join(), () => {
        const mine = ++wanted;
        const selected = new Set(rows.value.map((row) => row.id));
        for (const id of [...views.keys()]) if (!selected.has(id)) views.delete(id);
        clearTimeout(settling);
        reading.value = rows.value.some((row) => views.get(row.id)?.step_no !== row.step_no);
        if (reading.value) settling = setTimeout(() => void look(mine), kSettleMs);
    }, { immediate: true });
    onScopeDispose(() => {
        ++wanted;
        clearTimeout(settling);
    });

    const offers = computed(() => manyActions
        .map((action) => ({ action, views: [...views.values()].filter((view) => refusalOf(view, action) === undefined) }))
        .filter((offer) => offer.views.length > 0));
    return { offers, reading: readonly(reading) };
}
