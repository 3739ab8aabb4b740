import { figures, situations, type FiguresView, type SituationView } from '@jingwei/api';
import { onScopeDispose, ref, type Ref } from 'vue';
import { useLive } from '@/live/live';
import { useLoad, type Loaded } from '@/shell/use_load';

const kSettleMs = 2000;
const kAfreshMs = 60_000;
const kTickMs = 1000;
const kDayMs = 86_400_000;
const kChinaMs = 8 * 3_600_000;

/** When the day, and the month, of a moment began in China Standard Time. */
export function beginsOf(now: number): { day: Date; month: Date; next: Date } {
    const local = new Date(now + kChinaMs);
    const day = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()) - kChinaMs;
    const month = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1) - kChinaMs;
    return { day: new Date(day), month: new Date(month), next: new Date(day + kDayMs) };
}

function period(from: Date, to: Date, path: string | undefined) {
    return { path, from: from.toISOString(), to: to.toISOString() };
}

export interface Wall {
    situation: Loaded<SituationView>;
    today: Loaded<FiguresView>;
    month: Loaded<FiguresView>;
    now: Readonly<Ref<number>>;
    connected: Readonly<Ref<boolean>>;
}

/** What the wall shows of a place; it follows what happens, and reads its figures again every minute. */
export function useWall(path: Readonly<Ref<string | undefined>>): Wall {
    const now = ref(Date.now());
    const situation = useLoad((signal) => situations.of({ path: path.value }, signal), path);
    const today = useLoad((signal) => {
        const { day, next } = beginsOf(Date.now());
        return figures.of(period(day, next, path.value), signal);
    }, path);
    const month = useLoad((signal) => {
        const { month: begin, next } = beginsOf(Date.now());
        return figures.of(period(begin, next, path.value), signal);
    }, path);
    const again = (): void => void Promise.all([situation.reload(), today.reload(), month.reload()]);
    let settling: ReturnType<typeof setTimeout> | undefined;
    const ticking = setInterval(() => (now.value = Date.now()), kTickMs);
    const reading = setInterval(again, kAfreshMs);
    const { connected } = useLive(() => {
        settling ??= setTimeout(() => {
            settling = undefined;
            void situation.reload();
            void today.reload();
        }, kSettleMs);
    }, again);
    onScopeDispose(() => {
        clearInterval(ticking);
        clearInterval(reading);
        clearTimeout(settling);
    });
    return { situation, today, month, now, connected };
}
