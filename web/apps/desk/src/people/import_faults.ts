import type { RosterImport } from '@jingwei/api';
import type { Say } from '@/i18n';

type Fault = RosterImport['faults'][number];

const columns = ['node', 'post', 'title', 'side', 'name', 'phone', 'login', 'duties', 'from', 'to'];
const sentences = [
    'account_has_member', 'import_day_malformed', 'import_from_fixed', 'import_login_twice', 'import_login_unknown', 'import_phone_needed',
    'import_post_ambiguous', 'import_side_twice', 'import_text_2000', 'import_text_40', 'import_text_60', 'name_needed', 'node_unknown',
    'outside_post', 'outside_your_scope', 'post_kind_unknown', 'side_taken', 'side_unknown', 'span_reversed',
];

/** What is wrong in one cell of a table, as a sentence. */
export function faultWords(t: Say, { code }: Fault): string {
    return t(`people.table.fault.${sentences.includes(code) ? code : 'other'}`);
}

/** The column of that cell; the whole row when it is none. */
export function columnWords(t: Say, { field }: Fault): string {
    return columns.includes(field) ? t(`people.table.column.${field}`) : t('people.table.row');
}
