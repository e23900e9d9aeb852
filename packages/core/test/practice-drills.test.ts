import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pack } from '../src/model/index.ts';
import {
  checkDrill,
  chooseDrill,
  type DrillReading,
  type DrillRecord,
  drillComment,
  drillsInText,
  eventVersion,
  fittingDrills,
  fold,
  type PracticeEvent,
  readDrills,
} from '../src/practice/index.ts';
import { findTarget, makeLibrary } from '../src/review/index.ts';
import { readAnswer } from '../src/text/index.ts';
import { acme } from './review/fixture.ts';

const failure = (id: string, names: string, about: string): NonNullable<Pack['drills']>[number] => ({
  id,
  kind: 'failure',
  title: `The ${id} fails`,
  rubrics: ['design'],
  component: `the ${id}`,
  names: [names],
  about: [about],
  inject: `The ${id} stops at noon -- for an hour.`,
  asks: ['Who notices'],
  source: 'rubricate',
});

const word = (name: string) => ({ all: [name], words: 3 });

/** A part is given by its own name in a sentence, so that what is tested is where it stands. */
const pack: Pack = {
  ...acme,
  concepts: {
    ...acme.concepts,
    ...{ impact: ['impact'], detection: ['detection'], degradation: ['degradation'], recovery: ['recovery'] },
  },
  drillParts: {
    impact: word('impact'),
    detection: word('detection'),
    degradation: word('degradation'),
    recovery: word('recovery'),
  },
  drills: [
    failure('oven', 'oven', 'oven stops'),
    failure('mixer', 'mixer', 'mixer stops'),
    failure('fridge', 'fridge', 'fridge stops'),
    { ...failure('idea', 'oven', 'idea'), kind: 'challenge' },
    { ...failure('other', 'oven', 'other'), rubrics: ['elsewhere'] },
  ],
};
const library = makeLibrary([pack]);

function read(body: string): DrillReading {
  const answer = readAnswer(`---\nrubric: design\n---\n\n${body}\n`);
  const found = findTarget(answer.frontMatter, library, {});
  if (!found.ok) throw new Error(found.reason.message);
  return readDrills(answer, found.target, library);
}

/** The parts that a text gives of the failure of the oven. */
function given(body: string): readonly string[] {
  const reading = read(body);
  const oven = reading.drills.find(({ drill }) => drill.id === 'oven');
  if (!oven) throw new Error('There is no such failure.');
  return checkDrill(reading, oven).parts.flatMap(({ part, quote }) => (quote ? [part] : []));
}

const all = ['impact', 'detection', 'degradation', 'recovery'];
const parts = 'Here is the impact. Here is the detection. Here is the degradation. Here is the recovery.';
const comment = '<!-- drill acme-engineer/oven: it stops -->';

describe('where a failure can be answered', () => {
  it.each([
    ['in the paragraph that names it', `When the oven stops we act. ${parts}`, all],
    [
      'not before the sentence that names it',
      `Here is the impact. When the oven stops we act. Here is the recovery.`,
      ['recovery'],
    ],
    ['not in the paragraph after that', `When the oven stops we act.\n\n${parts}`, []],
    [
      'in the list that this paragraph introduces',
      `When the oven stops we act so:\n\n- ${parts.replaceAll('. H', '.\n- H')}`,
      all,
    ],
    [
      'in items below the one that names it',
      `- When the oven stops we act\n  - ${parts.replaceAll('. H', '.\n  - H')}`,
      all,
    ],
    ['not in the items beside it', `- When the oven stops we act\n- ${parts.replaceAll('. H', '.\n- H')}`, []],
    ['below a heading that names it', `## The oven stops\n\nSo it goes.\n\n${parts}`, all],
    ['down to the end of its deeper headings', `## The oven stops\n\n### More\n\n${parts}`, all],
    ['not below the next heading', `## The oven stops\n\nSo it goes.\n\n## Else\n\n${parts}`, []],
    ['below the comment, once it is named', `${comment}\n\nThe oven stops at noon.\n\n${parts}`, all],
    ['not below the comment without naming it', `${comment}\n\n${parts}`, []],
    [
      'not below the comment of another failure',
      `${comment}\n\nThe oven stops at noon.\n\n${comment.replace('oven', 'mixer')}\n\n${parts}`,
      [],
    ],
    ['not in a quotation', `> When the oven stops we act. ${parts}`, []],
    [
      'not where the paragraph turns to another failure',
      `When the oven stops we act. When the mixer stops we act. ${parts}`,
      [],
    ],
    [
      'still where another failure follows from it',
      `When the oven stops we act. Then the mixer stops as well. ${parts}`,
      all,
    ],
  ] as const)('%s', (_, body, expected) => {
    expect(given(body)).toEqual(expected);
  });

  it('gives no sentence to two parts, and says so', () => {
    const reading = read('When the oven stops we act. Here are impact and detection and degradation and recovery.');
    const [oven] = reading.drills;
    const check = oven && checkDrill(reading, oven);
    expect(check?.parts.filter(({ quote }) => quote)).toHaveLength(1);
    expect(check?.parts.filter(({ shared }) => shared)).toHaveLength(3);
    expect(check?.closed).toBe(false);
  });

  it('finds sentences of their own for as many parts as there can be', () => {
    expect(
      given(
        'When the oven stops we act. Here are impact and detection. Here is the impact. Here are detection and degradation. Here are degradation and recovery.',
      ),
    ).toEqual(all);
  });

  it('says the same of a text that was edited as of one that was read anew', () => {
    const body = `When the oven stops we act. ${parts}`;
    fc.assert(
      fc.property(
        fc.nat(body.length),
        fc.nat(30),
        fc.constantFrom('', ' not', '\n\n', 'impact', '## '),
        (at, size, insert) => {
          const reading = read(body);
          const start = reading.answer.length - body.length - 1 + at;
          const answer = reading.answer.edit([{ start, end: start + size, insert }]);
          const edited = readDrills(answer, reading.target, library);
          const anew = readDrills(readAnswer(answer.text), reading.target, library);
          for (const drill of edited.drills) expect(checkDrill(edited, drill)).toEqual(checkDrill(anew, drill));
        },
      ),
    );
  });
});

describe('the failure that is chosen', () => {
  const both = 'The oven bakes rye. The mixer kneads it first.';
  const record = (id: string, state: DrillRecord['state']): DrillRecord => ({
    raised: { ...raised('x'), drill: `acme-engineer/${id}` },
    state,
    closed: undefined,
  });
  const chosen = (body: string, before: readonly DrillRecord[], seed = 1): string | undefined =>
    chooseDrill(read(body), { raised: before, seed })?.drill.id;

  it('fits a component that the text names, at those words', () => {
    const reading = read(both);
    expect(fittingDrills(reading).map(({ drill }) => drill.id)).toEqual(['oven', 'mixer']);
    const words = fittingDrills(reading).map(({ component: { start, end } }) => reading.answer.slice(start, end));
    expect(words).toEqual(['oven', 'mixer']);
    expect(chosen('The cold room is large enough.', [])).toBeUndefined();
  });

  it('is the same for the same seed, and some seed gives each', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(chosen(both, [], seed)).toBe(chosen(both, [], seed));
      }),
    );
    expect(new Set(Array.from({ length: 30 }, (_, seed) => chosen(both, [], seed)))).toEqual(
      new Set(['oven', 'mixer']),
    );
  });

  it('is none that is open, in the journal or in a comment, nor one that the text answers', () => {
    for (const seed of [1, 2, 3, 4]) {
      expect(chosen(both, [record('oven', 'open')], seed)).toBe('mixer');
      expect(chosen(`${both}\n\n${comment}`, [], seed)).toBe('mixer');
      expect(chosen(`${both}\n\nWhen the oven stops we act. ${parts}`, [], seed)).toBe('mixer');
    }
  });

  it('is rather one that never came, and never the last one again while there is another', () => {
    for (const seed of [1, 2, 3, 4]) {
      expect(chosen(both, [record('oven', 'closed')], seed)).toBe('mixer');
      expect(chosen(both, [record('mixer', 'closed'), record('oven', 'given-up')], seed)).toBe('mixer');
      expect(chosen('The oven bakes rye.', [record('oven', 'given-up')], seed)).toBe('oven');
    }
  });
});

function raised(id: string, minute = 0): Extract<PracticeEvent, { kind: 'drill-raised' }> {
  const at = `2026-11-21T09:0${minute}:00.000Z`;
  const common = { v: eventVersion, id, at, writer: 'cafe' } as const;
  return {
    ...common,
    kind: 'drill-raised',
    drill: 'acme-engineer/oven',
    title: 'The oven',
    file: 'a.md',
    sentence: 'The oven.',
  };
}

describe('the journal of failures', () => {
  const common = (id: string) => ({ v: eventVersion, id, at: '2026-11-21T10:00:00.000Z', writer: 'cafe' }) as const;
  const closed: PracticeEvent = { ...common('bbbbbbbb'), kind: 'drill-closed', event: 'aaaaaaaa', quotes: [] };
  const givenUp: PracticeEvent = { ...common('cccccccc'), kind: 'drill-given-up', event: 'aaaaaaaa' };

  it('keeps a failure open until it is closed or given up; answered once, it is closed', () => {
    const state = (...events: readonly PracticeEvent[]) => fold([raised('aaaaaaaa'), ...events]).drills[0]?.state;
    expect(state()).toBe('open');
    expect(state(givenUp)).toBe('given-up');
    expect(state(closed)).toBe('closed');
    expect(state(givenUp, closed)).toBe('closed');
    expect(fold([closed]).drills).toEqual([]);
  });

  it('tells the same in whatever order and however often events are read', () => {
    const events = [raised('aaaaaaaa'), raised('dddddddd', 1), closed, givenUp];
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (order) => {
        expect(fold([...order, ...order]).drills).toEqual(fold(events).drills);
      }),
    );
  });
});

describe('the comment of a failure', () => {
  it('is one that ends where it should, and is found again', () => {
    const [oven] = read('x').drills;
    if (!oven) throw new Error('There is no such failure.');
    const text = drillComment(oven);
    expect(text).toBe('<!-- drill acme-engineer/oven: The oven stops at noon for an hour. -->');
    expect(drillsInText(readAnswer(`One.\n\n${text}\n\nTwo.\n`))).toEqual(['acme-engineer/oven']);
    expect(drillsInText(readAnswer(`\`${text}\`\n`))).toEqual([]);
  });
});
