import { ApiProblem, newId, uploadFile, type FileView } from '@jingwei/api';
import { onScopeDispose, reactive, readonly, type DeepReadonly } from 'vue';

export interface Upload {
    id: string;
    name: string;
    /** A picture of it that is there before the server has it; empty for what is no image. */
    preview: string;
    share: number;
    kept?: FileView;
    problem?: ApiProblem;
}

export const kMostFiles = 9;

interface Uploads {
    list: DeepReadonly<Upload[]>;
    add(files: readonly File[]): void;
    remove(id: string): void;
    retry(id: string): void;
}

/** Files on their way: each has its id from the start, so a second try is the same file. */
export function useUploads(changed: (ids: string[], pending: boolean) => void): Uploads {
    const list = reactive<Upload[]>([]);
    const sources = new Map<string, { file: File; abort: AbortController }>();

    const tell = (): void => changed(
        list.filter((one) => one.kept).map((one) => one.id),
        list.some((one) => !one.kept && !one.problem),
    );

    async function send(id: string): Promise<void> {
        const upload = list.find((one) => one.id === id);
        const source = sources.get(id);
        if (!upload || !source) return;
        upload.problem = undefined;
        tell();
        try {
            upload.kept = await uploadFile(id, source.file, (share) => (upload.share = share), source.abort.signal);
        } catch (failure) {
            if (!(failure instanceof ApiProblem)) throw failure;
            upload.problem = failure;
        }
        tell();
    }

    function forget(id: string): void {
        sources.get(id)?.abort.abort();
        sources.delete(id);
        const at = list.findIndex((one) => one.id === id);
        if (at < 0) return;
        URL.revokeObjectURL(list[at]?.preview ?? '');
        list.splice(at, 1);
    }

    onScopeDispose(() => [...sources.keys()].forEach(forget));
    return {
        list: readonly(list) as DeepReadonly<Upload[]>,
        add(files) {
            for (const file of files.slice(0, kMostFiles - list.length)) {
                const id = newId();
                sources.set(id, { file, abort: new AbortController() });
                const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : '';
                list.push({ id, name: file.name, preview, share: 0 });
                void send(id);
            }
        },
        remove(id) {
            forget(id);
            tell();
        },
        retry: (id) => void send(id),
    };
}
