import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

const ignored = new Set(['node_modules', 'Tests']);

/** A hash of all sources of the page, whatever their times are. */
export async function hashOfSources(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry => `${entry.parentPath}/${entry.name}`.slice(folder.length).replaceAll('\\', '/'))
    .filter(path => !path.split('/').some(part => ignored.has(part)))
    .sort();
  const hash = createHash('sha256');
  for (const path of files) hash.update(path).update('\0').update(await readFile(folder + path)).update('\0');
  return hash.digest('hex');
}
