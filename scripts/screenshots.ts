// `pnpm screenshots` takes the pictures of docs/images, each in a light and a dark theme, from the scenes of
// apps/vscode/e2e/scenes.ts. Run `pnpm build` first; it packs the built extension itself.
//   --only=hints,checklist   some scenes
//   --themes=light,dark,high-contrast,high-contrast-light
//   --out=FOLDER             elsewhere than docs/images
import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { scenes } from '../apps/vscode/e2e/scenes.ts';
import { startSession } from '../apps/vscode/e2e/session.ts';
import { root } from './paths.ts';

const themes: Readonly<Record<string, string>> = {
  light: 'Light Modern',
  dark: 'Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

const option = (name: string): string | undefined =>
  process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);

const out = resolve(option('out') ?? join(root, 'docs', 'images'));
const only = option('only')?.split(',');
const chosen = scenes.filter(({ name }) => only?.includes(name) ?? true);
if (chosen.length === 0) throw new Error(`The scenes are ${scenes.map(({ name }) => name).join(', ')}.`);

const packed = spawnSync('pnpm', ['--silent', '--filter', 'rubricate-vscode', 'pack:vsix'], { cwd: root });
if (packed.status !== 0)
  throw new Error(`The extension could not be packed; run \`pnpm build\` first.\n${packed.stderr}`);

await mkdir(out, { recursive: true });
for (const themeName of option('themes')?.split(',') ?? ['light', 'dark']) {
  const theme = themes[themeName];
  if (!theme) throw new Error(`The themes are ${Object.keys(themes).join(', ')}.`);
  // A fresh window a scene, so that no scene depends on another.
  for (const scene of chosen) {
    const session = await startSession({
      workspace: join(root, 'examples'),
      testDriver: scene.extension === true,
      settings: { 'workbench.colorTheme': theme, 'editor.cursorBlinking': 'solid', 'editor.minimap.enabled': false },
    });
    try {
      await scene.prepare(session);
      const path = join(out, `${scene.name}-${themeName}.png`);
      await session.page.screenshot({ path, animations: 'disabled' });
      console.log(relative(process.cwd(), path));
    } finally {
      await session.stop();
    }
  }
}
