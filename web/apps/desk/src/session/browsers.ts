type Known = readonly [pattern: RegExp, name: string][];

/** In the order in which they are looked for: most browsers also name those that they descend from. */
const browsers: Known = [
    [/MicroMessenger/, 'WeChat'], [/Edg\//, 'Edge'], [/OPR\//, 'Opera'], [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari'],
];
const systems: Known = [
    [/HarmonyOS|OpenHarmony/, 'HarmonyOS'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'],
    [/Linux/, 'Linux'],
];

const named = (agent: string, known: Known): string => known.find(([pattern]) => pattern.test(agent))?.[1] ?? '';

/** The browser and the system that a User-Agent names; empty where it names none that people know. */
export function browserIn(agent: string): { browser: string; system: string } {
    return { browser: named(agent, browsers), system: named(agent, systems) };
}
