import type { OwnPost } from '@jingwei/api';
import { expect, test } from 'vitest';
import { ownSpans } from './own_absences';

const held = (id: string, ...away: OwnPost['away']): OwnPost => ({
    holding_id: id, post_id: id, kind: 'lead', title: '', path: '1', full_name: id, side: 'a', answering: true, others: [], away,
});

test('the same absence in several posts is one, and the next comes first', () => {
    const later = { away_from: '2026-05-01T00:00:00Z', away_to: '2026-05-02T00:00:00Z' };
    const sooner = { away_from: '2026-04-01T00:00:00Z', away_to: null };
    const spans = ownSpans([held('one', { id: '1', ...later }), held('two', { id: '2', ...later }, { id: '3', ...sooner })]);
    expect(spans.map((span) => [span.ids, span.posts.map((post) => post.full_name)])).toEqual([[['3'], ['two']], [['1', '2'], ['one', 'two']]]);
});
