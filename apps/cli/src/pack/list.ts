import type { Pack } from '@rubricate/core/model';
import { exitCodes } from '../io.ts';
import { readShippedPacks } from '../packs.ts';
import { loadLibrary, type Printing } from '../print.ts';
import { makeStyle } from '../terminal/style.ts';
import { hang } from '../terminal/wrap.ts';

/** `rubricate pack list`: each pack with what it holds and where it comes from. */
export async function packList(printing: Printing): Promise<number> {
  const { io, installation, width, color } = printing;
  const style = makeStyle(color);
  const { library, problems } = loadLibrary(printing);
  const shipped = new Set(readShippedPacks(installation.packs).map(({ id }) => id));
  const lines = library.packs.flatMap((pack) => [
    ...hang('', pack.title, width, style.strong),
    ...hang(
      '  ',
      `${pack.id} · ${shipped.has(pack.id) ? 'ships with rubricate' : 'of this workspace'}`,
      width,
      style.quiet,
    ),
    ...hang('  ', contents(pack), width),
  ]);
  await io.out(`${lines.join('\n')}\n`);
  return problems ? exitCodes.trouble : exitCodes.reviewed;
}

function contents(pack: Pack): string {
  const counts = [
    [pack.rubrics?.length, 'rubric'],
    [pack.questions?.length, 'question'],
    [pack.structures?.length, 'structure'],
    [pack.cards?.length, 'card'],
    [pack.facts?.length, 'fact'],
  ] as const;
  const parts = counts.flatMap(([count, what]) => (count ? [`${count} ${what}${count === 1 ? '' : 's'}`] : []));
  return [`levels ${pack.levels.map(({ id }) => id).join(', ')}`, ...parts].join(' · ');
}
