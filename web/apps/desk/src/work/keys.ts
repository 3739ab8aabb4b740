import { onBeforeUnmount, onMounted, type Ref } from 'vue';

const kChordMs = 1500;
const kTyping = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=combobox]';
const kSheets = '[role=menu], [role=listbox], [role=dialog], .maplibregl-map';
/** What answers to Enter and the arrows by itself. */
const kControls = 'a, button, input, summary, [tabindex="0"]';

/** Whether the keys belong to something else now: a field, a menu, a dialog that is open. */
function isElsewhere(target: EventTarget | null): boolean {
    if (target instanceof Element && target.closest(`${kTyping}, ${kSheets}`)) return true;
    return [...document.querySelectorAll('.el-overlay')].some((overlay) => overlay.getClientRects().length > 0);
}

export interface ListKeys {
    /** By the key's own name, letters in lower case. */
    one: Readonly<Record<string, () => void>>;
    /** After g. */
    afterG: Readonly<Record<string, () => void>>;
    /** These only when no control has the focus, or one of the list has: they mean something to others. */
    quiet: Readonly<Record<string, () => void>>;
}

/** Keys of the list, as long as the caller lives. Never while somebody types, or a dialog is open. */
export function useKeys(keys: ListKeys, letters: Readonly<Ref<boolean>>): void {
    let chordUntil = 0;

    function heard(event: KeyboardEvent): (() => void) | undefined {
        const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
        const target = event.target instanceof Element ? event.target : document.body;
        const onRow = target.closest('[data-case], .tick') !== null;
        if (Object.hasOwn(keys.quiet, key)) {
            const isFree = onRow ? key !== 'Enter' : !target.closest(kControls);
            return isFree ? keys.quiet[key] : undefined;
        }
        if (!letters.value && key !== '?') return undefined;
        const isChord = event.timeStamp < chordUntil;
        chordUntil = 0;
        if (isChord) return keys.afterG[key];
        if (key === 'g') chordUntil = event.timeStamp + kChordMs;
        return event.shiftKey && key !== '?' ? undefined : keys.one[key];
    }

    function press(event: KeyboardEvent): void {
        if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
        if (isElsewhere(event.target)) return;
        const act = heard(event);
        if (!act) return;
        event.preventDefault();
        act();
    }

    onMounted(() => window.addEventListener('keydown', press));
    onBeforeUnmount(() => window.removeEventListener('keydown', press));
}
