import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { packagedExtension, root } from '../paths.ts';
import { readZip } from '../read-zip.ts';
import type { Finding, ReleaseCheck } from './finding.ts';
import { listedIn } from './notices.ts';
import { unreleased } from './tarballs.ts';

/** The files of the packed extension by name, without the folder all of them lie in. */
export type Vsix = { readonly bytes: number; readonly files: ReadonlyMap<string, Uint8Array> };

const limitBytes = 2_000_000;
const folder = 'extension/';

/** Where it is written down what lies in the VSIX, and whose code; a change of either is looked at by people. */
export type VsixLists = { readonly files: string; readonly packages: string };

export const vsixLists: VsixLists = {
  files: join(root, 'scripts', 'release', 'vsix-files.txt'),
  packages: join(root, 'scripts', 'release', 'vsix-packages.txt'),
};

export type VsixOptions = { readonly version: string; readonly update: boolean; readonly lists: VsixLists };

export const readVsix = async (): Promise<Vsix> => {
  const zip = await readFile(packagedExtension).catch(() => {
    throw new Error('The extension is not packed: run `pnpm --filter rubricate-vscode package` first.');
  });
  const files = [...readZip(zip)].map(
    ([name, data]) => [name.startsWith(folder) ? name.slice(folder.length) : `/${name}`, data] as const,
  );
  return { bytes: zip.byteLength, files: new Map(files) };
};

/** What is asked of the packed extension. With `update` the lists are written instead of compared. */
export const vsixChecks = (vsix: Vsix, options: VsixOptions): readonly ReleaseCheck[] => {
  const text = (name: string): string => strFromU8(vsix.files.get(name) ?? new Uint8Array());
  const isReleased = options.version !== unreleased;
  // The changelog comes with the first release.
  const names = [...vsix.files.keys()].filter((name) => name !== 'changelog.md').sort();
  const manifest = JSON.parse(text('package.json')) as Readonly<Record<string, unknown>>;
  return [
    {
      title: 'VSIX: the files that belong in it, and no others',
      run: () => compared(options.lists.files, names, options.update),
    },
    {
      title: 'VSIX: the packages whose code is in it, with their licences',
      run: () => compared(options.lists.packages, listedIn(text('dist/THIRD_PARTY_NOTICES.txt')), options.update),
    },
    {
      title: `VSIX: at most ${limitBytes / 1_000_000} MB`,
      run: async () => (vsix.bytes <= limitBytes ? [] : [`It has ${vsix.bytes} bytes.`]),
    },
    {
      title: 'VSIX: what the gallery shows',
      run: async () => [
        ...manifestFindings(manifest, options.version),
        ...iconFindings(vsix.files.get(String(manifest.icon))),
        ...['main', 'browser'].flatMap((key) => {
          const file = String(manifest[key]).replace(/^\.\//, '');
          return vsix.files.has(file) ? [] : [`"${key}" names ${file}, which is not in it.`];
        }),
        ...(isReleased && !text('changelog.md').includes(`## ${options.version}`)
          ? [`Its changelog does not tell of ${options.version}.`]
          : []),
        ...[...text('readme.md').matchAll(/\]\((?!https:|#)([^)]*)\)/g)].map(
          ([, target]) => `Its readme points at "${target}", which the gallery cannot show.`,
        ),
      ],
    },
  ];
};

const compared = async (path: string, found: readonly string[], update: boolean): Promise<readonly Finding[]> => {
  if (update) {
    await writeFile(path, `${found.join('\n')}\n`);
    return [];
  }
  const listed = (await readFile(path, 'utf8')).trim().split('\n');
  const how = 'If that is right, run `pnpm release:check --update` and commit the list.';
  return [
    ...found.filter((name) => !listed.includes(name)).map((name) => `${name} is in it and not in the list. ${how}`),
    ...listed.filter((name) => !found.includes(name)).map((name) => `${name} is in the list and not in it. ${how}`),
  ];
};

const manifestFindings = (manifest: Readonly<Record<string, unknown>>, version: string): readonly Finding[] => {
  const wanted = [
    'displayName',
    'description',
    'publisher',
    'license',
    'categories',
    'keywords',
    'galleryBanner',
    'qna',
  ];
  const keywords = Array.isArray(manifest.keywords) ? manifest.keywords : [];
  return [
    ...[...wanted, 'icon', 'engines', 'main', 'browser']
      .filter((key) => !manifest[key])
      .map((key) => `It has no "${key}".`),
    ...(manifest.version === version ? [] : [`Its version is ${manifest.version}; the packages have ${version}.`]),
    ...(keywords.length > 30 ? ['The gallery takes 30 keywords at most.'] : []),
    ...(manifest.badges === undefined ? [] : ['Badges are pictures from elsewhere; it shows none.']),
  ];
};

/** The gallery wants a PNG of at least 128 pixels, and shows it square. */
const iconFindings = (png: Uint8Array | undefined): readonly Finding[] => {
  const isPng = png !== undefined && strFromU8(png.subarray(1, 4)) === 'PNG';
  if (!isPng) return ['Its icon is no PNG.'];
  const view = new DataView(png.buffer, png.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width === height && width >= 128 ? [] : [`Its icon measures ${width} × ${height} pixels.`];
};
