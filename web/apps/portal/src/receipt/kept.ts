import type { PublicReceipt, ReceiptSaid, ReceiptShown } from '@jingwei/api';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';

const kKept = 'jingwei.portal.receipt';
const secondsOf = (time: string): number => Math.floor(Date.parse(time) / 1000);

/** The code of the receipt and its picture, until the browser is closed: it proves nothing about anybody. */
export function keepReceipt({ code, qr_svg, photos_left_out }: PublicReceipt): void {
    try {
        sessionStorage.setItem(kKept, JSON.stringify({ code, qr_svg, photos_left_out }));
    } catch {
        // The receipt is shown without its picture.
    }
}

/** Of a receipt that was given in this browser: its picture, and how many photos there was no room for. */
export function keptOf(code: string): { picture?: string; leftOut: number } {
    try {
        const kept = JSON.parse(sessionStorage.getItem(kKept) ?? '{}') as Partial<PublicReceipt>;
        if (kept.code === code) return { ...(kept.qr_svg ? { picture: kept.qr_svg } : {}), leftOut: kept.photos_left_out ?? 0 };
    } catch {
        // The receipt is shown without its picture.
    }
    return { leftOut: 0 };
}

/** What the QR code holds behind the address of the page. */
export function receiptQuery({ code, received_at, answer_due_at, mark }: PublicReceipt): LocationQueryRaw {
    return { code, at: secondsOf(received_at), ...(answer_due_at ? { by: secondsOf(answer_due_at) } : {}), mark };
}

/** What the address says that a receipt said; nothing when it says no such thing. */
export function receiptSaid({ code, at, by, mark }: LocationQuery): ReceiptSaid | undefined {
    const isNumber = (text: unknown): text is string => typeof text === 'string' && /^\d{1,12}$/.test(text);
    if (typeof code !== 'string' || typeof mark !== 'string' || !isNumber(at)) return undefined;
    return { code, at: Number(at), mark, ...(isNumber(by) ? { by: Number(by) } : {}) };
}

/** The rest of the receipt whose address this is, when it is that of the code: its holder waits for no lock that others caused. */
export function receiptShown(query: LocationQuery, code: string): ReceiptShown | undefined {
    const plain = (text: string): string => text.replace(/[^0-9a-z]/gi, '');
    const said = receiptSaid(query);
    if (!said || plain(said.code) !== plain(code)) return undefined;
    const { at, by, mark } = said;
    return { at, mark, ...(by === undefined ? {} : { by }) };
}
