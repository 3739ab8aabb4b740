import type { Absence, Holding, Post, Side } from '@jingwei/api';

interface Span {
    from: string;
    to: string | null;
}
type Phase = 'past' | 'now' | 'ahead';

function phaseOf({ from, to }: Span, now: Date): Phase {
    if (new Date(from) > now) return 'ahead';
    return to !== null && new Date(to) <= now ? 'past' : 'now';
}

export const phaseOfPost = (post: Pick<Post, 'valid_from' | 'valid_to'>, now = new Date()): Phase =>
    phaseOf({ from: post.valid_from, to: post.valid_to }, now);

export const phaseOfHolding = (holding: Pick<Holding, 'valid_from' | 'valid_to'>, now = new Date()): Phase =>
    phaseOf({ from: holding.valid_from, to: holding.valid_to }, now);

export const phaseOfAbsence = (away: Absence, now = new Date()): Phase => phaseOf({ from: away.away_from, to: away.away_to }, now);

/** The absence that runs now. */
export function awayNow(holding: Holding, now = new Date()): Absence | undefined {
    return holding.away.find((away) => phaseOfAbsence(away, now) === 'now');
}

/** Absences that run or are to come, the next first. */
export function absencesAhead(holding: Holding, now = new Date()): Absence[] {
    return holding.away
        .filter((away) => phaseOfAbsence(away, now) !== 'past')
        .sort((one, other) => one.away_from.localeCompare(other.away_from));
}

/** Who answers in a post while this one does not. */
export function standIns(post: Post, holding: Holding): string[] {
    return post.holdings.filter((one) => one.answering && one.id !== holding.id).map((one) => one.name);
}

/** Who holds one side now or will; the present one first. */
export function holdersOf(post: Post, side: Side, now = new Date()): Holding[] {
    return post.holdings
        .filter((one) => one.side === side && phaseOfHolding(one, now) !== 'past')
        .sort((one, other) => one.valid_from.localeCompare(other.valid_from));
}

export const isVacant = (post: Post, side: Side, now = new Date()): boolean =>
    !holdersOf(post, side, now).some((one) => phaseOfHolding(one, now) === 'now');

const kOffset = '+08:00';

/** What was picked in the county's own time, "2026-03-01 08:30" or "2026-03-01", as a moment. */
export function momentOf(picked: string): string {
    const [day = '', time = '00:00'] = picked.split(' ');
    return `${day}T${time}:00${kOffset}`;
}

/** A moment as it would have been picked: the county's own day and hour. */
export function pickedOf(time: string): string {
    const there = new Date(new Date(time).getTime() + 8 * 3_600_000).toISOString();
    return `${there.slice(0, 10)} ${there.slice(11, 16)}`;
}
