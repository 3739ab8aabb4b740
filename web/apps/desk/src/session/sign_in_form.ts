import { ApiProblem } from '@jingwei/api';
import { reactive, ref, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useSession } from './session';

interface SignInForm {
    given: { name: string; password: string; totp: string };
    /** The password was right and a code of the authenticator is wanted as well. */
    asksTotp: Ref<boolean>;
    busy: Ref<boolean>;
    fault: Ref<string>;
    /** True when somebody is signed in now. */
    send(): Promise<boolean>;
}

/** The way in, for the page and for the dialog that asks again. */
export function useSignInForm(login = ''): SignInForm {
    const { t } = useI18n();
    const { signIn } = useSession();
    const given = reactive({ name: login, password: '', totp: '' });
    const asksTotp = ref(false);
    const busy = ref(false);
    const fault = ref('');

    function tell(problem: ApiProblem): void {
        if (problem.code === 'totp_required') asksTotp.value = true;
        else fault.value = problem.message || t('session.unreachable');
    }

    async function send(): Promise<boolean> {
        if (busy.value) return false;
        busy.value = true;
        fault.value = '';
        try {
            const totp = asksTotp.value ? given.totp.replace(/\s/g, '') : undefined;
            await signIn({ name: given.name.trim(), password: given.password, totp });
            return true;
        } catch (problem) {
            if (!(problem instanceof ApiProblem)) throw problem;
            tell(problem);
            return false;
        } finally {
            busy.value = false;
        }
    }
    return { given, asksTotp, busy, fault, send };
}
