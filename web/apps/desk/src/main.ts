import 'element-plus/dist/index.css';
import '@jingwei/ui/tokens.css';
import '@jingwei/ui/base.css';
import { connect } from '@jingwei/api';
import { createApp } from 'vue';
import App from './App.vue';
import { currentLanguage, i18n } from './i18n';
import { router } from './router';
import { csrfToken, forgetSession } from './session/session';

connect({
    language: currentLanguage,
    csrfToken,
    onSignedOut() {
        forgetSession();
        void router.push({ name: 'sign-in', query: { from: router.currentRoute.value.fullPath, ended: '1' } });
    },
});

createApp(App).use(i18n).use(router).mount('#app');
