import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Pack, type PackProblem, type PackReading, readPackFiles } from '@rubricate/core/model';

/** The content folder: one folder a pack. */
export const contentFolder = fileURLToPath(new URL('../content', import.meta.url));

/** The ids of the packs that ship, those others build on first. */
export const shippedPacks = ['foundations', 'pinterest-software-engineer', 'pinterest-data-pm', 'pinecone-pm'] as const;

/** Reads one pack of the content folder. */
export function readContent(id: string): PackReading {
  const folder = join(contentFolder, id);
  const files = yamlFiles(folder).map((path) => ({
    path: relative(contentFolder, path).replaceAll('\\', '/'),
    text: readFileSync(path, 'utf8'),
  }));
  return readPackFiles(files);
}

function yamlFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? yamlFiles(path) : path.endsWith('.yaml') ? [path] : []));
}

/** All shipped packs, straight from the content; throws with every problem when one is wrong. */
export function readShippedPacks(): readonly Pack[] {
  const problems: PackProblem[] = [];
  const packs: Pack[] = [];
  for (const id of shippedPacks) {
    const reading = readContent(id);
    problems.push(...reading.problems);
    if (reading.pack) packs.push(reading.pack);
  }
  if (problems.length > 0) {
    throw new Error(
      problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n'),
    );
  }
  return packs;
}
