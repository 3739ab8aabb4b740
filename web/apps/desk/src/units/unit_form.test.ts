import type { UnitRow } from '@jingwei/api';
import { expect, test } from 'vitest';
import { changeOf, newUnit, type UnitDraft } from './unit_form';

const before: UnitRow = {
    id: 'u', name: 'Water', short_name: 'W', kind: 'department', node_id: 'n', path: '990001', parent_id: null, phone: '1', duties: 'pipes',
    valid_from: '2026-01-01T00:00:00Z',
};
const draft: UnitDraft = { name: 'Water ', short_name: 'W', kind: 'department', node_id: 'n', phone: '', duties: 'pipes' };

test('a change holds only what differs; an emptied field is emptied', () => {
    expect(changeOf(before, draft)).toEqual({ phone: '' });
});

test('a new unit without a unit above it says nothing of one', () => {
    expect(newUnit(draft, 'id')).toEqual({
        id: 'id', name: 'Water', short_name: 'W', kind: 'department', node_id: 'n', phone: '', duties: 'pipes',
    });
    expect(newUnit({ ...draft, parent_id: 'p' }, 'id').parent_id).toBe('p');
});
