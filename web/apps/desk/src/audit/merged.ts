interface Page<Entry> {
    items: readonly Entry[];
    next: string | null;
}

export interface Merged<Entry> {
    /** The next newest of all, at most so many. */
    take(count: number): Promise<Entry[]>;
    ended(): boolean;
}

interface Source<Entry> {
    read: (after?: string) => Promise<Page<Entry>>;
    waiting: Entry[];
    next?: string;
    ended: boolean;
}

/** Several lists, each newest first and read page by page, as one. Ids are made of the moment, so the greatest is the newest. */
export function merged<Entry extends { id: string }>(reads: readonly ((after?: string) => Promise<Page<Entry>>)[]): Merged<Entry> {
    const sources: Source<Entry>[] = reads.map((read) => ({ read, waiting: [], ended: false }));

    async function fill(source: Source<Entry>): Promise<void> {
        if (source.waiting.length > 0 || source.ended) return;
        const page = await source.read(source.next);
        source.waiting.push(...page.items);
        source.next = page.next ?? undefined;
        source.ended = page.next === null;
    }

    function newest(): Entry | undefined {
        const [first, ...others] = sources.filter((source) => source.waiting.length > 0);
        if (!first) return undefined;
        const of = (source: Source<Entry>): string => source.waiting[0]?.id ?? '';
        return others.reduce((best, source) => (of(source) > of(best) ? source : best), first).waiting.shift();
    }

    return {
        async take(count) {
            const taken: Entry[] = [];
            while (taken.length < count) {
                await Promise.all(sources.map(fill));
                const entry = newest();
                if (!entry) break;
                taken.push(entry);
            }
            return taken;
        },
        ended: () => sources.every((source) => source.ended && source.waiting.length === 0),
    };
}
