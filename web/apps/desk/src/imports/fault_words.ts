import type { RowFault } from '@jingwei/api';

const fields: ReadonlySet<string> = new Set([
    'code', 'name', 'level', 'kind', 'parent', 'households', 'geometry', 'node', 'short_name', 'phone', 'duties', 'post', 'title', 'side',
    'login', 'from', 'to',
]);

/** Key of the name of the column that a fault is about; of the whole row when it is none. */
export function fieldKey({ field }: RowFault): string {
    const column = field.replace(/^\//, '').split('/')[0] ?? '';
    const known = column === 'parent_id' ? 'parent' : column;
    return `imports.field.${fields.has(known) ? known : 'row'}`;
}

/** "geometry/coordinates/0/3" → the place of the vertex in its ring, from 1; nothing for other fields. */
export function vertexOf({ field }: RowFault): number | undefined {
    const found = /^geometry\/coordinates(?:\/\d+)*\/(\d+)$/.exec(field);
    return found ? Number(found[1]) + 1 : undefined;
}
