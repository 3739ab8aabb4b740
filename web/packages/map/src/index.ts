/** Maps without any host but our own. */
import zh from './locale/zh-CN.json';
import en from './locale/en.json';

export const mapMessages = { 'zh-CN': { map: zh }, en: { map: en } };
