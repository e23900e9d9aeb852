import { globSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { extensionFolder } from './paths.ts';

/** The extension host a staged copy runs in. */
export type Host = 'node' | 'web';

type Manifest = { readonly files: readonly string[]; readonly main?: string; readonly browser?: string };

/**
 * Copies what a user would install, and the built test suite, into `target`. VS Code picks the host by the manifest: with
 * `main` the Node extension host, with `browser` alone the web worker host.
 */
export const stageExtension = async ({ target, host }: { target: string; host: Host }): Promise<void> => {
  const manifest = JSON.parse(await readFile(join(extensionFolder, 'package.json'), 'utf8')) as Manifest;
  const { main, ...browserOnly } = manifest;
  await mkdir(target, { recursive: true });
  for (const entry of globSync([...manifest.files, 'out/test/index.js'], { cwd: extensionFolder })) {
    await mkdir(dirname(join(target, entry)), { recursive: true });
    await cp(join(extensionFolder, entry), join(target, entry), { recursive: true });
  }
  const staged = host === 'web' ? browserOnly : manifest;
  await writeFile(join(target, 'package.json'), JSON.stringify(staged, undefined, 2));
};
