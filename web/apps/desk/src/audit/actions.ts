import type { Action } from '@jingwei/api';

const caseActions: readonly Action[] = [
    'report', 'self_close', 'accept', 'reject', 'pass_up', 'pass_down', 'assign', 'designate', 'sign', 'return', 'handle', 'add_co_unit',
    'finish_co_task', 'ask_extension', 'grant_extension', 'refuse_extension', 'ask_suspension', 'suspend', 'refuse_suspension', 'resume',
    'verify_pass', 'verify_fail', 'answer', 'close', 'follow_up', 'reopen', 'archive', 'merge', 'unmerge', 'urge', 'instruct',
    'raise_plate', 'reply_plate', 'lift_plate', 'void', 'make_confidential', 'lift_confidential', 'whistle', 'attend',
    'conclude_session', 'arrive', 'comment', 'sample_pass', 'sample_fail', 'read_contact', 'recompute', 'follow_grid',
];

/** Everything that the server writes into the audit, by what it is about. */
export const actionGroups = {
    sign_in: [
        'account.sign_in', 'account.sign_in_failed', 'account.sign_in_unknown', 'account.sign_in_while_locked', 'account.locked',
        'account.device_locked', 'account.sign_out',
    ],
    own: [
        'account.change_password', 'account.set_up_totp', 'account.confirm_totp', 'account.disable_totp', 'account.proof_failed',
        'account.end_session', 'account.end_other_sessions', 'account.make_token', 'account.revoke_token',
    ],
    account: ['account.add', 'account.change', 'account.reset_password', 'role_grant.give', 'role_grant.end'],
    case: caseActions.map((action) => `case.${action}`),
    people: [
        'post.create', 'post.change', 'post.close', 'post.appoint', 'post.dismiss', 'post.away', 'post.back', 'post.own_away', 'post.own_back',
        'member.create', 'member.change', 'member.set_photo', 'member.remove_photo', 'post.hand_over', 'record.add', 'record.change',
        'record.remove', 'meeting.add', 'meeting.change', 'meeting.remove', 'staff.set_numbers',
    ],
    county: [
        'territory.create', 'territory.change', 'territory.close', 'territory.set', 'unit.create', 'unit.change', 'unit.close',
        'plan.draft', 'plan.change', 'plan.submit', 'plan.approve', 'plan.refuse', 'plan.withdraw', 'plan.put_in_force',
    ],
    rules: [
        'matter.add', 'matter.change', 'matter.end', 'matter.import', 'calendar.import', 'calendar.set_hours', 'case.set_numbers',
    ],
    rest: ['audit.read', 'case.find_caller', 'export.ask', 'export.read', 'export.remove', 'file.upload', 'file.remove_orphan', 'demo.load'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What an auditor looks for most: several actions at once. */
export const presets = {
    all: [],
    sign_ins: actionGroups.sign_in,
    contacts: ['case.read_contact'],
    rights: ['role_grant.give', 'role_grant.end'],
    accounts: ['account.add', 'account.change', 'account.reset_password'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Preset = keyof typeof presets;

/** What an entry may be about. */
export const kinds = [
    'account', 'case', 'territory', 'unit', 'post', 'post_holding', 'staff_member', 'matter', 'file', 'case_setting', 'calendar_year',
    'calendar_setting', 'county', 'audit', 'case_reporter', 'export', 'territory_plan',
    'staff_record', 'staff_handover', 'staff_meeting', 'staff_setting',
] as const;

const steps = new Set<string>(actionGroups.case);

/** Key of the words for an action: steps of a case have theirs where cases are. */
export function actionKey(action: string): string {
    if (steps.has(action)) return `case.action.${action.slice('case.'.length)}`;
    return `audit.action.${action.replaceAll('.', '_')}`;
}
