/** A cell of a CSV file: quoted where it must be, and never a formula for whoever opens it in a spreadsheet. */
function cell(text: string): string {
    const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with the mark by which spreadsheets know UTF-8. */
export function tableText(rows: readonly (readonly string[])[]): string {
    return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Lets the browser save a table as a CSV file. */
export function saveTable(name: string, rows: readonly (readonly string[])[]): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([tableText(rows)], { type: 'text/csv;charset=utf-8' }));
    link.download = `${name}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
}
