import { saveFile } from './save_file';

/** Quoted where it must be, and never a formula for whoever opens it in a spreadsheet: residents write what stands in it. */
function cell(value: string): string {
    const safe = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV (RFC 4180), with the mark by which spreadsheets know that it is UTF-8. */
export function csvOf(rows: readonly (readonly string[])[]): string {
    return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Hands a table to the reader as a file. `name` is without its ending. */
export function saveTable(name: string, rows: readonly (readonly string[])[]): void {
    saveFile(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}
