import { fullTime } from '@jingwei/ui';
import { computed, onScopeDispose, ref, watchEffect, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useSession } from '@/session/session';

/** What the margin of every page says; the sheet's styles read it. */
const kMargin = '--jw-printed';

interface Printing {
    /** Who prints it and when, as it stands on the paper. */
    printed: Readonly<Ref<string>>;
    print(): Promise<void>;
}

/** Prints a sheet, once its photos are there. */
export function usePrinting(sheet: Readonly<Ref<HTMLElement | null>>, code: () => string): Printing {
    const { t, locale } = useI18n();
    const { session } = useSession();
    const now = ref(new Date());
    const printed = computed(() => t('case.print.by', { name: session.value?.name ?? '', time: fullTime(now.value, locale.value) }));
    const tell = (): void => void (now.value = new Date());
    const root = document.documentElement.style;
    watchEffect(() => root.setProperty(kMargin, JSON.stringify(`${code()}  ${printed.value}`)), { flush: 'sync' });
    window.addEventListener('beforeprint', tell);
    onScopeDispose(() => {
        window.removeEventListener('beforeprint', tell);
        root.removeProperty(kMargin);
    });
    return {
        printed,
        async print() {
            // One that cannot be shown is left out of the picture, not a reason to print nothing.
            await Promise.allSettled([...(sheet.value?.querySelectorAll('img') ?? [])].map((photo) => photo.decode()));
            window.print();
        },
    };
}
