import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventFileName } from '@rubricate/core/practice';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOccasions, openJournal, readJournal, recordEvent, writeNew } from '../src/journal.ts';
import { compactJournal } from '../src/journal-compact.ts';

const root = mkdtempSync(join(tmpdir(), 'rubricate-journal-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder = '';
let folders = 0;
beforeEach(() => {
  folder = join(root, `journal-${folders++}`);
});

interface Ending {
  /** The files that the process said it had recorded, or the steps it took. */
  readonly said: readonly string[];
  readonly killed: boolean;
}

/** Runs a process on a journal; it is killed once it has said so many lines, where that is asked for. */
function runProcess(args: readonly string[], killAfter = Number.POSITIVE_INFINITY): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'journal-process.ts'), ...args]);
    let out = '';
    let error = '';
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      if (out.split('\n').length > killAfter) child.kill('SIGKILL');
    });
    child.stderr.on('data', (data: Buffer) => {
      error += data.toString();
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal !== 'SIGKILL' && code !== 0) reject(new Error(error));
      else resolve({ said: out.split('\n').slice(0, -1), killed: signal === 'SIGKILL' });
    });
  });
}

const occasion = makeOccasions();
const record = (card: string): string =>
  recordEvent(folder, { v: 1, kind: 'card-answered', ...occasion(), card, right: true, chosen: 0 });
const eventsIn = (path: string): number => readJournal(path).progress.events;

describe('a journal', () => {
  it('has every event that a killed process said it had recorded, each as a whole', { timeout: 60_000 }, async () => {
    const runs = await Promise.all(
      [1, 23, 77, 140].map((killAfter) => runProcess(['write', folder, '200'], killAfter)),
    );
    expect(runs.every(({ killed }) => killed)).toBe(true);
    const { files, problems } = openJournal(folder);
    expect([...problems, ...readJournal(folder).problems]).toEqual([]);
    const names = new Set(files.map(({ name }) => name));
    const said = runs.flatMap((run) => run.said);
    expect(said.length).toBeGreaterThanOrEqual(1 + 23 + 77 + 140);
    expect(said.filter((name) => !names.has(name))).toEqual([]);
    expect(eventsIn(folder)).toBe(files.length);
  });

  it('takes the events of two processes at once, with a third that compacts it', { timeout: 60_000 }, async () => {
    const writers = [runProcess(['write', folder, '200']), runProcess(['write', folder, '200'])];
    let isOver = false;
    const compacting = (async () => {
      for (let runs = 0; !isOver; runs++) {
        compactJournal(folder, occasion());
        await new Promise((resolve) => setTimeout(resolve, 20 + (runs % 5) * 7));
      }
    })();
    const ended = await Promise.all(writers);
    isOver = true;
    await compacting;
    expect(ended.map(({ said }) => said.length)).toEqual([200, 200]);
    expect(eventsIn(folder)).toBe(400);
    expect(readJournal(folder).problems).toEqual([]);
    const { archive } = compactJournal(folder, occasion());
    expect(readdirSync(folder).filter((name) => !name.startsWith('.')).length).toBeLessThanOrEqual(archive ? 1 : 2);
    expect(eventsIn(folder)).toBe(400);
  });

  it('never writes over a file', () => {
    expect(writeNew(folder, 'a.json', 'first')).toBe(true);
    expect(writeNew(folder, 'a.json', 'second')).toBe(false);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('first');
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('takes an event that is recorded again, and refuses another of its name', () => {
    const event = { v: 1, kind: 'card-answered', ...occasion(), card: 'p/c', right: true, chosen: 0 } as const;
    expect(recordEvent(folder, event)).toBe(eventFileName(event));
    expect(recordEvent(folder, event)).toBe(eventFileName(event));
    expect(() => recordEvent(folder, { ...event, right: false })).toThrow('Another event has the file name');
    expect(eventsIn(folder)).toBe(1);
  });
});

describe('compaction', () => {
  it('leaves one archive that holds everything, and a damaged file where it was', () => {
    for (const card of ['p/a', 'p/b', 'p/a']) record(card);
    writeFileSync(join(folder, 'broken.json'), '{"v": 1, "kind"');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    const before = readJournal(folder).progress;
    const done = compactJournal(folder, occasion());
    expect(done).toMatchObject({ events: 3, removed: 3 });
    expect(done.problems.map(({ file }) => file)).toEqual(['broken.json']);
    expect(readdirSync(folder).sort()).toEqual([done.archive, 'broken.json', 'notes.txt'].sort());
    expect(readJournal(folder).progress).toEqual(before);
    expect(compactJournal(folder, occasion())).toMatchObject({ archive: undefined, events: 3, removed: 0 });
  });

  it('has nothing to do where there is no journal', () => {
    expect(compactJournal(folder, occasion())).toEqual({ archive: undefined, events: 0, removed: 0, problems: [] });
  });

  it('loses nothing when it is killed behind any of its steps', { timeout: 120_000 }, async () => {
    for (const card of ['p/a', 'p/b', 'p/c']) record(card);
    compactJournal(folder, occasion());
    for (const card of ['p/d', 'p/e']) record(card);
    writeFileSync(join(folder, 'broken.json'), '{');
    const copy = (step: number): string => {
      const to = `${folder}-${step}`;
      cpSync(folder, to, { recursive: true });
      return to;
    };
    const { said } = await runProcess(['compact', copy(0), '0']);
    const steps = Number(said[0]);
    // It lists, reads four files, writes, flushes twice, names, reads back and removes four, besides its draft.
    expect(steps).toBeGreaterThanOrEqual(13);
    for (let step = 1; step <= steps; step++) {
      const path = copy(step);
      expect((await runProcess(['compact', path, String(step)])).killed).toBe(true);
      expect(eventsIn(path), `killed behind step ${step}`).toBe(5);
      expect(readJournal(path).problems.map(({ file }) => file)).toEqual(['broken.json']);
      compactJournal(path, occasion());
      expect(eventsIn(path), `compacted again behind step ${step}`).toBe(5);
    }
  });
});
