import type { CaseListView, CaseRow, InboxCounts } from '@jingwei/api';
import { computed, type DeepReadonly, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';

interface Shown {
    view: Readonly<Ref<CaseListView>>;
    filtered: Readonly<Ref<boolean>>;
    rows: Readonly<Ref<DeepReadonly<CaseRow[]>>>;
    more: Readonly<Ref<boolean>>;
    loading: Readonly<Ref<boolean>>;
    counts: Readonly<Ref<DeepReadonly<InboxCounts> | undefined>>;
}

interface Told {
    /** The numbers on the tabs; that of a list which is whole on the screen is the number of its rows. */
    shown: Readonly<Ref<DeepReadonly<InboxCounts> | undefined>>;
    /** How many there are, as far as that is known: "9 cases", "30 loaded, there are more". */
    told: Readonly<Ref<string>>;
}

export function useTold({ view, filtered, rows, more, loading, counts }: Shown): Told {
    const { t } = useI18n();
    const isWhole = computed(() => !more.value && !loading.value);
    const shown = computed(() => {
        const read = counts.value;
        if (!read || filtered.value || !isWhole.value || !(view.value in read)) return read;
        return { ...read, [view.value]: rows.value.length };
    });
    const told = computed(() => {
        const count = rows.value.length;
        if (loading.value && count === 0) return '';
        if (more.value) return t(filtered.value ? 'work.told.some_found' : 'work.told.some', { count });
        return t(filtered.value ? 'work.told.found' : 'work.told.all', { count });
    });
    return { shown, told };
}
