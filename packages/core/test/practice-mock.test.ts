import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attemptTimesOf,
  clockOf,
  extendMock,
  finishMock,
  headingAt,
  type Mock,
  nextPhase,
  noTimes,
  noteEdit,
  pauseMock,
  phasesOf,
  resumeMock,
  startMock,
} from '../src/practice/index.ts';
import { basePack } from './practice-fixtures.ts';

const minute = 60_000;
const phases = [
  { heading: 'Scope', minutes: 5 },
  { heading: 'Plan', minutes: 20 },
  { heading: 'Risks', minutes: 5 },
];
const start = (now = 1_000): Mock => startMock('shop/one', phases, now);

describe('the clock of a mock interview', () => {
  it('moves through the phases as time goes', () => {
    const mock = start(0);
    expect(clockOf(mock, 0)).toMatchObject({ phase: 0, left: 30 * minute, phaseLeft: 5 * minute, state: 'running' });
    expect(clockOf(mock, 6 * minute)).toMatchObject({ phase: 1, phaseLeft: 19 * minute });
    expect(clockOf(mock, 31 * minute)).toMatchObject({ phase: 2, left: -minute, phaseLeft: -minute });
  });

  it('stands still while paused, also twice', () => {
    const paused = pauseMock(pauseMock(start(0), 2 * minute), 9 * minute);
    expect(clockOf(paused, 60 * minute)).toMatchObject({ spent: 2 * minute, state: 'paused' });
    const going = resumeMock(resumeMock(paused, 60 * minute), 70 * minute);
    expect(clockOf(going, 61 * minute).spent).toBe(3 * minute);
  });

  it('gives what a phase leaves to the next one, and no more in all', () => {
    const mock = nextPhase(start(0), 2 * minute);
    expect(clockOf(mock, 2 * minute)).toMatchObject({ phase: 1, phaseLeft: 23 * minute, total: 30 * minute });
    const last = nextPhase(mock, 3 * minute);
    expect(nextPhase(last, 4 * minute)).toBe(last);
  });

  it('extends the present phase and moves the later ones', () => {
    const mock = extendMock(start(0), 5, 6 * minute);
    expect(clockOf(mock, 6 * minute)).toMatchObject({ phase: 1, phaseLeft: 24 * minute, total: 35 * minute });
    expect(clockOf(extendMock(start(0), 5, 40 * minute), 40 * minute).left).toBe(5 * minute);
  });

  it('ends for good', () => {
    const over = finishMock(start(0), 7 * minute);
    for (const later of [resumeMock(over, 9 * minute), extendMock(over, 5, 9 * minute), nextPhase(over, 9 * minute)])
      expect(later).toBe(over);
    expect(clockOf(over, 90 * minute)).toMatchObject({ spent: 7 * minute, state: 'finished' });
  });

  it('goes on where a stored one was', () => {
    const stored = JSON.parse(JSON.stringify(start(0))) as Mock;
    expect(clockOf(stored, 8 * minute)).toEqual(clockOf(start(0), 8 * minute));
  });

  const steps = { pause: pauseMock, resume: resumeMock, next: nextPhase, finish: finishMock };
  const step = fc.record({
    what: fc.constantFrom('pause', 'resume', 'next', 'extend', 'finish' as const),
    after: fc.integer({ min: 0, max: 40 * minute }),
  });
  it('never loses time, and phases end in order, whatever is pressed when', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (pressed) => {
        let mock = start(0);
        let now = 0;
        let spent = 0;
        for (const { what, after } of pressed) {
          now += after;
          mock = what === 'extend' ? extendMock(mock, 5, now) : steps[what](mock, now);
          const clock = clockOf(mock, now);
          expect(clock.spent).toBeGreaterThanOrEqual(spent);
          expect(clock.spent).toBeLessThanOrEqual(now);
          expect(mock.ends).toEqual([...mock.ends].sort((a, b) => a - b));
          spent = clock.spent;
        }
      }),
    );
  });
});

describe('the phases of a question', () => {
  const structure = {
    id: 'talk',
    title: 'Talk',
    about: 'For tests.',
    prefix: 'talk',
    rubrics: ['plan'],
    sections: [
      { heading: 'Scope', minutes: 5, prompt: 'What.' },
      { heading: 'Notes', prompt: 'Not timed.' },
      { heading: 'Plan', minutes: 10, prompt: 'How.' },
      { heading: 'Risks', minutes: 5, prompt: 'If not.' },
    ],
  };
  const [question] = basePack.questions ?? [];
  if (!question) throw new Error('The pack has no question.');

  it('are those of its structure, in the minutes of the question', () => {
    const lens = { structures: [structure], rubrics: new Map() };
    expect(phasesOf({ ...question, structure: 'talk', minutes: 30 }, lens)).toEqual([
      { heading: 'Scope', minutes: 8 },
      { heading: 'Plan', minutes: 15 },
      { heading: 'Risks', minutes: 7 },
    ]);
  });

  it('are one where there is no structure', () => {
    const lens = { structures: [], rubrics: new Map() };
    expect(phasesOf({ ...question, minutes: 30 }, lens)).toEqual([{ heading: '', minutes: 30 }]);
  });
});

describe('where the time goes', () => {
  it('gives the time before an edit to the section of the edit, and what is left to the last one', () => {
    let times = noteEdit(noTimes, 'Scope', 60_000);
    times = noteEdit(times, 'Plan', 180_000);
    times = noteEdit(times, 'Scope', 200_000);
    const mock = pauseMock(start(0), 240_000);
    expect(attemptTimesOf(mock, times, 'Scope', 999_999)).toEqual({
      allowed: 1_800,
      used: 240,
      sections: [
        { heading: 'Scope', seconds: 120 },
        { heading: 'Plan', seconds: 120 },
      ],
    });
  });

  it('adds up to the time spent', () => {
    const edit = fc.tuple(fc.constantFrom('Scope', 'Plan', 'Risks', ''), fc.integer({ min: 0, max: 100_000 }));
    fc.assert(
      fc.property(fc.array(edit), (edits) => {
        let spent = 0;
        let times = noTimes;
        for (const [heading, after] of edits) {
          spent += after;
          times = noteEdit(times, heading, spent);
        }
        expect(times.sections.reduce((sum, section) => sum + section.spent, 0)).toBe(spent);
      }),
    );
  });

  const text = [
    '---',
    'question: a/b',
    '# not a heading',
    '---',
    '# Title',
    '## Scope ##',
    'one',
    '### Detail',
    'two',
    '```sh',
    '## no heading',
    '```',
    'three',
    '## Plan',
    'four',
  ].join('\n');
  it.each([
    ['question', ''],
    ['Title', 'Title'],
    ['Scope', 'Scope'],
    ['one', 'Scope'],
    ['two', 'Scope'],
    ['no heading', 'Scope'],
    ['three', 'Scope'],
    ['four', 'Plan'],
  ])('finds the heading of "%s"', (word, heading) => {
    expect(headingAt(text, text.indexOf(word))).toBe(heading);
    expect(headingAt(text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r\n').indexOf(word))).toBe(heading);
  });
});
