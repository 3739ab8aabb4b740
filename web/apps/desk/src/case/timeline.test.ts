import type { CaseView } from '@jingwei/api';
import { expect, test } from 'vitest';
import { linesOf } from './timeline';

const by = { id: null, name: '李书记', duty: '网格长' };
const own = (no: number, at: string, action: 'report' | 'assign', state: 'reported' | 'assigned'): CaseView['steps'][number] => ({
    id: `own-${no}`, no, action, at, by, capacity: 'desk', state, text: '', files: [],
    unit: null, node: null, other_code: null, other_case: null, plate: null, limit: null, solved: null, satisfied: null,
});
const merge = (at: string, action: 'merge' | 'unmerge'): CaseView['merge_steps'][number] => ({
    id: `other-${action}`, action, at, by, capacity: 'desk', text: '同一盏灯', case_id: 'report', code: 'JW-2',
});

test('what was merged in and taken out stands between the steps of the case, where it happened', () => {
    const lines = linesOf({
        steps: [own(1, '2026-03-02T01:00:00Z', 'report', 'reported'), own(2, '2026-03-02T03:00:00Z', 'assign', 'assigned')],
        merge_steps: [merge('2026-03-02T02:00:00.5Z', 'merge'), merge('2026-03-02T04:00:00Z', 'unmerge')],
    });
    expect(lines.map(({ step, report }) => [step.action, report])).toEqual([
        ['report', undefined], ['merge', 'JW-2'], ['assign', undefined], ['unmerge', 'JW-2'],
    ]);
    expect(lines.map(({ before }) => before)).toEqual([undefined, 'reported', 'reported', 'assigned']);
    expect(lines.every(({ step, before, report }) => !report || step.state === before)).toBe(true);
});

test('a case that nothing was merged into has its own steps only', () => {
    const steps = [own(1, '2026-03-02T01:00:00Z', 'report', 'reported')];
    expect(linesOf({ steps, merge_steps: [] }).map(({ step }) => step)).toEqual(steps);
});
