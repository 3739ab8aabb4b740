import type { Due } from '@jingwei/api';
import { expect, test } from 'vitest';
import { dueByPlace } from './due';

const due = (path: string, member_id: string, kind: Due['kind']): Due => ({
    kind, member_id, name: member_id, post_id: 'p', post_kind: 'worker', title: '', node_id: path, path, full_name: path, day: null, hours: 0,
});

test('what is due stands by place, and of one person together', () => {
    const places = dueByPlace([due('a', '王', 'untrained'), due('a', '李', 'untrained'), due('a', '王', 'training_short'), due('b', '王', 'filled_unrecorded')]);
    expect(places.map(({ path, people }) => [path, people.map((one) => [one.name, one.due.length])])).toEqual([
        ['a', [['王', 2], ['李', 1]]],
        ['b', [['王', 1]]],
    ]);
});
