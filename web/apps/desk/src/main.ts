import './element.css';
import '@jingwei/ui/tokens.css';
import '@jingwei/ui/base.css';
import { connect } from '@jingwei/api';
import { createApp } from 'vue';
import App from './App.vue';
import { currentLanguage, i18n } from './i18n';
import { router } from './router';
import { csrfToken, signInAgain } from './session/session';
import { quietSheets } from './shell/sheets';
import './shell/theme';

quietSheets();
connect({ language: currentLanguage, csrfToken, signInAgain });

createApp(App).use(i18n).use(router).mount('#app');
