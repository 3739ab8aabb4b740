import { ApiProblem, cases, type SimilarCase } from '@jingwei/api';
import type { MapPoint } from '@jingwei/map';
import { computed, onScopeDispose, readonly, ref, watch, type DeepReadonly, type Ref } from 'vue';
import type { Draft } from './draft';

const kPauseMs = 500;
const kFewest = 4;
const kWords = 200;
/** More are not read by somebody who is reporting. */
const kMost = 6;

interface Similar {
    items: Readonly<Ref<DeepReadonly<SimilarCase[]>>>;
    points: Readonly<Ref<readonly MapPoint[]>>;
}

/** Open cases that may be the same problem, looked up while the reporter is still writing. */
export function useSimilar(draft: Draft): Similar {
    const items = ref<SimilarCase[]>([]);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let running: AbortController | undefined;

    async function look(): Promise<void> {
        running?.abort();
        const text = draft.description.trim();
        if (draft.lon === undefined && text.length < kFewest) {
            items.value = [];
            return;
        }
        const mine = new AbortController();
        running = mine;
        try {
            const found = await cases.similar({
                matter: draft.matter || undefined, lon: draft.lon, lat: draft.lat, path: draft.path,
                text: text.slice(0, kWords) || undefined,
            }, mine.signal);
            items.value = found.items.slice(0, kMost);
        } catch (failure) {
            if (!mine.signal.aborted && !(failure instanceof ApiProblem)) throw failure;
        }
    }

    watch(() => [draft.lon, draft.lat, draft.path, draft.matter, draft.description], () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => void look(), kPauseMs);
    }, { immediate: true });
    onScopeDispose(() => {
        clearTimeout(waiting);
        running?.abort();
    });
    const points = computed<MapPoint[]>(() => items.value.flatMap((one, at) => (
        one.point ? [{ ...one.point, label: String(at + 1) }] : []
    )));
    return { items: readonly(items), points };
}
