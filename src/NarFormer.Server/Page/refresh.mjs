// Builds the page if its sources are not those of the page that is there. Where that cannot be done, the page that is there is used.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { hashOfSources } from './Sources.mjs';

const here = fileURLToPath(new URL('./', import.meta.url));
const built = await readFile(`${here}../wwwroot/sources.sha256`, 'utf8').catch(() => '');
if (built.trim() !== (await hashOfSources(here))) {
  const run = (command, ...options) => spawnSync(command, options, { cwd: here, stdio: 'inherit' }).status === 0;
  const ready = existsSync(`${here}node_modules/esbuild`) || run('npm', 'ci', '--no-audit', '--no-fund');
  const done = ready && run('npm', 'run', '--silent', 'check') && run('npm', 'run', '--silent', 'build');
  console.log(done ? 'page: built from its sources' : 'page: could not be built; the page in wwwroot is older than its sources');
}
