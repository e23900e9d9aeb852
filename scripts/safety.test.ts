// What the code may not do, wherever it is written: each rule names the places that may, and why they are safe.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sharedNames } from '../apps/vscode/src/shared.mts';
import { extensionFolder, root } from './paths.ts';

const sources = globSync(['apps/*/src/**/*.ts', 'packages/{core,packs}/src/**/*.ts'], { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const withMatch = (pattern: RegExp): readonly string[] => sources.filter((path) => pattern.test(textOf(path)));
const extensionSource = 'apps/vscode/src';

describe('the code', () => {
  it.each<readonly [what: string, pattern: RegExp, places: readonly string[]]>([
    [
      'asks the network',
      /\bfetch\(|XMLHttpRequest|\bWebSocket\b|EventSource|sendBeacon|from 'node:(?:https?|http2|net|tls|dns|dgram)'/,
      [],
    ],
    ['starts another program', /child_process|createTerminal|\bShellExecution\b|\bProcessExecution\b/, []],
    ['reads HTML in Markdown', /supportHtml/, []],
    ['makes code of a text', /\beval\(|new Function\(/, [`${extensionSource}/load-part.ts`]],
    ['lets Markdown run commands', /\.isTrusted = /, [`${extensionSource}/command-ids.ts`]],
    [
      'puts HTML into a page by script',
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write/,
      [`${extensionSource}/labs/vectors/page-script.ts`],
    ],
    ['opens something outside the editor', /openExternal/, [`${extensionSource}/debrief/export.ts`]],
  ])('%s only where that was looked at', (_, pattern, places) => {
    expect(withMatch(pattern)).toEqual(places);
  });

  it('shows messages through the one place that takes links out of them', () => {
    const direct = sources.filter((path) =>
      // A modal dialog shows its message as plain text.
      /window\.show(?:Information|Warning|Error)Message\((?!\s*message, \{ modal: true)/.test(textOf(path)),
    );
    expect(direct).toEqual([`${extensionSource}/messages.ts`]);
  });

  it('lets a page of a window load nothing', () => {
    const pages = withMatch(/createWebviewPanel\(|panel\.webview\.options = /);
    expect(pages.length).toBeGreaterThan(3);
    const open = pages.filter((path) => {
      const text = textOf(path);
      return /enableScripts: true/.test(text) && !/enableScripts: true[^}]*localResourceRoots: \[\]/.test(text);
    });
    expect(open).toEqual([]);
    for (const path of withMatch(/Content-Security-Policy/)) expect(textOf(path)).toContain("default-src 'none'");
    expect(withMatch(/unsafe-eval|script-src[^;]*(?:unsafe-inline|https?:|\*)/)).toEqual([]);
  });

  it('runs a text as code only where it is a file of the extension, by a name that stands in the code', () => {
    const calls = sources.flatMap((path) =>
      [...textOf(path).matchAll(/partLoader(?:<[^(]*>)?\(\s*([\w.]+),\s*([^,]+),/g)].map(([, folder, name]) => ({
        path,
        folder,
        name,
      })),
    );
    const made = calls.filter(({ path }) => !path.endsWith('/load-part.ts'));
    expect(made.length).toBeGreaterThan(5);
    for (const { folder, name, path } of made) {
      expect(folder, path).toMatch(/(?:^|\.)extension(?:Uri)?$/);
      expect(name, path).toMatch(/^'[a-z-]+'$/);
    }
  });
});

describe('a part that is loaded later', () => {
  it('finds every function of a shared library that the code takes from it', () => {
    const taken = sources
      .filter((path) => !path.startsWith('apps/cli/'))
      .flatMap((path) => [...textOf(path).matchAll(/^import \{([^}]*)\} from 'yaml';/gm)])
      .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
      .filter((name) => name !== '' && !name.startsWith('type '));
    expect(taken.length).toBeGreaterThan(5);
    expect(Object.keys(sharedNames.yaml ?? {})).toEqual(expect.arrayContaining(taken));
  });
});

describe('the manifest', () => {
  const { capabilities, contributes } = JSON.parse(readFileSync(join(extensionFolder, 'package.json'), 'utf8'));

  it('declares what holds in a folder nobody has trusted, and in one that is no folder of the disk', () => {
    expect(capabilities.untrustedWorkspaces).toEqual({ supported: 'limited', description: '%untrusted%' });
    expect(capabilities.virtualWorkspaces).toBe(true);
  });

  it('lets no setting name a program or a file to run', () => {
    const names = JSON.stringify(contributes.configuration ?? {});
    expect(names).not.toMatch(/executable|command(?:Line|Path)|"rubricate\.[^"]*[pP]ath"/);
  });
});
