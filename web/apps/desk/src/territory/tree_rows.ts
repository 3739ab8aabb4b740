import type { NodeRow } from '@jingwei/api';

/** A line of the tree as it is shown. */
export interface TreeRow {
    node: NodeRow;
    /** 1 for the county. */
    depth: number;
    open: boolean;
    /** Its place among those of the same branch, from 1, and how many they are. */
    place: number;
    of: number;
}

/** What is shown, from top to bottom: every branch that is open and has been read. */
export function rowsOf(root: NodeRow, below: ReadonlyMap<string, readonly NodeRow[]>, open: ReadonlySet<string>): TreeRow[] {
    const rows: TreeRow[] = [];
    const walk = (node: NodeRow, depth: number, place: number, of: number): void => {
        const isOpen = open.has(node.path) && node.children > 0;
        rows.push({ node, depth, open: isOpen, place, of });
        const children = isOpen ? (below.get(node.path) ?? []) : [];
        children.forEach((child, at) => walk(child, depth + 1, at + 1, children.length));
    };
    walk(root, 1, 1, 1);
    return rows;
}

/** What a key does in a tree: where it goes, or which branch it opens or closes. */
export type TreeMove = { go: number } | { toggle: string } | undefined;

/** Keys as the pattern of trees has them: up and down, right opens or enters, left closes or leaves. */
export function moveOf(key: string, rows: readonly TreeRow[], at: number): TreeMove {
    const row = rows[at];
    if (!row) return undefined;
    if (key === 'ArrowDown') return { go: Math.min(at + 1, rows.length - 1) };
    if (key === 'ArrowUp') return { go: Math.max(at - 1, 0) };
    if (key === 'Home') return { go: 0 };
    if (key === 'End') return { go: rows.length - 1 };
    if (key === 'ArrowRight' && row.node.children > 0) return row.open ? { go: Math.min(at + 1, rows.length - 1) } : { toggle: row.node.path };
    if (key !== 'ArrowLeft') return undefined;
    if (row.open) return { toggle: row.node.path };
    const above = rows.slice(0, at).findLastIndex((one) => one.depth < row.depth);
    return above < 0 ? undefined : { go: above };
}
