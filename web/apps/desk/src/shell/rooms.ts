import { doors, wings, type Room, type Wing } from './door';

const rooms: readonly Room[] = doors
    .flatMap((door) => door.rooms ?? [])
    .sort((one, other) => wings.indexOf(one.wing) - wings.indexOf(other.wing) || one.place - other.place);

type May = (permission: string) => boolean;

/** Whether one of these lets him in; nobody is kept out when none is named. */
export function lets(may: May, permissions: readonly string[] | undefined): boolean {
    return !permissions || permissions.some(may);
}

/** The rooms that somebody may enter, in their order. */
export function roomsOf(may: May): readonly Room[] {
    return rooms.filter((room) => lets(may, room.permissions));
}

/** The same, wing by wing; a wing without a door that is open to him is left out. */
export function wingsOf(may: May): readonly { wing: Wing; rooms: readonly Room[] }[] {
    const open = roomsOf(may);
    return wings
        .map((wing) => ({ wing, rooms: open.filter((room) => room.wing === wing) }))
        .filter((one) => one.rooms.length > 0);
}

/** Where somebody's day begins: the first room that is open to him; his own account when none is. */
export function homeOf(may: May): string {
    return roomsOf(may)[0]?.name ?? 'account';
}
