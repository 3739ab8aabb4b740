import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';

/** Where a room stands in the navigation: what one does, where and who, by which rules, who may. */
export const wings = ['cases', 'county', 'rules', 'office'] as const;
export type Wing = (typeof wings)[number];

/** A room of the left nav (of the bottom bar on a phone). */
export interface Room {
    /** Name of its route. */
    name: string;
    label: string;
    icon: Component;
    wing: Wing;
    /** Order within the wing, the lowest first. */
    place: number;
    /** Who may come in: whoever holds one of them; everybody when absent. */
    permissions?: readonly string[];
}

/** What a feature folder shows of itself in `door.ts`: its pages, and those of them that the navigation names. */
export interface Door {
    rooms?: readonly Room[];
    routes: readonly RouteRecordRaw[];
}

const found = import.meta.glob<Door>('../*/door.ts', { eager: true });

export const doors: readonly Door[] = Object.entries(found)
    .filter(([path]) => !path.startsWith('../shell/'))
    .map(([, door]) => door);
