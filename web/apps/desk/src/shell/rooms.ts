import { DocumentAdd, Files, Location } from '@element-plus/icons-vue';
import type { Component } from 'vue';

/** A room of the left nav (of the bottom bar on a phone). */
export interface Room {
    name: string;
    label: string;
    icon: Component;
    /** Who may come in; everybody when absent. */
    permission?: string;
}

export const rooms: readonly Room[] = [
    { name: 'work', label: 'shell.nav.work', icon: Files, permission: 'case.read' },
    { name: 'new-case', label: 'shell.nav.new_case', icon: DocumentAdd, permission: 'case.report' },
    { name: 'territory', label: 'shell.nav.territory', icon: Location, permission: 'territory.read' },
];

type May = (permission: string) => boolean;

/** The rooms that somebody may enter, in their order. */
export function roomsOf(may: May): readonly Room[] {
    return rooms.filter((room) => !room.permission || may(room.permission));
}

/** Where somebody's day begins: the first room that is open to him; his own account when none is. */
export function homeOf(may: May): string {
    return roomsOf(may)[0]?.name ?? 'account';
}
