import { expect, test } from 'vitest';
import { keepReceipt, keptOf, receiptQuery, receiptSaid, receiptShown } from './kept';

const receipt = { code: '2026-000042-7', received_at: '2026-03-02T01:00:00.250Z', answer_due_at: '2026-03-09T01:00:00Z', mark: '1.ab', url: '', qr_svg: '<svg/>', photos_left_out: 2 };

test('what a receipt says survives its address', () => {
    const query = Object.fromEntries(Object.entries(receiptQuery(receipt)).map(([name, value]) => [name, String(value)]));
    expect(receiptSaid(query)).toEqual({ code: '2026-000042-7', at: 1772413200, by: 1773018000, mark: '1.ab' });
});

test('an address that is no receipt says nothing', () => {
    expect(receiptSaid({})).toBeUndefined();
    expect(receiptSaid({ code: 'x', at: 'soon', mark: 'y' })).toBeUndefined();
});

test('a receipt stands for the code that it was given for, however that is typed, and for no other', () => {
    const query = { code: '2026-000042-7', at: '1772413200', by: '1773018000', mark: '1.ab' };
    const rest = { at: 1772413200, by: 1773018000, mark: '1.ab' };
    expect(receiptShown(query, '2026-000042-7')).toEqual(rest);
    expect(receiptShown(query, '2026 0000427')).toEqual(rest);
    expect(receiptShown(query, '2026-000043-5')).toBeUndefined();
    expect(receiptShown({ code: '2026-000042-7' }, '2026-000042-7')).toBeUndefined();
});

test('the browser that was given a receipt knows its picture and how many photos were left out', () => {
    sessionStorage.clear();
    keepReceipt(receipt);
    expect(keptOf(receipt.code)).toEqual({ picture: '<svg/>', leftOut: 2 });
    expect(keptOf('2026-000043-5')).toEqual({ leftOut: 0 });
});
