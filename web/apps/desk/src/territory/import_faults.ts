import type { RowFault } from '@jingwei/api';

/** What can be wrong with a row of a file: the server names it by a code, the sentences are ours. */
export const faultCodes: ReadonlySet<string> = new Set([
    'code_malformed', 'code_bad_kind', 'code_zero_sequence', 'code_needed', 'code_not_below_parent', 'code_taken', 'path_taken', 'code_twice',
    'level_not_below_parent', 'level_not_of_code', 'level_unknown', 'grid_needs_village', 'kind_not_of_level', 'kind_not_of_code',
    'parent_unknown', 'node_unknown', 'name_needed', 'households_malformed', 'outside_your_scope', 'unit_unknown', 'unit_centre_taken',
    'unit_kind_unknown', 'import_unit_twice', 'import_unit_kind_fixed', 'import_unit_parent_fixed', 'import_text_20', 'import_text_40',
    'import_text_2000', 'geojson_not_area', 'geojson_bad_position', 'geojson_ring_too_short', 'geojson_too_many_vertices',
    'geojson_crosses_itself',
]);

const fields: ReadonlySet<string> = new Set([
    'code', 'name', 'level', 'kind', 'parent', 'households', 'geometry', 'node', 'short_name', 'phone', 'duties',
]);

/** Keys of the two things that are told of a fault: where in the row, and what to do about it. */
export function keysOf({ field, code }: RowFault): { field: string; sentence: string } {
    const column = field.replace(/^\//, '').split('/')[0] ?? '';
    const known = column === 'parent_id' ? 'parent' : column;
    return {
        field: `territory.import.field.${fields.has(known) ? known : 'row'}`,
        sentence: `territory.import.fault.${faultCodes.has(code) ? code : 'other'}`,
    };
}

/** "geometry/coordinates/0/3" → the place of the vertex in its ring, from 1; nothing for other fields. */
export function vertexOf({ field }: RowFault): number | undefined {
    const found = /^geometry\/coordinates(?:\/\d+)*\/(\d+)$/.exec(field);
    return found ? Number(found[1]) + 1 : undefined;
}
