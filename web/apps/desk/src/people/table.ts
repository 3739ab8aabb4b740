/** The rows of a CSV text (RFC 4180), without the mark that it may begin with. */
export function rowsOf(csv: string): string[][] {
    const rows: string[][] = [];
    let row: string[] = [];
    let cell = '';
    let quoted = false;
    const text = csv.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
    const endRow = (): void => {
        rows.push([...row, cell]);
        row = [];
        cell = '';
    };
    for (let at = 0; at < text.length; ++at) {
        const sign = text[at] ?? '';
        if (quoted && sign === '"' && text[at + 1] === '"') {
            cell += '"';
            ++at;
        } else if (sign === '"') quoted = !quoted;
        else if (quoted) cell += sign;
        else if (sign === ',') {
            row.push(cell);
            cell = '';
        } else if (sign === '\n') endRow();
        else cell += sign;
    }
    if (cell || row.length > 0) endRow();
    return rows;
}

const kNode = 0;
const kName = 4;
const kPhone = 5;

/** The roster's table tells people apart by name and phone. */
export const identityOf = (name: string, phone: string): string => `${name}\n${phone}`;

/** The codes of the nodes where each person holds a post, by identity, as the exported table has them. */
export function codesByPerson(csv: string): Map<string, Set<string>> {
    const codes = new Map<string, Set<string>>();
    for (const row of rowsOf(csv).slice(1)) {
        const [code, name, phone] = [row[kNode], row[kName], row[kPhone]];
        if (!code || !name) continue;
        const identity = identityOf(name, phone ?? '');
        codes.set(identity, (codes.get(identity) ?? new Set()).add(code));
    }
    return codes;
}
