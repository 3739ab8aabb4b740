import { onScopeDispose, watch, type Ref } from 'vue';

export type Paper = 'A4' | 'A3';

/** What the printer is told of the paper: only a rule of a style sheet can say it. */
export function usePageSize(paper: Ref<Paper>): void {
    const sheet = document.createElement('style');
    document.head.append(sheet);
    watch(paper, (size) => (sheet.textContent = `@page { size: ${size} portrait; margin: 0; }`), { immediate: true });
    onScopeDispose(() => sheet.remove());
}
