import zh from './locale/zh-CN.json';
import en from './locale/en.json';

/** Apart from the map itself, so that a screen without a map does not load one. */
export const mapMessages = { 'zh-CN': { map: zh }, en: { map: en } };
