import { ask } from './transport';

export interface MatterRow {
    id: string;
    code: string;
    name: string;
    subclass_name: string;
    class_name: string;
    guidance: string;
    grid_may_close: boolean;
}

export const matters = {
    /** Everything in force, in the order of the catalogue. */
    list: (): Promise<{ items: MatterRow[] }> => ask('GET', '/matters'),
    suggest: (text: string): Promise<{ items: MatterRow[] }> => ask('GET', '/matters/suggestions', { params: { query: { text } } }),
};
