import { staff, type Member } from '@jingwei/api';
import { reactive } from 'vue';

/** Photos that were set while the room is open: their address is still that of the one before, which the browser remembers. */
const fresh = reactive(new Map<string, string>());

export function portraitOf(member: Pick<Member, 'id' | 'photo_url'>): string | undefined {
    if (!member.photo_url) return undefined;
    return fresh.get(member.id) ?? `${member.photo_url}?size=thumb`;
}

export async function setPortrait(member: Pick<Member, 'id'>, file: File): Promise<Member> {
    const changed = await staff.setPhoto(member.id, file);
    const before = fresh.get(member.id);
    fresh.set(member.id, URL.createObjectURL(await staff.photo(member.id)));
    if (before) URL.revokeObjectURL(before);
    return changed;
}
