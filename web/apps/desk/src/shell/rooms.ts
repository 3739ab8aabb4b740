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
    { name: 'work', label: 'shell.nav.work', icon: Files },
    { name: 'new-case', label: 'shell.nav.new_case', icon: DocumentAdd, permission: 'case.report' },
    { name: 'territory', label: 'shell.nav.territory', icon: Location, permission: 'territory.read' },
];
