import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readJournal } from '../src/journal.ts';
import { type Bench, makeBench, rubricate } from './bench.ts';

let bench: Bench;
let journal = '';
beforeEach(() => {
  bench = makeBench();
  journal = join(bench.folder, '.rubricate', 'journal');
  bench.write('rubricate.yaml', 'packs: [mine]\ncompany: own\n');
  bench.write('mine/pack.yaml', pack);
  return () => bench.remove();
});

const card = (id: string, kind: string, rest: string): string =>
  `  - {id: ${id}, kind: ${kind}, skill: Tides, topic: ${id === 'depth' ? 'depth' : 'tide'}, prompt: 'About ${id}?', explanation: 'Because of ${id}.', source: log, ${rest}}`;
const pack = `id: mine
title: Mine
about: For tests.
company: own
role: pilot
extends: [harbor-pilot]
levels: [{id: P1, title: Pilot, bar: senior, summary: x, expects: [x]}]
sources: [{id: log, title: The log, publisher: The harbor, date: undated, kind: own}]
cards:
${[
  card('which', 'choice', 'options: [Ebb, Flood, Slack], answer: 1'),
  card('several', 'multiple', 'options: [Bar, Quay, Sky], answers: [0, 1]'),
  card('verdict', 'true-false', 'answer: true'),
  card('depth', 'numeric', "answer: 12, unit: m, tolerance: 0, working: '12'"),
  card('steps', 'order', 'items: [Call, Board, Berth]'),
  card('pairs', 'match', 'targets: [Tug, Line], items: [{text: Pulls, target: 0}, {text: Holds, target: 1}]'),
  card('gap', 'cloze', 'text: The ___ turns., accepted: [tide]'),
].join('\n')}
`;

/** Types lines, one after the other. */
const quiz = (args: readonly string[], ...typed: readonly string[]) =>
  rubricate(bench, ['quiz', '--pack', 'mine', '--seed', '7', ...args], { stdin: `${typed.join('\n')}\n` });
const answers = () => [...readJournal(journal).progress.answers].map(([key, list]) => [key, list.at(-1)?.chosen]);
/** The number that an option has in what was printed. */
const numberOf = (out: string, option: string): string =>
  new RegExp(`^ {2}(\\d) {2}${option}$`, 'm').exec(out)?.[1] ?? '';

describe('rubricate quiz', () => {
  it('asks, says whether it was right and why, and records the answer', async () => {
    const asked = await quiz(['--kind', 'choice']);
    expect(asked.code).toBe(0);
    expect(asked.out).toContain('About which?');
    expect(existsSync(journal)).toBe(false);
    const { out, code } = await quiz(['--kind', 'choice'], numberOf(asked.out, 'Flood'), '', '');
    expect(code).toBe(0);
    expect(out).toMatch(/Right\.\nyour answer\n {2}Flood\n\nBecause of which\.\n\nThe harbor · The log · undated\n/);
    expect(out).toContain('1 of 1 right.');
    expect(out).toContain('1 answered today; left for today: 0 due, 0 new.');
    expect(answers()).toEqual([['mine/which', 1]]);
  });

  it('shows the right answer beside a wrong one, which comes back', async () => {
    const { out } = await quiz(['--topic', 'depth'], 'deep', '13', '', '');
    expect(out).toContain('Type a number, such as');
    expect(out).toContain('Not right.\nthe right answer\n  12 m\nyour answer\n  13 m');
    expect(out).toContain('these come back in the next quiz:\n  About depth?');
    expect(out).toContain('left for today: 1 due, 0 new.');
  });

  it('takes every kind of card as the pack counts it', async () => {
    const typedFor: Readonly<Record<string, (out: string) => string>> = {
      choice: (out) => numberOf(out, 'Flood'),
      multiple: (out) => `${numberOf(out, 'Quay')} ${numberOf(out, 'Bar')}`,
      'true-false': () => '1',
      numeric: () => '12',
      order: (out) => ['Call', 'Board', 'Berth'].map((item) => numberOf(out, item)).join(' '),
      match: (out) => (out.indexOf('a  Pulls') > 0 ? '1,2' : '2,1'),
      cloze: () => 'Tide',
    };
    for (const [kind, typed] of Object.entries(typedFor)) {
      const { out } = await quiz(['--kind', kind]);
      expect((await quiz(['--kind', kind], typed(out))).out, kind).toContain('\nRight.\n');
    }
    expect(answers()).toHaveLength(7);
  });

  it('asks the same for the same seed, and takes as many cards as are asked for', async () => {
    const one = await quiz(['-n', '3'], 'q');
    expect(one).toEqual(await quiz(['-n', '3'], 'q'));
    expect(one.out).toContain('Card 1 of 3');
    const others = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((seed) => rubricate(bench, ['quiz', '--seed', String(seed)], { stdin: 'q\n' })),
    );
    expect(new Set(others.map(({ out }) => out)).size).toBeGreaterThan(1);
  });

  it('undoes the last answer by an event of its own, and asks the card anew', async () => {
    const { out } = await quiz(['--kind', 'numeric'], '13', 'u', '12', 'q');
    expect(out.match(/About depth\?/g)).toHaveLength(2);
    expect(answers()).toEqual([['mine/depth', 12]]);
    expect(readdirSync(journal)).toHaveLength(3);
  });

  it('goes back to read a card again, and what was answered stays', async () => {
    const { out } = await quiz(['--kind', 'numeric'], '13', 'b', '', '', '');
    expect(out).toContain('Already answered. Enter shows the explanation; u undoes this answer.');
    expect(out).toContain('0 of 1 right.');
    expect(answers()).toEqual([['mine/depth', 13]]);
  });

  it('suspends and reports a card', async () => {
    await quiz(['--kind', 'numeric'], '12', 'r', '9', '2 which metre', 's', '');
    const { reports, suspended } = readJournal(journal).progress;
    expect(reports.get('mine/depth')).toMatchObject([{ reason: 'unclear', note: 'which metre' }]);
    expect([...suspended]).toEqual(['mine/depth']);
    expect((await quiz(['--kind', 'numeric'])).out).toBe('There is no card to ask here.\n');
  });

  it('asks a suspended card again, by its name or chosen from a list', async () => {
    await quiz(['--kind', 'numeric'], '12', 's', '');
    await quiz(['--kind', 'cloze'], 'tide', 's', '');
    const suspended = () => [...readJournal(journal).progress.suspended];
    expect((await rubricate(bench, ['quiz', '--resume', 'mine/which'])).error).toBe(
      'rubricate: "mine/which" is not suspended. There are: mine/depth, mine/gap.\n',
    );
    expect(await rubricate(bench, ['quiz', '--resume', 'mine/gap'])).toEqual({
      code: 0,
      out: 'mine/gap is asked again.\n',
      error: '',
    });
    expect(suspended()).toEqual(['mine/depth']);
    const left = await rubricate(bench, ['quiz', '--resume'], { stdin: '7\n\n' });
    expect(left.out).toContain('  1  mine/depth About depth?\n');
    expect(left.out).toContain('Type numbers from 1 to 1.');
    expect(suspended()).toEqual(['mine/depth']);
    await rubricate(bench, ['quiz', '--resume'], { stdin: '1\n' });
    expect(suspended()).toEqual([]);
    expect((await quiz(['--kind', 'numeric'])).out).toContain('About depth?');
    expect((await rubricate(bench, ['quiz', '--resume'])).out).toMatch(/^No card is suspended\./);
  });

  it('undoes the answer of a card that is read again, and no other', async () => {
    bench.write('mine/pack.yaml', `${pack}${card('that', 'choice', 'options: [One, Other], answer: 1')}\n`);
    const { out } = await quiz(['--kind', 'choice'], '1', '', '1', '', 'b', 'b', 'b', 'u', 'q');
    const asked = ['which', 'that'].sort((a, b) => out.indexOf(`About ${a}?`) - out.indexOf(`About ${b}?`));
    const events = readdirSync(journal).map((name) => JSON.parse(readFileSync(join(journal, name), 'utf8')));
    const undone = events.find(({ kind }) => kind === 'card-undone')?.event;
    expect(events.find(({ id }) => id === undone)?.card).toBe(`mine/${asked[0]}`);
    expect(answers().map(([key]) => key)).toEqual([`mine/${asked[1]}`]);
  });

  it('counts what is known, and says how much a day asks for and what the interview changes', async () => {
    await quiz(['--topic', 'depth'], '12', 'q');
    const plain = await rubricate(bench, ['quiz', '--statistics', '--pack', 'mine']);
    expect(plain.code).toBe(0);
    expect(plain.out.split('\n').slice(0, 4)).toEqual([
      'topic  cards  seen  due  suspended  known now',
      'depth      1     1    0          0       100%',
      'tide       6     0    0          0          –',
      'all        7     1    0          0       100%',
    ]);
    expect(plain.out).toContain('Today: 1 answered, 0 due, 6 new.');
    expect(plain.out).toContain('A day asks for 20 cards at most');
    expect(plain.out).toContain('has fallen to 90%.');
    bench.write('rubricate.yaml', 'packs: [mine]\ncompany: own\nrole: pilot\nlevel: P1\ninterview: 2999-01-01\n');
    const dated = (await rubricate(bench, ['quiz', '--statistics'], { columns: 200 })).out;
    expect(dated).toContain('on the day');
    expect(dated).toContain('over the 21 days before the interview that rises to 97%.');
    expect((await rubricate(bench, ['quiz', '--statistics', '--topic', 'tides'])).code).toBe(2);
  });

  it('shows the sentence of an attempted answer that says what was answered wrongly, and reads no file elsewhere', async () => {
    const said = 'At slack water the tide turns about the quay.';
    bench.write(
      'mine/pack.yaml',
      pack.replace(
        card('which', 'choice', 'options: [Ebb, Flood, Slack], answer: 1'),
        "  - {id: which, kind: choice, skill: The quay, topic: tide, prompt: 'What of the tide at the quay?', explanation: x, source: log, options: [Slack water turns about, Flood runs longest], answer: 1}",
      ),
    );
    const record = (id: string, file: string) =>
      bench.write(
        `.rubricate/journal/${id}.json`,
        JSON.stringify({
          ...{ v: 1, kind: 'attempt-recorded', id, at: '2026-11-01T09:00:00.000Z', writer: 'tests', level: 'P1', file },
          ...{ question: `harbor/${id}`, pack: 'mine', text: '' },
          review: {
            words: 0,
            hire: { signal: 'lean-no', low: 'lean-no', high: 'lean-no' },
            reading: { bar: 'mid', low: 'mid', high: 'mid' },
            criteria: [],
            pitfalls: [],
          },
        }),
      );
    record('attempt1', '../secret.md');
    bench.write('../secret.md', said);
    const wrong = async () => {
      const asked = await quiz(['--kind', 'choice']);
      return (await quiz(['--kind', 'choice'], numberOf(asked.out, 'Slack water turns about'), 'u', 'q')).out;
    };
    expect(await wrong()).not.toContain('Your own text');
    record('attempt2', 'answers/quay.md');
    bench.write('answers/quay.md', `# Quay\n\n${said}\n`);
    expect(await wrong()).toContain(`Your own text says so too, at answers/quay.md:3:1:\n  ${said}\n`);
  });

  it('says what there is where a flag names nothing', async () => {
    expect(await rubricate(bench, ['quiz', '--topic', 'tides'])).toEqual({
      code: 2,
      out: '',
      error: 'rubricate: no card has the topic "tides". Did you mean "tide"? There are: depth, tide.\n',
    });
    expect((await rubricate(bench, ['quiz', '--count', 'all'])).error).toContain('--count is a whole number');
    expect((await rubricate(bench, ['quiz', '--level', 'L5'])).error).toContain('There are: mid, senior, staff.');
  });

  it('stops with the reason where the journal cannot be written', async () => {
    mkdirSync(join(bench.folder, '.rubricate'));
    writeFileSync(journal, 'a file');
    const { code, error } = await quiz(['--kind', 'numeric'], '12');
    expect([code, error]).toEqual([2, expect.stringContaining('.rubricate/journal')]);
    expect(readFileSync(journal, 'utf8')).toBe('a file');
  });

  it('fits a narrow terminal', async () => {
    const { out } = await rubricate(bench, ['quiz', '-n', '7', '--seed', '1'], {
      stdin: '1\n'.repeat(40),
      columns: 40,
    });
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(40);
  });
});

describe('rubricate journal', () => {
  it('counts what is recorded, names what is damaged, and gathers it', async () => {
    await quiz(['--kind', 'numeric'], '12', 'q');
    await quiz(['--kind', 'cloze'], 'tide', 'q');
    writeFileSync(join(journal, 'broken.json'), '{');
    const checked = await rubricate(bench, ['journal', 'check']);
    expect(checked.code).toBe(2);
    expect(checked.out).toBe('.rubricate/journal: 2 events in 3 files: 0 attempts, 2 answers to quiz cards.\n');
    expect(checked.error).toBe(
      '.rubricate/journal/broken.json: This is not JSON; the file may have been cut off or edited. It is skipped and stays where it is.\n',
    );
    const compacted = await rubricate(bench, ['journal', 'compact']);
    expect(compacted.out).toMatch(/archive-\S+\.json holds 2 events; 2 files that it holds were removed\.\n$/);
    expect(readdirSync(journal)).toHaveLength(2);
    expect((await rubricate(bench, ['journal', 'check'])).out).toContain('2 events in 2 files');
  });

  it('that is not there yet is an empty one', async () => {
    expect(await rubricate(bench, ['journal', 'check'])).toEqual({
      code: 0,
      out: '.rubricate/journal: 0 events in 0 files: 0 attempts, 0 answers to quiz cards.\n',
      error: '',
    });
    expect((await rubricate(bench, ['journal', 'compact'])).code).toBe(0);
    expect(existsSync(journal)).toBe(false);
  });
});

const built = join(import.meta.dirname, '..', 'dist', 'rubricate.js');

it.skipIf(!existsSync(built))('the command that is installed reads what is piped to it, and ends', () => {
  // The packs that ship are others there.
  bench.write('rubricate.yaml', '');
  const { stdout, status } = spawnSync(process.execPath, [built, 'quiz', '--seed', '7', '-n', '1'], {
    cwd: bench.folder,
    input: 'q\n',
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect([status, stdout]).toEqual([0, expect.stringContaining('Card 1 of 1')]);
});
