import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Bundled, bundledPackages, listedIn, noticesText } from './notices.ts';

/** A folder with packages in it, each with its files. */
const folderWith = async (packages: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'rubricate-notices-'));
  for (const [name, files] of Object.entries(packages)) {
    await mkdir(join(folder, 'node_modules', name), { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(join(folder, 'node_modules', name, file), text);
  }
  return folder;
};
const manifest = (name: string, license: string): string => JSON.stringify({ name, version: '1.2.3', license });
const bundleOf = (inputs: Readonly<Record<string, number>>): Bundled => ({
  outputs: {
    'out.js': { inputs: Object.fromEntries(Object.entries(inputs).map(([file, n]) => [file, { bytesInOutput: n }])) },
  },
});

describe('the notices of a bundle', () => {
  it('name each package whose code is in it, once, with its licence', async () => {
    const folder = await folderWith({
      '@a/b': { 'package.json': manifest('@a/b', 'MIT'), LICENSE: 'Do as you like.' },
      c: { 'package.json': manifest('c', 'ISC'), 'license.md': 'Do as you like, too.', NOTICE: 'Made by C.' },
      unused: { 'package.json': manifest('unused', 'MIT'), LICENSE: 'Never mind.' },
    });
    const packages = bundledPackages(
      [
        bundleOf({ 'src/main.ts': 900, 'node_modules/@a/b/x.js': 10, 'node_modules/@a/b/y.js': 5 }),
        bundleOf({ 'node_modules/c/index.js': 1, 'node_modules/unused/index.js': 0 }),
      ],
      folder,
    );
    const text = noticesText(packages);
    expect(listedIn(text)).toEqual(['@a/b (MIT)', 'c (ISC)']);
    for (const part of ['@a/b 1.2.3 (MIT)', 'Do as you like.', 'Do as you like, too.', 'Made by C.'])
      expect(text).toContain(part);
  });

  it('are not made where a licence does not allow it or is not there', async () => {
    const folder = await folderWith({
      strict: { 'package.json': manifest('strict', 'GPL-3.0-only'), LICENSE: 'Share alike.' },
      silent: { 'package.json': manifest('silent', 'MIT') },
    });
    expect(() => bundledPackages([bundleOf({ 'node_modules/strict/a.js': 1 })], folder)).toThrow(
      /strict is under "GPL/,
    );
    expect(() => bundledPackages([bundleOf({ 'node_modules/silent/a.js': 1 })], folder)).toThrow(/no licence text/);
  });
});
