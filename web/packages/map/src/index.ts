/** Maps without any host but our own. */
export { default as JwMap } from './JwMap.vue';
export type { MapBase } from './base';
export type { Bounds, MapMark, MapPoint, Spot } from './view';
