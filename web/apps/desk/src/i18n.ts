import { firstLanguage, keepLanguage, sentencesOf, uiMessages, type Language, type Sentences } from '@jingwei/ui';
import { mapMessages } from '@jingwei/map/messages';
import { createI18n } from 'vue-i18n';
import { watch } from 'vue';

export type { Language };
export const languages: readonly Language[] = ['zh-CN', 'en'];

/** A sentence by its key, with the words that fill its places; with a number, in the form that it asks for. */
export interface Say {
    (key: string, named?: Record<string, unknown>): string;
    (key: string, named: Record<string, unknown>, plural: number): string;
}

/** Every feature folder keeps its own sentences in locale/; its name is the first part of the key. */
const files = import.meta.glob<Sentences>('./*/locale/*.json', { eager: true, import: 'default' });

const messagesOf = (language: Language): Sentences => sentencesOf(files, language, { ...uiMessages[language], ...mapMessages[language] });

export const i18n = createI18n({
    legacy: false,
    locale: firstLanguage(),
    fallbackLocale: 'zh-CN',
    messages: { 'zh-CN': messagesOf('zh-CN'), en: messagesOf('en') },
});

/** The language on the screen now; also what the server is asked to answer in. */
export function currentLanguage(): Language {
    return i18n.global.locale.value === 'en' ? 'en' : 'zh-CN';
}

export function chooseLanguage(language: Language): void {
    i18n.global.locale.value = language;
    keepLanguage(language);
}

watch(i18n.global.locale, (language) => (document.documentElement.lang = language), { immediate: true });
