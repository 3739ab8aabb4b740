import { ask } from './transport';

/** Names come in both languages; a county's own catalogue may leave the English one empty. */
export interface Named {
    name_zh: string;
    name_en: string;
}

export interface MatterLine extends Named {
    id: string;
    code: string;
    severity: 'minor' | 'ordinary' | 'serious' | 'grave';
    emergency: boolean;
    grid_may_close: boolean;
}

export interface SubclassView extends Named {
    code: string;
    matters: MatterLine[];
}

export interface ClassView extends Named {
    code: string;
    subclasses: SubclassView[];
}

export interface Suggestion {
    matter: MatterLine;
    class_name_zh: string;
    class_name_en: string;
    /** What in the text spoke for it. */
    words: string[];
}

export const matters = {
    /** Everything in force: classes, subclasses, matters. */
    catalogue: (): Promise<{ version: number; classes: ClassView[] }> => ask('GET', '/matters'),
    suggest: (text: string): Promise<{ items: Suggestion[] }> => ask('POST', '/matters/suggestions', { body: { text } }),
};
