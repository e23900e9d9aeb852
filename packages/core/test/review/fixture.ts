import type { Pack } from '../../src/model/index.ts';
import {
  findTarget,
  type Library,
  makeLibrary,
  type Review,
  reviewAnswer,
  type Target,
} from '../../src/review/index.ts';
import { type Answer, readAnswer } from '../../src/text/index.ts';

const bars = { mid: 'm', senior: 's', staff: 't' };

const criterion = (id: string, from: 'mid' | 'senior' | 'staff', belongs: readonly string[]) => ({
  id,
  dimension: id === 'scope' ? 'framing' : 'depth',
  from,
  title: id,
  hint: `Say the ${id}.`,
  why: `The ${id} matters.`,
  bars,
  earns: { met: 'said', partial: 'named' },
  weak: `No ${id} here.`,
  strong: `The ${id} is said at length.`,
  belongs: [...belongs],
  frame: `The ${id} is \${1:[what it is]}.`,
});

const rule = (signal: string) => ({ met: `${signal} >= 2`, partial: signal });

/** A pack small enough to see through: a criterion is partial when its word is said once and met when said twice. */
export const acme: Pack = {
  id: 'acme-engineer',
  title: 'Acme, engineer',
  about: 'A pack for tests.',
  company: 'acme',
  role: 'engineer',
  levels: [
    { id: 'E1', title: 'E1', bar: 'mid', summary: 'x', expects: ['x'] },
    { id: 'E2', title: 'E2', bar: 'senior', summary: 'x', expects: ['x'] },
    { id: 'E3', title: 'E3', bar: 'staff', summary: 'x', expects: ['x'] },
  ],
  rubrics: [
    {
      id: 'design',
      title: 'Design',
      about: 'x',
      dimensions: [
        { id: 'framing', title: 'Framing' },
        { id: 'depth', title: 'Depth' },
      ],
      criteria: [
        criterion('scope', 'mid', ['Requirements', 'Scope']),
        criterion('tradeoff', 'senior', ['Trade-offs']),
        criterion('evolution', 'staff', ['Evolution']),
      ],
      pitfalls: [
        { id: 'hype', title: 'Hype', when: 'hype', hint: 'Say it plainly.', why: 'x', weak: 'x', strong: 'x' },
        {
          id: 'silence',
          title: 'Silence',
          when: 'nothing',
          hint: 'Say something.',
          why: 'x',
          weak: 'x',
          strong: 'x',
          absence: true,
        },
      ],
    },
    { id: 'feed', title: 'Feed', about: 'x', extends: 'design', criteria: [criterion('ranking', 'mid', ['Ranking'])] },
  ],
  questions: [
    {
      id: 'acme/feed',
      title: 'Feed',
      prompt: 'How would you scope and rank the feed of Acme?',
      rubrics: ['feed'],
      minutes: 45,
      about: ['feed', 'rank', 'acme'],
      origin: 'ours',
    },
  ],
  composition: {
    credit: { partial: 0.5, harsh: 0, kind: 1 },
    plus: 0.1,
    pitfall: 0.1,
    thresholds: { 'lean-no': 0.25, 'lean-yes': 0.5, 'strong-yes': 0.9 },
    gates: [{ when: 'design/scope', is: 'missing', atMost: 'lean-no' }],
    belowBar: 'lean-yes',
    levels: { mid: { mid: 0.5 }, senior: { mid: 0.5, senior: 0.5 }, staff: { mid: 0.5, senior: 0.5, staff: 0.5 } },
  },
  concepts: { scope: ['scope'], tradeoff: ['trade-off'], evolution: ['evolve'], ranking: ['rank'], hype: ['amazing'] },
  signals: {
    scope: { any: ['scope'] },
    tradeoff: { any: ['tradeoff'] },
    evolution: { any: ['evolution'] },
    ranking: { any: ['ranking'] },
    hype: { any: ['hype'] },
  },
  rules: {
    'design/scope': rule('scope'),
    'design/tradeoff': rule('tradeoff'),
    'design/evolution': rule('evolution'),
    'feed/ranking': rule('ranking'),
    'design/hype': { present: 'hype' },
    'design/silence': { present: { all: [{ words: 5 }, { not: 'scope' }] } },
  },
};

export const library: Library = makeLibrary([acme]);

export function targetOf(text: string, options: Parameters<typeof findTarget>[2] = {}): Target {
  const found = findTarget(readAnswer(text).frontMatter, library, options);
  if (!found.ok) throw new Error(found.reason.message);
  return found.target;
}

/** An answer to the fixture's question, with its review at a level. */
export function reviewed(
  body: string,
  level = 'E2',
  extra = '',
): { readonly answer: Answer; readonly review: Review; readonly text: string } {
  const text = `---\nquestion: acme/feed\nlevel: ${level}\n${extra}---\n\n${body}`;
  const answer = readAnswer(text);
  return { answer, review: reviewAnswer(answer, targetOf(text)), text };
}

export function statuses(review: Review): Readonly<Record<string, string>> {
  return Object.fromEntries(review.criteria.map(({ criterion: { ref }, status }) => [ref, status]));
}
