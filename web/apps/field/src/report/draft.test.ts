import { expect, test } from 'vitest';
import { nextTick } from 'vue';
import { forgetDraft, useDraft } from './draft';

test('a draft outlives the page with its ids, and the next report has others', async () => {
    localStorage.clear();
    const first = useDraft('one');
    const { id } = first.draft;
    first.draft.description = 'lamp';
    await nextTick();
    expect(useDraft('one').draft).toMatchObject({ id, description: 'lamp' });
    first.begin();
    await nextTick();
    expect(useDraft('one').draft).toMatchObject({ description: '', matter: '' });
    expect(useDraft('one').draft.id).not.toBe(id);
});

test('nobody finds the draft of another account, whoever had the telephone before', async () => {
    localStorage.clear();
    localStorage.setItem('jingwei.field.report', JSON.stringify({ description: 'of an earlier version' }));
    const first = useDraft('one');
    expect(first.draft.description).toBe('');
    expect(localStorage.getItem('jingwei.field.report')).toBeNull();
    first.draft.description = 'lamp';
    await nextTick();
    expect(useDraft('two').draft).toMatchObject({ description: '' });
    expect(useDraft('two').draft.id).not.toBe(first.draft.id);
    expect(useDraft('one').draft.description).toBe('lamp');
    forgetDraft('one');
    expect(useDraft('one').draft.description).toBe('');
});
