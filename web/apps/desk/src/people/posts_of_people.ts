import type { Holding, Member, NodeRow, Post } from '@jingwei/api';

/** One post that somebody holds, held or will hold, and where it is. */
export interface Held {
    node: NodeRow;
    post: Post;
    holding: Holding;
}

/** Every holding of one person among the posts of some nodes, by place, A before B. */
export function heldBy(member: Pick<Member, 'id'>, places: readonly { node: NodeRow; posts: readonly Post[] }[]): Held[] {
    const held: Held[] = [];
    for (const { node, posts } of places) {
        for (const post of posts) {
            for (const holding of post.holdings) if (holding.member_id === member.id) held.push({ node, post, holding });
        }
    }
    return held.sort((one, other) => one.holding.side.localeCompare(other.holding.side) || one.node.path.localeCompare(other.node.path));
}

/** One person with what he holds at present. */
export interface Standing {
    member: Member;
    held: Held[];
}
