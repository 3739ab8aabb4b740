import type { Feature, FeatureCollection, Geometry, LineString, MultiPolygon, Polygon, Position } from 'geojson';
import type { Map as MapLibre } from 'maplibre-gl';
import { TerraDraw, TerraDrawLineStringMode, TerraDrawPolygonMode, TerraDrawSelectMode, type GeoJSONStoreFeatures } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { linesOf, snapTo } from './snap';

/** What is to be drawn: a cutting line, a new area, or other borders of one that is there. */
export interface Drawing {
    kind: 'line' | 'area' | 'edit';
    /** Of `edit`. */
    area?: Polygon | MultiPolygon;
    /** What the hand is drawn to: the neighbours. */
    near: FeatureCollection;
}

const kDigits = 16;
const colours = { line: '#a8402a', fill: '#a8402a' } as const;

const pieces = (area: Polygon | MultiPolygon): Position[][][] => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates);

/** The pieces of an area, one feature each: the library knows no areas of several. */
function featuresOf(area: Polygon | MultiPolygon): GeoJSONStoreFeatures[] {
    return pieces(area).map((coordinates) => ({ type: 'Feature', geometry: { type: 'Polygon', coordinates }, properties: { mode: 'polygon' } }));
}

/** What has been drawn, in one geometry. */
function drawnBy(draw: TerraDraw, kind: Drawing['kind'], kept: readonly Position[][][]): Geometry | undefined {
    const isMid = ({ properties }: Feature): boolean => Boolean(properties?.midPoint ?? properties?.selectionPoint);
    const features = draw.getSnapshot().filter((one) => !isMid(one as Feature));
    if (kind === 'line') return features.find((one) => one.geometry.type === 'LineString')?.geometry as LineString | undefined;
    const areas = features.filter((one) => one.geometry.type === 'Polygon').map((one) => (one.geometry as Polygon).coordinates);
    return areas.length > 0 ? { type: 'MultiPolygon', coordinates: [...areas, ...kept] } : undefined;
}

export interface Hand {
    /** What has been drawn so far; undefined before there is anything. */
    drawn(): Geometry | undefined;
    stop(): void;
}

/** Lets the reader draw on a map. `finished` is told when a line or an area is complete; an edit ends when the page says so. */
export function takeHand(map: MapLibre, drawing: Drawing, finished: () => void): Hand {
    const lines = linesOf(drawing.near);
    const snapping = {
        toCustom: ({ lng, lat }: { lng: number; lat: number }, { project }: { project: (lon: number, lat: number) => { x: number; y: number } }) =>
            snapTo([lng, lat], lines, project),
    };
    const styles = { outlineColor: colours.line, outlineWidth: 2.5, fillColor: colours.fill, fillOpacity: 0.12 } as const;
    const draw = new TerraDraw({
        adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: kDigits }),
        modes: [
            new TerraDrawLineStringMode({ snapping, styles: { lineStringColor: colours.line, lineStringWidth: 3 } }),
            new TerraDrawPolygonMode({ snapping, styles }),
            new TerraDrawSelectMode({
                allowManualDeselection: false,
                styles: { selectedPolygonColor: colours.fill, selectedPolygonOutlineColor: colours.line, selectedPolygonOutlineWidth: 2.5 },
                flags: {
                    polygon: {
                        feature: {
                            draggable: false,
                            coordinates: { draggable: true, deletable: true, midpoints: { draggable: true }, snappable: snapping },
                        },
                    },
                },
            }),
        ],
    });
    /** Pieces that the library takes no hand to, such as those with holes, stay as they are. */
    let kept: Position[][][] = [];
    draw.start();
    if (drawing.kind === 'edit' && drawing.area) {
        const added = draw.addFeatures(featuresOf(drawing.area));
        kept = pieces(drawing.area).filter((_, at) => !added[at]?.valid);
        draw.setMode('select');
        const first = added.find((one) => one.valid)?.id;
        if (first !== undefined) draw.selectFeature(first);
    } else {
        draw.setMode(drawing.kind === 'line' ? 'linestring' : 'polygon');
        draw.on('finish', finished);
    }
    return {
        drawn: () => drawnBy(draw, drawing.kind, kept),
        stop: () => draw.stop(),
    };
}
