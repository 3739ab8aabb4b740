import '@jingwei/ui/tokens.css';
import '@jingwei/phone/phone.css';
import '@jingwei/phone/theme';
import { connect } from '@jingwei/api';
import { currentLanguage } from '@jingwei/phone';
import { createApp } from 'vue';
import App from './App.vue';
import { i18n } from './i18n';
import { router } from './router';
import { csrfToken, signedOut } from './session/session';

connect({
    language: currentLanguage,
    csrfToken,
    // What is being written is kept as a draft; the page to sign in leads back to it.
    signInAgain: async () => {
        signedOut();
        await router.push({ name: 'sign-in', query: { from: router.currentRoute.value.fullPath } });
        return false;
    },
});

createApp(App).use(i18n).use(router).mount('#app');
