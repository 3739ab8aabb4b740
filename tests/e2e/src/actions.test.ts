/** Everything that may happen to a case beside its straight way, each done by whom it belongs to. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people, place } from './county';
import { act, choose, expectState, fill, lastStep, Office, openAction, pick, refusalOf, signedIn, write } from './desk';
import { Case, drawSamples, newId, person } from './hands';

let office: Office;
beforeAll(async () => {
    office = await Office.open();
});
afterAll(async () => {
    expect(await office.complaints()).toEqual([]);
    await office.close();
});

describe('taking in', () => {
    test('the village lead refuses what is no matter of grids, and the reporter reads why', async () => {
        const one = await Case.reported('邻居在网上买的手机不肯退货。');
        await act(await office.sees(people.lead, one), '不予受理', write('属于消费纠纷，请拨打 12315。'));
        await expectState(await office.at(people.lead), '不予受理');
        expect(await lastStep(await office.sees(people.worker, one), 'reject')).toContain('请拨打 12315');
    });

    test('the town passes down what the village can do', async () => {
        const one = await Case.atTown('居民想借用活动室排练。');
        await act(await office.sees(people.dispatcher, one), '转下级', choose('path', place.village), write('请社区安排场地。'));
        expect(await lastStep(await office.sees(people.lead, one), 'pass_down')).toContain(place.village);
    });

    test('a small matter solved on the spot is closed by its worker', async () => {
        const one = await Case.reported('楼道里堆了两只纸箱。');
        await act(await office.sees(people.worker, one), '自办自结', write('已与住户一起清走。'));
        await expectState(await office.at(people.worker), '已办结');
        expect(await (await office.at(people.worker)).locator('header.head').textContent()).toContain('自办自结');
    });

    test('what was entered twice is made void, and stays readable', async () => {
        const one = await Case.atTown('试录一件，内容重复。');
        await act(await office.sees(people.dispatcher, one), '作废', write('误录。'));
        await expectState(await office.at(people.dispatcher), '已作废');
    });
});

describe('sending out', () => {
    test('a desk is offered the units of its own level and below, and no others', async () => {
        const one = await Case.atTown('路边的旧电话亭没有人管。');
        const offered = async (login: string, typed = ''): Promise<string[]> => {
            const page = await office.sees(login, one);
            const dialog = await openAction(page, '交办');
            await dialog.locator('[data-member=unit] .el-select').click();
            const options = page.getByRole('option');
            await options.filter({ hasText: place.unit }).first().waitFor();
            if (!typed) return options.allTextContents();
            await dialog.locator('[data-member=unit] input').fill(typed);
            await options.filter({ hasNotText: typed }).first().waitFor({ state: 'detached' });
            await options.filter({ hasText: typed }).first().waitFor();
            return options.allTextContents();
        };
        const ofTown = await offered(people.dispatcher);
        expect(ofTown.some((name) => name.includes(place.village))).toBe(true);
        expect(ofTown.filter((name) => name.startsWith('县'))).toEqual([]);
        const found = await offered(people.dispatcher, place.unit);
        expect(found.filter((name) => !name.startsWith(place.town))).toEqual([]);
        expect((await offered(people.county, '县')).some((name) => name.startsWith('县'))).toBe(true);
    });
});

describe('at the unit', () => {
    test('after two returns the centre designates, and the unit cannot return it again', async () => {
        const one = await Case.assigned('护栏归哪个单位管有争议。');
        await act(await office.sees(people.unit, one), '退回', write('不属于本单位职责。'));
        await expectState(await office.at(people.unit), '待交办');
        await act(await office.sees(people.dispatcher, one), '交办', choose('unit', new RegExp(place.unit)));
        await act(await office.sees(people.unit, one), '退回', write('仍不属于本单位职责。'));
        await act(await office.sees(people.dispatcher, one), '指定承办', choose('unit', new RegExp(place.unit)));
        await expectState(await office.at(people.dispatcher), '待签收');
        const page = await office.sees(people.unit, one);
        expect(await page.locator('header.head').textContent()).toContain('指定承办');
        expect(await refusalOf(page, '退回')).toContain('不能退回');
    });

    test('a second unit helps with its own task, and the lead unit waits for it', async () => {
        const one = await Case.handling('占道的旧广告牌要一起拆。');
        await act(await office.sees(people.dispatcher, one), '增加协办', choose('unit', new RegExp(place.helper)), write('疏导现场秩序。'));
        expect(await refusalOf(await office.sees(people.unit, one), '处置完毕')).toContain('协办单位');
        await act(await office.sees(people.helper, one), '完成协办', write('现场秩序良好。'));
        const page = await office.sees(people.unit, one);
        expect(await page.locator('.holders').textContent()).toContain('现场秩序良好');
        await act(page, '处置完毕', write('已拆除。'));
        await expectState(page, '待核查');
    });

    test('a unit asks for more time once, and the centre grants it', async () => {
        const one = await Case.handling('配件要从外地调来。');
        await act(await office.sees(people.unit, one), '申请延期', write('配件在途。'));
        const desk = await office.sees(people.dispatcher, one);
        expect(await desk.locator('.ask').textContent()).toContain('配件在途');
        await act(desk, '同意延期', write('同意。'));
        const page = await office.sees(people.unit, one);
        await page.locator('.clocks').getByText('已延期').first().waitFor({ state: 'attached' });
        expect(await refusalOf(page, '申请延期')).toContain('只能申请一次');
    });

    test('the centre refuses more time, and the unit reads why', async () => {
        const one = await Case.handling('想再等一周。');
        await act(await office.sees(people.unit, one), '申请延期', write('人手不够。'));
        await act(await office.sees(people.dispatcher, one), '不同意延期', write('可请社区协助。'));
        expect(await lastStep(await office.sees(people.unit, one), 'refuse_extension')).toContain('可请社区协助');
    });

    test('a case is suspended when asked for, its clock stands, and it is resumed', async () => {
        const one = await Case.handling('要等汛期过后才能施工。');
        await act(await office.sees(people.unit, one), '申请挂起', write('水位未退。'));
        await act(await office.sees(people.dispatcher, one), '挂起', write('同意等水位下降。'));
        const page = await office.sees(people.unit, one);
        expect(await page.locator('header.head').textContent()).toContain('已暂停计时');
        expect(await refusalOf(page, '处置完毕')).toContain('挂起');
        await act(page, '恢复办理');
        expect(await page.locator('header.head').textContent()).not.toContain('已暂停计时');
    });

    test('the centre refuses to suspend, the unit reads why, and its clock goes on', async () => {
        const one = await Case.handling('想等雨季过去再说。');
        await act(await office.sees(people.unit, one), '申请挂起', fill('days', '5'), write('等雨停。'));
        const desk = await office.sees(people.dispatcher, one);
        expect(await desk.locator('.ask').textContent()).toMatch(/挂起 5 天.*等雨停/);
        await act(desk, '不同意挂起', write('可以先搭棚施工。'));
        expect(await desk.locator('.ask').count()).toBe(0);
        const page = await office.sees(people.unit, one);
        expect(await lastStep(page, 'refuse_suspension')).toContain('可以先搭棚施工');
        expect(await page.locator('header.head').textContent()).not.toContain('已暂停计时');
        await act(page, '处置完毕', write('搭棚后已完工。'));
        await expectState(page, '待核查');
    });

    test('two requests that wait at once each keep their own reason', async () => {
        const one = await Case.handling('既缺配件又逢汛期。');
        await one.did(people.unit, 'ask_extension', { amount: 2, text: '配件在途。' });
        await one.did(people.unit, 'ask_suspension', { days: 5, text: '水位未退。' });
        const asks = await (await office.sees(people.dispatcher, one)).locator('.ask').allTextContents();
        expect(asks).toHaveLength(2);
        expect(asks[0]).toMatch(/2 个工作日.*配件在途/);
        expect(asks[1]).toMatch(/5 天.*水位未退/);
    });

    test('somebody of the unit says that he is there, where minutes count', async () => {
        const one = await Case.reported('河边低洼处有老人没有转移。', {}, people.worker, '020103');
        await one.did(people.lead, 'pass_up', { text: '请街道派人。' });
        await act(await office.sees(people.dispatcher, one), '交办', choose('unit', new RegExp(place.unit)));
        await act(await office.sees(people.unit, one), '到达现场');
        await lastStep(await office.at(people.unit), 'arrive');
    });
});

describe('checking and beginning again', () => {
    test('what is not solved goes back for rework and comes round again', async () => {
        const one = await Case.handled('座椅修好后又松了。');
        await act(await office.sees(people.worker, one), '核查不通过', write('螺丝没有拧紧。'));
        await expectState(await office.at(people.worker), '处置中');
        const page = await office.sees(people.unit, one);
        expect(await page.locator('.clocks').textContent()).toContain('第 2 轮');
        await act(page, '处置完毕', write('换了新螺丝。'));
        await expectState(page, '待核查');
    });

    test('a closed case that is not solved is opened again', async () => {
        const one = await Case.closed('下水道又堵了。');
        await act(await office.sees(people.caller, one), '重新办理', write('居民说当晚又堵。'));
        await expectState(await office.at(people.caller), '待交办');
    });
});

describe('what a worker closed alone is sampled', () => {
    beforeAll(async () => drawSamples(100));
    afterAll(async () => drawSamples(10));

    const selfClosed = async (description: string): Promise<Case> => (await Case.reported(description)).did(people.worker, 'self_close', { text: '已清走。' });

    test('it waits for the check before it may be archived, and passes', async () => {
        const one = await selfClosed('楼梯口有两袋垃圾。');
        const page = await office.sees(people.dispatcher, one);
        expect(await page.locator('header.head').textContent()).toContain('待抽查');
        expect(await refusalOf(page, '归档')).toContain('请先抽查');
        await act(page, '抽查通过', write('现场已清走。'));
        expect(await page.locator('header.head').textContent()).toContain('抽查通过');
        await act(page, '归档');
        await expectState(page, '已归档');
    });

    test('it fails, goes back to its desk with the reason, and cannot be closed alone again', async () => {
        const one = await selfClosed('楼梯口又有两袋垃圾。');
        await act(await office.sees(people.caller, one), '抽查不通过', write('垃圾还在。'));
        await expectState(await office.at(people.caller), '待受理');
        const page = await office.sees(people.lead, one);
        expect(await page.locator('header.head').textContent()).toContain('抽查不通过');
        expect(await lastStep(page, 'sample_fail')).toContain('垃圾还在');
        expect(await refusalOf(await office.sees(people.worker, one), '自办自结')).not.toBe('');
    });
});

test('two reports of one problem become one, each keeps its own, and they part again', async () => {
    const kept = await Case.atTown('三号楼前积水，出行不便。');
    const joined = await Case.atTown('3 号楼门口有积水。');
    await act(await office.sees(people.dispatcher, joined), '并案', choose('into', new RegExp(kept.code), kept.code), write('同一处积水。'));
    const page = await office.at(people.dispatcher);
    await expectState(page, '已并案');
    expect(await page.locator('header.head').textContent()).toContain(kept.code);
    await page.locator('.clocks').getByText('答复居民').waitFor();

    await office.sees(people.dispatcher, kept);
    expect(await page.locator('.more').textContent()).toContain(joined.code);

    await act(await office.sees(people.dispatcher, joined), '撤销并案');
    await expectState(page, '待受理');
    expect(await page.locator('header.head .code').textContent()).toBe(joined.code);
    expect(await lastStep(page, 'unmerge')).toMatch(new RegExp(`与 ${kept.code} 分开`));
    await office.sees(people.dispatcher, kept);
    expect(await page.locator('.more').count()).toBe(0);
    expect(await lastStep(page, 'merge')).toMatch(new RegExp(`将 ${joined.code} 并入本件.*同一处积水`, 's'));
    expect(await lastStep(page, 'unmerge')).toContain(`将 ${joined.code} 从本件拆出`);
});

test('the lead whistles, the units come, and what they decide becomes their tasks', async () => {
    const one = await Case.handling('夜市油烟和占道一起解决。');
    await act(
        await office.sees(people.lead, one), '网格吹哨', choose('units', new RegExp(place.town + place.unit), place.unit),
        fill('meets_at', '2031-03-04 15:00'), fill('meeting_place', '社区会议室'), write('商定夜市的时间和摊位。'),
    );
    const unit = await office.sees(people.unit, one);
    expect(await unit.locator('.more').textContent()).toContain('社区会议室');
    await act(unit, '报到参会');
    const lead = await office.sees(people.lead, one);
    expect(await lead.locator('.more').textContent()).toMatch(new RegExp(`到会：.*${place.unit}`));
    await act(lead, '会议议定', write('摊位退到线内，十点收摊。'), async (dialog) => {
        await dialog.getByRole('button', { name: '添加任务' }).click();
        await dialog.locator('.task .el-select').click();
        await dialog.locator('.task .el-select input').fill(place.helper);
        await dialog.page().getByRole('option', { name: new RegExp(`${place.town}${place.helper}`) }).first().click();
        await dialog.locator('.task .el-input input').fill('每晚巡查一次');
    });
    expect(await lead.locator('.holders').textContent()).toContain(place.helper);
    await act(await office.sees(people.helper, one), '完成协办', write('已巡查一周，秩序正常。'));
});

describe('pushing', () => {
    test('a plate goes up, is answered by the unit and lifted by who raised it', async () => {
        const one = await Case.handling('拖了两天没有动静。');
        await act(await office.sees(people.caller, one), '挂牌督办', pick('level', '黄牌'), write('请说明进度。'));
        const unit = await office.sees(people.unit, one);
        expect(await unit.locator('header.head').textContent()).toContain('黄牌');
        await act(unit, '回复督办', write('今天下午进场。'));
        const page = await office.sees(people.caller, one);
        expect(await page.locator('.more').textContent()).toContain('今天下午进场');
        await act(page, '摘牌');
        expect(await page.locator('header.head').textContent()).not.toContain('黄牌');
    });

    test('the instructor urges, the supervisor instructs, the worker adds what he saw', async () => {
        const one = await Case.handling('路面坑洼，已有人绊倒。');
        await act(await office.sees(people.caller, one), '催办', write('请抓紧。'));
        await act(await office.at(people.caller), '批示', write('先设警示标志。'));
        await act(await office.sees(people.worker, one), '补充情况', write('已放了两只锥桶。'));
        const page = await office.sees(people.unit, one);
        for (const said of ['请抓紧。', '先设警示标志。', '已放了两只锥桶。']) await page.locator('.timeline').getByText(said).waitFor();
    });
});

describe('who sees what', () => {
    test('a confidential case is gone for those who do not work on it, and comes back', async () => {
        const one = await Case.handling('举报人要求保密的事项。');
        await confide(people.dispatcher);
        await act(await office.sees(people.dispatcher, one), '设为保密', write('涉及举报人。'));
        const other = await office.at(people.otherDispatcher);
        await other.goto(`cases/${one.id}`);
        await other.locator('.state h1').waitFor();
        await act(await office.sees(people.dispatcher, one), '解除保密');
        await office.sees(people.otherDispatcher, one);
    });

    test('a reporter’s contact is shown for a reason, and that is written down', async () => {
        const one = await Case.reported('楼上漏水。', { channel: 'resident', reporter: { name: '钱小满', phone: '10000009999', wants_answer: true } });
        const page = await office.sees(people.lead, one);
        expect(await page.locator('.reporter').textContent()).not.toContain('10000009999');
        await page.getByRole('button', { name: '查看联系方式' }).click();
        const dialog = page.locator('.el-dialog:visible');
        await dialog.locator('button[type=submit]').click();
        expect(await dialog.locator('.fault').textContent()).toContain('目的');
        await dialog.locator('input').fill('电话核实漏水的楼层');
        await dialog.locator('button[type=submit]').click();
        await page.locator('.reporter').getByText('10000009999').waitFor();
        const { items } = await (await person(people.auditor)).ask<{ items: { action: string; purpose: string | null }[] }>('/audit?limit=100');
        expect(items.filter((one) => one.action === 'case.read_contact').map((one) => one.purpose)).toContain('电话核实漏水的楼层');
    });

    test('a case that is watched stands in its watcher’s list', async () => {
        const one = await Case.handling('想跟着看进展。');
        const page = await office.sees(people.caller, one);
        await page.getByRole('button', { name: '关注' }).click();
        await page.getByRole('button', { name: '已关注' }).waitFor();
        await page.goto('work/watching');
        await page.locator('a.row', { hasText: one.code }).waitFor();
    });
});

test('what is missing is said at its field, and what was written stays', async () => {
    const one = await Case.handling('看看缺了什么会怎样。');
    const page = await office.sees(people.caller, one);
    const dialog = await openAction(page, '挂牌督办');
    await dialog.locator('button[type=submit]').click();
    expect(await dialog.locator('[data-member=text] .fault').textContent()).toContain('理由');
    await page.keyboard.press('Escape');

    const lead = await office.sees(people.lead, one);
    const whistle = await openAction(lead, '网格吹哨');
    for (const step of [
        choose('units', new RegExp(place.unit), place.unit), fill('meets_at', '2021-03-04 15:00'), fill('meeting_place', '社区会议室'), write('商定办法。'),
    ]) await step(whistle);
    await whistle.locator('button[type=submit]').click();
    const fault = whistle.locator('[data-member=meets_at] .fault');
    await fault.waitFor();
    expect(await fault.textContent()).toContain('晚于现在');
    expect(await whistle.locator('textarea').inputValue()).toBe('商定办法。');
    await lead.keyboard.press('Escape');
});

test('who was slower is told who did what, and keeps his words', async () => {
    const one = await Case.handling('两个人同时办。');
    const { page, context } = await signedIn(office.browser, people.dispatcher);
    // Nothing live reaches this desk: it learns of the other step only when it sends its own.
    await page.route('**/api/v1/events', (route) => route.abort());
    await page.goto(`cases/${one.id}`);
    const dialog = await openAction(page, '催办');
    await dialog.locator('textarea').fill('请今天回复。');
    await one.did(people.caller, 'instruct', { text: '优先办理。' });
    await dialog.locator('button[type=submit]').click();
    const said = dialog.locator('.fault');
    await said.waitFor();
    expect(await said.textContent()).toContain('请看过最新情况再决定');
    expect(await dialog.locator('textarea').inputValue()).toBe('请今天回复。');
    await page.locator('.step[data-action=instruct]').waitFor();
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'hidden' });
    await context.close();
});

/** The right to set cases confidential is nobody's by default: the security officer gives it. */
async function confide(login: string): Promise<void> {
    const security = await person(people.security);
    const { items } = await security.ask<{ items: { id: string; login: string; path: string }[] }>(`/accounts?q=${login}`);
    const account = items.find((one) => one.login === login);
    if (!account) throw new Error(`there is no account ${login}`);
    const held = await security.ask<{ items: { role: string; valid_to: string | null }[] }>(`/accounts/${account.id}/grants`);
    if (held.items.some((one) => one.role === 'confidant' && !one.valid_to)) return;
    await security.tell('/grants', { id: newId(), account_id: account.id, role: 'confidant', path: account.path.split('/')[0], valid_from: new Date().toISOString() });
}
