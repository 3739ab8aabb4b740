import type { RecordKind, RecordManner, StaffRecord } from '@jingwei/api';
import { useI18n } from 'vue-i18n';

export const recordKinds: readonly RecordKind[] = ['filled', 'contract', 'training', 'equipment', 'insurance', 'award'];

/** How a post was filled, or what a training was for; other records have no manner. */
export function mannersOf(kind: RecordKind): readonly RecordManner[] {
    if (kind === 'filled') return ['election', 'recruitment', 'appointment'];
    return kind === 'training' ? ['before_duty', 'yearly'] : [];
}

export const hasPost = (kind: RecordKind): boolean => kind === 'filled' || kind === 'contract';
export const hasEnd = (kind: RecordKind): boolean => kind !== 'award';

type Days = Pick<StaffRecord, 'from_on' | 'to_on'>;

interface RecordWords {
    kind(record: Pick<StaffRecord, 'kind' | 'manner'>): string;
    days(record: Days): string;
}

/** What a record is called: its kind, and how where there is a how. */
export function useRecordWords(): RecordWords {
    const { t } = useI18n();
    return {
        kind: ({ kind, manner }) => (manner ? t(`people.record.manner.${manner}`) : t(`people.record.kind.${kind}`)),
        days({ from_on: from, to_on: to }) {
            if (!to) return from;
            return to === from ? from : t('people.term', { from, to });
        },
    };
}
