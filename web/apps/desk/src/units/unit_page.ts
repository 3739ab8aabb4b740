import { ApiProblem, territories, units, type NodeView, type UnitRow } from '@jingwei/api';
import type { Ref } from 'vue';
import { useLoad, type Loaded } from '@/shell/use_load';

export interface WholeUnit {
    unit: UnitRow;
    node: NodeView | undefined;
    parent: UnitRow | undefined;
    below: readonly UnitRow[];
}

/** One that may be closed by now counts as none. */
async function openOnly<One>(read: Promise<One>): Promise<One | undefined> {
    try {
        return await read;
    } catch (failure) {
        if (failure instanceof ApiProblem && failure.kind === 'missing') return undefined;
        throw failure;
    }
}

const kMost = 1000;

async function centreId(): Promise<string | undefined> {
    const [county] = (await territories.list({})).items;
    return county && (await units.list({ path: county.path, limit: 1 }))[0]?.id;
}

/** A unit with what is around it; the first of the county when no id is given, nothing when there is none. */
export function useUnit(id: Ref<string | undefined>): Loaded<WholeUnit | null> {
    return useLoad(async (signal) => {
        const wanted = id.value ?? (await centreId());
        if (!wanted) return null;
        const unit = await units.read(wanted, signal);
        const [node, parent, within] = await Promise.all([
            openOnly(territories.read(unit.node_id)), unit.parent_id ? openOnly(units.read(unit.parent_id, signal)) : undefined,
            units.list({ within: unit.path, limit: kMost }, signal),
        ]);
        return { unit, node, parent, below: within.filter((one) => one.parent_id === unit.id) };
    }, id);
}
