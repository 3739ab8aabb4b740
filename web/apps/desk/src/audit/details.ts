/** What an entry says beyond who, when and what: a label and a value, in words or yet to be named. */
export type Detail =
    | { label: 'role' | 'path'; kind: 'role' | 'place'; value: string }
    | { label: 'disabled' | 'display_name' | 'fictional'; kind: 'yes_or_no'; value: boolean }
    | { label: 'cases' | 'steps' | 'seed'; kind: 'number'; value: number }
    | { label: 'other'; kind: 'text'; value: string };

const isId = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

function detailOf(name: string, value: unknown): Detail | undefined {
    if (name === 'role' && typeof value === 'string') return { label: name, kind: 'role', value };
    if (name === 'path' && typeof value === 'string') return { label: name, kind: 'place', value };
    if ((name === 'disabled' || name === 'display_name' || name === 'fictional') && typeof value === 'boolean') {
        return { label: name, kind: 'yes_or_no', value };
    }
    if ((name === 'cases' || name === 'steps' || name === 'seed') && typeof value === 'number') return { label: name, kind: 'number', value };
    if (isId(value)) return undefined;
    return { label: 'other', kind: 'text', value: `${name.replaceAll('_', ' ')}: ${String(value)}` };
}

/** Ids are left out: they say nothing to a reader, and stand in the file that he exports. */
export function detailsOf(detail: unknown): Detail[] {
    if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) return [];
    return Object.entries(detail).flatMap(([name, value]) => detailOf(name, value) ?? []);
}
