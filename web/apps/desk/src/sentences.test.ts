import { parse } from '@vue/compiler-sfc';
import { expect, test } from 'vitest';

interface Sentences {
    [key: string]: string | Sentences;
}

const files = import.meta.glob<Sentences>('../../../{apps,packages}/*/src/**/locale/*.json', { eager: true, import: 'default' });
const sources = import.meta.glob<string>(['../../../{apps,packages}/*/src/**/*.{vue,ts}', '!**/*.test.ts', '!**/contract.ts'], {
    eager: true, import: 'default', query: '?raw',
});

function flat(sentences: Sentences, before = ''): Map<string, string> {
    const all = new Map<string, string>();
    for (const [key, value] of Object.entries(sentences)) {
        if (typeof value === 'string') all.set(before + key, value);
        else for (const [inner, sentence] of flat(value, `${before}${key}.`)) all.set(inner, sentence);
    }
    return all;
}

function known(language: string): Map<string, string> {
    const all = new Map<string, string>();
    for (const [path, sentences] of Object.entries(files)) {
        const parts = path.split('/');
        if (parts.at(-1) !== `${language}.json`) continue;
        const feature = path.includes('/packages/') ? parts[parts.indexOf('src') - 1] : parts.at(-3);
        for (const [key, sentence] of flat(sentences)) all.set(`${feature}.${key}`, sentence);
    }
    return all;
}

const zh = known('zh-CN');
const en = known('en');
const slots = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map((slot) => slot[1] ?? '').sort();

test('both languages have the same sentences', () => {
    expect([...zh.keys()].filter((key) => !en.has(key))).toEqual([]);
    expect([...en.keys()].filter((key) => !zh.has(key))).toEqual([]);
});

test('both languages fill the same places', () => {
    const unlike = [...zh].filter(([key, sentence]) => {
        const other = en.get(key) ?? '';
        return [...new Set(slots(sentence))].join() !== [...new Set(slots(other))].join();
    });
    expect(unlike.map(([key]) => key)).toEqual([]);
});

test('no sentence is empty', () => {
    expect([...zh, ...en].filter(([, sentence]) => sentence.trim() === '').map(([key]) => key)).toEqual([]);
});

test('every key that the sources name exists', () => {
    const missing: string[] = [];
    for (const [path, source] of Object.entries(sources)) {
        for (const use of source.matchAll(/\b(?:t|title|label)(?:\(|: )'([a-z_]+(?:\.[a-z_]+)+)'/g)) {
            if (!zh.has(use[1] ?? '')) missing.push(`${path}: ${use[1]}`);
        }
    }
    expect(missing).toEqual([]);
});

interface Node {
    type: number;
    content?: unknown;
    props?: { type: number; name: string; value?: { content: string } }[];
    children?: Node[];
    branches?: Node[];
}

const kText = 2;
const kAttribute = 6;
const spoken = new Set(['placeholder', 'title', 'label', 'alt', 'aria-label', 'text', 'description']);
const hasLetters = (text: string): boolean => /\p{L}/u.test(text);

function literals(node: Node): string[] {
    const found: string[] = [];
    if (node.type === kText && typeof node.content === 'string' && hasLetters(node.content)) found.push(node.content.trim());
    for (const prop of node.props ?? []) {
        if (prop.type === kAttribute && spoken.has(prop.name) && hasLetters(prop.value?.content ?? '')) found.push(prop.value?.content ?? '');
    }
    for (const child of node.children ?? []) found.push(...literals(child));
    return found;
}

test('no screen carries text of its own', () => {
    const found: string[] = [];
    for (const [path, source] of Object.entries(sources)) {
        if (!path.endsWith('.vue')) {
            if (/\p{Script=Han}/u.test(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''))) found.push(path);
            continue;
        }
        const { descriptor } = parse(source);
        const script = (descriptor.scriptSetup?.content ?? '').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
        if (/\p{Script=Han}/u.test(script)) found.push(path);
        const root = descriptor.template?.ast as unknown as Node | undefined;
        if (root) found.push(...literals(root).map((text) => `${path}: ${text}`));
    }
    expect(found).toEqual([]);
});
