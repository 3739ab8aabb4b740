import type { AuditEntry } from '@jingwei/api';
import { useI18n } from 'vue-i18n';
import { names } from '@/accounts/names';
import { useSession } from '@/session/session';
import { actionKey, kinds } from './actions';
import { detailsOf, type Detail } from './details';

export interface EntryWords {
    who(entry: AuditEntry): string;
    login(entry: AuditEntry): string;
    what(entry: AuditEntry): string;
    kind(entry: AuditEntry): string;
    /** The name of what it is about; empty where it has none that an auditor may see. */
    subject(entry: AuditEntry): string;
    details(entry: AuditEntry): { label: string; value: string }[];
}

/** Nobody knows whose name it was. */
const kStranger = 'account.sign_in_unknown';
const kWaiting = '…';

/** "2026-03-01 09:30:05" in the county: in an audit the second counts. */
export function exactTime(time: string): string {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' }).format(new Date(time));
}

/** Entries in the reader's language; names come when they are there. */
export function useEntryWords(): EntryWords {
    const { t, te } = useI18n();
    const { session } = useSession();
    const nameOr = (name: string | null | undefined, otherwise: string): string => (name === undefined ? kWaiting : (name ?? otherwise));
    const person = (id: string): string => {
        const found = names.account(id);
        return nameOr(found && found.name, t('audit.person_unseen'));
    };
    const place = (path: string): string => {
        if (path === session.value?.county.code) return session.value.county.name;
        const found = names.place(path);
        return nameOr(found && found.name, t('accounts.place.unknown'));
    };

    function valueOf(detail: Detail): string {
        if (detail.kind === 'role') return t(`shell.role.${detail.value}`);
        if (detail.kind === 'place') return place(detail.value);
        if (detail.kind === 'yes_or_no') return t(detail.value ? 'audit.yes' : 'audit.no');
        return String(detail.value);
    }

    function subject({ subject_kind: kind, subject: id }: AuditEntry): string {
        if (!id) return '';
        if (kind === 'account') return person(id);
        if (kind === 'territory') return nameOr(names.node(id), t('accounts.place.unknown'));
        if (kind === 'unit') return nameOr(names.unit(id), t('accounts.place.unknown_unit'));
        if (kind === 'county') return session.value?.county.name ?? '';
        if (kind === 'calendar_year') return t('audit.year', { year: id });
        return kind === 'case_setting' ? t('audit.version', { version: id }) : '';
    }

    return {
        who: (entry) => (entry.account_id ? person(entry.account_id) : t(entry.action === kStranger ? 'audit.stranger' : 'audit.system')),
        login: (entry) => (entry.account_id && names.account(entry.account_id)?.login) || '',
        what: (entry) => (te(actionKey(entry.action), 'zh-CN') ? t(actionKey(entry.action)) : t('audit.action_unknown')),
        kind: (entry) => (kinds.some((kind) => kind === entry.subject_kind) ? t(`audit.kind.${entry.subject_kind}`) : ''),
        subject,
        details: (entry) => detailsOf(entry.detail).map((one) => ({ label: t(`audit.detail.${one.label}`), value: valueOf(one) })),
    };
}
