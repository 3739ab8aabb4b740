import type { CaseRow, Light, State } from '@jingwei/api';
import type { DeepReadonly } from 'vue';
import type { Grouping } from './looks';

type Row = DeepReadonly<CaseRow>;

/** A column of the board; `none` holds what no clock runs for. */
export interface Column {
    key: State | Light | 'none';
    rows: Row[];
}

/** States that a case passes on its way; these columns stand even when they are empty, so that the board keeps its shape. */
const onTheWay: readonly State[] = ['reported', 'accepted', 'assigned', 'handling', 'handled', 'verified', 'answered'];
const ends: readonly State[] = ['closed', 'followed_up', 'archived', 'rejected', 'voided', 'merged'];
const lights: readonly (Light | 'none')[] = ['red', 'yellow', 'green', 'none'];

export function columnsOf(rows: readonly Row[], grouping: Grouping): Column[] {
    if (grouping === 'light') return lights.map((key) => ({ key, rows: rows.filter((row) => (row.light ?? 'none') === key) }));
    const found = new Set(rows.map((row) => row.state));
    const way = onTheWay.some((state) => found.has(state)) ? onTheWay : [];
    return [...way, ...ends.filter((state) => found.has(state))].map((key) => ({ key, rows: rows.filter((row) => row.state === key) }));
}

/** The card beside one, in the next column that has any; as high as it, where that column is long enough. */
export function beside(columns: readonly Column[], id: string | undefined, by: 1 | -1): string | undefined {
    const filled = columns.filter((column) => column.rows.length > 0);
    const from = filled.findIndex((column) => column.rows.some((row) => row.id === id));
    if (from < 0) return filled[0]?.rows[0]?.id;
    const height = filled[from]?.rows.findIndex((row) => row.id === id) ?? 0;
    const next = filled[from + by]?.rows;
    return next?.[Math.min(height, next.length - 1)]?.id ?? id;
}
