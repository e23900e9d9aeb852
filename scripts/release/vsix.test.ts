import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { extensionFolder } from '../paths.ts';
import { noticesText } from './notices.ts';
import { type Vsix, type VsixLists, vsixChecks } from './vsix.ts';

const icon = readFileSync(join(extensionFolder, 'media', 'icon.png'));
const manifest = {
  ...{ displayName: 'R', description: 'R', version: '0.1.0', publisher: 'r', license: 'MIT', engines: {} },
  ...{ categories: ['Linters'], keywords: ['a'], galleryBanner: {}, qna: 'marketplace' },
  ...{ main: './dist/extension.cjs', browser: './dist/extension.web.js', icon: 'media/icon.png' },
};
const notices = noticesText([{ name: 'zod', version: '4.0.0', licence: 'MIT', text: 'Free to use.' }]);
const good: Readonly<Record<string, Uint8Array>> = {
  'package.json': strToU8(JSON.stringify(manifest)),
  'readme.md': strToU8('# R\n\n[More](https://example.org)'),
  'changelog.md': strToU8('# r\n\n## 0.1.0\n'),
  'media/icon.png': icon,
  'dist/extension.cjs': strToU8(''),
  'dist/extension.web.js': strToU8(''),
  'dist/THIRD_PARTY_NOTICES.txt': strToU8(notices),
};

let lists: VsixLists;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rubricate-vsix-lists-'));
  lists = { files: join(folder, 'files.txt'), packages: join(folder, 'packages.txt') };
  await writeFile(
    lists.files,
    Object.keys(good)
      .filter((name) => name !== 'changelog.md')
      .join('\n'),
  );
  await writeFile(lists.packages, 'zod (MIT)\n');
});

const findingsOf = async (vsix: Partial<Vsix>, update = false): Promise<readonly string[]> => {
  const whole = { bytes: 1_000, files: new Map(Object.entries(good)), ...vsix };
  const checks = vsixChecks(whole, { version: '0.1.0', update, lists });
  return (await Promise.all(checks.map(({ run }) => run()))).flat();
};
const withFiles = (files: Readonly<Record<string, Uint8Array>>): Partial<Vsix> => ({
  files: new Map(Object.entries({ ...good, ...files })),
});
const withManifest = (changes: object): Partial<Vsix> =>
  withFiles({ 'package.json': strToU8(JSON.stringify({ ...manifest, ...changes })) });

describe('the check of the packed extension', () => {
  it('has nothing to say of a good one', async () => {
    expect(await findingsOf({})).toEqual([]);
  });

  it('finds a stray file, and one that is gone', async () => {
    expect((await findingsOf(withFiles({ 'notes.txt': strToU8('') })))[0]).toMatch(/^notes\.txt is in it and not/);
    const files = new Map(Object.entries(good).filter(([name]) => name !== 'dist/extension.cjs'));
    expect((await findingsOf({ files })).join('\n')).toMatch(
      /extension\.cjs is in the list and not[\s\S]*"main" names/,
    );
  });

  it('finds a package whose code nobody knew to be in it', async () => {
    const more = `${notices}\n${noticesText([{ name: 'left-pad', version: '1.0.0', licence: 'ISC', text: 'Free.' }])}`;
    const findings = await findingsOf(withFiles({ 'dist/THIRD_PARTY_NOTICES.txt': strToU8(more) }));
    expect(findings).toEqual([expect.stringMatching(/^left-pad \(ISC\) is in it and not in the list/)]);
  });

  it('finds one that is too large', async () => {
    expect(await findingsOf({ bytes: 2_000_001 })).toEqual(['It has 2000001 bytes.']);
  });

  it('finds what the gallery would miss', async () => {
    expect(await findingsOf(withManifest({ qna: undefined }))).toEqual(['It has no "qna".']);
    expect(await findingsOf(withManifest({ badges: [] }))).toHaveLength(1);
    expect(await findingsOf(withManifest({ version: '0.2.0' }))).toEqual([
      'Its version is 0.2.0; the packages have 0.1.0.',
    ]);
    expect(await findingsOf(withFiles({ 'changelog.md': strToU8('# r') }))).toEqual([
      'Its changelog does not tell of 0.1.0.',
    ]);
    expect(await findingsOf(withFiles({ 'readme.md': strToU8('![x](docs/x.png)') }))).toHaveLength(1);
    const small = Uint8Array.from(icon);
    new DataView(small.buffer).setUint32(16, 64);
    expect(await findingsOf(withFiles({ 'media/icon.png': small }))).toEqual(['Its icon measures 64 × 256 pixels.']);
  });

  it('writes the lists when asked to', async () => {
    const before = await readFile(lists.files, 'utf8');
    expect(await findingsOf(withFiles({ 'dist/new.js': strToU8('') }), true)).toEqual([]);
    expect(await readFile(lists.files, 'utf8')).toContain('dist/new.js\n');
    await writeFile(lists.files, before);
  });
});
