/** Maps without any host but our own. */
export { default as DrawMap } from './DrawMap.vue';
export { default as JwMap } from './JwMap.vue';
export type { MapBase } from './base';
export { boundsOf } from './view';
export type { AreaLook } from './draw_view';
export type { Drawing } from './drawing';
export type { Bounds, MapMark, MapPoint, Spot } from './view';
