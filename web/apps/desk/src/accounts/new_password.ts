/** Without those that are mistaken for one another when they are read out: 0 O o, 1 l I. */
const kLetters = { small: 'abcdefghijkmnpqrstuvwxyz', capital: 'ABCDEFGHJKLMNPQRSTUVWXYZ', digit: '23456789' } as const;
const kGroups = 3;
const kInGroup = 4;

/** Without favour: numbers that would make the first letters likelier are thrown away. */
function below(bound: number): number {
    const most = 256 - (256 % bound);
    const drawn = new Uint8Array(1);
    do crypto.getRandomValues(drawn); while ((drawn[0] ?? 0) >= most);
    return (drawn[0] ?? 0) % bound;
}

const draw = (letters: string): string => letters.charAt(below(letters.length));

/** "kT7m-Qx3p-vN8d": small letters, capitals and digits in groups that can be read out. */
export function newPassword(): string {
    const all = Object.values(kLetters).join('');
    const letters = Array.from({ length: kGroups * kInGroup }, () => draw(all));
    const kinds = Object.values(kLetters);
    if (!kinds.every((kind) => letters.some((letter) => kind.includes(letter)))) return newPassword();
    return Array.from({ length: kGroups }, (_, at) => letters.slice(at * kInGroup, (at + 1) * kInGroup).join('')).join('-');
}
