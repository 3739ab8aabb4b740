// Rules about words: languages, promises, addresses.
import { placesIn } from "./source_tree.mjs";

const kCjk = /[\u3400-\u9fff]/;
const kSource = /\.(cpp|h|ts|vue|mjs|sql|txt|cmake|sh|json|md|yaml|yml|css|html)$/;

const withoutComments = (line) => line.replace(/\/\/.*$/, "").replace(/^\s*\*.*$/, "").replace(/\/\*.*?\*\//g, "").replace(/<!--.*?-->/g, "");

/** C++ holds no words for the screen: they stand in data/. The demo's fictional names are data of its own. */
const wordsStandInData = (tree) =>
    placesIn(
        tree,
        tree.files(/^server\/.*\.(cpp|h)$/).filter((name) => !/_(test|dbtest)\.(cpp|h)$|^server\/(demo|testing)\//.test(name)),
        (line) => kCjk.test(withoutComments(line)) && "words for the screen stand in data/",
    );

const screensSpeakThroughKeys = (tree) =>
    placesIn(
        tree,
        tree.files(/^web\/.*\.(vue|ts)$/).filter((name) => !/\/(locales|i18n)\/|\.test\.ts$|\.spec\.ts$/.test(name)),
        (line) => kCjk.test(withoutComments(line)) && "text goes through an i18n key",
    );

function templatesHoldNoEnglish(tree) {
    const places = [];
    for (const name of tree.files(/^web\/.*\.vue$/)) {
        const template = /<template>[\s\S]*<\/template>/.exec(tree.read(name))?.[0] ?? "";
        for (const [, text] of template.matchAll(/>\s*([^<>{}]*[A-Za-z]{3,}[^<>{}]*)\s*<\//g)) places.push(`${name}: "${text.trim()}" goes through an i18n key`);
        for (const [, text] of template.matchAll(/\s(?:title|placeholder|label|aria-label|alt)="([^"]*[A-Za-z]{3,}[^"]*)"/g)) places.push(`${name}: "${text}" goes through an i18n key`);
    }
    return places;
}

function languagesSayTheSame(tree) {
    const places = [];
    const other = { "zh-CN": "en", en: "zh-CN" };
    for (const name of tree.files(/^data\/messages\/[a-z_]*\.?(zh-CN|en)\.json$/)) {
        const language = /(zh-CN|en)\.json$/.exec(name)[1];
        const twin = name.replace(`${language}.json`, `${other[language]}.json`);
        if (!tree.allFiles().includes(twin)) {
            places.push(`${name}: ${twin} is missing`);
            continue;
        }
        const theirs = JSON.parse(tree.read(twin));
        for (const [key, sentence] of Object.entries(JSON.parse(tree.read(name)))) {
            if (!(key in theirs)) places.push(`${twin}: "${key}" is missing`);
            else if (language === "zh-CN" && !kCjk.test(sentence)) places.push(`${name}: "${key}" is not Chinese`);
            else if (language === "en" && kCjk.test(sentence)) places.push(`${name}: "${key}" is not English`);
        }
    }
    return places;
}

function promisesHaveOwners(tree) {
    const roadmap = tree.allFiles().includes("docs/roadmap.md") ? tree.read("docs/roadmap.md") : "";
    const promise = new RegExp(["TO", "DO|FIX", "ME|XX", "X|HA", "CK"].join(""));
    return placesIn(
        tree,
        tree.files(kSource).filter((name) => name !== "docs/roadmap.md" && name !== "STYLE.md" && !name.startsWith("tools/tidy")),
        (line, name) => {
            const word = promise.exec(line)?.[0];
            return word && new RegExp(`\\b${word}\\b`).test(line) && !roadmap.includes(name) && `${word} without a line in docs/roadmap.md`;
        },
    );
}

const noMachinePaths = (tree) =>
    placesIn(
        tree,
        tree.files(kSource).filter((name) => !name.startsWith("tools/tidy")),
        (line) => /(^|[\s"'=(])\/(root|home\/\w+|work\/(main|shared|wt))\//.test(line) && "a path of one machine",
    );

const noRegistryAddresses = (tree) =>
    placesIn(
        tree,
        tree.allFiles().filter((name) => /package-lock\.json$|\.npmrc$/.test(name)),
        (line) => /"resolved":\s*"https?:|registry\s*=/.test(line) && "an address of a registry",
    );

const decisionsAreNumberedOnce = (tree) => {
    const seen = new Map();
    const places = [];
    for (const name of tree.files(/^docs\/adr\/.*\.md$/)) {
        const number = /\/(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1];
        if (!number) places.push(`${name}: call it NNNN-title.md`);
        else if (seen.has(number)) places.push(`${name}: ${number} is taken by ${seen.get(number)}`);
        else seen.set(number, name);
    }
    return places;
};

export const rules = [
    { name: "words for the screen stand in data, not in C++", check: wordsStandInData },
    { name: "screens speak through i18n keys", check: screensSpeakThroughKeys },
    { name: "templates hold no English", check: templatesHoldNoEnglish },
    { name: "both languages say the same", check: languagesSayTheSame },
    { name: "every promise has an owner", check: promisesHaveOwners },
    { name: "no path of one machine", check: noMachinePaths },
    { name: "no address of a registry", check: noRegistryAddresses },
    { name: "decisions are numbered once", check: decisionsAreNumberedOnce },
];
