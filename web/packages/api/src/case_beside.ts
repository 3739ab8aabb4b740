/** What stands beside a case: the rules of its matter, and the grid that it lies in. */
import type { components } from './contract';
import { territories } from './territory';
import { answerOf, client } from './transport';
import type { Card, NodeRow } from './views';

export type MatterRules = components['schemas']['MatterView'];

/** The node with that path, found among those below the one above it; the path of a grid has its village in front. */
async function nodeAt(path: string): Promise<NodeRow | undefined> {
    const parent = path.slice(0, path.lastIndexOf('/'));
    return (await territories.list({ parent, limit: 100 })).items.find((node) => node.path === path);
}

export const beside = {
    /** Who answers for a matter, within which limits, in its version of now. */
    matter: (id: string): Promise<MatterRules> => answerOf(client.GET('/api/v1/matters/{id}', { params: { path: { id } } })),
    /** The public card of the grid with that path; null where it has none. */
    cardAt: async (path: string): Promise<Card | null> => {
        const node = await nodeAt(path);
        return node && (node.level === 'grid' || node.level === 'micro') ? territories.card(node.code) : null;
    },
};
