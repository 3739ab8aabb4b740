import type { FeatureCollection } from 'geojson';
import type { FilterSpecification, LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { MapBase } from './base';
import { baseStyle, kFont, kHalo } from './base_style';
import { colours } from './colours';

const kEmpty: FeatureCollection = { type: 'FeatureCollection', features: [] };
const empty = (): SourceSpecification => ({ type: 'geojson', data: kEmpty });

const ofLevel = (level: string): FilterSpecification => ['==', ['get', 'level'], level];

function territoryLayers(): LayerSpecification[] {
    // The chosen node and all below it: "a/b" holds "a/b/c" and not "a/bc".
    const under = ['concat', ['global-state', 'chosen'], '/'];
    const chosen = ['all',
        ['==', ['get', 'level'], 'grid'],
        ['==', ['slice', ['concat', ['get', 'path'], '/'], 0, ['length', under]], under],
    ] as unknown as FilterSpecification;
    return [
        { id: 'chosen-fill', type: 'fill', source: 'territory', filter: chosen, paint: { 'fill-color': colours.chosen, 'fill-opacity': 0.07 } },
        {
            id: 'grid-line', type: 'line', source: 'territory', minzoom: 12.4, filter: ofLevel('grid'), layout: { 'line-join': 'round' },
            paint: { 'line-color': colours.grid, 'line-opacity': 0.5, 'line-width': 1, 'line-dasharray': [4, 2.5] },
        },
        {
            id: 'village-line', type: 'line', source: 'territory', filter: ofLevel('village'), layout: { 'line-join': 'round' },
            paint: { 'line-color': colours.grid, 'line-opacity': 0.65, 'line-width': 1.5 },
        },
        { id: 'chosen-line', type: 'line', source: 'territory', filter: chosen, paint: { 'line-color': colours.chosen, 'line-width': 2.4 } },
    ];
}

function nameLayers(): LayerSpecification[] {
    return [
        {
            id: 'grid-name', type: 'symbol', source: 'names', minzoom: 13.6, maxzoom: 15.5, filter: ofLevel('grid'),
            layout: { 'text-field': ['get', 'name'], 'text-font': kFont, 'text-size': 12, 'text-max-width': 8 },
            paint: { 'text-color': colours.grid, ...kHalo },
        },
        {
            id: 'village-name', type: 'symbol', source: 'names', maxzoom: 13.6, filter: ofLevel('village'),
            layout: { 'text-field': ['get', 'name'], 'text-font': kFont, 'text-size': 13, 'text-max-width': 8 },
            paint: { 'text-color': colours.grid, ...kHalo },
        },
    ];
}

function pointLayers(): LayerSpecification[] {
    return [
        {
            id: 'points', type: 'circle', source: 'points',
            paint: {
                'circle-radius': 10, 'circle-stroke-width': 2, 'circle-stroke-color': '#fff',
                'circle-color': [
                    'match', ['get', 'light'], 'green', colours.green, 'yellow', colours.yellow, 'red', colours.red, colours.plain,
                ],
            },
        },
        {
            id: 'point-labels', type: 'symbol', source: 'points',
            layout: { 'text-field': ['get', 'label'], 'text-font': kFont, 'text-size': 12, 'text-allow-overlap': true },
            paint: { 'text-color': '#fff' },
        },
    ];
}

/** The most urgent on top; the one that is brought out has a ring. */
function markLayers(): LayerSpecification[] {
    const rank = ['match', ['get', 'light'], 'red', 3, 'yellow', 2, 'green', 1, 0] as unknown as number;
    return [
        {
            id: 'mark-ring', type: 'circle', source: 'marks',
            filter: ['==', ['get', 'id'], ['global-state', 'mark']] as unknown as FilterSpecification,
            paint: {
                'circle-radius': 17, 'circle-color': colours.chosen, 'circle-opacity': 0.16, 'circle-stroke-width': 2.5,
                'circle-stroke-color': colours.chosen,
            },
        },
        {
            id: 'marks', type: 'symbol', source: 'marks',
            layout: {
                'icon-image': ['concat', 'mark-', ['get', 'light']], 'icon-allow-overlap': true, 'icon-ignore-placement': true,
                'symbol-sort-key': rank,
            },
        },
    ];
}

/**
 * The whole style: our own data and glyphs, and pictures of another host where the base map is one. Chinese characters are
 * drawn with the reader's fonts. What moves (borders, points, marks) is empty at first. `home` is where the app lies, with a
 * slash at its end.
 */
export function mapStyle(base: MapBase | null, home: string): StyleSpecification {
    const { sources, ground, layers, names } = baseStyle(base);
    return {
        version: 8,
        glyphs: `${home}map/glyphs/{fontstack}/{range}.pbf`,
        state: { chosen: { default: '' }, mark: { default: '' } },
        sources: { ...sources, territory: empty(), names: empty(), points: empty(), marks: empty() },
        layers: [
            { id: 'paper', type: 'background', paint: { 'background-color': ground } },
            ...layers, ...territoryLayers(), ...names, ...nameLayers(), ...pointLayers(), ...markLayers(),
        ],
    };
}
