import type { components } from './contract';

type Schemas = components['schemas'];

/** What a file of rows would change, or has changed, and what is wrong in it. */
export type FileReport = Schemas['ImportReport'];
export type RowFault = Schemas['ImportFault'];

/** A file as the paths of imports take it; with `dryRun` the server only tells what it would do. */
export function filed(file: File, dryRun: boolean): { body: { file: string; dry_run: boolean }; bodySerializer: () => FormData } {
    const form = new FormData();
    form.append('dry_run', String(dryRun));
    form.append('file', file, file.name);
    // The contract writes a part as a text; the form is what goes out.
    return { body: { file: file.name, dry_run: dryRun }, bodySerializer: () => form };
}
