export type Language = 'zh-CN' | 'en';

/** Sentences by key, however deep. */
export interface Sentences {
    [key: string]: string | Sentences;
}

/**
 * Every feature folder of an app keeps its own sentences in `./FEATURE/locale/LANGUAGE.json`; its name is the first part
 * of the key. `shared`: those that the app did not write itself.
 */
export function sentencesOf(files: Readonly<Record<string, Sentences>>, language: Language, shared: Sentences): Sentences {
    const all: Sentences = { ...shared };
    for (const [path, sentences] of Object.entries(files)) {
        const [, feature, , file] = path.split('/');
        if (feature && file === `${language}.json`) all[feature] = sentences;
    }
    return all;
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

/** What the reader chose here before, else what the browser is set to. */
export function firstLanguage(): Language {
    const chosen = stored();
    if (chosen === 'zh-CN' || chosen === 'en') return chosen;
    return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

/** Without storage it holds until the page is closed. */
export function keepLanguage(language: Language): void {
    try {
        localStorage.setItem(kStored, language);
    } catch {
        // Nothing is lost but the choice.
    }
}
