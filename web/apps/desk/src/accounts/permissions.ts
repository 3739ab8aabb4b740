/** What can be permitted, as a screen lists it: by what it is about. */
export const permissionGroups = {
    case: [
        'case.read', 'case.report', 'case.self_close', 'case.screen', 'case.pass', 'case.assign', 'case.designate', 'case.handle',
        'case.extend', 'case.suspend', 'case.verify', 'case.answer', 'case.close', 'case.follow_up', 'case.reopen', 'case.archive',
        'case.merge', 'case.urge', 'case.instruct', 'case.plate', 'case.void', 'case.confidential', 'case.whistle', 'case.attend',
        'case.comment', 'case.sample_check', 'case.read_contact', 'figures.read', 'file.read', 'file.upload',
    ],
    county: [
        'territory.read', 'territory.edit', 'territory.approve', 'unit.read', 'unit.edit', 'staff.read', 'staff.edit', 'meeting.edit', 'work_log.read',
    ],
    rules: ['matter.read', 'matter.edit', 'calendar.read', 'calendar.edit', 'setting.edit'],
    office: ['account.read', 'account.edit', 'grant.read', 'grant.edit', 'audit.read', 'job.read', 'job.run'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PermissionGroup = keyof typeof permissionGroups;

/** Key of the words for a permission: "case.read" → "accounts.permission.case_read". */
export const permissionKey = (permission: string): string => `accounts.permission.${permission.replaceAll('.', '_')}`;

/** Those of `held` that have words, group by group; groups with none are left out. */
export function grouped(held: readonly string[]): { group: PermissionGroup; permissions: readonly string[] }[] {
    return (Object.keys(permissionGroups) as PermissionGroup[])
        .map((group) => ({ group, permissions: permissionGroups[group].filter((one) => held.includes(one)) }))
        .filter((one) => one.permissions.length > 0);
}
