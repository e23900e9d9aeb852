import { quantityNames, shapeNames } from '@rubricate/core/evidence';
import type { Library } from '@rubricate/core/review';
import { type NameIndex, packNames } from './names.ts';
import { dataAt } from './yaml-tree.ts';

/** The names a pack may use, from what its files hold, however unfinished they are. */
export function namesOfPack(files: readonly unknown[], library: Library): NameIndex {
  const id = files.map((data) => dataAt(data, ['id'])).find((name) => name !== undefined);
  const named = files.flatMap((data) => {
    const bases = dataAt(data, ['extends']);
    return Array.isArray(bases) ? bases.map(String) : [];
  });
  const bases = [...new Set(named.flatMap((name) => library.lineage(name)))].filter((pack) => pack.id !== id);
  const others = library.packs.filter((pack) => pack.id !== id);
  return packNames(files, bases, others, { quantities: quantityNames, shapes: shapeNames });
}
