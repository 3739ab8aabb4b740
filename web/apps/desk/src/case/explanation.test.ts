import type { Explanation } from '@jingwei/api';
import { expect, test } from 'vitest';
import { i18n } from '@/i18n';
import { explain } from './explanation';

const { t, locale } = i18n.global;

/** 2026-02-13 + 5 working days = 02-27, over the Spring Festival. */
const overTheFestival: Explanation = {
    limit: { amount: 5, unit: 'working_days' },
    deadline: {
        start: '2026-02-13T10:00:00+08:00', counts_from: '2026-02-13T10:00:00+08:00', yellow_from: '2026-02-26T10:00:00+08:00',
        due: '2026-02-27T10:00:00+08:00', provisional: false, paused_since: null,
    },
    waited_for_opening: false, rolled_forward: false, shortened: false, unknown_years: [],
    skipped: [{ from: '2026-02-15', to: '2026-02-23', reason: 'holiday', name_zh: '春节', name_en: 'Spring Festival' }],
    made_up: [{ day: '2026-02-14', name_zh: '春节', name_en: 'Spring Festival' }],
};

test('a deadline over a holiday names the days off and the day made up', () => {
    locale.value = 'zh-CN';
    const lines = explain(overTheFestival, t, 'zh-CN').join('\n');
    expect(lines).toContain('5 个工作日');
    expect(lines).toContain('起算当天不计入');
    expect(lines).toContain('2月15日至2月23日（春节）');
    expect(lines).toContain('2月14日（春节）');
});

test('the same in English', () => {
    locale.value = 'en';
    const lines = explain(overTheFestival, t, 'en').join('\n');
    expect(lines).toContain('Feb 15 to Feb 23 (Spring Festival)');
});

test('a provisional deadline says which calendar is missing', () => {
    locale.value = 'zh-CN';
    const told = { ...overTheFestival, unknown_years: [2027], deadline: { ...overTheFestival.deadline, provisional: true } };
    expect(explain(told, t, 'zh-CN').join('\n')).toContain('2027 年的放假安排尚未导入');
});
