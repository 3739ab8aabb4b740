import { createI18n } from 'vue-i18n';
import { ref, watch } from 'vue';
import en from './locale/en.json';
import zh from './locale/zh-CN.json';

export type Language = 'zh-CN' | 'en';

interface Sentences {
    [key: string]: string | Sentences;
}

type Files = Readonly<Record<string, Sentences>>;

/** Every feature folder of an app keeps its own sentences in locale/; its name is the first part of the key. */
function messagesOf(files: Files, language: Language): Sentences {
    const messages: Sentences = { phone: language === 'en' ? en : zh };
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

const language = ref<Language>(firstLanguage());

/** The sentences of an app, from its files `./FEATURE/locale/LANGUAGE.json`. */
export function speak(files: Files): ReturnType<typeof made> {
    const i18n = made(files);
    watch(language, (now) => {
        i18n.global.locale.value = now;
        document.documentElement.lang = now;
    }, { immediate: true });
    return i18n;
}

const made = (files: Files) => createI18n({
    legacy: false,
    locale: language.value as string,
    fallbackLocale: 'zh-CN',
    messages: { 'zh-CN': messagesOf(files, 'zh-CN'), en: messagesOf(files, 'en') } as Record<string, Sentences>,
});

/** The language on the screen now; also what the server is asked to answer in. */
export function currentLanguage(): Language {
    return language.value;
}

export function chooseLanguage(chosen: Language): void {
    language.value = chosen;
    try {
        localStorage.setItem(kStored, chosen);
    } catch {
        // It holds until the page is closed.
    }
}
