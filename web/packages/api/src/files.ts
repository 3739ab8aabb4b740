import { ApiProblem } from './problem';
import { back, headersFor } from './transport';
import type { FileView } from './views';

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}

/**
 * Sends one file and tells how far it got (0 to 1). By XMLHttpRequest, because fetch does not tell.
 * The same `id` again answers what was kept the first time, so it may be tried again.
 */
export async function uploadFile(id: string, file: File, progress: (share: number) => void, signal: AbortSignal): Promise<FileView> {
    try {
        return await send(id, file, progress, signal);
    } catch (failure) {
        if (!(failure instanceof ApiProblem && failure.kind === 'signed_out' && (await back()))) throw failure;
        return send(id, file, progress, signal);
    }
}

function send(id: string, file: File, progress: (share: number) => void, signal: AbortSignal): Promise<FileView> {
    const form = new FormData();
    form.append('id', id);
    form.append('file', file, file.name);
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('POST', '/api/v1/files');
        for (const [name, value] of Object.entries(headersFor('POST'))) request.setRequestHeader(name, value);
        request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
        request.onload = () => {
            const body = parsed(request.responseText);
            if (request.status >= 200 && request.status < 300) resolve(body as FileView);
            else reject(ApiProblem.of(request.status, body));
        };
        request.onerror = () => reject(ApiProblem.offline());
        signal.addEventListener('abort', () => request.abort());
        request.send(form);
    });
}
