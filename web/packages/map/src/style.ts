import type { FeatureCollection } from 'geojson';
import type { FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { nameFeatures } from './view';

const kFont = ['noto-sans'];
const kEmpty: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Quiet colours: the map stands behind what it shows. */
export const colours = {
    paper: '#f2f3f0', land: '#f8f7f3', farmland: '#f0f2e4', wood: '#dfe9d8', park: '#dbebd4', square: '#f0ede4', water: '#cde1ea',
    building: '#e9e5dd', buildingLine: '#dcd6cb', casing: '#dcd8ce', road: '#ffffff', primary: '#fdf0d4', name: '#56626a',
    waterName: '#4b7f97', grid: '#17595f', chosen: '#17595f', green: '#3a9a68', yellow: '#dca11d', red: '#c93a2e', plain: '#5f6d76',
};

const layer = (name: string, ...kinds: string[]): FilterSpecification =>
    kinds.length === 0
        ? ['==', ['get', 'layer'], name]
        : ['all', ['==', ['get', 'layer'], name], ['in', ['get', 'kind'], ['literal', kinds]]];

const ofLevel = (level: string): FilterSpecification => ['==', ['get', 'level'], level];

/** Width of a road that is `metres` wide in nature, at every zoom. */
const width = (factor: number): LayerSpecification => ({
    id: '', type: 'line', source: 'base',
    paint: {
        'line-width': [
            'interpolate', ['exponential', 2], ['zoom'],
            11, ['max', 0.6, ['*', factor * 0.02, ['coalesce', ['get', 'width'], 8]]],
            19, ['*', factor * 4.2, ['coalesce', ['get', 'width'], 8]],
        ],
    },
});

function road(id: string, kinds: string[], colour: string, factor: number, minzoom = 0): LayerSpecification {
    const made = width(factor);
    return {
        ...made, id, type: 'line', source: 'base', minzoom, filter: layer('road', ...kinds),
        layout: { 'line-cap': 'round', 'line-join': 'round' }, paint: { ...made.paint, 'line-color': colour },
    } as LayerSpecification;
}

const fill = (id: string, filter: FilterSpecification, colour: string, minzoom = 0): LayerSpecification => ({
    id, type: 'fill', source: 'base', minzoom, filter, paint: { 'fill-color': colour },
});

function baseLayers(): LayerSpecification[] {
    return [
        fill('land', layer('land'), colours.land),
        fill('farmland', layer('green', 'farmland'), colours.farmland),
        fill('wood', layer('green', 'wood'), colours.wood),
        fill('park', layer('green', 'park', 'pitch'), colours.park),
        fill('square', layer('green', 'square'), colours.square),
        fill('water', layer('water'), colours.water),
        road('lane-casing', ['street', 'lane'], colours.casing, 1.25, 13),
        road('main-casing', ['primary', 'secondary'], colours.casing, 1.2),
        road('lane', ['street', 'lane'], colours.road, 1, 13),
        road('secondary', ['secondary'], colours.road, 1),
        road('primary', ['primary'], colours.primary, 1),
        {
            id: 'building', type: 'fill', source: 'base', minzoom: 14, filter: layer('building'),
            paint: { 'fill-color': colours.building, 'fill-outline-color': colours.buildingLine },
        },
    ];
}

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
    const halo = { 'text-halo-color': '#fffffff0', 'text-halo-width': 1.4 };
    return [
        {
            id: 'road-name', type: 'symbol', source: 'base', minzoom: 14, filter: ['all', layer('road'), ['has', 'name']] as FilterSpecification,
            layout: { 'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-font': kFont, 'text-size': 11.5, 'symbol-spacing': 320 },
            paint: { 'text-color': colours.name, ...halo },
        },
        {
            id: 'water-name', type: 'symbol', source: 'base', minzoom: 12, filter: ['all', layer('water'), ['has', 'name']] as FilterSpecification,
            layout: { 'text-field': ['get', 'name'], 'text-font': kFont, 'text-size': 12.5, 'text-letter-spacing': 0.2 },
            paint: { 'text-color': colours.waterName, ...halo },
        },
        {
            id: 'place-name', type: 'symbol', source: 'base', minzoom: 15, filter: layer('place'),
            layout: { 'text-field': ['get', 'name'], 'text-font': kFont, 'text-size': 11.5, 'text-max-width': 8 },
            paint: { 'text-color': colours.name, ...halo },
        },
        {
            id: 'grid-name', type: 'symbol', source: 'names', minzoom: 13.6, maxzoom: 15.5, filter: ofLevel('grid'),
            layout: { 'text-field': ['get', 'name'], 'text-font': kFont, 'text-size': 12, 'text-max-width': 8 },
            paint: { 'text-color': colours.grid, ...halo },
        },
        {
            id: 'village-name', type: 'symbol', source: 'names', maxzoom: 13.6, filter: ofLevel('village'),
            layout: { 'text-field': ['get', 'name'], 'text-font': kFont, 'text-size': 13, 'text-max-width': 8 },
            paint: { 'text-color': colours.grid, ...halo },
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

/** The whole style: our own data, our own glyphs, no other host. Chinese characters are drawn with the reader's fonts. `home` is where the app lies, with a slash at its end. */
export function mapStyle(base: FeatureCollection | null, territory: FeatureCollection | null, home: string): StyleSpecification {
    return {
        version: 8,
        glyphs: `${home}map/glyphs/{fontstack}/{range}.pbf`,
        state: { chosen: { default: '' }, mark: { default: '' } },
        sources: {
            base: { type: 'geojson', data: base ?? kEmpty },
            territory: { type: 'geojson', data: territory ?? kEmpty },
            names: { type: 'geojson', data: nameFeatures(territory) },
            points: { type: 'geojson', data: kEmpty },
            marks: { type: 'geojson', data: kEmpty },
        },
        layers: [
            { id: 'paper', type: 'background', paint: { 'background-color': colours.paper } },
            ...baseLayers(), ...territoryLayers(), ...nameLayers(), ...pointLayers(), ...markLayers(),
        ],
    };
}
