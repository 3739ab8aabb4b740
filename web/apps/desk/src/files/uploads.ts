import { ApiProblem, newId, uploadFile, type FileView } from '@jingwei/api';
import { onScopeDispose, reactive, readonly, ref, type DeepReadonly, type Ref } from 'vue';

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
/** As the server: more is not even sent. */
export const kMostMegabytes = 20;
export const kTooLarge = 'file_too_large';

interface Uploads {
    list: DeepReadonly<Upload[]>;
    /** How many of those chosen last found no place. */
    left: Readonly<Ref<number>>;
    add(files: readonly File[]): void;
    remove(id: string): void;
    retry(id: string): void;
}

/** Files on their way: each has its id from the start, so a second try is the same file. */
export function useUploads(changed: (ids: string[], pending: boolean) => void): Uploads {
    const list = reactive<Upload[]>([]);
    const left = ref(0);
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
        left: readonly(left),
        add(files) {
            const room = kMostFiles - list.length;
            left.value = Math.max(0, files.length - room);
            for (const file of files.slice(0, room)) {
                const id = newId();
                if (file.size > kMostMegabytes * 1024 * 1024) {
                    list.push({ id, name: file.name, preview: '', share: 0, problem: new ApiProblem('refused', kTooLarge, '') });
                    continue;
                }
                sources.set(id, { file, abort: new AbortController() });
                const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : '';
                list.push({ id, name: file.name, preview, share: 0 });
                void send(id);
            }
        },
        remove(id) {
            forget(id);
            left.value = 0;
            tell();
        },
        retry: (id) => void send(id),
    };
}
