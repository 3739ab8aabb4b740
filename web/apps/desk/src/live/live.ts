import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import { ApiProblem, sessions, type CaseChanged } from '@jingwei/api';
import { signInAgain } from '@/session/session';

type Hearer = (change: CaseChanged) => void;
type Afresh = () => void;

const hearers = new Set<Hearer>();
const afresh = new Set<Afresh>();
const connected = ref(true);
const kReopenMs = 10_000;
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
    source.addEventListener('error', () => void lost());
}

const isSignedOut = (problem: unknown): boolean => problem instanceof ApiProblem && problem.kind === 'signed_out';

async function isSessionOver(): Promise<boolean> {
    try {
        await sessions.current();
        return false;
    } catch (problem) {
        return isSignedOut(problem);
    }
}

/** The browser tries again by itself, except when it was refused: then we do, as soon as somebody is signed in. */
async function lost(): Promise<void> {
    connected.value = false;
    if (source?.readyState !== EventSource.CLOSED) return;
    source = undefined;
    const isOver = await isSessionOver();
    if (isOver && !(await signInAgain())) return;
    setTimeout(() => hearers.size > 0 && open(), isOver ? 0 : kReopenMs);
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
