/** The parts every app of Jingwei shares: marks for lights and plates, designed states, time as text. */
import zh from './locale/zh-CN.json';
import en from './locale/en.json';

export { default as LightMark } from './components/LightMark.vue';
export { default as PlateMark } from './components/PlateMark.vue';
export { default as StateView } from './components/StateView.vue';
export { default as TimeText } from './components/TimeText.vue';
export { default as RowSkeleton } from './components/RowSkeleton.vue';
export { default as BrandMark } from './components/BrandMark.vue';
export * from './language';
export * from './time';

export const uiMessages = { 'zh-CN': { ui: zh }, en: { ui: en } };
