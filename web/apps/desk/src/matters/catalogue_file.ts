import type { CatalogueFile } from '@jingwei/api';
import { mattersOf, type Classes } from './finding';

type Members = Record<string, unknown>;

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown, member: string): string => {
    const text = isMembers(value) ? value[member] : undefined;
    return typeof text === 'string' ? text : '';
};
const partsOf = (value: unknown, member: string): unknown[] => (isMembers(value) ? listOf(value[member]) : []);

/** What a file holds, if it is a catalogue at all; every detail of it is for the server to check. */
export function readCatalogue(text: string): CatalogueFile | undefined {
    try {
        const value: unknown = JSON.parse(text);
        return isMembers(value) && Array.isArray(value.classes) ? (value as unknown as CatalogueFile) : undefined;
    } catch {
        return undefined;
    }
}

/** What would become of the catalogue in force; a matter is the same by its code. */
export interface Preview {
    title: string;
    source: string;
    classes: number;
    matters: number;
    fresh: number;
    kept: number;
    /** Names of those that the file does not hold. */
    dropped: string[];
}

export function previewOf(file: CatalogueFile, inForce: Classes, nameOf: (matter: { name_zh: string; name_en: string }) => string): Preview {
    const given = listOf(file.classes).flatMap((one) => partsOf(one, 'subclasses')).flatMap((sub) => partsOf(sub, 'matters'));
    const codes = new Set(given.map((matter) => textOf(matter, 'code')));
    const now = mattersOf(inForce);
    const dropped = now.filter((matter) => !codes.has(matter.code));
    const kept = now.length - dropped.length;
    return {
        title: textOf(file, 'title'), source: textOf(file, 'source'), classes: listOf(file.classes).length, matters: given.length,
        fresh: Math.max(0, codes.size - kept), kept, dropped: dropped.map(nameOf),
    };
}

/** Where in the file something is: the names on the way to it, and the member that is meant. */
export interface FilePlace {
    names: string[];
    member: string;
}

const kinds = new Set(['classes', 'subclasses', 'matters']);

/** "/classes/0/subclasses/2/matters/5/limits/0" → class, subclass and matter by name, `limits`. */
export function placeOf(file: CatalogueFile, pointer: string): FilePlace {
    const steps = pointer.split('/').slice(1);
    const names: string[] = [];
    let here: unknown = file;
    let at = 0;
    for (let kind = steps[at]; kind !== undefined && kinds.has(kind) && steps[at + 1] !== undefined; kind = steps[at]) {
        const number = Number(steps[at + 1]);
        here = partsOf(here, kind)[number];
        names.push([textOf(here, 'code'), textOf(here, 'name_zh')].filter(Boolean).join(' ') || String(number + 1));
        at += 2;
    }
    return { names, member: steps[at] ?? '' };
}
