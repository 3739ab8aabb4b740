import { newId } from '@jingwei/api';
import { computed, ref, type Ref } from 'vue';

/** What is often reported in the same words: the blanks are filled in each time. */
export interface Template {
    id: string;
    name: string;
    description: string;
    matter: string;
}

export const kMostTemplates = 30;
export const kLongestName = 20;

/** What this browser kept; whatever is not of this form is left out. */
export function readTemplates(stored: string | null): Template[] {
    let read: unknown;
    try {
        read = JSON.parse(stored ?? '[]');
    } catch {
        return [];
    }
    if (!Array.isArray(read)) return [];
    return (read as unknown[]).flatMap((one) => {
        const { id, name, description, matter } = (one ?? {}) as Record<string, unknown>;
        if (typeof id !== 'string' || typeof name !== 'string' || typeof description !== 'string' || typeof matter !== 'string') return [];
        return [{ id, name, description, matter }];
    });
}

/** Why a name cannot be taken; undefined when it can. */
export function templateFault(name: string, others: readonly Template[]): 'missing' | 'taken' | 'many' | undefined {
    if (!name.trim()) return 'missing';
    if (others.some((one) => one.name === name.trim())) return 'taken';
    return others.length >= kMostTemplates ? 'many' : undefined;
}

interface Templates {
    all: Readonly<Ref<readonly Template[]>>;
    add(name: string, description: string, matter: string): void;
    remove(id: string): void;
}

/** The templates of one account; they stay in this browser. */
export function useTemplates(account: string): Templates {
    const key = `jingwei.new_case.templates.${account}`;
    const all = ref(readTemplates(localStorage.getItem(key)));
    function keep(changed: Template[]): void {
        all.value = changed;
        localStorage.setItem(key, JSON.stringify(changed));
    }
    return {
        all: computed(() => all.value),
        add: (name, description, matter) => keep([...all.value, { id: newId(), name: name.trim(), description, matter }]),
        remove: (id) => keep(all.value.filter((one) => one.id !== id)),
    };
}
