/**
 * The code that somebody typed or pasted, in the form that the server knows: "2026-000042-7". Undefined when it is not a
 * whole one. Blanks, other dashes and full-width digits do not matter.
 */
export function caseCodeIn(typed: string): string | undefined {
    const plain = typed.normalize('NFKC').replace(/[\s\u2010-\u2015\u2212-]/g, '');
    const parts = /^(20\d{2})(\d{6,})(\d)$/.exec(plain);
    return parts ? `${parts[1]}-${parts[2]}-${parts[3]}` : undefined;
}
