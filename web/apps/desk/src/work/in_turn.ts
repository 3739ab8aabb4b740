/** Does it to each, in their order, so many at once; ends when all are done, or none is begun any more. */
export async function inTurn<One>(
    all: readonly One[], atOnce: number, work: (one: One) => Promise<void>, isWanted: () => boolean = () => true,
): Promise<void> {
    let next = 0;
    const hand = async (): Promise<void> => {
        while (next < all.length && isWanted()) {
            const one = all[next++];
            if (one !== undefined) await work(one);
        }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, hand));
}
