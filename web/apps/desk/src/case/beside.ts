import type { CaseView, NodeName, Place, SimilarQuery } from '@jingwei/api';
import type { DeepReadonly } from 'vue';

const kGridDepth = 4;

/** The grid that a place lies in; none when only its village or town is known. A path is county, town, village, grid. */
export function gridOf(place: DeepReadonly<Pick<Place, 'nodes'>>): DeepReadonly<NodeName> | undefined {
    return place.nodes.find((node) => node.path.split('/').length === kGridDepth);
}

const kWords = 200;

/** What is asked for when others like this case are looked for: its matter, its place, its words. */
export function likeness({ matter, place, description }: DeepReadonly<Pick<CaseView, 'matter' | 'place' | 'description'>>): SimilarQuery {
    return {
        matter: matter.id, lon: place.point?.lon, lat: place.point?.lat, path: place.nodes.at(-1)?.path,
        text: description.slice(0, kWords),
    };
}
