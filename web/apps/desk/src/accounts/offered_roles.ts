import type { Grant, Office, Role } from '@jingwei/api';

export interface OfferedRole {
    role: Role;
    /** The account holds another of the three offices: no person holds two. */
    excluded: boolean;
}

const roleOf = (roles: readonly Role[], grant: Grant): Role | undefined => roles.find((role) => role.name === grant.role);

/** The subtrees on which somebody holds a permission. */
export function subtreesOf(permission: string, own: readonly Grant[], roles: readonly Role[], now = new Date()): string[] {
    return own.flatMap((grant) => {
        const begun = new Date(grant.valid_from) <= now;
        return grant.path && begun && roleOf(roles, grant)?.permissions.includes(permission) ? [grant.path] : [];
    });
}

export const isInside = (path: string, subtrees: readonly string[]): boolean =>
    subtrees.some((subtree) => `${path}/`.startsWith(`${subtree}/`));

/** What a security officer of `subtrees` may give: roles on units and the audit are for one of the whole county. */
export function rolesFor(subtrees: readonly string[], county: string, roles: readonly Role[], held: readonly Grant[]): OfferedRole[] {
    const whole = isInside(county, subtrees);
    const offices = held.map((grant) => roleOf(roles, grant)?.office).filter((office): office is Office => Boolean(office) && office !== 'none');
    return roles
        .filter((role) => whole || (role.reach === 'path' && role.office !== 'audit'))
        .map((role) => ({ role, excluded: role.office !== 'none' && offices.some((office) => office !== role.office) }));
}
