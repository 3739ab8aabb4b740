/** Where the reader was before this page, when that was a list of cases; otherwise his work. */
export function listBefore(): string {
    const before = (history.state as { back?: unknown } | null)?.back;
    return typeof before === 'string' && /^\/(work|territory)(\/|\?|$)/.test(before) ? before : '/work/todo';
}
