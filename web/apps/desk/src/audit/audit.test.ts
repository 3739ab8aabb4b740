import { expect, test } from 'vitest';
import contract from '../../../../../api/openapi.json';
import cases from '../case/locale/zh-CN.json';
import { actionGroups, actionKey, kinds, presets } from './actions';
import { addressOf, askedOf, queriesOf } from './asked';
import { csvOf } from '@/shell/csv';
import { detailsOf } from './details';
import zh from './locale/zh-CN.json';

const nothing = { view: 'all', from: '', to: '', account: '', action: '', kind: '', subject: '' } as const;

test('every action has words: steps of a case those that cases have', () => {
    const words: Record<string, string> = { ...zh.action };
    const steps: Record<string, string> = cases.action;
    for (const action of Object.values(actionGroups).flat()) {
        const key = actionKey(action);
        expect(key.startsWith('case.') ? steps[key.slice('case.action.'.length)] : words[key.slice('audit.action.'.length)], key).toBeTruthy();
    }
    for (const kind of kinds) expect(zh.kind[kind]).toBeTruthy();
});

test('every step that the contract names is one that can be looked for', () => {
    const steps = contract.components.schemas.Action.enum.map((action) => `case.${action}`);
    expect([...actionGroups.case].sort()).toEqual(steps.sort());
});

test('a search stands in the address and comes back from it', () => {
    const asked = { ...nothing, view: 'sign_ins', from: '2026-03-01', account: 'someone' } as const;
    expect(addressOf(asked)).toEqual({ view: 'sign_ins', from: '2026-03-01', account: 'someone' });
    expect(askedOf({ view: 'sign_ins', from: '2026-03-01', account: 'someone' })).toEqual(asked);
    expect(askedOf({ view: 'no such view', from: 'yesterday' })).toEqual(nothing);
});

test('a view asks for each of its actions, an action for itself alone; days are whole', () => {
    expect(queriesOf({ ...nothing, view: 'rights', to: '2026-03-01' })).toEqual([
        { action: 'role_grant.give', to: '2026-03-01T16:00:00.000Z' }, { action: 'role_grant.end', to: '2026-03-01T16:00:00.000Z' },
    ]);
    expect(queriesOf({ ...nothing, view: 'sign_ins', action: 'account.locked' })).toEqual([{ action: 'account.locked' }]);
    expect(queriesOf(nothing)).toEqual([{}]);
    expect(presets.all).toEqual([]);
});

test('what an entry holds is told in rows, without ids', () => {
    expect(detailsOf({ grant: '019a35d8-ec00-7cde-af60-2ad77790318b', role: 'auditor', disabled: true, left_over: 3 })).toEqual([
        { label: 'role', kind: 'role', value: 'auditor' }, { label: 'disabled', kind: 'yes_or_no', value: true },
        { label: 'other', kind: 'text', value: 'left over: 3' },
    ]);
    expect(detailsOf(null)).toEqual([]);
});

test('a cell keeps its commas, and a spreadsheet computes none', () => {
    expect(csvOf([['a,b', 'say "so"'], ['=1+1', '2']])).toBe('\uFEFF"a,b","say ""so"""\r\n\'=1+1,2\r\n');
});
