import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventVersion, type PracticeEvent } from '@rubricate/core/practice';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { numbersOf, sharedJournal, sharedNumbers } from '../../../scripts/shared-journal.ts';
import { journalIn, makeOccasions, openJournal, readJournal, recordEvent } from '../src/journal.ts';
import { compactJournal } from '../src/journal-compact.ts';
import { type Bench, makeBench, rubricate } from './bench.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rubricate-trouble-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const occasionAt = (at: string) => makeOccasions(() => Date.parse(at));
const answer = (card: string, at = '2026-11-21T09:00:00Z', right = true): PracticeEvent => ({
  v: eventVersion,
  kind: 'card-answered',
  ...occasionAt(at)(),
  card,
  right,
  chosen: 0,
});

const hasGit = spawnSync('git', ['--version']).status === 0;

describe.skipIf(!hasGit)('two branches', () => {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Tests', '-c', 'user.email=tests@example.invalid', ...args], {
      cwd: root,
      encoding: 'utf8',
      // What somebody set up for themselves must not decide.
      env: { ...process.env, GIT_CONFIG_GLOBAL: join(root, 'none'), GIT_CONFIG_NOSYSTEM: '1' },
    });
  const commit = (message: string): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  };
  const record = (...events: readonly PracticeEvent[]): void => {
    for (const event of events) recordEvent(journalIn(root), event);
  };

  it('merge without a conflict, also where one of them was compacted, and both have all of it', () => {
    git('init', '--quiet', '--initial-branch', 'main');
    const shared = [answer('p/a'), answer('p/b')];
    record(...shared);
    commit('shared');

    git('switch', '--quiet', '--create', 'train');
    const train = [answer('p/a', '2026-11-22T09:00:00Z', false), answer('p/c', '2026-11-23T09:00:00Z')];
    record(...train);
    record({ v: eventVersion, kind: 'card-suspended', ...occasionAt('2026-11-23T10:00:00Z')(), card: 'p/b' });
    commit('on the train');

    git('switch', '--quiet', 'main');
    const home = [answer('p/a', '2026-11-24T09:00:00Z'), answer('p/d', '2026-11-22T12:00:00Z')];
    record(...home);
    compactJournal(journalIn(root), occasionAt('2026-11-24T10:00:00Z')());
    commit('at home, compacted');

    git('merge', '--quiet', '--message', 'merged', 'train');
    expect(git('status', '--porcelain')).toBe('');
    const { progress, problems } = readJournal(journalIn(root));
    expect(problems).toEqual([]);
    expect(progress.events).toBe(7);
    expect(progress.conflicts).toEqual([]);
    expect(progress.answers.get('p/a')?.map(({ at, right }) => [at.slice(0, 10), right])).toEqual([
      ['2026-11-21', true],
      ['2026-11-22', false],
      ['2026-11-24', true],
    ]);
    expect([...progress.answers.keys()].sort()).toEqual(['p/a', 'p/b', 'p/c', 'p/d']);
    expect([...progress.suspended]).toEqual(['p/b']);

    git('switch', '--quiet', 'train');
    git('merge', '--quiet', '--message', 'merged back', 'main');
    expect(readJournal(journalIn(root)).progress).toEqual(progress);
  });
});

describe('a journal that cannot be written', () => {
  const tryOne = (folder: string, before: string): { readonly status: number | null; readonly said: string } => {
    const code = `
      import { makeOccasions, recordEvent } from ${JSON.stringify(join(import.meta.dirname, '..', 'src', 'journal.ts'))};
      try {
        recordEvent(${JSON.stringify(folder)}, { v: 1, kind: 'card-answered', ...makeOccasions()(), card: 'p/x', right: true, chosen: 0 });
      } catch (error) {
        console.error(error.code ?? error.message);
        process.exitCode = 7;
      }`;
    const script = join(root, 'one.mjs');
    writeFileSync(script, code);
    const { status, stderr } = spawnSync('sh', ['-c', `${before} exec "$0" "$1"`, process.execPath, script], {
      encoding: 'utf8',
    });
    return { status, said: stderr };
  };
  /** A file may grow to no more bytes than none, as on a disk that is full. */
  const noRoom = 'ulimit -f 0;';

  it.skipIf(process.platform === 'win32')(
    'because the disk is full leaves nothing behind, and takes the event later',
    () => {
      const folder = journalIn(root);
      recordEvent(folder, answer('p/a'));
      const { status, said } = tryOne(folder, noRoom);
      expect([status, said]).toEqual([7, expect.stringMatching(/EFBIG|ENOSPC/)]);
      expect(openJournal(folder)).toMatchObject({ problems: [], drafts: [] });
      expect(readJournal(folder).progress.events).toBe(1);
      expect(tryOne(folder, '').status).toBe(0);
      expect(readJournal(folder).progress.events).toBe(2);
    },
  );

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('because its folder is read-only says so', () => {
    const folder = journalIn(root);
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o555);
    try {
      expect(() => recordEvent(folder, answer('p/a'))).toThrow(/EACCES|EPERM|EROFS/);
    } finally {
      chmodSync(folder, 0o755);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('is not compacted either, and nothing of it is removed', () => {
    const folder = journalIn(root);
    for (const card of ['p/a', 'p/b', 'p/c']) recordEvent(folder, answer(card));
    const names = readdirSync(folder).sort();
    const script = join(root, 'compact.mjs');
    const from = (file: string): string => JSON.stringify(join(import.meta.dirname, '..', 'src', file));
    writeFileSync(
      script,
      `import { makeOccasions } from ${from('journal.ts')};
       import { compactJournal } from ${from('journal-compact.ts')};
       compactJournal(${JSON.stringify(folder)}, makeOccasions()());`,
    );
    const { status } = spawnSync('sh', ['-c', `${noRoom} exec "$0" "$1"`, process.execPath, script]);
    expect(status).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(names);
  });
});

describe('a journal that the editor reads as well', () => {
  const write = (folder: string): void => {
    mkdirSync(folder, { recursive: true });
    for (const { name, text } of sharedJournal) writeFileSync(join(folder, name), text);
  };

  it('comes to the numbers that it comes to there, also when it was compacted', () => {
    const folder = journalIn(root);
    write(folder);
    const numbers = () => {
      const { progress, problems } = readJournal(folder);
      return numbersOf(
        progress,
        problems.map(({ file }) => file),
      );
    };
    expect(numbers()).toEqual(sharedNumbers);
    compactJournal(folder, occasionAt('2026-10-07T09:00:00Z')());
    expect(readdirSync(folder)).toHaveLength(2);
    expect(numbers()).toEqual(sharedNumbers);
  });
});

describe('a damaged file of the journal', () => {
  let bench: Bench;
  beforeEach(() => {
    bench = makeBench();
    bench.write('rubricate.yaml', 'company: harbor\nrole: pilot\nlevel: P2\n');
    bench.write(
      'answers/one.md',
      '---\nquestion: harbor/night-passage\nlevel: P2\n---\n\n## Scope\n\nFerries are out.\n',
    );
    bench.write('.rubricate/journal/cut.json', '{"v": 1, "kind"');
    return () => bench.remove();
  });
  const told =
    '.rubricate/journal/cut.json: This is not JSON; the file may have been cut off or edited. It is skipped and stays where it is.\n';

  it.each([
    ['journal check', ['journal', 'check']],
    ['journal compact', ['journal', 'compact']],
    ['debrief', ['debrief', 'answers/one.md']],
    ['history', ['history']],
    ['progress', ['progress']],
    ['quiz', ['quiz']],
    ['quiz --statistics', ['quiz', '--statistics']],
    ['quiz --resume', ['quiz', '--resume']],
  ])('is told with its folder by %s, which does its work all the same', async (_, args) => {
    const { code, error, out } = await rubricate(bench, args);
    expect(error).toContain(told);
    expect(code).toBe(2);
    expect(out).not.toBe('');
    expect(readFileSync(join(bench.folder, '.rubricate', 'journal', 'cut.json'), 'utf8')).toBe('{"v": 1, "kind"');
  });

  it('is told from where the command stands', async () => {
    const { error } = await rubricate(bench, ['history'], { cwd: join(bench.folder, 'answers') });
    expect(error).toContain('../.rubricate/journal/cut.json: ');
  });
});
