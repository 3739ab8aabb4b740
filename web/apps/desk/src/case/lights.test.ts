import type { ClockView } from '@jingwei/api';
import { expect, test } from 'vitest';
import { i18n } from '@/i18n';
import { lightReasons, shownClock } from './lights';

const { t, locale } = i18n.global;
const clock = (given: Partial<ClockView>, paused_since: string | null = null): ClockView => ({
    stage: 'handle', round: 1, end: 'running', light: 'green', light_reason: 'in_time', holder_name: '公共事务服务中心',
    started_at: '2026-03-02T09:00:00+08:00', due_at: '2026-03-06T18:00:00+08:00', stopped_at: null, left_s: 0, extended: false,
    explanation: {
        limit: { amount: 4, unit: 'working_days' }, waited_for_opening: false, rolled_forward: false, skipped: [], made_up: [], unknown_years: [],
        shortened: false, deadline: {
            start: '2026-03-02T09:00:00+08:00', counts_from: '2026-03-02T09:00:00+08:00', yellow_from: '2026-03-05T18:00:00+08:00',
            due: '2026-03-06T18:00:00+08:00', provisional: false, paused_since,
        },
    },
    ...given,
});
const told = (...given: Parameters<typeof clock>): string => {
    locale.value = 'zh-CN';
    return lightReasons(t, clock(...given), 'zh-CN').join('');
};

test('a light names its limit, why it has its colour, and what changes it next', () => {
    expect(told({})).toMatch(/处置时限 4 个工作日.*3月2日 09:00 起算.*公共事务服务中心.*绿灯.*3月5日 18:00 转为黄灯.*3月6日 18:00 到期后转为红灯/);
    expect(told({ light: 'yellow' })).toMatch(/3月5日 18:00 起临近到期，所以是黄灯.*3月6日 18:00 前没有办完，转为红灯/);
    expect(told({ light: 'red' })).toMatch(/3月6日 18:00 已经到期.*红灯/);
});

test('a clock that stands still says since when, and foretells nothing', () => {
    expect(told({ end: 'paused' }, '2026-03-03T10:00:00+08:00')).toMatch(/3月3日 10:00 起挂起/);
    expect(told({ end: 'paused' }, '2026-03-03T10:00:00+08:00')).not.toContain('转为');
});

test('the case shows the clock of its stage, else the one that stands still, else none', () => {
    const [sign, handle] = [clock({ stage: 'sign' }), clock({})];
    expect(shownClock({ clocks: [sign, handle], light_stage: 'handle' })).toBe(handle);
    expect(shownClock({ clocks: [clock({ end: 'done' }), clock({ stage: 'answer', end: 'paused' })], light_stage: null })?.stage).toBe('answer');
    expect(shownClock({ clocks: [clock({ end: 'done' })], light_stage: null })).toBeUndefined();
});
