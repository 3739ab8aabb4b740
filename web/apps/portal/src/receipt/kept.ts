import type { PublicReceipt, ReceiptSaid } from '@jingwei/api';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';

const kKept = 'jingwei.portal.receipt';
const secondsOf = (time: string): number => Math.floor(Date.parse(time) / 1000);

/** The code of the receipt and its picture, until the browser is closed: it proves nothing about anybody. */
export function keepReceipt({ code, qr_svg }: PublicReceipt): void {
    try {
        sessionStorage.setItem(kKept, JSON.stringify({ code, qr_svg }));
    } catch {
        // The receipt is shown without its picture.
    }
}

/** The picture of a receipt that was given in this browser. */
export function pictureOf(code: string): string | undefined {
    try {
        const kept = JSON.parse(sessionStorage.getItem(kKept) ?? '{}') as { code?: string; qr_svg?: string };
        return kept.code === code ? kept.qr_svg : undefined;
    } catch {
        return undefined;
    }
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
