// Types and unit tests of the whole workspace; the last line is "N passed, N failed, N skipped".
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

const root = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const tally = { passed: 0, failed: 0, skipped: 0 };

function check(folder) {
    const outcome = spawnSync(bin('vue-tsc'), ['--noEmit', '-p', path.join(folder, 'tsconfig.json')], { cwd: root, encoding: 'utf8' });
    if (outcome.status === 0) return ++tally.passed;
    console.log(outcome.stdout, outcome.stderr);
    console.log(`FAILED: types of ${folder}`);
    return ++tally.failed;
}

function units() {
    const folder = mkdtempSync(path.join(tmpdir(), 'jingwei-web-'));
    const report = path.join(folder, 'report.json');
    spawnSync(bin('vitest'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { cwd: root, stdio: 'inherit' });
    const said = JSON.parse(readFileSync(report, 'utf8'));
    rmSync(folder, { recursive: true });
    tally.passed += said.numPassedTests;
    tally.failed += said.numFailedTests + said.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
    tally.skipped += said.numPendingTests;
    for (const file of said.testResults) {
        for (const one of file.assertionResults) if (one.status === 'failed') console.log(`FAILED: ${one.fullName}`);
    }
}

for (const folder of ['packages/api', 'packages/ui', 'packages/map', 'packages/phone', 'apps/desk', 'apps/portal', 'apps/field']) check(folder);
units();
console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exitCode = tally.failed === 0 ? 0 : 1;
