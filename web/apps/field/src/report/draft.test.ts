import { expect, test } from 'vitest';
import { nextTick } from 'vue';
import { useDraft } from './draft';

test('a draft outlives the page with its ids, and the next report has others', async () => {
    localStorage.clear();
    const first = useDraft();
    const { id } = first.draft;
    first.draft.description = 'lamp';
    await nextTick();
    expect(useDraft().draft).toMatchObject({ id, description: 'lamp' });
    first.begin();
    await nextTick();
    expect(useDraft().draft).toMatchObject({ description: '', matter: '' });
    expect(useDraft().draft.id).not.toBe(id);
});
