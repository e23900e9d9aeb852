import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pack } from '../src/model/index.ts';
import { fold, type PrepPlan, planCalendar, prepPlan, tickOf } from '../src/practice/index.ts';
import { basePack, shopPack } from './practice-fixtures.ts';

interface TaskFacts {
  readonly hours?: number;
  readonly question?: string;
}
type PhaseFacts = readonly [weeks: number, ...tasks: readonly TaskFacts[]];

/** A pack whose phases are p1, p2 and so on, and whose tasks are t1, t2 and so on through all of them. */
function packWith(...phases: readonly PhaseFacts[]): Pack {
  let count = 0;
  return {
    ...shopPack,
    plan: {
      id: 'plan',
      title: 'To the bakery',
      phases: phases.map(([weeks, ...tasks], index) => ({
        id: `p${index + 1}`,
        title: `Phase ${index + 1}`,
        about: 'A phase.',
        weeks,
        tasks: tasks.map((task) => {
          count += 1;
          return { id: `t${count}`, text: `Task ${count}`, hours: 1, ...task };
        }),
      })),
      backgrounds: [
        { id: 'miller', title: 'Miller', weeks: { min: 6, max: 8 }, hoursAWeek: 20, source: 'press', carries: ['S1'] },
        { id: 'grocer', title: 'Grocer', weeks: { min: 10, max: 12 }, source: 'press' },
      ],
    },
  };
}

interface PlanFacts {
  readonly today?: string;
  readonly interview?: string;
  readonly hoursAWeek?: number;
  readonly background?: string;
  /** Task and the day it was done. */
  readonly done?: Readonly<Record<string, string>>;
}

// 2026-11-23 is a Monday.
function planOf(pack: Pack, { today = '2026-11-23', done = {}, ...facts }: PlanFacts = {}): PrepPlan {
  const events = Object.entries(done).map(([task, day], index) =>
    tickOf(`shop-baker/${task}`, true, {
      id: `0000000${index}`.padStart(12, '0'),
      at: `${day}T12:00:00.000Z`,
      writer: 'cafe',
    }),
  );
  const plan = prepPlan({
    pack,
    packs: [pack, basePack],
    today,
    interview: facts.interview,
    hoursAWeek: facts.hoursAWeek,
    background: facts.background,
    ticks: fold(events).ticks,
    dayOf: (at) => at.slice(0, 10),
  });
  if (!plan) throw new Error('There is no plan.');
  return plan;
}

const id = (key: string): string => key.slice(key.indexOf('/') + 1);
const weeksOf = (plan: PrepPlan): readonly (readonly string[])[] =>
  plan.weeks.map(({ tasks }) => tasks.map(({ task, done }) => `${id(task.key)}${done ? ' done' : ''}`));
const droppedOf = (plan: PrepPlan): readonly string[] =>
  plan.dropped.map(({ task, reason }) => `${id(task.key)} ${reason}`);

const hours = (...list: readonly number[]): readonly TaskFacts[] => list.map((one) => ({ hours: one }));

describe('the weeks of a plan', () => {
  it('run from today to the day before the interview, Monday to Sunday, with the hours of their days', () => {
    const plan = planOf(packWith([1, {}]), { today: '2026-11-26', interview: '2026-12-09', hoursAWeek: 14 });
    expect(plan.weeks.map(({ start, end, days, hours: there }) => [start, end, days, there])).toEqual([
      ['2026-11-26', '2026-11-29', 4, 8],
      ['2026-11-30', '2026-12-06', 7, 14],
      ['2026-12-07', '2026-12-08', 2, 4],
    ]);
    expect(plan.days).toBe(13);
  });

  it('give each phase its share of the time', () => {
    const pack = packWith([2, ...hours(5, 5)], [1, ...hours(5)]);
    const plan = planOf(pack, { interview: '2026-12-14', hoursAWeek: 5 });
    expect(weeksOf(plan)).toEqual([['t1'], ['t2'], ['t3']]);
  });

  it('stretch over more time than the tasks need, and show what is free', () => {
    const plan = planOf(packWith([1, ...hours(5)], [1, ...hours(5)]), { interview: '2026-12-21', hoursAWeek: 10 });
    expect(weeksOf(plan)).toEqual([['t1'], [], ['t2'], []]);
    expect(plan.weeks.map(({ free }) => free)).toEqual([5, 10, 5, 10]);
    expect(plan.dropped).toEqual([]);
  });

  it('are as many as the tasks need where there is no date', () => {
    const plan = planOf(packWith([1, ...hours(4, 4, 4)]), { hoursAWeek: 5 });
    expect(weeksOf(plan)).toEqual([['t1', 't2'], ['t3']]);
    expect(plan.days).toBeUndefined();
  });

  it('begin with what a pack builds on', () => {
    const base: Pack = { ...packWith([1, ...hours(1)]), id: 'base', company: 'base' };
    const plan = prepPlan({
      pack: { ...packWith([1, ...hours(1)]), extends: ['base'] },
      packs: [base],
      today: '2026-11-23',
      interview: undefined,
      hoursAWeek: 20,
      background: undefined,
      ticks: new Map(),
      dayOf: (at) => at,
    });
    expect(plan?.weeks[0]?.tasks.map(({ task }) => task.key)).toEqual(['base/t1', 'shop-baker/t1']);
  });

  it('are none where no pack has a plan', () => {
    const options = { today: '2026-11-23', interview: undefined, hoursAWeek: 5, background: undefined };
    const none = prepPlan({ ...options, pack: shopPack, packs: [basePack], ticks: new Map(), dayOf: (at) => at });
    expect(none).toBeUndefined();
  });
});

describe('days that were missed', () => {
  const pack = packWith([1, ...hours(5)], [1, ...hours(5)], [1, ...hours(5)]);
  const facts = { interview: '2026-12-28', hoursAWeek: 5 };

  it('move what is not ticked forward', () => {
    expect(weeksOf(planOf(pack, facts))[0]).toEqual(['t1']);
    const later = planOf(pack, { ...facts, today: '2026-12-07' });
    expect(weeksOf(later)).toEqual([['t1'], ['t2'], ['t3']]);
  });

  it('leave what was done in the week it was done in, and before this week apart', () => {
    const done = { t1: '2026-11-24', t3: '2026-12-01' };
    const plan = planOf(pack, { ...facts, today: '2026-12-03', done });
    expect(plan.earlier.map(({ task, day }) => [id(task.key), day])).toEqual([['t1', '2026-11-24']]);
    expect(weeksOf(plan)[0]).toContain('t3 done');
    expect(plan.tasks).toEqual({ done: 2, all: 3 });
  });

  it('end on the day of the interview and after it, with what is open named', () => {
    for (const today of ['2026-12-28', '2027-01-03']) {
      const plan = planOf(pack, { ...facts, today, done: { t1: '2026-11-24' } });
      expect(plan.weeks).toEqual([]);
      expect(droppedOf(plan)).toEqual(['t2 no-days', 't3 no-days']);
      expect(plan.earlier.length).toBe(1);
    }
  });
});

describe('too little time', () => {
  const week = { interview: '2026-11-30' };

  it('drops first what repeats a question, then what practises none, the longest of them first', () => {
    const pack = packWith([
      1,
      { hours: 2, question: 'shop/one' },
      { hours: 1 },
      { hours: 4 },
      { hours: 3, question: 'shop/one' },
      { hours: 2, question: 'shop/two' },
    ]);
    expect(droppedOf(planOf(pack, { ...week, hoursAWeek: 9 }))).toEqual(['t4 repeats']);
    expect(droppedOf(planOf(pack, { ...week, hoursAWeek: 5 }))).toEqual(['t4 repeats', 't3 no-question']);
    expect(droppedOf(planOf(pack, { ...week, hoursAWeek: 2 }))).toEqual([
      't4 repeats',
      't3 no-question',
      't2 no-question',
      't5 no-time',
    ]);
  });

  it('takes from the phase that is furthest over its share, so that no phase is lost for another', () => {
    const pack = packWith([1, ...hours(2, 2, 2, 2)], [1, ...hours(2)]);
    const plan = planOf(pack, { ...week, hoursAWeek: 4 });
    expect(weeksOf(plan)).toEqual([['t1', 't5']]);
    expect(plan.droppedPhases).toEqual([]);
  });

  it('names a phase of which nothing is left', () => {
    const plan = planOf(packWith([1, ...hours(1)], [1, ...hours(9)]), { ...week, hoursAWeek: 2 });
    expect(plan.droppedPhases.map(({ title }) => title)).toEqual(['Phase 2']);
    expect(plan.hours).toEqual({ needed: 10, available: 2 });
  });
});

describe('a background', () => {
  const pack = packWith([1, {}]);
  it('compares the hours that are claimed with those there are, and says who claims it', () => {
    const verdictOf = (hoursAWeek: number) => {
      const { background } = planOf(pack, { interview: '2027-01-04', hoursAWeek, background: 'miller' });
      if (!background?.known) throw new Error('The background is not known.');
      expect(background.hours).toEqual({ min: 120, max: 160 });
      expect(background.claim.source?.id).toBe('press');
      expect(background.claim.state).toBe('confirmed');
      return background.verdict;
    };
    expect([12, 21, 30].map(verdictOf)).toEqual(['less', 'within', 'more']);
  });

  it('compares weeks where the source gives no hours', () => {
    const { background } = planOf(pack, { interview: '2027-01-04', hoursAWeek: 40, background: 'grocer' });
    expect(background).toMatchObject({ known: true, hours: undefined, verdict: 'less', have: { weeks: 6 } });
  });

  it('counts what was done already', () => {
    const facts = { interview: '2027-01-04', hoursAWeek: 19, background: 'miller' };
    const long = packWith([1, ...hours(10)]);
    expect(planOf(long, facts).background).toMatchObject({ verdict: 'less', have: { hours: 114 } });
    const done = { t1: '2026-11-20' };
    expect(planOf(long, { ...facts, done }).background).toMatchObject({ verdict: 'within', have: { hours: 124 } });
  });

  it('gives the hours a week where nobody else does', () => {
    expect(planOf(pack, { background: 'miller' })).toMatchObject({ hoursAWeek: 20, hoursFrom: 'background' });
    expect(planOf(pack, { background: 'grocer' })).toMatchObject({ hoursAWeek: 10, hoursFrom: 'usual' });
    expect(planOf(pack, { hoursAWeek: 3, background: 'miller' })).toMatchObject({ hoursAWeek: 3, hoursFrom: 'asked' });
  });

  it('that no pack knows gets the nearest name', () => {
    expect(planOf(pack, { background: 'miler' }).background).toEqual({
      known: false,
      name: 'miler',
      nearest: 'miller',
      names: ['miller', 'grocer'],
    });
  });
});

describe('ticks', () => {
  const tick = (done: boolean, at: string, eventId: string) =>
    tickOf('p/t', done, { id: eventId, at: `2026-11-21T${at}Z`, writer: 'cafe' });

  it('count by the last one, and at the same instant by id', () => {
    const [on, off, again] = [
      tick(true, '09:00:00.000', '0000000a'),
      tick(false, '10:00:00.000', '0000000b'),
      tick(true, '10:00:00.000', '0000000c'),
    ];
    expect(fold([off, on]).ticks.has('p/t')).toBe(false);
    expect(fold([again, off, on, off]).ticks.get('p/t')?.id).toBe('0000000c');
  });
});

/** Packs of up to five phases, a date or none, and some tasks done on days around today. */
const anyTask = fc.record({
  hours: fc.integer({ min: 1, max: 40 }).map((quarters) => quarters / 4),
  question: fc.constantFrom('shop/one', 'shop/two', undefined),
});
const anyCase = fc.record({
  pack: fc
    .array(
      fc.tuple(
        fc.integer({ min: 1, max: 40 }).map((halves) => halves / 2),
        fc.array(anyTask, { minLength: 1, maxLength: 8 }),
      ),
      { minLength: 1, maxLength: 5 },
    )
    .map((phases) =>
      packWith(
        ...phases.map(
          ([weeks, tasks]): PhaseFacts => [
            weeks,
            ...tasks.map(({ hours: one, question }) => ({
              hours: one,
              ...(question === undefined ? {} : { question }),
            })),
          ],
        ),
      ),
    ),
  facts: fc.record({
    today: fc.constantFrom('2026-11-23', '2026-11-25', '2026-11-29'),
    interview: fc.option(fc.constantFrom('2026-11-29', '2026-11-30', '2026-12-03', '2027-01-15', '2027-06-01'), {
      nil: undefined,
    }),
    hoursAWeek: fc.integer({ min: 1, max: 40 }),
    done: fc.dictionary(
      fc.integer({ min: 1, max: 20 }).map((number) => `t${number}`),
      fc.constantFrom('2026-11-10', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-29'),
      { maxKeys: 6 },
    ),
  }),
});
type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;
const plannedFor = ({ pack, facts: { interview, ...facts } }: Case): PrepPlan =>
  planOf(pack, { ...facts, ...(interview === undefined ? {} : { interview }) });
const keysOf = (pack: Pack): readonly string[] =>
  (pack.plan?.phases ?? []).flatMap(({ tasks }) => tasks.map((task) => `shop-baker/${task.id}`));

describe('any plan', () => {
  it('has every task exactly once, or dropped with a reason', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const plan = plannedFor(one);
        const placed = [...plan.earlier, ...plan.weeks.flatMap(({ tasks }) => tasks)].map(({ task }) => task.key);
        const dropped = plan.dropped.map(({ task }) => task.key);
        expect([...placed, ...dropped].sort()).toEqual([...keysOf(one.pack)].sort());
      }),
    );
  });

  it('gives no week more than its hours and one task', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        for (const { tasks, hours: there } of plannedFor(one).weeks) {
          const open = tasks.filter(({ done }) => !done).map(({ task }) => task.hours);
          const but = open.slice(0, -1).reduce((sum, hour) => sum + hour, 0);
          if (open.length > 0) expect(but).toBeLessThan(there + 1e-6);
        }
      }),
    );
  });

  it('keeps the order of phases and tasks, week by week and day by day', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const open = plannedFor(one).weeks.flatMap(({ tasks }) => tasks.filter(({ done }) => !done));
        const order = keysOf(one.pack);
        const places = open.map(({ task }) => order.indexOf(task.key));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        const days = open.map(({ day }) => day);
        expect(days).toEqual([...days].sort());
      }),
    );
  });

  it('drops nothing while there is time, and what it keeps fits', () => {
    fc.assert(
      fc.property(anyCase, (one) => {
        const plan = plannedFor(one);
        const { needed, available } = plan.hours;
        if (needed > available + 1e-6) expect(plan.dropped.length).toBeGreaterThan(0);
        const kept = plan.weeks.flatMap(({ tasks }) => tasks.filter(({ done }) => !done));
        expect(kept.reduce((sum, { task }) => sum + task.hours, 0)).toBeLessThan(available + 1e-6);
      }),
    );
  });

  it('is not moved by a tick of today', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), (one, pick) => {
        const placesIn = (plan: PrepPlan) =>
          new Map(plan.weeks.flatMap(({ tasks }, week) => tasks.map(({ task }) => [task.key, week] as const)));
        const before = plannedFor(one);
        const open = before.weeks.flatMap(({ tasks }) => tasks.filter(({ done }) => !done));
        const ticked = open[pick % Math.max(1, open.length)];
        if (!ticked) return;
        const done = { ...one.facts.done, [id(ticked.task.key)]: one.facts.today };
        const after = plannedFor({ ...one, facts: { ...one.facts, done } });
        expect(placesIn(after)).toEqual(placesIn(before));
      }),
    );
  });
});

describe('the calendar', () => {
  const pack = packWith([1, { hours: 2, question: 'shop/one' }], [1, { hours: 2 }]);
  const withText: Pack = JSON.parse(
    JSON.stringify(pack).replace('"Task 1"', '"Bread, rolls; a \\\\ and\\nmore"'),
  ) as Pack;
  const options = { stamp: '2026-11-23T08:00:00.000Z', interviewTitle: 'Interview: Shop, baker' };
  const facts = { interview: '2026-12-07', hoursAWeek: 10 };

  it('has an all-day event a task and the interview, each with a UID of its own', () => {
    const text = planCalendar(planOf(pack, facts), options);
    expect(text.match(/(?<=^UID:).*(?=\r$)/gm)).toEqual([
      'shop-baker.t1@rubricate',
      'shop-baker.t2@rubricate',
      'interview@rubricate',
    ]);
    expect(text).toContain('DTSTART;VALUE=DATE:20261123\r\nDTEND;VALUE=DATE:20261124\r\n');
    expect(text).toContain('DTSTART;VALUE=DATE:20261130\r\n');
    expect(text).toContain('DTSTART;VALUE=DATE:20261207\r\n');
    expect(text.match(/^DTSTAMP:20261123T080000Z/gm)?.length).toBe(3);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('escapes text, folds long lines, and gives the same bytes again', () => {
    const one = planCalendar(planOf(withText, facts), options);
    expect(one).toContain('SUMMARY:Bread\\, rolls\\; a \\\\ and\\nmore\r\n');
    expect(one).toBe(planCalendar(planOf(withText, facts), options));
    const bytes = (line: string): number => encodeURIComponent(line).replace(/%../g, 'x').length;
    for (const line of one.split('\r\n')) expect(bytes(line)).toBeLessThanOrEqual(75);
  });

  it('keeps the UID of a task that moved, and marks one that is done', () => {
    const later = planCalendar(planOf(pack, { ...facts, today: '2026-12-01', done: { t1: '2026-11-25' } }), options);
    expect(later).toContain('UID:shop-baker.t1@rubricate');
    expect(later).toContain('SUMMARY:✓ Task 1');
    expect(later).toContain('DTSTART;VALUE=DATE:20261125');
  });
});
