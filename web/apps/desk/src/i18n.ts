import { uiMessages } from '@jingwei/ui';
import { mapMessages } from '@jingwei/map/messages';
import { createI18n } from 'vue-i18n';
import { watch } from 'vue';

export type Language = 'zh-CN' | 'en';
export const languages: readonly Language[] = ['zh-CN', 'en'];

/** A sentence by its key, with the words that fill its places; with a number, in the form that it asks for. */
export interface Say {
    (key: string, named?: Record<string, unknown>): string;
    (key: string, named: Record<string, unknown>, plural: number): string;
}

interface Sentences {
    [key: string]: string | Sentences;
}

/** Every feature folder keeps its own sentences in locale/; its name is the first part of the key. */
const files = import.meta.glob<Sentences>('./*/locale/*.json', { eager: true, import: 'default' });

function messagesOf(language: Language): Sentences {
    const messages: Sentences = { ...uiMessages[language], ...mapMessages[language] };
    for (const [path, sentences] of Object.entries(files)) {
        const [, feature, , file] = path.split('/');
        if (feature && file === `${language}.json`) messages[feature] = sentences;
    }
    return messages;
}

const kStored = 'jingwei.language';

function firstLanguage(): Language {
    const stored = localStorage.getItem(kStored);
    if (stored === 'zh-CN' || stored === 'en') return stored;
    return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

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
    localStorage.setItem(kStored, language);
}

watch(i18n.global.locale, (language) => (document.documentElement.lang = language), { immediate: true });
