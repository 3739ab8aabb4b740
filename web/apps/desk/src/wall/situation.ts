import { figures, situations, type FiguresView, type SituationView } from '@jingwei/api';
import { dayOf } from '@jingwei/ui';
import { onScopeDispose, ref, type Ref } from 'vue';
import { momentsOf, periodOf, type Period } from '@/figures/period';
import { useLive } from '@/live/live';
import { useLoad, type Loaded } from '@/shell/use_load';

const kSettleMs = 2000;
const kAfreshMs = 60_000;
const kTickMs = 1000;

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
    const figuresOf = (period: (day: string) => Period) =>
        useLoad((signal) => figures.of({ path: path.value, ...momentsOf(period(dayOf(new Date()))) }, signal), path);
    const today = figuresOf((day) => ({ first: day, last: day }));
    const month = figuresOf((day) => periodOf('month', day));
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
