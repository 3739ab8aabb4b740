import { posts, staff, type Member, type MemberQuery, type NodeRow, type Post } from '@jingwei/api';
import { placeOfCode, placeOfPath } from '@/territory/places';
import { heldBy, type Held, type Standing } from './posts_of_people';
import { phaseOfHolding, phaseOfPost } from './spans';
import { codesByPerson, identityOf } from './table';

type Codes = Map<string, Set<string>>;
let codes: Promise<Codes> | undefined;

/** Where people hold posts changes with every appointment: then it is read anew. */
export function forgetRoster(): void {
    codes = undefined;
}

/** The posts of a node name who holds them, and no answer names the posts of a person: the roster's table says at which nodes to look. */
function whereabouts(): Promise<Codes> {
    codes ??= posts.table().then((table) => table.text()).then(codesByPerson);
    codes.catch(forgetRoster);
    return codes;
}

interface PlaceWithPosts {
    node: NodeRow;
    posts: Post[];
}

async function placesOf(member: Member, table: Codes): Promise<NodeRow[]> {
    const found = await Promise.all([
        placeOfPath(member.path), ...[...(table.get(identityOf(member.name, member.duty_phone)) ?? [])].map(placeOfCode),
    ]);
    const byId = new Map(found.flatMap((node) => (node ? [[node.id, node] as const] : [])));
    return [...byId.values()];
}

const isPresent = ({ post, holding }: Held): boolean => phaseOfPost(post) === 'now' && phaseOfHolding(holding) === 'now';

/** People with what they hold now: by place from the county down, then by name. */
export async function standings(query: MemberQuery): Promise<Standing[]> {
    const [members, table] = await Promise.all([staff.list(query), whereabouts()]);
    const placed = await Promise.all(members.map(async (member) => ({ member, nodes: await placesOf(member, table) })));
    const nodes = new Map(placed.flatMap((one) => one.nodes).map((node) => [node.id, node]));
    const read = new Map<string, PlaceWithPosts>();
    await Promise.all([...nodes.values()].map(async (node) => read.set(node.id, { node, posts: await posts.at(node.id) })));
    return placed
        .map(({ member, nodes: own }) => ({
            member, held: heldBy(member, own.flatMap((node) => read.get(node.id) ?? [])).filter(isPresent),
        }))
        .sort((one, other) => one.member.path.localeCompare(other.member.path) || one.member.name.localeCompare(other.member.name));
}

/** One person: where he is registered, and all that he holds, held or will hold there and where he is in a post now. */
export async function careerOf(member: Member): Promise<{ home?: NodeRow; held: Held[] }> {
    const [nodes, home] = await Promise.all([whereabouts().then((table) => placesOf(member, table)), placeOfPath(member.path)]);
    const places = await Promise.all(nodes.map(async (node) => ({ node, posts: await posts.at(node.id, true) })));
    return { home, held: heldBy(member, places) };
}
