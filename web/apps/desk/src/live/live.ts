import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import type { CaseChanged } from '@jingwei/api';

type Hearer = (change: CaseChanged) => void;
type Afresh = () => void;

const hearers = new Set<Hearer>();
const afresh = new Set<Afresh>();
const connected = ref(true);
let source: EventSource | undefined;

function hear(message: MessageEvent<string>): void {
    const change = JSON.parse(message.data) as CaseChanged;
    for (const hearer of hearers) hearer(change);
}

function open(): void {
    if (source) return;
    source = new EventSource('/api/v1/events');
    source.addEventListener('case_changed', hear as EventListener);
    source.addEventListener('reset', () => afresh.forEach((again) => again()));
    source.addEventListener('open', () => {
        if (!connected.value) afresh.forEach((again) => again());
        connected.value = true;
    });
    source.addEventListener('error', () => (connected.value = false));
}

/** Ends the stream, at sign-out. */
export function closeLive(): void {
    source?.close();
    source = undefined;
    connected.value = true;
}

/**
 * Changes of cases as they happen, as long as the caller lives. `again` is called when some may have been missed:
 * then everything on the screen is to be fetched afresh.
 */
export function useLive(hearer: Hearer, again: Afresh): { connected: Readonly<Ref<boolean>> } {
    hearers.add(hearer);
    afresh.add(again);
    open();
    onScopeDispose(() => {
        hearers.delete(hearer);
        afresh.delete(again);
    });
    return { connected: readonly(connected) };
}
