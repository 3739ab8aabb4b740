import { computed, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** What narrows the room, in the address, so that it can be kept, sent and gone back to. */
export interface PeopleRoute {
    words: Readonly<Ref<string>>;
    /** Id of the place. */
    at: Readonly<Ref<string>>;
    /** Id of the person whose panel is open. */
    person: Readonly<Ref<string>>;
    /** Which part of what is open is shown. */
    part: Readonly<Ref<string>>;
    narrow(by: { q?: string; at?: string; person?: string }): void;
}

export function usePeopleRoute(): PeopleRoute {
    const route = useRoute();
    const router = useRouter();
    const said = (name: string): string => (typeof route.query[name] === 'string' ? route.query[name] : '');
    return {
        words: computed(() => said('q')),
        at: computed(() => said('at')),
        person: computed(() => said('person')),
        part: computed(() => said('part')),
        narrow(by) {
            const query = { ...route.query, ...by };
            void router.push({ query: Object.fromEntries(Object.entries(query).filter(([, value]) => value)) });
        },
    };
}
