import { ApiProblem, territories, type Card, type NodeRow, type NodeView, type UnitRow } from '@jingwei/api';
import { readonly, ref, watch, type DeepReadonly, type Ref } from 'vue';

interface NodeStore {
    node: Readonly<Ref<DeepReadonly<NodeView> | undefined>>;
    children: Readonly<Ref<DeepReadonly<NodeRow[]>>>;
    units: Readonly<Ref<DeepReadonly<UnitRow[]>>>;
    card: Readonly<Ref<DeepReadonly<Card> | null>>;
    problem: Readonly<Ref<ApiProblem | undefined>>;
    reload(): Promise<void>;
}

async function countyId(): Promise<string> {
    const [county] = (await territories.list({})).items;
    if (!county) throw new ApiProblem('missing', 'node_unknown', '');
    return county.id;
}

/** One node with its offices and what lies under it; the county when no id is given. */
export function useNode(id: Ref<string | undefined>): NodeStore {
    const node = ref<NodeView>();
    const children = ref<NodeRow[]>([]);
    const units = ref<UnitRow[]>([]);
    const card = ref<Card | null>(null);
    const problem = ref<ApiProblem>();

    async function reload(): Promise<void> {
        const wanted = id.value;
        problem.value = undefined;
        try {
            const read = await territories.read(wanted ?? (await countyId()));
            const [below, offices, board] = await Promise.all([
                territories.list({ parent: read.path }), territories.units({ path: read.path }),
                read.level === 'grid' || read.level === 'micro' ? territories.card(read.code) : null,
            ]);
            if (wanted !== id.value) return;
            card.value = board;
            node.value = read;
            children.value = below.items;
            units.value = offices.items;
        } catch (failure) {
            if (!(failure instanceof ApiProblem)) throw failure;
            if (wanted === id.value) problem.value = failure;
        }
    }
    watch(id, reload, { immediate: true });

    return {
        node: readonly(node), children: readonly(children), units: readonly(units), card: readonly(card),
        problem: readonly(problem) as Readonly<Ref<ApiProblem | undefined>>, reload,
    };
}
