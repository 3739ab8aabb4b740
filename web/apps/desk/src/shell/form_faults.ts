import type { ApiProblem } from '@jingwei/api';
import { inject, provide, reactive, ref, type InjectionKey, type Ref } from 'vue';

/** What the server said of a form: a sentence at each field that it means, and one for the whole. */
export interface FormFaults {
    /** By JSON pointer of the member of the body, "/name". */
    readonly at: Record<string, string>;
    readonly general: Readonly<Ref<string>>;
    /** A field that shows its own fault; answers how to forget it. */
    claim(pointer: string): () => void;
    set(pointer: string, sentence: string): void;
    tell(problem: ApiProblem, otherwise: string): void;
    clear(): void;
}

const kFaults: InjectionKey<FormFaults> = Symbol('faults of the form');

export function provideFaults(): FormFaults {
    const at = reactive<Record<string, string>>({});
    const general = ref('');
    const claimed = new Map<string, number>();
    /** The field that shows it: the fault of a member inside belongs to the field around it. */
    const fieldOf = (pointer: string): string | undefined => {
        for (let at = pointer; at; at = at.slice(0, at.lastIndexOf('/'))) if (claimed.has(at)) return at;
        return undefined;
    };
    const faults: FormFaults = {
        at,
        general,
        claim(pointer) {
            claimed.set(pointer, (claimed.get(pointer) ?? 0) + 1);
            return () => {
                const left = (claimed.get(pointer) ?? 1) - 1;
                if (left > 0) claimed.set(pointer, left);
                else claimed.delete(pointer);
            };
        },
        set(pointer, sentence) {
            at[pointer] = sentence;
        },
        tell(problem, otherwise) {
            for (const fault of problem.faults) {
                const field = fieldOf(fault.field);
                if (field) at[field] = fault.sentence || problem.message;
                else general.value = fault.sentence;
            }
            if (Object.keys(at).length === 0 && !general.value) general.value = problem.message || otherwise;
        },
        clear() {
            for (const pointer of Object.keys(at)) delete at[pointer];
            general.value = '';
        },
    };
    provide(kFaults, faults);
    return faults;
}

/** Of the form around; undefined outside of one. */
export function useFaults(): FormFaults | undefined {
    return inject(kFaults, undefined);
}
