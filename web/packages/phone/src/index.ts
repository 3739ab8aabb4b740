/** What the apps for telephones share: sentences, notices, photos, positions. No component library. */
export { default as NoticeBox } from './NoticeBox.vue';
export { default as PhotoRow } from './PhotoRow.vue';
export * from './i18n';
export * from './photos';
export * from './place';
