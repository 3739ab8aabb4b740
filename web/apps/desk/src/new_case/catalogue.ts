import { ApiProblem, matters, type ClassView, type MatterLine, type Named, type Suggestion } from '@jingwei/api';
import { computed, onScopeDispose, readonly, ref, shallowRef, watch, type DeepReadonly, type Ref } from 'vue';
import { currentLanguage, type Language } from '@/i18n';

const kPauseMs = 350;
const kFewest = 2;
const kMostText = 2000;
const classes = shallowRef<ClassView[]>([]);
let asked = false;

async function fetchOnce(): Promise<void> {
    if (asked) return;
    asked = true;
    try {
        classes.value = (await matters.catalogue()).classes;
    } catch (failure) {
        asked = false;
        if (!(failure instanceof ApiProblem)) throw failure;
    }
}

/** Somebody has changed the catalogue: whoever asks for it next fetches it again. */
export function forgetCatalogue(): void {
    asked = false;
}

/** The name in the reader's language; Chinese where no other was given. */
export function nameOf(named: DeepReadonly<Named>, language: Language): string {
    return (language === 'en' && named.name_en) || named.name_zh;
}

export type Branch = {
    value: string;
    label: string;
    children?: Branch[];
};

/** The catalogue as the tree that a person knows: class, subclass, matter. */
export function treeOf(all: DeepReadonly<ClassView[]>, language: Language): Branch[] {
    return all.map((one) => ({
        value: one.code, label: nameOf(one, language),
        children: one.subclasses.map((sub) => ({
            value: `${one.code}/${sub.code}`, label: nameOf(sub, language),
            children: sub.matters.map((matter) => ({ value: matter.id, label: nameOf(matter, language) })),
        })),
    }));
}

interface Catalogue {
    tree: Readonly<Ref<Branch[]>>;
    find(id: string): DeepReadonly<MatterLine> | undefined;
}

export function useCatalogue(): Catalogue {
    void fetchOnce();
    const byId = computed(() => new Map(
        classes.value.flatMap((one) => one.subclasses.flatMap((sub) => sub.matters)).map((matter) => [matter.id, matter]),
    ));
    return { tree: computed(() => treeOf(classes.value, currentLanguage())), find: (id) => byId.value.get(id) };
}

/**
 * Names of the catalogue as cases carry them, in Chinese, told in the reader's language; the catalogue is fetched only by
 * readers of another one. A name that it no longer holds stays as it is.
 */
export function useMatterNames(): (nameZh: string) => string {
    const named = computed(() => new Map(
        classes.value.flatMap((one) => [one, ...one.subclasses, ...one.subclasses.flatMap((sub) => sub.matters)]).map((all) => [all.name_zh, all.name_en]),
    ));
    return (nameZh) => {
        if (currentLanguage() !== 'en') return nameZh;
        void fetchOnce();
        return named.value.get(nameZh) || nameZh;
    };
}

/** What the words speak for, best first, a moment after the writer pauses. */
export function useSuggestions(words: () => string): Readonly<Ref<DeepReadonly<Suggestion[]>>> {
    const found = ref<Suggestion[]>([]);
    let waiting: ReturnType<typeof setTimeout> | undefined;

    async function ask(): Promise<void> {
        const text = words().trim().slice(0, kMostText);
        if (text.length < kFewest) {
            found.value = [];
            return;
        }
        try {
            const { items } = await matters.suggest(text);
            if (text === words().trim().slice(0, kMostText)) found.value = items;
        } catch (failure) {
            if (!(failure instanceof ApiProblem)) throw failure;
        }
    }

    watch(words, () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => void ask(), kPauseMs);
    }, { immediate: true });
    onScopeDispose(() => clearTimeout(waiting));
    return readonly(found);
}
