// Bundles the tests and runs them with the test runner of Node.js; with the name of another file of this folder, runs that.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('./', import.meta.url));
const output = await mkdtemp(`${tmpdir()}/narformer-page-`);
const named = process.argv.slice(2);
const sources = named.length > 0 ? named : (await readdir(here)).filter(name => name.endsWith('.test.ts'));
await build({ absWorkingDir: here, entryPoints: sources, outdir: output, outExtension: { '.js': '.mjs' }, bundle: true, platform: 'node', format: 'esm', logLevel: 'warning' });
const files = sources.map(name => `${output}/${name.replace(/ts$/, 'mjs')}`);
const { status } = spawnSync(process.execPath, named.length > 0 ? files : ['--test', ...files], { stdio: 'inherit' });
await rm(output, { recursive: true });
process.exit(status ?? 1);
