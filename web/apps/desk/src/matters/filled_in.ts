import type { Say } from '@/i18n';
import type { AskedField } from './asked';
import type { WholeMatter } from './whole';

/** What is missing in a draft: a sentence at each field, by its pointer. */
export function missingIn(draft: WholeMatter, subclass: string | undefined, asked: readonly AskedField[], t: Say): Map<string, string> {
    const missing = new Map<string, string>();
    const need = (pointer: string, has: unknown, key: string): void => {
        if (!has) missing.set(pointer, t(`matters.missing.${key}`));
    };
    need('/subclass_code', subclass !== '', 'subclass');
    need('/content/code', draft.code.trim(), 'code');
    need('/content/name_zh', draft.name_zh.trim(), 'name_zh');
    draft.responsible.forEach((one, at) => need(`/content/responsible/${at}`, one.unit.trim(), 'unit'));
    draft.limits.forEach((one, at) => {
        need(`/content/limits/${at}`, one.limit.amount, 'amount');
        need(`/content/limits/${at}`, one.unit === null || one.unit.trim(), 'unit');
    });
    asked.forEach((field, at) => {
        need(`/content/form/${at}`, field.title.trim(), 'question');
        if (field.title.trim()) need(`/content/form/${at}`, field.kind !== 'choice' || field.choices.length > 1, 'choices');
    });
    return missing;
}
