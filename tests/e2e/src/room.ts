import type { Page } from 'playwright-core';

/** A room in one of its states, as it is looked at in every language and at every seat. */
export interface Room {
    name: string;
    open: (page: Page) => Promise<unknown>;
    /** Who comes in; a dispatcher, who sees most, when nobody is named. */
    login?: string;
}
