import '@jingwei/ui/tokens.css';
import '@jingwei/phone/phone.css';
import { connect } from '@jingwei/api';
import { createApp } from 'vue';
import App from './App.vue';
import { currentLanguage } from '@jingwei/phone';
import { i18n } from './i18n';
import { router } from './router';
import '@jingwei/phone/theme';

// Nobody signs in here.
connect({ language: currentLanguage, csrfToken: () => '', signInAgain: () => Promise.resolve(false) });

createApp(App).use(i18n).use(router).mount('#app');
