import { plans, territories, type NewChange, type Plan, type PlanChange, type PlanCheck, type PlannedNode } from '@jingwei/api';
import type { FeatureCollection } from 'geojson';
import { computed, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { useLoad, type Loaded } from '@/shell/use_load';
import { afterChanges, beforeChanges, bodyOf, inForce, type Piece } from './changes';

export interface PlanStore {
    plan: Readonly<Ref<Plan | undefined>>;
    check: Readonly<Ref<PlanCheck | undefined>>;
    loading: Loaded<Plan>;
    checking: Readonly<Ref<boolean>>;
    /** The grids as they stand, as they stood when the plan was drawn, and as the plan has them. */
    before: ComputedRef<Piece[]>;
    after: ComputedRef<Piece[]>;
    /** A node of the plan, or one in force as it is now. */
    nodeOf(id: string): Promise<PlannedNode>;
    /** What the server answered takes the place of what is on the screen. */
    take(answer: Plan): void;
    addChange(change: PlanChange): Promise<void>;
    removeChange(place: number): Promise<void>;
}

/** One plan with its check; the check follows every change. */
export function usePlan(id: Ref<string>, territory: Readonly<Ref<FeatureCollection | null>>): PlanStore {
    const loading = useLoad((signal) => plans.read(id.value, signal), id);
    const plan = shallowRef<Plan>();
    watch(loading.value, (read) => (plan.value = read));
    const { value: check, loading: checking } = useLoad(
        async (signal) => (plan.value ? plans.check(id.value, signal) : undefined), () => plan.value?.revision,
    );
    const now = computed(() => inForce(territory.value, plan.value?.path ?? ''));
    const after = computed(() => (plan.value?.state === 'in_force' ? now.value : afterChanges(now.value, plan.value?.changes ?? [])));
    const before = computed(() => beforeChanges(now.value, plan.value?.changes ?? []));

    async function nodeOf(node: string): Promise<PlannedNode> {
        const made = (plan.value?.changes ?? []).flatMap(({ results }) => results).filter((one) => one.id === node).at(-1);
        const touched = (plan.value?.changes ?? []).flatMap(({ touches }) => touches).find((one) => one.id === node);
        if (made) return { ...made, seen: touched?.seen };
        const { id: own, parent_id, code, name, level, kind, households, boundary, valid_from } = await territories.read(node);
        return { id: own, seen: valid_from, parent_id, code, name, level, kind, households, boundary: boundary as PlannedNode['boundary'] };
    }

    async function save(changes: NewChange[]): Promise<void> {
        if (!plan.value) return;
        plan.value = await plans.change(plan.value.id, { revision: plan.value.revision, changes });
    }

    return {
        plan, check: check as PlanStore['check'], loading, checking, before, after, nodeOf,
        take: (answer) => (plan.value = answer),
        addChange: (change) => save([...(plan.value?.changes ?? []), change].map(bodyOf)),
        removeChange: (place) => save((plan.value?.changes ?? []).filter((_, at) => at !== place).map(bodyOf)),
    };
}

/** The chosen grids: an order-keeping set. */
export function useChosen(): { chosen: Ref<ReadonlySet<string>>; toggle(id: string): void; clear(): void } {
    const chosen = ref<ReadonlySet<string>>(new Set());
    return {
        chosen,
        toggle(id): void {
            const next = new Set(chosen.value);
            if (!next.delete(id)) next.add(id);
            chosen.value = next;
        },
        clear: () => (chosen.value = new Set()),
    };
}
