import type { Bearing, ClassView, MatterLine, Severity } from '@jingwei/api';
import type { DeepReadonly } from 'vue';

export type Classes = DeepReadonly<ClassView[]>;

/** What the reader of the list wants to see of it. */
export interface Narrowing {
    words: string;
    bearing?: Bearing;
    severity?: Severity;
    mayClose: boolean;
    emergency: boolean;
}

export const nothingNarrowed = (): Narrowing => ({ words: '', bearing: undefined, severity: undefined, mayClose: false, emergency: false });

export const narrows = (narrowing: Narrowing): boolean =>
    Boolean(narrowing.words.trim() || narrowing.bearing || narrowing.severity || narrowing.mayClose || narrowing.emergency);

function fits(matter: DeepReadonly<MatterLine>, { bearing, severity, mayClose, emergency }: Narrowing): boolean {
    return (!bearing || matter.bearing === bearing) && (!severity || matter.severity === severity)
        && (!mayClose || matter.grid_may_close) && (!emergency || matter.emergency);
}

const textOf = (named: { readonly code: string; readonly name_zh: string; readonly name_en: string }): string =>
    `${named.code} ${named.name_zh} ${named.name_en}`.toLowerCase();

/** Those matters that fit, in their classes; every word must occur in the names of the matter or of what it hangs in. */
export function narrowed(classes: Classes, narrowing: Narrowing): Classes {
    const words = narrowing.words.toLowerCase().split(/\s+/).filter(Boolean);
    const spokenOf = (text: string): boolean => words.every((word) => text.includes(word));
    return classes
        .map((one) => ({
            ...one,
            subclasses: one.subclasses
                .map((sub) => ({
                    ...sub,
                    matters: sub.matters.filter((matter) =>
                        fits(matter, narrowing) && spokenOf(`${textOf(one)} ${textOf(sub)} ${textOf(matter)}`)),
                }))
                .filter((sub) => sub.matters.length > 0),
        }))
        .filter((one) => one.subclasses.length > 0);
}

export const mattersOf = (classes: Classes): DeepReadonly<MatterLine>[] =>
    classes.flatMap((one) => one.subclasses.flatMap((sub) => sub.matters));

export interface Figures {
    matters: number;
    bears: number;
    mayClose: number;
    emergency: number;
}

export function figuresOf(classes: Classes): Figures {
    const all = mattersOf(classes);
    const count = (is: (matter: DeepReadonly<MatterLine>) => boolean): number => all.filter(is).length;
    return {
        matters: all.length, bears: count((one) => one.bearing === 'bears'), mayClose: count((one) => one.grid_may_close),
        emergency: count((one) => one.emergency),
    };
}

/** The class that a matter in force hangs in. */
export function classOf(classes: Classes, id: string | undefined): string | undefined {
    return classes.find((one) => one.subclasses.some((sub) => sub.matters.some((matter) => matter.id === id)))?.code;
}
