import { expect, test } from 'vitest';
import { receiptQuery, receiptSaid } from './kept';

const receipt = { code: '2026-000042-7', received_at: '2026-03-02T01:00:00.250Z', answer_due_at: '2026-03-09T01:00:00Z', mark: '1.ab', url: '', qr_svg: '' };

test('what a receipt says survives its address', () => {
    const query = Object.fromEntries(Object.entries(receiptQuery(receipt)).map(([name, value]) => [name, String(value)]));
    expect(receiptSaid(query)).toEqual({ code: '2026-000042-7', at: 1772413200, by: 1773018000, mark: '1.ab' });
});

test('an address that is no receipt says nothing', () => {
    expect(receiptSaid({})).toBeUndefined();
    expect(receiptSaid({ code: 'x', at: 'soon', mark: 'y' })).toBeUndefined();
});
