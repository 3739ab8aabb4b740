// The tests of the data tools, told the way ./test reads them.
import { run } from "node:test";
import { fileURLToPath } from "node:url";

let passed = 0;
let failed = 0;
run({ files: [fileURLToPath(new URL("calendar.test.mjs", import.meta.url))] })
    .on("test:pass", ({ nesting }) => (passed += nesting === 0 ? 1 : 0))
    .on("test:fail", ({ name, nesting, details }) => {
        if (nesting !== 0) return;
        ++failed;
        console.log(`FAILED: ${name}`);
        console.log(`    ${details.error.cause?.message ?? details.error.message}`);
    })
    .on("end", () => {
        console.log(`${passed} passed, ${failed} failed, 0 skipped`);
        process.exitCode = failed ? 1 : 0;
    })
    .resume();
