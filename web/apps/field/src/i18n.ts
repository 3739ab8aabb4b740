import { speak } from '@jingwei/phone';

export const i18n = speak(import.meta.glob('./*/locale/*.json', { eager: true, import: 'default' }));
