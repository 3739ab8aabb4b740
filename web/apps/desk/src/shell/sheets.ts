const kSheets = '.el-popper[role=tooltip], .el-popper[role=dialog]';
const kLongLists = '.el-select-dropdown__wrap';

/**
 * Element Plus calls the sheet below a select or a date a tooltip or a dialog and gives it no name, so a screen reader
 * announces something that is nothing. The sheet is paper; what stands on it (a list, the days of a month) has roles of
 * its own. And a list that is longer than its sheet can be scrolled by keyboard.
 */
export function quietSheets(): void {
    const reach = (list: Element): void => list.setAttribute('tabindex', '0');
    const quiet = (sheet: Element): void => ['role', 'aria-modal'].forEach((name) => sheet.removeAttribute(name));
    new MutationObserver((changes) => {
        for (const { addedNodes } of changes) {
            for (const added of addedNodes) {
                if (!(added instanceof Element)) continue;
                if (added.matches(kSheets)) quiet(added);
                added.querySelectorAll(kSheets).forEach(quiet);
                added.querySelectorAll(kLongLists).forEach(reach);
            }
        }
    }).observe(document.body, { childList: true, subtree: true });
}
