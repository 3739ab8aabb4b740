import { fullTime } from '@jingwei/ui';
import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';

/** Prints a sheet when its photos are there; `now` is the moment of printing, as it stands on the paper. */
export function usePrinting(sheet: Readonly<Ref<HTMLElement | null>>): { now: Readonly<Ref<string>>; print(): Promise<void> } {
    const { locale } = useI18n();
    const now = ref(fullTime(new Date(), locale.value));
    const tell = (): void => void (now.value = fullTime(new Date(), locale.value));
    window.addEventListener('beforeprint', tell);
    onScopeDispose(() => window.removeEventListener('beforeprint', tell));
    return {
        now: readonly(now),
        async print() {
            tell();
            // One that cannot be shown is left out of the picture, not a reason to print nothing.
            await Promise.allSettled([...(sheet.value?.querySelectorAll('img') ?? [])].map((photo) => photo.decode()));
            window.print();
        },
    };
}
