import { readdir, readFile } from 'node:fs/promises';

/** The licences of all packages of which something is in the built page. */
export async function licencesOf(inputs, folder) {
  const packages = new Set(inputs.flatMap(input => input.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1] ?? []));
  const texts = [];
  for (const name of [...packages].sort()) {
    const place = `${folder}node_modules/${name}`;
    const { version, license } = JSON.parse(await readFile(`${place}/package.json`, 'utf8'));
    const file = (await readdir(place)).find(entry => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence file`);
    texts.push(`${name} ${version} (${license})\n\n${(await readFile(`${place}/${file}`, 'utf8')).trim()}\n`);
  }

  return `This page contains parts of these packages.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
