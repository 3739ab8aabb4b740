import { createI18n } from 'vue-i18n';
import { ref, watch } from 'vue';
import { firstLanguage, keepLanguage, sentencesOf, type Language, type Sentences } from '@jingwei/ui/language';
import en from './locale/en.json';
import zh from './locale/zh-CN.json';

export type { Language } from '@jingwei/ui/language';

const language = ref<Language>(firstLanguage());

/** The sentences of an app, from its files `./FEATURE/locale/LANGUAGE.json`. */
export function speak(files: Readonly<Record<string, Sentences>>): ReturnType<typeof made> {
    const i18n = made(files);
    watch(language, (now) => {
        i18n.global.locale.value = now;
        document.documentElement.lang = now;
    }, { immediate: true });
    return i18n;
}

const made = (files: Readonly<Record<string, Sentences>>) => createI18n({
    legacy: false,
    locale: language.value as string,
    fallbackLocale: 'zh-CN',
    messages: {
        'zh-CN': sentencesOf(files, 'zh-CN', { phone: zh }), en: sentencesOf(files, 'en', { phone: en }),
    } as Record<string, Sentences>,
});

/** The language on the screen now; also what the server is asked to answer in. */
export function currentLanguage(): Language {
    return language.value;
}

export function chooseLanguage(chosen: Language): void {
    language.value = chosen;
    keepLanguage(chosen);
}
