import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uriOf } from '../src/formats/sarif.ts';
import { widthOf } from '../src/terminal/width.ts';
import { type Bench, makeBench, middling, rubricate, strong } from './bench.ts';

const escapes = '\u001b[';
const wide = middling.replace(
  'Two tugs stand by',
  `Two tugs stand by 港口の夜間航行計画を確認する ${'very'.repeat(40)} 🚢🚢 with \u001b[31mred\u0007 ink`,
);

let bench: Bench;
beforeAll(() => {
  bench = makeBench();
  bench.write('middling.md', middling);
  bench.write('strong.md', strong);
  bench.write('plain.md', 'Nothing is named here.');
  bench.write(`wide/${'long-name-'.repeat(12)}é港.md`, wide);
});
afterAll(() => bench.remove());

const out = async (args: readonly string[], outside = {}) => (await rubricate(bench, args, outside)).out;

describe('text', () => {
  it('reads as it always did', async () => {
    await expect(await out(['review', 'middling.md'])).toMatchFileSnapshot('golden/middling.txt');
    await expect(await out(['review', 'strong.md', 'plain.md'])).toMatchFileSnapshot('golden/strong-and-plain.txt');
    await expect(await out(['review', 'middling.md', '--color'])).toMatchFileSnapshot('golden/middling-color.txt');
    await expect(await out(['review', '.', '--summary'], { columns: 80 })).toMatchFileSnapshot('golden/summary.txt');
    await expect(await out(['rubric', 'night'])).toMatchFileSnapshot('golden/rubric.txt');
    await expect(await out(['questions'])).toMatchFileSnapshot('golden/questions.txt');
    await expect(await out(['review', '--help'])).toMatchFileSnapshot('golden/help.txt');
  });

  it.each([
    [undefined, 80],
    [80, 80],
    [40, 40],
    [12, 40],
    [63, 63],
    [140, 140],
  ])('stays within %s columns', async (columns, most) => {
    for (const args of [
      ['review', '.'],
      ['review', 'wide', 'gone.md'],
      ['rubric', 'night'],
      ['questions'],
      ['review', '--help'],
      ['--help'],
    ]) {
      for (const line of (await out(args, { columns })).split('\n'))
        expect(widthOf(line), line).toBeLessThanOrEqual(most);
    }
    for (const line of (await out(['review', '.', '--summary'], { columns: most })).split('\n'))
      expect(widthOf(line), line).toBeLessThanOrEqual(most);
  });

  it('has no colour unless a terminal reads it or it was asked for', async () => {
    const args = ['review', 'middling.md'];
    expect(await out(args)).not.toContain(escapes);
    expect(await out(args, { terminal: true })).toContain(escapes);
    expect(await out(args, { terminal: true, env: { NO_COLOR: '1' } })).not.toContain(escapes);
    expect(await out([...args, '--no-color'], { terminal: true })).not.toContain(escapes);
    expect(await out([...args, '--color'], { env: { NO_COLOR: '1' } })).toContain(escapes);
    for (const format of ['json', 'sarif', 'github'])
      expect(await out([...args, '--color', '--format', format])).not.toContain(escapes);
  });

  it('says the same with and without colour', async () => {
    const painted = await out(['review', 'middling.md', 'plain.md', '--color']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the sequences that colour text.
    expect(painted.replace(/\u001b\[[0-9;]*m/g, '')).toBe(await out(['review', 'middling.md', 'plain.md']));
  });

  it('prints nothing of a text that a terminal would act on', async () => {
    const text = await out(['review', 'wide']);
    expect(text).toContain('Tugs');
    expect(text).not.toContain('\u0007');
    expect(text).not.toContain(escapes);
  });
});

describe('sarif', () => {
  it('has rules with help, and results with regions', async () => {
    const text = await out(['review', 'middling.md', 'plain.md', '--format', 'sarif']);
    const log = JSON.parse(text) as Log;
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    const rules = run?.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual([
      'night/lights',
      'passage/berths',
      'passage/magic',
      'passage/no-fog',
      'passage/scope',
      'passage/tide',
      'passage/tugs',
    ]);
    for (const { help, fullDescription, shortDescription } of rules) {
      expect(help?.text).toBeTruthy();
      expect(fullDescription?.text).toBeTruthy();
      expect(shortDescription?.text).toBeTruthy();
    }
    expect(run?.results?.map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual([
      'passage/magic warning',
      'passage/no-fog warning',
      'passage/tugs note',
      'night/lights warning',
    ]);
    const region = run?.results?.[0]?.locations?.[0]?.physicalLocation?.region;
    const start = middling.indexOf('Two tugs');
    expect(region).toEqual({
      startLine: 14,
      startColumn: 45,
      endLine: 14,
      endColumn: 89,
      charOffset: start,
      charLength: 44,
    });
    expect(run?.columnKind).toBe('utf16CodeUnits');
    expect(run?.invocations?.[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ descriptor: { id: 'no-target' } }],
    });
  });

  it('keeps what was put aside as suppressed', async () => {
    const text = middling.replace('level: P2', 'level: P2\ndismiss: { passage/no-fog: It never comes down here. }');
    const log = JSON.parse(await out(['review', '-', '--format', 'sarif'], { stdin: text })) as Log;
    const found = log.runs[0]?.results?.find(({ ruleId }) => ruleId === 'passage/no-fog');
    expect(found?.suppressions).toEqual([{ kind: 'inSource', justification: 'It never comes down here.' }]);
  });

  it('writes paths as URIs', () => {
    expect(uriOf('a b/c#d.md')).toBe('a%20b/c%23d.md');
    expect(uriOf('/tmp/é.md')).toBe('file:///tmp/%C3%A9.md');
    expect(uriOf('C:/x/a.md')).toBe('file:///C:/x/a.md');
    expect(uriOf('odd:name.md')).toBe('odd%3Aname.md');
  });

  it('is whole when there is nothing to say', async () => {
    const log = JSON.parse(await out(['review', 'gone.md', '--format', 'sarif'])) as Log;
    expect(log.runs[0]?.results).toEqual([]);
  });
});

describe('github', () => {
  it('writes workflow commands at their lines, escaped', async () => {
    const file = 'odd, 100%: name.md';
    bench.write(file, middling);
    const lines = (await out(['review', file, 'plain.md', '--format', 'github'])).trimEnd().split('\n');
    expect(lines[0]).toBe(
      '::warning file=odd%2C 100%25%3A name.md,line=14,endLine=14,col=45,endColumn=89,title=Magic::Say who steers, or leave the promise out.',
    );
    expect(lines.at(-1)).toMatch(/^::error file=plain\.md,title=Not reviewed::.*%0A/);
    for (const line of lines) expect(line).toMatch(/^::(?:warning|notice|error) /);
  });
});
