// Tidiness is a test that fails. Each rule looks at the files that git knows and names every place
// that breaks it; the last line is "N passed, N failed, N skipped", a rule counting as one test.
//
//   node tools/tidy.mjs [RULE…]      all rules, or those whose name contains a word
import { sourceTree } from "./tidy/source_tree.mjs";
import * as cpp from "./tidy/cpp_rules.mjs";
import * as sql from "./tidy/sql_rules.mjs";
import * as text from "./tidy/text_rules.mjs";

const rules = [...cpp.rules, ...sql.rules, ...text.rules];
const wanted = process.argv.slice(2);
const tree = sourceTree();

let failed = 0;
let skipped = 0;
let passed = 0;
for (const rule of rules) {
    if (wanted.length && !wanted.some((word) => rule.name.includes(word))) continue;
    const verdict = rule.check(tree);
    if (verdict.skip) {
        ++skipped;
        console.log(`SKIPPED: ${rule.name}: ${verdict.skip}`);
    } else if (verdict.length) {
        ++failed;
        console.log(`FAILED: ${rule.name}`);
        verdict.forEach((place) => console.log(`    ${place}`));
    } else {
        ++passed;
    }
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed ? 1 : 0;
