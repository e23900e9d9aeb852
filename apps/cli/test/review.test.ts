import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ReviewReport, reviewReport, reviewSchema } from '../src/report.ts';
import { type Bench, copyPack, makeBench, middling, rubricate, strong } from './bench.ts';

let bench: Bench;
beforeAll(() => {
  bench = makeBench();
  bench.write('middling.md', middling);
  bench.write('strong.md', strong);
});
afterAll(() => bench.remove());

async function report(args: readonly string[], stdin?: string | Uint8Array): Promise<ReviewReport> {
  const { out } = await rubricate(bench, ['review', ...args, '--format', 'json'], stdin === undefined ? {} : { stdin });
  return reviewReport.parse(JSON.parse(out));
}

async function only(args: readonly string[], stdin?: string | Uint8Array) {
  const { files } = await report(args, stdin);
  expect(files).toHaveLength(1);
  const [file] = files;
  if (!file) throw new Error('no file');
  return file;
}

async function reviewed(args: readonly string[], stdin?: string | Uint8Array) {
  const file = await only(args, stdin);
  if ('error' in file) throw new Error(file.error.message);
  return file;
}

async function failed(args: readonly string[], stdin?: string | Uint8Array) {
  const file = await only(args, stdin);
  if (!('error' in file)) throw new Error('it was reviewed');
  return file.error;
}

describe('the JSON report', () => {
  it('says of each criterion what it rests on', async () => {
    const file = await reviewed(['middling.md']);
    expect(file).toMatchObject({
      path: 'middling.md',
      question: 'harbor/night-passage',
      level: 'P2',
      rubrics: ['passage', 'night'],
    });
    expect(file.criteria.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'passage/scope met',
      'passage/tide met',
      'passage/tugs partial',
      'passage/berths missing',
      'night/lights missing',
    ]);
    const [scope] = file.criteria;
    expect(scope?.evidence[0]).toEqual({
      start: middling.indexOf('Ferries'),
      end: middling.indexOf(' We bring'),
      line: 10,
      column: 1,
      quote: 'Ferries are out of scope.',
    });
    expect(file.pitfalls.map(({ id, present, dismissed }) => [id, present, dismissed])).toEqual([
      ['passage/magic', true, false],
      ['passage/no-fog', true, false],
    ]);
    expect(file.pitfalls[1]?.evidence).toEqual([]);
    expect(file.hire).toMatchObject({ signal: 'lean-no', low: 'lean-no', high: 'lean-yes' });
    expect(file.levelReading.bar).toBe('mid');
  });

  it('fits its published schema, whatever the files are', async () => {
    const { out } = await rubricate(bench, ['review', 'middling.md', 'strong.md', 'missing.md', '--format', 'json']);
    const validate = new Ajv2020({ strict: false }).compile(reviewSchema());
    expect(validate(JSON.parse(out)), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ version: 1, files: [{ path: 'a.md' }] })).toBe(false);
  });

  it('says that a pitfall was put aside', async () => {
    const text = middling.replace('level: P2', 'level: P2\ndismiss: { passage/no-fog: It never comes down here. }');
    const file = await reviewed(['-'], text);
    expect(file.pitfalls[1]).toMatchObject({ present: true, dismissed: true });
  });
});

describe('offsets', () => {
  it('count a byte-order mark, CRLF and surrogate pairs as they stand in the text', async () => {
    const text = `\ufeff${middling.replace('Ferries', '🚢 Ferries').replaceAll('\n', '\r\n')}`;
    const file = await reviewed(['-'], text);
    for (const { evidence } of [...file.criteria, ...file.pitfalls]) {
      for (const { start, end, line, column, quote } of evidence) {
        expect(text.slice(start, end)).toBe(quote);
        expect(text.split('\r\n')[line - 1]?.slice(column - 1)).toContain(quote.split('\r\n')[0]);
      }
    }
    expect(file.criteria[0]?.evidence[0]).toMatchObject({ line: 10 });
    expect(file.question).toBe('harbor/night-passage');
  });

  it('survive bytes that are not UTF-8, NUL and lone carriage returns', async () => {
    const bytes = Buffer.concat([
      Buffer.from(middling),
      Buffer.from([0xff, 0xfe, 0x00, 0x0d, 0x80, 0x0a]),
      Buffer.from('In fog we wait.'),
    ]);
    const file = await reviewed(['-'], bytes);
    expect(file.pitfalls.find(({ id }) => id === 'passage/no-fog')?.present).toBe(false);
    expect(file.criteria[0]?.status).toBe('met');
  });
});

describe('what is reviewed', () => {
  it('takes files, folders, patterns and standard input, each once, sorted by path', async () => {
    bench.write('many/b.md', strong);
    bench.write('many/deep/a.md', strong);
    bench.write('many/notes.txt', 'no');
    bench.write('many/[draft].md', strong);
    const paths = async (args: readonly string[]) => (await report(args, strong)).files.map(({ path }) => path);
    expect(await paths(['many'])).toEqual(['many/[draft].md', 'many/b.md', 'many/deep/a.md']);
    expect(await paths(['many/**/*.md', 'many/b.md', '-'])).toEqual([
      '<stdin>',
      'many/[draft].md',
      'many/b.md',
      'many/deep/a.md',
    ]);
    expect(await paths(['many/[draft].md'])).toEqual(['many/[draft].md']);
    expect(await paths(['./many/b.md', 'many/b.md'])).toHaveLength(1);
  });

  it('reports what cannot be reviewed among what can, and exits with 2', async () => {
    mkdirSync(join(bench.folder, 'empty'), { recursive: true });
    bench.write('plain.md', 'Nothing is named here.');
    bench.write('large.md', 'word '.repeat(400_001));
    bench.write('typo.md', middling.replace('night-passage', 'night-passages'));
    const args = [
      'review',
      'strong.md',
      'gone.md',
      'empty',
      'no/*.md',
      'plain.md',
      'large.md',
      'typo.md',
      '--format',
      'json',
    ];
    const { code, out } = await rubricate(bench, args);
    expect(code).toBe(2);
    const { files } = reviewReport.parse(JSON.parse(out));
    expect(files.map((file) => [file.path, 'error' in file ? file.error.code : 'reviewed'])).toEqual([
      ['empty', 'no-match'],
      ['gone.md', 'not-found'],
      ['large.md', 'too-large'],
      ['no/*.md', 'no-match'],
      ['plain.md', 'no-target'],
      ['strong.md', 'reviewed'],
      ['typo.md', 'unknown-question'],
    ]);
    const typo = files.at(-1);
    expect(typo).toMatchObject({
      error: { line: 2, column: 11, message: expect.stringContaining('Did you mean "harbor/night-passage"?') },
    });
  });

  it('says exactly what to add where nothing names a rubric', async () => {
    const { message } = await failed(['plain.md']);
    expect(message).toContain('---\n    question: harbor/night-passage\n    ---');
    expect(message).toContain('rubricate review plain.md --rubric');
    expect(message).toContain('rubrics:\n      "plain.md": [night]');
  });
});

describe('what it is judged by', () => {
  it('needs no question when a rubric is named', async () => {
    const file = await reviewed(['plain.md', '--rubric', 'passage', '--level', 'senior']);
    expect(file).toMatchObject({ question: null, level: 'P2', rubrics: ['passage'] });
  });

  it('lets a flag come before the front matter', async () => {
    expect(await reviewed(['middling.md', '--level', 'P1', '--rubric', 'passage'])).toMatchObject({
      level: 'P1',
      rubrics: ['passage'],
      question: null,
    });
  });

  it('takes company, level and rubrics by pattern from the nearest rubricate.yaml', async () => {
    bench.write('site/rubricate.yaml', 'company: harbor\nlevel: P3\nrubrics:\n  "docs/**/*.md": [passage]\n');
    bench.write('site/docs/deep/plan.md', 'Ferries are out of scope.');
    bench.write('site/other.md', 'Ferries are out of scope.');
    expect(await reviewed(['site/docs'])).toMatchObject({
      path: 'site/docs/deep/plan.md',
      level: 'P3',
      rubrics: ['passage'],
    });
    expect(await failed(['site/other.md'])).toMatchObject({
      code: 'no-target',
      message: expect.stringContaining('into the rubricate.yaml:\n    rubrics:\n      "other.md": [night]'),
    });
  });

  it('reports a wrong rubricate.yaml with its place, and reviews all the same', async () => {
    bench.write('wrong/rubricate.yaml', 'company: harbor\nlevels: P3\n');
    bench.write('wrong/a.md', strong);
    const { code, error, out } = await rubricate(bench, ['review', 'wrong', '--summary']);
    expect(error).toBe('wrong/rubricate.yaml:2:1 Unknown key "levels". Did you mean "level"?\n');
    expect(code).toBe(2);
    expect(out).toContain('wrong/a.md');
  });

  it('reads own packs, and one that is wrong does not stop the others', async () => {
    copyPack(bench, 'own/packs/good');
    const good = middling.replace('harbor/night-passage', 'quay/night-passage');
    bench.write('own/packs/good/pack.yaml', (await readPack('own/packs/good/pack.yaml')).replaceAll('harbor', 'quay'));
    bench.write('own/packs/bad/pack.yaml', 'id: bad\ntitle: Bad\nabout: Bad.\ncompany: bad\nrole: bad\nlevels: []\n');
    bench.write('own/rubricate.yaml', 'packs: [packs, nowhere]\n');
    bench.write('own/a.md', good);
    const { code, out, error } = await rubricate(bench, ['review', 'own/a.md', '--format', 'json']);
    expect(reviewReport.parse(JSON.parse(out)).files[0]).toMatchObject({ question: 'quay/night-passage' });
    expect(error).toMatch(/^own\/packs\/bad\/pack\.yaml:6:\d+ levels: /m);
    expect(error).toMatch(/^own\/nowhere:1:1 This pack folder cannot be read/m);
    expect(code).toBe(2);
  });
});

async function readPack(path: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(join(bench.folder, path), 'utf8');
}

describe('exit codes', () => {
  const code = async (...args: string[]) => (await rubricate(bench, args)).code;
  it('is 0 when reviewed and at or above the asked signal', async () => {
    expect(await code('review', 'strong.md')).toBe(0);
    expect(await code('review', 'middling.md', '--fail-under', 'lean-no')).toBe(0);
    expect(await code('review', 'strong.md', '--fail-under', 'strong-yes')).toBe(0);
  });
  it('is 1 below it', async () => {
    expect(await code('review', 'middling.md', 'strong.md', '--fail-under', 'lean-yes')).toBe(1);
  });
  it('is 2 for a wrong command line or an unreadable file, even when something is below the signal', async () => {
    expect(await code('review')).toBe(2);
    expect(await code('reviw', 'strong.md')).toBe(2);
    expect(await code('review', 'strong.md', '--format', 'xml')).toBe(2);
    expect(await code('review', 'middling.md', 'gone.md', '--fail-under', 'lean-yes')).toBe(2);
    expect(await code('rubric', 'nothing')).toBe(2);
  });
  it('is 0 for help and version', async () => {
    expect(await code('--help')).toBe(0);
    expect(await code('--version')).toBe(0);
    expect(await code('review', '--help')).toBe(0);
  });
});

describe('wrong names', () => {
  const error = async (...args: string[]) => (await rubricate(bench, args)).error.replace(/\s+/g, ' ');
  it('are answered with the nearest right one', async () => {
    expect(await error('reviw', 'a.md')).toContain('Did you mean review?');
    expect(await error('review', 'a.md', '--formt', 'json')).toContain('Did you mean --format?');
    expect(await error('review', 'a.md', '--format', 'jsn')).toContain('Did you mean "json"?');
    expect(await error('review', 'a.md', '--fail-under', 'lean-yess')).toContain('Did you mean "lean-yes"?');
    expect(await error('rubric', 'pasage')).toContain('Did you mean "passage"?');
    expect(await failed(['plain.md', '--rubric', 'pasage'])).toMatchObject({
      message: expect.stringContaining('Did you mean "passage"?'),
    });
    expect(await failed(['strong.md', '--level', 'P22'])).toMatchObject({
      message: expect.stringContaining('Did you mean'),
    });
  });
});
