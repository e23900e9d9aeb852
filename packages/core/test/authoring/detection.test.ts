import { describe, expect, it } from 'vitest';
import { detectionMarkdown, detectionOf } from '../../src/authoring/index.ts';
import { quantityNames, shapeNames } from '../../src/evidence/index.ts';
import type { CriterionRule, Expression, Pack, PitfallRule, Signal } from '../../src/model/index.ts';
import { acme } from '../review/fixture.ts';

const ref = 'design/scope';

const base: Pack = {
  ...acme,
  concepts: {
    limit: ['{out of,not in} scope', '=without', 'leave out', 'later', 'not now'],
    places: { oneOf: ['town', 'village'] },
    town: ['town', 'city'],
    village: ['village'],
    heading: ['scope'],
  },
  signals: {},
  rules: {},
};

const withRule = (rule: CriterionRule | PitfallRule, signals: Readonly<Record<string, Signal>>): Pack => ({
  ...base,
  signals,
  rules: { [ref]: rule },
});

const read = (rule: CriterionRule | PitfallRule, signals: Readonly<Record<string, Signal>>) => {
  const found = detectionOf(ref, [withRule(rule, signals)]);
  if (!found) throw new Error('the pack has a rule');
  return found;
};

const ways = (signal: Signal): readonly string[] => read({ present: 'seen' }, { seen: signal }).signs[0]?.ways ?? [];
const need = (present: Expression): string => {
  const [when] = read({ present }, { a: { any: ['limit'] }, 'b-c': { any: ['town'] } }).when;
  return `${when?.needs}: ${when?.parts.join(' | ')}`;
};

describe('how a rule is told in words', () => {
  it('is unknown where no pack has a rule', () => {
    expect(detectionOf('design/nothing', [base])).toBeUndefined();
  });

  it('takes the rule of the base where the pack has none of its own', () => {
    const own: Pack = { ...base, signals: {}, rules: {} };
    const found = detectionOf(ref, [withRule({ met: 'a', partial: 'a' }, { a: { any: ['limit'] } }), own]);
    expect(found?.when.map(({ status }) => status)).toEqual(['met', 'partial']);
    expect(found?.signs.map(({ name }) => name)).toEqual(['a']);
  });

  it.each<readonly [Expression, string]>([
    ['b-c', 'all: **b c**'],
    ['a >= 2', 'all: **a** in 2 places'],
    ['distinct a >= 3', 'all: **a** of 3 kinds'],
    [{ all: ['a', { any: ['a', 'b-c'] }] }, 'all: **a** | **a** or **b c**'],
    [{ any: ['a', { words: 150 }] }, 'one: **a** | a text of at least 150 words'],
    [{ all: [{ not: 'a' }, { not: 'a >= 2' }] }, 'all: no **a** | **a** in fewer than 2 places'],
    [{ not: { any: ['a', 'b-c'] } }, 'all: no (**a** or **b c**)'],
    [{ atLeast: 2, of: ['a', 'b-c'] }, 'all: at least 2 of these: **a**; **b c**'],
    [{ before: ['a', 'b-c'] }, 'all: **a** before any **b c**'],
    [{ share: { of: 'a', among: 'b-c', atLeast: 0.5 } }, 'all: **a** for at least 50% of what **b c** names'],
    [
      { unmatched: { among: 'a', by: 'b-c', atLeast: 2 } },
      'all: at least 2 things that **a** names and **b c** does not',
    ],
  ])('tells %j', (expression, told) => {
    expect(need(expression)).toBe(told);
  });

  it.each<readonly [Signal, string]>([
    [{ any: ['limit'] }, '*limit*'],
    [{ all: ['limit', '#time'] }, '*limit* with a span of time'],
    [
      { all: ['limit|town', 'places'], any: ['#percent', '@flow'] },
      'one of (*limit*, *town*) with *places* and one of (a percentage, an arrow between two things)',
    ],
    [{ any: ['limit'], within: 'block' }, 'within three sentences in a row: *limit*'],
    [
      { any: ['limit'], under: ['heading'], none: ['town'], polarity: 'either' },
      '*limit*; under a heading with *heading*; also where it is denied; without *town*',
    ],
    [{ any: ['limit'], in: ['row', 'code'] }, '*limit*; in a table row or code'],
    [{ any: ['limit'], in: ['sentence', 'item', 'row', 'code'] }, '*limit*; also in code'],
    [{ any: ['@question'], questions: 'only' }, 'a question'],
    [{ all: ['limit'], repeats: 3, words: 10 }, '*limit*; 3 times in one sentence; in a sentence of at least 10 words'],
  ])('tells %j', (signal, told) => {
    expect(ways(signal)).toEqual([told]);
  });

  it('counts the ways and the alternatives that it leaves out', () => {
    const way = { any: ['limit', 'town', 'village', 'heading', '#time', '#count', '#rate'] };
    const { signs } = read({ present: 'seen' }, { seen: [way, way, way, way, way] });
    expect(signs[0]?.more).toBe(2);
    expect(signs[0]?.ways).toHaveLength(3);
    expect(signs[0]?.ways[0]).toBe('one of (*limit*, *town*, *village*, *heading*, a span of time, 2 more)');
  });

  it('gives a few phrases of each group of words, as people write them', () => {
    const { words } = read({ present: 'seen' }, { seen: { all: ['limit', 'places'] } });
    expect(words).toEqual([
      { name: 'limit', examples: ['out of scope', 'without', 'leave out', 'later'] },
      { name: 'places', examples: ['town', 'village'] },
    ]);
  });

  it('leaves out the letters that a pack puts before its names', () => {
    const marked = Object.fromEntries(
      ['told', 'asked', 'seen', 'heard', 'read'].map((one) => [`qf-${one}`, { any: ['limit'] }]),
    );
    expect(read({ present: 'qf-told' }, marked).signs[0]?.name).toBe('told');
    expect(read({ present: 'qf-told' }, { 'qf-told': { any: ['limit'] } }).signs[0]?.name).toBe('qf told');
  });

  it('has words for every number and shape of the language', () => {
    for (const name of [...quantityNames.map((one) => `#${one}`), ...shapeNames.map((one) => `@${one}`)])
      expect(ways({ any: [name] })[0], name).not.toContain(name);
  });

  it('survives a phrase that does not compile and a family that holds itself', () => {
    const broken: Pack = {
      ...withRule({ present: 'seen' }, { seen: { any: ['bad', 'loop', 'nobody'] } }),
      concepts: { bad: ['{open'], loop: { oneOf: ['loop'] } },
    };
    expect(detectionOf(ref, [broken])?.words.map(({ examples }) => examples)).toEqual([[], [], []]);
  });

  it('is written as Markdown', () => {
    const markdown = detectionMarkdown(
      read({ met: { any: ['a', 'b >= 2'] }, partial: 'a' }, { a: { any: ['limit'] }, b: { any: ['#time'] } }),
    );
    expect(markdown).toBe(
      [
        '- Met with one of these:',
        '  - **a**',
        '  - **b** in 2 places',
        '- Partial with: **a**',
        '',
        'The signs:',
        '',
        '- **a**: *limit*',
        '- **b**: a span of time',
        '',
        'The words, a few of each group:',
        '',
        '*limit*: “out of scope”, “without”, “leave out”, “later”',
      ].join('\n'),
    );
  });
});
