import type { CaseListView, CaseRow } from '@jingwei/api';
import { ref, type DeepReadonly, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { beside, type Column } from './columns';
import { useKeys } from './keys';
import { useLooks, type Look } from './looks';

type Row = DeepReadonly<CaseRow>;

interface Hands {
    rows: Readonly<Ref<readonly Row[]>>;
    cursor: Readonly<Ref<string | undefined>>;
    columns: Readonly<Ref<readonly Column[]>>;
    look: Readonly<Ref<Look>>;
    move(by: number): void;
    go(id: string | undefined): void;
    toggle(id: string): void;
    clear(): void;
    search(): void;
    act(row: Row): void;
}

/** What each key of the work does. Answers whether its keys are being shown. */
export function useWorkKeys(hands: Hands): Ref<boolean> {
    const router = useRouter();
    const route = useRoute();
    const { letters } = useLooks();
    const helping = ref(false);
    const under = (then: (row: Row) => void) => (): void => {
        const row = hands.rows.value.find((one) => one.id === hands.cursor.value);
        if (row) then(row);
    };
    const open = under(({ id }) => void router.push({ name: 'case', params: { id } }));
    const list = (view: CaseListView) => (): void => {
        void router.push({ name: 'work', params: { view }, query: { ...route.query, state: undefined } });
    };
    const sideways = (by: 1 | -1) => (): void => {
        if (hands.look.value === 'board') hands.go(beside(hands.columns.value, hands.cursor.value, by));
        else if (hands.look.value === 'map') hands.move(by);
    };
    useKeys({
        one: {
            'j': () => hands.move(1), 'k': () => hands.move(-1), 'o': open, 'x': under(({ id }) => hands.toggle(id)), 'a': under(hands.act),
            '/': hands.search, '?': () => (helping.value = true),
        },
        afterG: { t: list('todo'), o: list('open'), d: list('done') },
        quiet: {
            ArrowDown: () => hands.move(1), ArrowUp: () => hands.move(-1), ArrowLeft: sideways(-1), ArrowRight: sideways(1), Enter: open,
            Escape: hands.clear,
        },
    }, letters);
    return helping;
}
