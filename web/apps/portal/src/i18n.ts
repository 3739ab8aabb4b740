import { createI18n } from 'vue-i18n';
import { watch } from 'vue';

export type Language = 'zh-CN' | 'en';

interface Sentences {
    [key: string]: string | Sentences;
}

/** Every feature folder keeps its own sentences in locale/; its name is the first part of the key. */
const files = import.meta.glob<Sentences>('./*/locale/*.json', { eager: true, import: 'default' });

function messagesOf(language: Language): Sentences {
    const messages: Sentences = {};
    for (const [path, sentences] of Object.entries(files)) {
        const [, feature, , file] = path.split('/');
        if (feature && file === `${language}.json`) messages[feature] = sentences;
    }
    return messages;
}

const kStored = 'jingwei.language';

/** A browser that is told to keep nothing has no storage. */
function stored(): string | null {
    try {
        return localStorage.getItem(kStored);
    } catch {
        return null;
    }
}

function firstLanguage(): Language {
    const chosen = stored();
    if (chosen === 'zh-CN' || chosen === 'en') return chosen;
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
    try {
        localStorage.setItem(kStored, language);
    } catch {
        // It holds until the page is closed.
    }
}

watch(i18n.global.locale, (language) => (document.documentElement.lang = language), { immediate: true });
