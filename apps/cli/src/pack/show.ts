import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type PackSectionId, packPage } from '@rubricate/core/authoring';
import { nearest, type Pack } from '@rubricate/core/model';
import type { Library } from '@rubricate/core/review';
import { exitCodes } from '../io.ts';
import { loadLibrary, type Printing } from '../print.ts';
import { makeStyle } from '../terminal/style.ts';
import { checkPacks, loadPacks } from './load.ts';
import { pageLines } from './page-text.ts';

export interface PackShowFlags {
  readonly section?: PackSectionId;
}

/** `rubricate pack show PACK`: what a pack holds, to be read. */
export async function packShow(name: string, { section }: PackShowFlags, printing: Printing): Promise<number> {
  const { io, width, color } = printing;
  const found = find(name, printing);
  if (typeof found === 'string') {
    io.error(`rubricate: ${found}\n`);
    return exitCodes.trouble;
  }
  const page = packPage(found.pack, { library: found.library });
  if (section !== undefined && !page.sections.some(({ id }) => id === section)) {
    const there = page.sections.map(({ id }) => id).join(', ');
    io.error(`rubricate: ${found.pack.id} has nothing under ${section}. It has: ${there}.\n`);
    return exitCodes.trouble;
  }
  await io.out(`${pageLines(page, section, { style: makeStyle(color), width }).join('\n')}\n`);
  return exitCodes.reviewed;
}

/** A pack by its id or, where there is none of that id, by its folder; in words why not. */
function find(name: string, printing: Printing): { readonly pack: Pack; readonly library: Library } | string {
  const { io, installation } = printing;
  const { library } = loadLibrary(printing);
  const known = library.packs.find(({ id }) => id === name);
  if (known) return { pack: known, library };
  if (statSync(resolve(io.cwd, name), { throwIfNoEntry: false })?.isDirectory()) {
    const loaded = loadPacks([name], { io, installation, replaceShipped: true });
    const packs = loaded.read.flatMap(({ reading }) => reading.pack ?? []);
    const [pack] = packs;
    if (pack && packs.length === 1) return { pack, library: loaded.library };
    if (packs.length > 1)
      return `${name} holds ${packs.length} packs: ${packs.map(({ id }) => id).join(', ')}. Name one folder.`;
    const problem = [...loaded.unreadable, ...checkPacks(loaded, io.cwd).flatMap(({ findings }) => findings)][0];
    return problem
      ? `${name} holds no pack that can be read: ${problem.file}:${problem.line}:${problem.column} ${problem.message}`
      : `${name} holds no pack: there is no YAML file in it.`;
  }
  const ids = library.packs.map(({ id }) => id);
  const guess = nearest(name, ids);
  return `no pack is named "${name}", and no folder either.${guess ? ` Did you mean "${guess}"?` : ''}\nThere are: ${ids.join(', ')}.`;
}
