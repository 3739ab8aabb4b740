import type { Light } from '@jingwei/api';
import { spanTo } from '@jingwei/ui';
import type { Say } from '@/i18n';

/** "剩 5 小时" or "超期 3 天": what a light says beyond its colour. */
export function lightWords(t: Say, due: string, now = new Date()): string {
    const span = spanTo(due, now);
    return t(`case.${span.past ? 'over' : 'left'}.${span.unit}`, { count: span.count });
}

/** A light that the reader can be told about. */
export interface Shown {
    light: Light;
    words: string;
}
