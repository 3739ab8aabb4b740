import { territories, units, type UnitKind, type UnitRow } from '@jingwei/api';
import { computed, reactive, watch, type ComputedRef, type Ref } from 'vue';
import { useLoad, type Loaded } from '@/shell/use_load';
import { grouped, groupOf, groupsOf, type Group } from './groups';

const kMost = 1000;

export interface Narrowed {
    q: string;
    kind: UnitKind | '';
}

export interface ShownGroup extends Group {
    open: boolean;
    /** Undefined while they are being read. */
    rows: readonly UnitRow[] | undefined;
}

interface UnitList {
    groups: ComputedRef<readonly ShownGroup[]>;
    first: Loaded<unknown>;
    /** One search over the whole county instead of group by group. */
    narrowed: ComputedRef<boolean>;
    /** There are more than the server tells at once. */
    cut: ComputedRef<boolean>;
    toggle(path: string): void;
    reload(): Promise<void>;
}

/** The units of the county, place by place; a place is read when it is opened, all of them when something is looked for. */
export function useUnitList(asked: Ref<Narrowed>, current: Ref<UnitRow | undefined>): UnitList {
    const open = reactive(new Set<string>());
    const rows = reactive(new Map<string, readonly UnitRow[]>());
    const narrowed = computed(() => asked.value.q !== '' || asked.value.kind !== '');

    const first = useLoad(async (): Promise<Group[]> => {
        const [county] = (await territories.list({})).items;
        if (!county) return [];
        return groupsOf(county, (await territories.list({ parent: county.path })).items);
    });
    const groups = computed<readonly Group[]>(() => first.value.value ?? []);

    /** The county's own units, or those of a town with its villages. */
    async function readPlace({ path, level }: Group): Promise<void> {
        rows.set(path, await units.list(level === 'county' ? { path } : { within: path, limit: kMost }));
    }

    const found = useLoad(async (signal) => {
        const { q, kind } = asked.value;
        if (!narrowed.value) return undefined;
        const all = await units.list({ ...(q && { q }), limit: kMost }, signal);
        return { all: kind ? all.filter((one) => one.kind === kind) : all, cut: all.length === kMost };
    }, asked);

    const opened = useLoad(async () => {
        await Promise.all(groups.value.filter(({ path }) => open.has(path) && !rows.has(path)).map(readPlace));
    }, [() => [...open], groups]);

    watch([current, groups], ([unit]) => {
        const group = unit && groupOf(groups.value, unit.path);
        if (group) open.add(group.path);
    }, { immediate: true });

    const shown = computed<readonly ShownGroup[]>(() => {
        if (!narrowed.value) return groups.value.map((one) => ({ ...one, open: open.has(one.path), rows: rows.get(one.path) }));
        const by = grouped(groups.value, found.value.value?.all ?? []);
        return groups.value.filter((one) => by.has(one.path)).map((one) => ({ ...one, open: true, rows: by.get(one.path) }));
    });

    return {
        groups: shown, first, narrowed, cut: computed(() => narrowed.value && Boolean(found.value.value?.cut)),
        toggle(path) {
            if (!open.delete(path)) open.add(path);
        },
        async reload() {
            rows.clear();
            await Promise.all([first.reload(), found.reload(), opened.reload()]);
        },
    };
}
