import type { FeatureCollection } from 'geojson';
import type { FilterSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { External, MapBase } from './base';
import { colours } from './colours';
import { addressOf } from './tiles';

export const kFont = ['noto-sans'];
export const kHalo = { 'text-halo-color': '#fffffff0', 'text-halo-width': 1.4 };
const kEmpty: FeatureCollection = { type: 'FeatureCollection', features: [] };
const kPictureSize = 256;

/** Where the features of a layer are: in tiles it has a name of its own, in a drawing they say it themselves. docs/base-map.md */
interface Part {
    source: 'base';
    'source-layer'?: string;
    filter: FilterSpecification;
}

type Pick = (name: string, ...filters: FilterSpecification[]) => Part;

const all = (filters: FilterSpecification[]): FilterSpecification => ['all', ...filters] as FilterSpecification;
const kinds = (...names: string[]): FilterSpecification => ['in', ['get', 'kind'], ['literal', names]];
const kAreas = ['in', ['geometry-type'], ['literal', ['Polygon', 'MultiPolygon']]] as FilterSpecification;
const kLines = ['in', ['geometry-type'], ['literal', ['LineString', 'MultiLineString']]] as FilterSpecification;
const kNamed = ['has', 'name'] as FilterSpecification;

const ofTiles: Pick = (name, ...filters) => ({ source: 'base', 'source-layer': name, filter: all(filters) });
const ofDrawing: Pick = (name, ...filters) => ({ source: 'base', filter: all([['==', ['get', 'layer'], name], ...filters]) });

/** Width of a road that is `metres` wide in nature, at every zoom. */
function road(id: string, part: Part, colour: string, factor: number, minzoom = 0): LayerSpecification {
    return {
        id, type: 'line', minzoom, ...part, layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
            'line-color': colour,
            'line-width': [
                'interpolate', ['exponential', 2], ['zoom'],
                11, ['max', 0.6, ['*', factor * 0.02, ['coalesce', ['get', 'width'], 8]]],
                19, ['*', factor * 4.2, ['coalesce', ['get', 'width'], 8]],
            ],
        },
    };
}

const fill = (id: string, part: Part, colour: string): LayerSpecification => ({ id, type: 'fill', ...part, paint: { 'fill-color': colour } });

function waterLine(id: string, part: Part, colour: string, near: number): LayerSpecification {
    return {
        id, type: 'line', ...part, layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': colour, 'line-width': ['interpolate', ['exponential', 1.6], ['zoom'], 9, 1.2, 18, near] },
    };
}

function drawnLayers(pick: Pick): LayerSpecification[] {
    const main = kinds('primary', 'secondary');
    return [
        fill('land', pick('land', kAreas), colours.land),
        fill('farmland', pick('green', kinds('farmland')), colours.farmland),
        fill('wood', pick('green', kinds('wood')), colours.wood),
        fill('park', pick('green', kinds('park', 'pitch')), colours.park),
        fill('square', pick('green', kinds('square')), colours.square),
        fill('water', pick('water', kAreas), colours.water),
        waterLine('stream', pick('water', kLines, kinds('stream')), colours.water, 5),
        waterLine('river', pick('water', kLines, kinds('river')), colours.water, 16),
        waterLine('coast', pick('water', kLines, kinds('coast')), colours.coast, 5),
        road('lane-casing', pick('road', kinds('street', 'lane')), colours.casing, 1.25, 13),
        road('main-casing', pick('road', main), colours.casing, 1.2),
        road('lane', pick('road', kinds('street', 'lane')), colours.road, 1, 13),
        road('secondary', pick('road', kinds('secondary')), colours.road, 1),
        road('primary', pick('road', kinds('primary')), colours.primary, 1),
        {
            id: 'building', type: 'fill', minzoom: 14, ...pick('building'),
            paint: { 'fill-color': colours.building, 'fill-outline-color': colours.buildingLine },
        },
    ];
}

function drawnNames(pick: Pick): LayerSpecification[] {
    const towns = kinds('city', 'town', 'village', 'quarter');
    return [
        {
            id: 'road-name', type: 'symbol', minzoom: 14, ...pick('road', kNamed),
            layout: { 'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-font': kFont, 'text-size': 11.5, 'symbol-spacing': 320 },
            paint: { 'text-color': colours.name, ...kHalo },
        },
        {
            id: 'water-name', type: 'symbol', minzoom: 12, ...pick('water', kNamed, kAreas),
            layout: { 'text-field': ['get', 'name'], 'text-font': kFont, 'text-size': 12.5, 'text-letter-spacing': 0.2 },
            paint: { 'text-color': colours.waterName, ...kHalo },
        },
        {
            id: 'river-name', type: 'symbol', minzoom: 12, ...pick('water', kNamed, kLines),
            layout: { 'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-font': kFont, 'text-size': 12, 'symbol-spacing': 420 },
            paint: { 'text-color': colours.waterName, ...kHalo },
        },
        {
            id: 'place-name', type: 'symbol', minzoom: 15, ...pick('place', ['!', towns] as FilterSpecification),
            layout: { 'text-field': ['get', 'name'], 'text-font': kFont, 'text-size': 11.5, 'text-max-width': 8 },
            paint: { 'text-color': colours.name, ...kHalo },
        },
        {
            id: 'town-name', type: 'symbol', maxzoom: 16.5, ...pick('place', towns),
            layout: {
                'text-field': ['get', 'name'], 'text-font': kFont, 'text-max-width': 8,
                'text-size': ['match', ['get', 'kind'], 'city', 17, 'town', 15, 'village', 13, 12],
                'symbol-sort-key': ['match', ['get', 'kind'], 'city', 0, 'town', 1, 'village', 2, 3],
            },
            paint: { 'text-color': colours.town, ...kHalo },
        },
    ];
}

type Sources = Record<string, SourceSpecification>;

function pictures({ templates, maxZoom }: External): { sources: Sources; layers: LayerSpecification[] } {
    const ids = templates.map((_, at) => `picture-${at}`);
    return {
        sources: Object.fromEntries(templates.map((one, at) => [ids[at], { type: 'raster', tiles: [one], tileSize: kPictureSize, maxzoom: maxZoom }])),
        layers: ids.map((id) => ({ id, type: 'raster', source: id, paint: { 'raster-fade-duration': 0 } })),
    };
}

/** What lies below our own geometry, and the names that stand above it. */
export interface BaseStyle {
    sources: Sources;
    /** The colour where nothing is drawn. */
    ground: string;
    layers: LayerSpecification[];
    names: LayerSpecification[];
}

export function baseStyle(base: MapBase | null): BaseStyle {
    switch (base?.kind) {
        case 'tiles': {
            const { bounds, minZoom: minzoom, maxZoom: maxzoom } = base;
            const source: SourceSpecification = { type: 'vector', tiles: [addressOf(base)], bounds, minzoom, maxzoom };
            return { sources: { base: source }, ground: colours.ground, layers: drawnLayers(ofTiles), names: drawnNames(ofTiles) };
        }
        case 'external':
            return { ...pictures(base), ground: colours.paper, names: [] };
        default: {
            const data = base?.kind === 'drawing' ? base.data : kEmpty;
            return { sources: { base: { type: 'geojson', data } }, ground: colours.paper, layers: drawnLayers(ofDrawing), names: drawnNames(ofDrawing) };
        }
    }
}
