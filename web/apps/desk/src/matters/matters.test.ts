import type { ClassView } from '@jingwei/api';
import { createI18n } from 'vue-i18n';
import { expect, test } from 'vitest';
import { limitWords } from '@/case/explanation';
import cases from '@/case/locale/en.json';
import territory from '@/territory/locale/en.json';
import { askedOf, editableAsked, formOf, nextName } from './asked';
import { placeOf, previewOf, readCatalogue } from './catalogue_file';
import { differences } from './comparison';
import { missingIn } from './filled_in';
import { classOf, figuresOf, mattersOf, narrowed, nothingNarrowed } from './finding';
import { limitRows } from './limits';
import en from './locale/en.json';
import { freshMatter, inputOf, wholeOf } from './whole';

const { t } = createI18n({ legacy: false, locale: 'en', messages: { en: { case: cases, matters: en, territory } } }).global;

const line = (code: string, name: string, given: object = {}): ClassView['subclasses'][number]['matters'][number] => ({
    id: `id-${code}`, code, name_zh: name, name_en: '', bearing: 'bears', severity: 'ordinary', emergency: false, grid_may_close: true, ...given,
});
const classes: ClassView[] = [
    { code: '01', name_zh: 'town', name_en: 'Town', subclasses: [
        { code: '0101', name_zh: 'roads', name_en: 'Roads', matters: [line('a1', 'lamp'), line('a2', 'cover', { grid_may_close: false })] },
        { code: '0102', name_zh: 'green', name_en: 'Green', matters: [] },
    ] },
    { code: '02', name_zh: 'safety', name_en: 'Safety', subclasses: [
        { code: '0201', name_zh: 'fire', name_en: 'Fire', matters: [line('b1', 'smoke', { emergency: true, bearing: 'assists', severity: 'grave' })] },
    ] },
];
const codes = (all: ReturnType<typeof narrowed>): string[] => mattersOf(all).map((one) => one.code);

test('every word narrows, whether it stands in the name, the code or what is above', () => {
    expect(codes(narrowed(classes, { ...nothingNarrowed(), words: 'ROADS lamp' }))).toEqual(['a1']);
    expect(codes(narrowed(classes, { ...nothingNarrowed(), words: 'b1' }))).toEqual(['b1']);
    expect(narrowed(classes, { ...nothingNarrowed(), words: 'roads smoke' })).toEqual([]);
});

test('what a matter is narrows too, and what is left without matters goes', () => {
    expect(codes(narrowed(classes, { ...nothingNarrowed(), mayClose: true }))).toEqual(['a1', 'b1']);
    expect(codes(narrowed(classes, { ...nothingNarrowed(), bearing: 'bears', emergency: true }))).toEqual([]);
    const town = narrowed(classes, nothingNarrowed())[0];
    expect(town?.subclasses.map((sub) => sub.code)).toEqual(['0101']);
});

test('figures count what is there; a matter knows its class', () => {
    expect(figuresOf(classes)).toEqual({ matters: 3, bears: 2, mayClose: 2, emergency: 1 });
    expect(classOf(classes, 'id-b1')).toBe('02');
    expect(classOf(classes, undefined)).toBeUndefined();
});

test('what a catalogue leaves out has its usual value, and goes back without the space around it', () => {
    const nothing = {
        guidance_zh: null, guidance_en: null, bearing: null, funding: null, severity: null, evidence: null, grid_may_close: null,
        is_public: null, emergency: null, keywords: null, responsible: null, limits: null, form: null,
    };
    const whole = wholeOf({ code: 'x', name_zh: ' lamp ', name_en: null, ...nothing });
    expect(whole).toEqual({ ...freshMatter(), code: 'x', name_zh: ' lamp ' });
    expect(inputOf({ ...whole, grid_may_close: true })).toMatchObject({ name_zh: 'lamp', grid_may_close: false });
    expect(inputOf(whole)).not.toHaveProperty('form');
});

test('a limit says whose it is; those for single units hang under their stage', () => {
    const day = { amount: 1, unit: 'working_days' as const };
    const hours = { amount: 2, unit: 'working_hours' as const };
    const content = { limits: [{ stage: 'handle' as const, unit: null, limit: day }, { stage: 'sign' as const, unit: 'Fire', limit: hours }] };
    const rows = limitRows({ content: content as never, limits: [{ stage: 'sign', unit: null, limit: day }, { stage: 'handle', unit: null, limit: day }] });
    expect(rows.map((row) => [row.stage, row.own, row.units.length])).toEqual([['sign', false, 1], ['handle', true, 0]]);
    expect([limitWords(t, day), limitWords(t, hours)]).toEqual(['1 working day', '2 working hours']);
});

test('a comparison tells what reads otherwise, and nothing else', () => {
    const before = { ...freshMatter(), name_zh: 'lamp', keywords: ['dark'] };
    expect(differences(before, structuredClone(before), t)).toEqual([]);
    const after = {
        ...before, severity: 'serious' as const, keywords: ['dark', 'lamp'],
        responsible: [{ level: 'town' as const, unit: 'Roads', lead: true }, { level: 'town' as const, unit: 'Power', lead: false }],
        limits: [{ stage: 'sign' as const, unit: null, limit: { amount: 1, unit: 'working_days' as const } }],
    };
    expect(differences(before, after, t).map((one) => [one.label, one.before, one.after])).toEqual([
        ['Severity', 'Ordinary', 'Serious'],
        ['Keywords', 'dark', 'dark, lamp'],
        ['Units (Town)', '', 'Leads: Roads\nAssists: Power'],
        ['Limit: Sign for', '', '1 working day'],
    ]);
});

test('questions go into a schema and come back; what the editor could not write it does not open', () => {
    const fields = [
        { name: 'f1', title: 'Homes', kind: 'number' as const, choices: [], required: true },
        { name: 'f2', title: 'Kind', kind: 'choice' as const, choices: ['a', 'b'], required: false },
        { name: 'f4', title: 'Since', kind: 'day' as const, choices: [], required: false },
    ];
    expect(editableAsked(formOf(fields))).toEqual(fields);
    expect(nextName(fields)).toBe('f3');
    expect(formOf([])).toBeNull();
    expect(editableAsked(null)).toEqual([]);
    const intricate = { type: 'object', properties: { list: { type: 'array', title: 'All' }, x: { type: 'string', maxLength: 3 } } };
    expect(editableAsked(intricate)).toBeUndefined();
    expect(askedOf(intricate).map((field) => [field.title, field.kind])).toEqual([['All', undefined], ['x', undefined]]);
});

test('what is missing is said at its line', () => {
    const draft = { ...freshMatter(), code: 'x', responsible: [{ level: 'town' as const, unit: ' ', lead: true }] };
    expect([...missingIn(draft, '', [], t).keys()]).toEqual(['/subclass_code', '/content/name_zh', '/content/responsible/0']);
});

test('a file is looked through before it is sent', () => {
    expect(readCatalogue('[]')).toBeUndefined();
    expect(readCatalogue('no')).toBeUndefined();
    const file = readCatalogue(JSON.stringify({ title: 'T', source: 'S', classes: [
        { code: '01', name_zh: 'town', subclasses: [{ code: '0101', name_zh: 'roads', matters: [{ code: 'a1', name_zh: 'lamp' }, { code: 'new' }] }] },
    ] }));
    if (!file) throw new Error('it is a catalogue');
    expect(previewOf(file, classes, (one) => one.name_zh)).toEqual({
        title: 'T', source: 'S', classes: 1, matters: 2, fresh: 1, kept: 1, dropped: ['cover', 'smoke'],
    });
    expect(placeOf(file, '/classes/0/subclasses/0/matters/0/limits/1')).toEqual({ names: ['01 town', '0101 roads', 'a1 lamp'], member: 'limits' });
    expect(placeOf(file, '/title')).toEqual({ names: [], member: 'title' });
    expect(placeOf(file, '/classes')).toEqual({ names: [], member: 'classes' });
});
