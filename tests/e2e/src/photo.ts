import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const made = Buffer.alloc(body.length + 8);
    made.writeUInt32BE(data.length, 0);
    body.copy(made, 4);
    made.writeUInt32BE(crc32(body), body.length + 4);
    return made;
}

/** A real PNG: an evening sky with a lamp that shines. */
export function photoOfLamp(): Buffer {
    const width = 480;
    const height = 320;
    const rows = Buffer.alloc(height * (1 + width * 3));
    for (let y = 0; y < height; ++y) {
        for (let x = 0; x < width; ++x) {
            const glow = Math.max(0, 1 - Math.hypot(x - 240, y - 110) / 150);
            const at = y * (1 + width * 3) + 1 + x * 3;
            rows[at] = Math.min(255, 40 + y / 8 + 215 * glow);
            rows[at + 1] = Math.min(255, 52 + y / 9 + 170 * glow);
            rows[at + 2] = Math.min(255, 84 - y / 12 + 70 * glow);
        }
    }
    const head = Buffer.alloc(13);
    head.writeUInt32BE(width, 0);
    head.writeUInt32BE(height, 4);
    head.set([8, 2, 0, 0, 0], 8);
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
