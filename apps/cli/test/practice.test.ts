import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '@rubricate/core/model';
import { eventFileName, eventFileText, tickOf } from '@rubricate/core/practice';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Bench, makeBench, rubricate } from './bench.ts';

const prepPlan: Plan = {
  id: 'to-the-harbour',
  title: 'To the harbour',
  phases: [
    {
      id: 'charts',
      title: 'Charts',
      about: 'The sea on paper.',
      weeks: 1,
      tasks: [
        { id: 'read-charts', text: 'Read ten charts.', hours: 3 },
        { id: 'night', text: 'Answer the night passage.', hours: 2, question: 'harbor/night-passage' },
      ],
    },
    {
      id: 'aloud',
      title: 'Aloud',
      about: 'The same by voice.',
      weeks: 1,
      tasks: [{ id: 'say-it', text: 'Say the night passage aloud.', hours: 2, question: 'harbor/night-passage' }],
    },
  ],
  backgrounds: [
    { id: 'sailor', title: 'Sailor', weeks: { min: 1, max: 2 }, hoursAWeek: 10 },
    { id: 'lander', title: 'From the land', weeks: { min: 4, max: 6 } },
  ],
};

let bench: Bench;
beforeEach(() => {
  bench = makeBench();
  const file = join(bench.packs, 'harbor-pilot.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), plan: prepPlan }));
  bench.write('rubricate.yaml', 'company: harbor\nrole: pilot\nlevel: P2\ninterview: 2026-12-07\nhoursAWeek: 5\n');
  return () => bench.remove();
});

const monday = ['--today', '2026-11-23'];

function tick(task: string, at: string, done = true): void {
  const event = tickOf(`harbor-pilot/${task}`, done, { id: `${at.replace(/\D/g, '')}`, at, writer: 'cafe' });
  bench.write(`.rubricate/journal/${eventFileName(event)}`, eventFileText(event));
}

describe('plan', () => {
  it('prints the weeks from what rubricate.yaml says', async () => {
    const { code, out, error } = await rubricate(bench, ['plan', ...monday]);
    expect(error).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('14 days to the interview on 2026-12-07 · 5 hours a week · 0 of 3 tasks done');
    expect(out).toMatch(/This week · 2026-11-23 to 2026-11-29 · 5 h ─+\nCharts\n\[ \] Read ten charts\./);
    expect(out).toMatch(/Week 2 · 2026-11-30 to 2026-12-06 · 5 h ─+\nAloud · 3 h free\n\[ \] Say the night passage/);
  });

  it('shows what the journal says is done, and moves the rest forward', async () => {
    tick('read-charts', '2026-11-24T12:00:00.000Z');
    tick('say-it', '2026-11-24T12:00:01.000Z');
    tick('say-it', '2026-11-24T12:00:02.000Z', false);
    const { out } = await rubricate(bench, ['plan', '--today', '2026-12-01', '--hours', '6']);
    expect(out).toMatch(/Done before this week ─+\n\[x\] Read ten charts\./);
    expect(out).toMatch(/This week · 2026-12-01 to 2026-12-06 .*\n.*\n\[ \] Answer the night passage/);
    expect(out).toContain('1 of 3 tasks done');
  });

  it('says what is left out, and why, where there is too little time', async () => {
    const { out } = await rubricate(bench, ['plan', ...monday, '--date', '2026-11-30', '--hours', '2']);
    expect(out).toContain('The open tasks take 7 h, and there are 2 h: too little. 2 tasks are left out');
    expect(out).toMatch(/They practise no question.*:\n {2}- Read ten charts\./);
    expect(out).toMatch(/They practise a question that an earlier task practises too:\n {2}- Say the night passage/);
    expect(out).toContain('Of the phase "Aloud" nothing fits.');
  });

  it('compares a background with what there is', async () => {
    const sailor = await rubricate(bench, ['plan', ...monday, '--background', 'sailor']);
    expect(sailor.out).toContain('Sailor: 1–2 weeks at 10 h, 10–20 h in all. You have 2 weeks and 10 h');
    expect(sailor.out).toContain('within that');
    const lander = await rubricate(bench, ['plan', ...monday, '--background', 'lander']);
    expect(lander.out.replace(/\s+/g, ' ')).toContain(
      'the source gives no hours. You have 2 weeks, what is done counted: less',
    );
  });

  it('tells a background that nobody knows, and prints the plan all the same', async () => {
    const { code, out, error } = await rubricate(bench, ['plan', ...monday, '--background', 'sailer']);
    expect(error).toContain('no background is named "sailer". Did you mean "sailor"? There are: sailor, lander.');
    expect(out).toContain('[ ] Read ten charts.');
    expect(code).toBe(2);
  });

  it('gives the same as data', async () => {
    tick('night', '2026-11-23T06:00:00.000Z');
    const { out } = await rubricate(bench, ['plan', ...monday, '--format', 'json']);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      pack: 'harbor-pilot',
      days: 14,
      tasks: { done: 1, all: 3 },
      weeks: [
        {
          start: '2026-11-23',
          tasks: [
            { id: 'harbor-pilot/read-charts', done: false, phase: 'Charts', question: null },
            { id: 'harbor-pilot/night', done: true },
          ],
        },
        { tasks: [{ id: 'harbor-pilot/say-it', done: false }] },
      ],
      dropped: [],
    });
  });

  it('writes a calendar, over an earlier one and over nothing else', async () => {
    const first = await rubricate(bench, ['plan', ...monday, '--ics', 'plan.ics']);
    expect(first.out).toBe('Wrote 4 events to plan.ics.\n');
    const text = readFileSync(join(bench.folder, 'plan.ics'), 'utf8');
    expect(text).toBe((await rubricate(bench, ['plan', ...monday, '--ics', '-'])).out);
    expect(text).toContain('UID:harbor-pilot.read-charts@rubricate\r\n');
    expect((await rubricate(bench, ['plan', '--today', '2026-11-24', '--ics', 'plan.ics'])).code).toBe(0);
    bench.write('notes.md', 'mine');
    const refused = await rubricate(bench, ['plan', '--ics', 'notes.md']);
    expect(refused.error).toContain('notes.md is there and is no calendar');
    expect(refused.code).toBe(2);
    expect(readFileSync(join(bench.folder, 'notes.md'), 'utf8')).toBe('mine');
  });

  it('asks for a target where none is named, and for dates that exist', async () => {
    expect((await rubricate(bench, ['plan', '--date', '2026-02-31'])).error).toContain(
      "argument '2026-02-31' is invalid",
    );
    bench.write('rubricate.yaml', 'hoursAWeek: 5\n');
    for (const command of ['plan', 'progress']) {
      const { code, error } = await rubricate(bench, [command]);
      expect(error).toContain('Write company, role and level into rubricate.yaml.');
      expect(code).toBe(2);
    }
  });
});

describe('progress', () => {
  it('prints days, rounds, weeks and cards', async () => {
    tick('night', '2026-11-23T06:00:00.000Z');
    const { code, out, error } = await rubricate(bench, ['progress', ...monday]);
    expect(error).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('14 days to the interview on 2026-12-07');
    expect(out).toContain('1 of 3 tasks done');
    expect(out).toContain('This week, 2026-11-23 to 2026-11-29, 5 h: 1 of 2 done');
    expect(out).toMatch(/\d+ due, \d+ new for today, 0 answered today/);
  });

  it('skips a damaged file of the journal, names it and leaves it', async () => {
    const file = bench.write('.rubricate/journal/20261121T090000000Z-cafe-00000000.json', '{"v": 1, "ki');
    const { code, out, error } = await rubricate(bench, ['progress', ...monday, '--format', 'json']);
    expect(error).toContain('.rubricate/journal/20261121T090000000Z-cafe-00000000.json: This is not JSON');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ plan: { done: 0, all: 3 }, days: 14 });
    expect(readFileSync(file, 'utf8')).toBe('{"v": 1, "ki');
  });
});
