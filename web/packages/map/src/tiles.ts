import { addProtocol } from 'maplibre-gl';
import type { TileReader, Tiles } from './base';

const kProtocol = 'jingwei';
const readers = new Map<string, TileReader>();

/**
 * The address of a set of tiles for the library that draws them. Its worker may reach no network (the policy of
 * docs/adr/0061), so it asks the page, and the page asks with the client that everything else is asked with.
 */
export function addressOf({ version, read }: Tiles): string {
    if (readers.size === 0) addProtocol(kProtocol, readTile);
    readers.set(version, read);
    return `${kProtocol}://${version}/{z}/{x}/{y}`;
}

async function readTile({ url }: { url: string }, { signal }: AbortController): Promise<{ data: ArrayBuffer }> {
    const [version = '', z, x, y] = url.slice(`${kProtocol}://`.length).split('/');
    const read = readers.get(version);
    if (!read) throw new Error(`no such tiles: ${version}`);
    return { data: await read({ z: Number(z), x: Number(x), y: Number(y) }, signal) };
}
