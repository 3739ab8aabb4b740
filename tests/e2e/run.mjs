// The desk in a real browser against a real server and database. Called by ./test; the last line is
// "N passed, N failed, N skipped".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'jingwei-e2e-'));
const report = path.join(folder, 'report.json');
const { status } = spawnSync(
    path.join(here, 'node_modules/.bin/vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
    { cwd: here, stdio: 'inherit' },
);
const said = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, testResults: [] };
rmSync(folder, { recursive: true });
for (const file of said.testResults) {
    for (const one of file.assertionResults) if (one.status === 'failed') console.log(`FAILED: ${one.fullName}`);
}
const failed = said.numFailedTests || (status === 0 ? 0 : 1);
console.log(`${said.numPassedTests} passed, ${failed} failed, ${said.numPendingTests} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
