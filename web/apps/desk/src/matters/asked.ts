/** What a matter asks beyond description and place, between its JSON Schema and the lines that a person reads. */
export const askedKinds = ['line', 'number', 'yes_no', 'day', 'choice'] as const;
export type AskedKind = (typeof askedKinds)[number];

export interface AskedField {
    name: string;
    title: string;
    kind: AskedKind;
    /** Of a choice; of others empty. */
    choices: string[];
    required: boolean;
}

type Members = Record<string, unknown>;

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const known = new Set(['type', 'title', 'enum', 'format']);

function kindOf(property: Members): AskedKind | undefined {
    if (Object.keys(property).some((member) => !known.has(member))) return undefined;
    if (property.type === 'boolean') return 'yes_no';
    if (property.type === 'number' || property.type === 'integer') return 'number';
    if (property.type !== 'string') return undefined;
    if (property.enum) return 'choice';
    if (property.format) return property.format === 'date' ? 'day' : undefined;
    return 'line';
}

/** Every field of a schema, as far as it can be told; a kind that the editor does not know is none of its own. */
export function askedOf(form: unknown): (Omit<AskedField, 'kind'> & { kind?: AskedKind })[] {
    if (!isMembers(form) || !isMembers(form.properties)) return [];
    const required = Array.isArray(form.required) ? form.required.filter(isText) : [];
    return Object.entries(form.properties).map(([name, given]) => {
        const property = isMembers(given) ? given : {};
        return {
            name, title: isText(property.title) && property.title ? property.title : name, kind: kindOf(property),
            choices: Array.isArray(property.enum) ? property.enum.filter(isText) : [], required: required.includes(name),
        };
    });
}

/** The same for an editor; undefined when the schema says more than the editor could write again. */
export function editableAsked(form: unknown): AskedField[] | undefined {
    if (form === null || form === undefined) return [];
    if (!isMembers(form) || Object.keys(form).some((member) => !['type', 'properties', 'required'].includes(member))) return undefined;
    const fields: AskedField[] = [];
    for (const { kind, ...field } of askedOf(form)) {
        if (!kind) return undefined;
        fields.push({ ...field, kind });
    }
    return fields;
}

function propertyOf({ kind, title, choices }: AskedField): Members {
    if (kind === 'yes_no') return { type: 'boolean', title };
    if (kind === 'number') return { type: 'number', title };
    if (kind === 'day') return { type: 'string', title, format: 'date' };
    return kind === 'choice' ? { type: 'string', title, enum: choices } : { type: 'string', title };
}

export function formOf(fields: readonly AskedField[]): unknown {
    if (fields.length === 0) return null;
    return {
        type: 'object',
        properties: Object.fromEntries(fields.map((field) => [field.name, propertyOf({ ...field, title: field.title.trim() })])),
        required: fields.filter((field) => field.required).map((field) => field.name),
    };
}

/** A name that none of them has; of the same shape, so that they keep their order. */
export function nextName(fields: readonly AskedField[]): string {
    const taken = new Set(fields.map((field) => field.name));
    let number = 1;
    while (taken.has(`f${number}`)) ++number;
    return `f${number}`;
}
