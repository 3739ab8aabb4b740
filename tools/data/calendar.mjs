// The State Council calendar as the package chinese-days holds it, in the shape that
// `jingwei import calendar` reads.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const home = dirname(require.resolve("chinese-days/package.json"));
const packaged = JSON.parse(readFileSync(join(home, "dist/chinese-days.json"), "utf8"));
const version = JSON.parse(readFileSync(join(home, "package.json"), "utf8")).version;

// The package's short names → our key of the holiday and the names people use, in both languages.
const kHolidays = {
    元旦: ["new_year", "元旦", "New Year's Day"],
    春节: ["spring_festival", "春节", "Spring Festival"],
    清明: ["qingming", "清明节", "Qingming Festival"],
    劳动节: ["labour_day", "劳动节", "Labour Day"],
    端午: ["dragon_boat", "端午节", "Dragon Boat Festival"],
    中秋: ["mid_autumn", "中秋节", "Mid-Autumn Festival"],
    国庆节: ["national_day", "国庆节", "National Day"],
    中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: [
        "other",
        "抗战胜利70周年纪念日",
        "70th anniversary of victory in the war of resistance",
    ],
};

function dayOf([day, text], working) {
    const short = text.split(",")[1];
    const found = kHolidays[short];
    if (!found) throw new Error(`${day}: the holiday "${short}" is new; add it to kHolidays`);
    const [holiday, name_zh, name_en] = found;
    return { day, working, holiday, name_zh, name_en };
}

/** Every year that the package covers, in order, each with its exceptions in order. */
export function years() {
    const days = [
        ...Object.entries(packaged.holidays).map((entry) => dayOf(entry, false)),
        ...Object.entries(packaged.workdays).map((entry) => dayOf(entry, true)),
    ].sort((a, b) => a.day.localeCompare(b.day));
    const numbers = [...new Set(days.map(({ day }) => Number(day.slice(0, 4))))];
    return numbers.map((year) => ({
        year,
        source: `国务院办公厅关于${year}年部分节假日安排的通知 (chinese-days ${version}, MIT)`,
        days: days.filter(({ day }) => day.startsWith(`${year}-`)),
    }));
}

/** One exception a line, so that a change of one day is one line of a diff. */
export function fileText(all) {
    const yearText = ({ year, source, days }) =>
        `    {"year": ${year}, "source": ${JSON.stringify(source)}, "days": [\n` +
        days.map((day) => `      ${JSON.stringify(day)}`).join(",\n") +
        "\n    ]}";
    return `{\n  "years": [\n${all.map(yearText).join(",\n")}\n  ]\n}\n`;
}
