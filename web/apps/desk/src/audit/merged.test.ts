import { expect, test } from 'vitest';
import { merged } from './merged';

/** A list of ids, newest first, in pages of two. */
function list(...ids: string[]) {
    const asked: (string | undefined)[] = [];
    const read = async (after?: string) => {
        asked.push(after);
        const begin = after ? ids.indexOf(after) + 1 : 0;
        const items = ids.slice(begin, begin + 2).map((id) => ({ id }));
        return { items, next: begin + 2 < ids.length ? (items.at(-1)?.id ?? null) : null };
    };
    return { read, asked };
}
const idsOf = (entries: { id: string }[]): string => entries.map((one) => one.id).join('');

test('several lists are read as one, newest first', async () => {
    const feed = merged([list('i', 'f', 'a').read, list('h', 'g', 'c', 'b').read, list().read]);
    expect(idsOf(await feed.take(4))).toBe('ihgf');
    expect(feed.ended()).toBe(false);
    expect(idsOf(await feed.take(4))).toBe('cba');
    expect(feed.ended()).toBe(true);
});

test('no page is asked for before it is needed', async () => {
    const old = list('b', 'a');
    const long = list('z', 'y', 'x', 'w');
    await merged([old.read, long.read]).take(2);
    expect(old.asked).toEqual([undefined]);
    expect(long.asked).toEqual([undefined]);
});
