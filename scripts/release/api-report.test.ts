import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apiReports, reportPage, undocumented } from './api-report.ts';

const reportsOf = async (files: Readonly<Record<string, string>>, doors: readonly string[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'rubricate-api-'));
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  return apiReports(folder, doors);
};

describe('the report of what a door exports', () => {
  it('shows each declaration with its comment, followed to where it is declared, and what it is made of', async () => {
    const reports = await reportsOf(
      {
        'text/index.d.ts': `export { type Span } from './span.js';`,
        'text/span.d.ts': `/** A place. */\nexport interface Span { readonly start: number; }`,
        'review/index.d.ts': `export { read, type Reading } from './read.js';\nexport { make as build } from './make.js';`,
        'review/read.d.ts': [
          `import type { Span } from '../text/index.js';`,
          `import type { Inner } from './inner.js';`,
          `/** Reads. */\nexport declare function read(span: Span): Reading;`,
          `export type Reading = { readonly inner: Inner; readonly Unused: number };`,
          `type Unused = 1;`,
          `export {};`,
        ].join('\n'),
        'review/inner.d.ts': `export interface Inner { readonly deep: import("./deep.js").Deep }`,
        'review/deep.d.ts': `export type Deep = string;`,
        'review/make.d.ts': `export declare const make: () => void;`,
      },
      ['review', 'text'],
    );
    const [review, text] = reports.map(reportPage);
    expect(review).toContain('/** Reads. */\nexport declare function read(span: Span): Reading;');
    expect(review).toContain('// As build:\nexport declare const make');
    const behind = review?.slice(review.indexOf('## Behind them'));
    expect(behind).toContain('interface Inner');
    expect(behind).toContain('type Deep = string');
    expect(behind).not.toMatch(/Span|Unused = 1/);
    expect(text).toContain('/** A place. */\nexport interface Span');
    expect(text).not.toContain('## Behind them');
  });

  it('changes when something behind a door changes', async () => {
    const page = async (type: string): Promise<string | undefined> => {
      const files = { 'a/index.d.ts': `export type A = B;\ntype B = ${type};` };
      return (await reportsOf(files, ['a'])).map(reportPage)[0];
    };
    expect(await page('string')).not.toBe(await page('number'));
  });

  it('names functions without a comment, and refuses exports without names', async () => {
    const code = `export declare function a(): void;\n/** Does b. */\nexport declare function b(): void;`;
    expect(undocumented(await reportsOf({ 'd/index.d.ts': code }, ['d']))).toEqual(['a of d']);
    await expect(reportsOf({ 'd/index.d.ts': `export * from './e.js';` }, ['d'])).rejects.toThrow(/without names/);
  });
});
