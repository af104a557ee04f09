// Builds the page into ../wwwroot, or into the folder that is given.
import { build } from 'esbuild';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { licencesOf } from './Licences.mjs';
import { hashOfSources } from './Sources.mjs';

const here = fileURLToPath(new URL('./', import.meta.url));
const output = process.argv[2] ?? fileURLToPath(new URL('../wwwroot', import.meta.url));

await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: { page: 'Main.tsx', layout: 'Graph/Layout/LayoutWorker.ts' },
  outdir: output,
  bundle: true,
  minify: true,
  format: 'esm',
  target: ['es2023', 'chrome120', 'firefox121', 'safari17'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.woff2': 'file' },
  assetNames: '[name]',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
});
for (const file of ['index.html', 'icon.svg']) await copyFile(here + file, `${output}/${file}`);
await writeFile(`${output}/licences.txt`, await licencesOf(Object.keys(metafile.inputs), here));
await writeFile(`${output}/sources.sha256`, `${await hashOfSources(here)}\n`);
