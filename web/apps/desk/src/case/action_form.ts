import { ApiProblem, newId, type Action, type CaseView, type StepView } from '@jingwei/api';
import { ElMessage } from 'element-plus';
import { computed, reactive, ref, watch, type DeepReadonly, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useSession } from '@/session/session';
import { draftsOf, writtenIn } from './action_drafts';
import { cleaned, fieldsOf, firstValue, missingMembers, type Field } from './action_forms';
import type { Act } from './case_store';

interface Given {
    readonly view: DeepReadonly<CaseView>;
    readonly act: Act;
    readonly reload: () => Promise<void>;
    readonly since: (no: number) => DeepReadonly<StepView[]>;
}

interface ActionForm {
    inputs: Record<string, unknown>;
    fields: Readonly<Ref<readonly Field[]>>;
    faults: Record<string, string>;
    general: Ref<string>;
    busy: Ref<boolean>;
    uploading: Ref<boolean>;
    title: Readonly<Ref<string>>;
    /** When what stands in the form was written, where it was taken up again. */
    draftAt: Ref<string | undefined>;
    /** What others did while the form was open. */
    news: Readonly<Ref<DeepReadonly<StepView[]>>>;
    /** It was refused because of that: whoever sends it now has been told. */
    again: Ref<boolean>;
    /** Why it may no longer be done at all, after what others did. */
    barred: Readonly<Ref<string | undefined>>;
    submit(): Promise<void>;
    haveRead(): void;
    discard(): void;
}

function clear(record: Record<string, unknown>): void {
    for (const member of Object.keys(record)) delete record[member];
}

/**
 * The form of the action that is open. It is sent as of the step that its writer has read: when somebody else was faster,
 * the server refuses, the new step is shown, and sending once more is a decision, not an accident.
 */
export function useActionForm(given: Given, action: Ref<Action | undefined>): ActionForm {
    const { t } = useI18n();
    const { session } = useSession();
    const inputs = reactive<Record<string, unknown>>({});
    const faults = reactive<Record<string, string>>({});
    const general = ref('');
    const busy = ref(false);
    const uploading = ref(false);
    const again = ref(false);
    const draftAt = ref<string>();
    const told = ref(0);
    let seen = 0;
    let stepId = '';

    const fields = computed(() => (action.value ? fieldsOf(action.value) : []));
    const title = computed(() => (action.value ? t(`case.action.${action.value}`) : ''));
    const drafts = computed(() => draftsOf(session.value?.account ?? '', given.view.id));
    const news = computed(() => (busy.value || !action.value ? [] : given.since(told.value)));
    const barred = computed(() => {
        if (busy.value || !action.value) return undefined;
        const offer = given.view.actions.find((one) => one.action === action.value);
        return offer?.allowed ? undefined : (offer?.reason ?? t('case.act.refused'));
    });
    const first = (field: Field): unknown => firstValue(field, given.view);

    function begin(): void {
        clear(inputs);
        clear(faults);
        general.value = '';
        for (const field of fields.value) inputs[field.member] = first(field);
    }

    watch(action, (opened) => {
        if (!opened) return;
        stepId = newId();
        again.value = false;
        seen = told.value = given.view.step_no;
        begin();
        const draft = drafts.value.read(opened);
        draftAt.value = draft?.at;
        Object.assign(inputs, draft?.inputs);
    }, { immediate: true });
    watch(inputs, () => action.value && drafts.value.keep(action.value, writtenIn(fields.value, inputs, first)), { deep: true });

    function tell(problem: ApiProblem): void {
        for (const fault of problem.faults) {
            const member = fault.field.split('/')[1] ?? '';
            if (fields.value.some((field) => field.member === member)) faults[member] = fault.sentence || problem.message;
            else general.value = fault.sentence;
        }
        if (Object.keys(faults).length === 0 && !general.value) general.value = problem.message || t('case.act.failed');
    }

    /** Somebody was faster: his step is read first, and only then may this one be sent again. */
    async function catchUp(): Promise<void> {
        await given.reload();
        again.value = given.view.step_no > seen;
        seen = given.view.step_no;
    }

    function isWhole(): boolean {
        clear(faults);
        general.value = '';
        for (const member of missingMembers(fields.value, inputs)) {
            const label = fields.value.find((field) => field.member === member)?.label ?? 'text';
            faults[member] = t('case.field.required', { name: t(`case.field.${label}`) });
        }
        return Object.keys(faults).length === 0;
    }

    async function submit(): Promise<void> {
        const chosen = action.value;
        if (!chosen || busy.value || uploading.value || barred.value || !isWhole()) return;
        busy.value = true;
        try {
            await given.act(chosen, stepId, seen, cleaned(inputs));
            ElMessage.success(t('case.act.done', { action: title.value }));
            action.value = undefined;
            drafts.value.keep(chosen, undefined);
        } catch (problem) {
            if (!(problem instanceof ApiProblem)) throw problem;
            tell(problem);
            if (problem.kind === 'stale') await catchUp();
        } finally {
            busy.value = false;
        }
    }

    return {
        inputs, fields, faults, general, busy, uploading, title, draftAt, news, again, barred, submit,
        haveRead() {
            seen = told.value = given.view.step_no;
            general.value = '';
        },
        discard() {
            begin();
            draftAt.value = undefined;
        },
    };
}
