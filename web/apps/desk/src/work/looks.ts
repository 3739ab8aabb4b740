import { computed, ref, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';

export const looks = ['list', 'board', 'map'] as const;
export type Look = (typeof looks)[number];
export const groupings = ['state', 'light'] as const;
export type Grouping = (typeof groupings)[number];
export const densities = ['comfortable', 'compact'] as const;
export type Density = (typeof densities)[number];

const kStored = 'jingwei.work';
type Known = 'as' | 'by' | 'density' | 'letters';
const remembered: Record<Known, Ref<string | null>> = {
    as: ref(localStorage.getItem(`${kStored}.as`)), by: ref(localStorage.getItem(`${kStored}.by`)),
    density: ref(localStorage.getItem(`${kStored}.density`)), letters: ref(localStorage.getItem(`${kStored}.letters`)),
};

function remember(name: Known, value: string): void {
    remembered[name].value = value;
    localStorage.setItem(`${kStored}.${name}`, value);
}

interface Looks {
    /** Stands in the address; where the address says nothing, what was chosen last in this browser. */
    look: Ref<Look>;
    grouping: Ref<Grouping>;
    density: Ref<Density>;
    /** Whether letters alone are keys of the list: whoever speaks to the computer, or types with one finger, may not want it. */
    letters: Ref<boolean>;
}

/** How the work is looked at; the same cases whichever way. */
export function useLooks(): Looks {
    const route = useRoute();
    const router = useRouter();
    function chosen<One extends string>(all: readonly One[], name: 'as' | 'by', first: One): Ref<One> {
        return computed({
            get: () => [route.query[name], remembered[name].value].flatMap((said) => all.filter((one) => one === said))[0] ?? first,
            set: (value) => {
                remember(name, value);
                void router.push({ query: { ...route.query, [name]: value } });
            },
        });
    }
    return {
        look: chosen<Look>(looks, 'as', 'list'),
        grouping: chosen<Grouping>(groupings, 'by', 'state'),
        density: computed({
            get: () => densities.find((one) => one === remembered.density.value) ?? 'comfortable',
            set: (value) => remember('density', value),
        }),
        letters: computed({ get: () => remembered.letters.value !== 'off', set: (on) => remember('letters', on ? 'on' : 'off') }),
    };
}
