import { lintPack } from '@rubricate/core/authoring';
import { makeLibrary } from '@rubricate/core/review';
import { expect, it } from 'vitest';
import { readContent, readShippedPacks, shippedPacks } from '../src/content.ts';

const library = makeLibrary(readShippedPacks());

it.each(shippedPacks)('the check that authors get has nothing to say of %s', (id) => {
  const { pack, locate } = readContent(id);
  if (!pack) throw new Error(`${id} cannot be read.`);
  const findings = lintPack(pack, { library }).map(({ severity, path, message }) => {
    const { file, line, column } = locate(path);
    return `${file}:${line}:${column} ${severity} ${message}`;
  });
  expect(findings).toEqual([]);
});
