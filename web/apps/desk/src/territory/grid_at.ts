import { ApiProblem, territories, type NodeName } from '@jingwei/api';
import type { Spot } from '@jingwei/map';
import { readonly, ref, watch, type DeepReadonly, type Ref } from 'vue';

interface GridAt {
    /** From the county down to the grid; empty while unknown. */
    nodes: Readonly<Ref<DeepReadonly<NodeName[]>>>;
    /** The place lies in no grid that is drawn. */
    outside: Readonly<Ref<boolean>>;
}

/** Who answers for a place. */
export function useGridAt(spot: Readonly<Ref<Spot | undefined>>): GridAt {
    const nodes = ref<NodeName[]>([]);
    const outside = ref(false);
    watch(spot, async (at) => {
        nodes.value = [];
        outside.value = false;
        if (!at) return;
        try {
            const found = await territories.at(at);
            if (spot.value !== at && (spot.value?.lon !== at.lon || spot.value.lat !== at.lat)) return;
            nodes.value = found;
            outside.value = found.length === 0;
        } catch (failure) {
            if (!(failure instanceof ApiProblem)) throw failure;
        }
    }, { immediate: true });
    return { nodes: readonly(nodes), outside: readonly(outside) };
}
