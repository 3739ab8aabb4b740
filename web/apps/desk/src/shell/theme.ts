import { computed, readonly, ref, watchEffect, type Ref } from 'vue';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const kStored = 'jingwei.theme';
const night = window.matchMedia('(prefers-color-scheme: dark)');
const isNight = ref(night.matches);
night.addEventListener('change', ({ matches }) => (isNight.value = matches));

const stored = localStorage.getItem(kStored);
const theme = ref<Theme>(themes.find((one) => one === stored) ?? 'auto');

const dark = computed(() => theme.value === 'dark' || (theme.value === 'auto' && isNight.value));
watchEffect(() => document.documentElement.classList.toggle('dark', dark.value));

/** Paper is white: what is printed by night is printed as by day. */
window.addEventListener('beforeprint', () => document.documentElement.classList.remove('dark'));
window.addEventListener('afterprint', () => document.documentElement.classList.toggle('dark', dark.value));

/** Light or dark; `auto` is as the system has it. Kept in this browser. */
export function useTheme(): { theme: Readonly<Ref<Theme>>; dark: Readonly<Ref<boolean>>; choose(chosen: Theme): void } {
    return {
        theme: readonly(theme),
        dark,
        choose(chosen) {
            theme.value = chosen;
            localStorage.setItem(kStored, chosen);
        },
    };
}
