import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFloors, readSources } from './check-floors.ts';

const check = (path: string, code: string): readonly string[] => checkFloors([{ path, code }]);
const inReview = (code: string): readonly string[] => check('packages/core/src/review/hire.ts', code);

describe('the floors of the core', () => {
  it('hold in this repository', () => {
    const sources = readSources(dirname(import.meta.dirname));
    expect(sources.some(({ path }) => path === 'packages/core/src/text/index.ts')).toBe(true);
    expect(checkFloors(sources)).toEqual([]);
  });

  it.each([
    ["import { a } from './signal.ts';"],
    ["import { a } from '../text/index.ts';"],
    ["import type { A } from '../model/index.ts';"],
    ["export { a } from '../evidence/index.ts';"],
    ["import { z } from 'zod';"],
    ['export const at = (iso: string) => new Date(iso).getTime() + Date.UTC(2026, 0, 1);'],
    ['export const take = (event: { process: string }) => event.process;'],
    ['export const isDate = (value: unknown): value is Date => value instanceof Date;'],
    ["export const text = 'fetch(process.env)'; // console.log"],
  ])('let through: %s', (code) => {
    expect(inReview(code)).toEqual([]);
  });

  it.each([
    ['a later floor', "import { fold } from '../practice/index.ts';", 'imports practice from review'],
    ['a type of a later floor', "import type { E } from '../practice/index.ts';", 'imports practice from review'],
    ['past a door', "import { a } from '../text/tokens.ts';", 'past the door of text'],
    ['past a door by re-export', "export * from '../text/tokens.ts';", 'past the door of text'],
    ['past a door by import()', "const a = await import('../text/tokens.ts');", 'past the door of text'],
    ['past a door by a type import', "type A = import('../text/tokens.ts').A;", 'past the door of text'],
    ['out of the core', "import { x } from '../../../packs/src/content.ts';", 'reaches out of the core'],
    ['the editor', "import * as vscode from 'vscode';", 'imports the editor'],
    ['Node', "import { readFile } from 'node:fs/promises';", "imports Node's node:fs/promises"],
    ['Node by its old name', "import fs from 'fs';", "imports Node's fs"],
    ['Node for its effect only', "import 'node:process';", "imports Node's node:process"],
    ['a package nobody allowed', "import got from 'got';", 'imports got'],
    ['a scoped package nobody allowed', "import { x } from '@acme/kit/deep';", 'imports @acme/kit'],
    ['an import it cannot follow', 'const load = (name: string) => import(name);', 'needs a plain string'],
    ['the network', "await fetch('https://example.org');", 'uses fetch'],
    ['the network by the global object', "await globalThis.fetch('https://example.org');", 'uses globalThis'],
    ['an old network name', 'new XMLHttpRequest();', 'uses XMLHttpRequest'],
    ['a socket', "new WebSocket('wss://example.org');", 'uses WebSocket'],
    ['the clock', 'export const now = () => Date.now();', 'uses Date.now'],
    ['the clock by new Date()', 'export const now = () => new Date();', 'uses Date without an argument'],
    ['the clock by Date()', 'export const now = () => Date();', 'uses Date without an argument'],
    ['the clock by another name', 'const Clock = Date;', 'uses Date without an argument'],
    ['a finer clock', 'performance.now();', 'uses performance'],
    ['chance', 'export const roll = () => Math.random();', 'uses Math.random'],
    ['chance by crypto', 'crypto.randomUUID();', 'uses crypto'],
    ['a timer', 'setTimeout(() => {}, 10);', 'uses setTimeout'],
    ['the process', 'process.env.HOME;', 'uses process'],
    ['the process in short', 'export const all = { process };', 'uses process'],
    ['the console', "console.log('x');", 'uses console'],
    ['a local variable of such a name', 'const console = { log() {} };', 'uses console'],
    ["the machine's language", "['b', 'a'].sort((a, b) => a.localeCompare(b));", 'uses localeCompare'],
    ["the machine's language by Intl", "new Intl.Collator('en');", 'uses Intl'],
    ['where it lies', 'export const here = import.meta.url;', 'uses import.meta'],
  ])('catch %s', (_, code, message) => {
    expect(inReview(code).join('\n')).toContain(message);
  });

  it('say where', () => {
    expect(inReview('const a = 1;\nconsole.log(a);')).toEqual([
      'packages/core/src/review/hire.ts:2 uses console, which reaches outside the core.',
    ]);
  });

  it('catch a file that lies on no floor', () => {
    expect(check('packages/core/src/helpers.ts', 'export const a = 1;').join()).toContain('lies on no floor');
  });

  it('let a lab use the floors, and no other lab', () => {
    const lab = 'packages/core/src/labs/offer/index.ts';
    expect(check(lab, "import { a } from '../../text/index.ts';")).toEqual([]);
    expect(check(lab, "import { a } from '../vectors/index.ts';").join()).toContain('each lab stands alone');
  });

  it('leave tests of the core alone', () => {
    expect(check('packages/core/src/text/tokens.test.ts', "import 'node:fs'; console.log(Date.now());")).toEqual([]);
  });
});

describe('the doors of the core', () => {
  const app = 'apps/cli/src/main.ts';

  it.each([["import { a } from '@rubricate/core/review';"], ["import { a } from './arguments.ts';"]])(
    'let through: %s',
    (code) => {
      expect(check(app, code)).toEqual([]);
    },
  );

  it.each([
    ['a path past a door', "import { a } from '@rubricate/core/text/tokens';"],
    ['a source path', "import { a } from '@rubricate/core/src/text/index.ts';"],
    ['no door', "import { a } from '@rubricate/core';"],
    ['a relative path', "import { a } from '../../../packages/core/src/text/index.ts';"],
    ['another app', "import { a } from '../../vscode/src/judge.ts';"],
  ])('catch %s', (_, code) => {
    expect(check(app, code)).toHaveLength(1);
  });
});
