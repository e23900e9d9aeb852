import type { Pack } from '../src/model/index.ts';
import { type AttemptRecorded, type CardAnswered, eventVersion } from '../src/practice/index.ts';

type Signal = AttemptRecorded['review']['hire']['signal'];
type Status = AttemptRecorded['review']['criteria'][number]['status'];

interface AttemptFacts {
  readonly id?: string;
  readonly at?: string;
  readonly writer?: string;
  readonly question?: string;
  readonly level?: string;
  readonly pack?: string;
  readonly text?: string;
  readonly words?: number;
  readonly signal?: Signal;
  readonly statuses?: Readonly<Record<string, Status>>;
  readonly pitfalls?: readonly string[];
}

/** An attempt of which only what a test speaks of is said. */
export function attempt(facts: AttemptFacts): AttemptRecorded {
  const signal = facts.signal ?? 'lean-no';
  return {
    v: eventVersion,
    kind: 'attempt-recorded',
    id: facts.id ?? '00000000',
    at: facts.at ?? '2026-11-21T09:00:00.000Z',
    writer: facts.writer ?? 'cafe',
    question: facts.question ?? 'a/one',
    pack: facts.pack ?? 'shop-baker',
    level: facts.level ?? 'L5',
    text: facts.text ?? 'An answer.',
    review: {
      words: facts.words ?? 2,
      hire: { signal, low: signal, high: signal },
      reading: { bar: 'mid', low: 'mid', high: 'mid' },
      criteria: Object.entries(facts.statuses ?? {}).map(([ref, status]) => ({ ref, status, expected: true })),
      pitfalls: [...(facts.pitfalls ?? [])],
    },
  };
}

interface AnswerFacts {
  readonly id?: string;
  readonly at?: string;
  readonly writer?: string;
  readonly card?: string;
  readonly right?: boolean;
}

export function answered(facts: AnswerFacts): CardAnswered {
  return {
    v: eventVersion,
    kind: 'card-answered',
    id: facts.id ?? '00000000',
    at: facts.at ?? '2026-11-21T09:00:00.000Z',
    writer: facts.writer ?? 'cafe',
    card: facts.card ?? 'shop-baker/x',
    right: facts.right ?? true,
    chosen: 0,
  };
}

const question = (id: string, rubric: string, round?: string): NonNullable<Pack['questions']>[number] => ({
  id,
  title: `About ${id}`,
  prompt: `Say something about ${id}.`,
  rubrics: [rubric],
  minutes: 30,
  about: ['bread', 'oven', 'dough'],
  origin: 'reported',
  source: 'press',
  ...(round === undefined ? {} : { round }),
});

/** What every trade builds on. */
export const basePack: Pack = {
  id: 'base',
  title: 'Base',
  about: 'For tests.',
  company: 'base',
  role: 'any',
  levels: [{ id: 'senior', title: 'Senior', bar: 'senior', summary: 'Plans.', expects: ['A plan.'] }],
  questions: [question('base/plan', 'plan'), question('base/story', 'story')],
  cards: [
    {
      id: 'x',
      kind: 'true-false',
      skill: 'Bread',
      topic: 'bread',
      prompt: 'Bread is baked.',
      answer: true,
      explanation: 'It is.',
      source: 'own',
    },
  ],
};

/** A loop with a round for everybody, one for L5 alone, one with no question of its own, and one nobody tells about. */
export const shopPack: Pack = {
  id: 'shop-baker',
  title: 'Shop, baker',
  about: 'For tests.',
  company: 'shop',
  role: 'baker',
  extends: ['base'],
  sources: [{ id: 'press', title: 'The bakers of today', publisher: 'A paper', date: '2026', kind: 'article' }],
  facts: [
    {
      id: 'rounds',
      about: 'loop',
      text: 'There are four rounds.',
      source: 'press',
      state: 'confirmed',
      confirmedBy: ['press'],
      carries: ['S1'],
    },
    {
      id: 'more',
      about: 'loop',
      text: 'There are five rounds.',
      source: 'press',
      state: 'disputed',
      note: 'One says four.',
      carries: ['S2'],
    },
  ],
  levels: [
    { id: 'L4', title: 'Baker', bar: 'mid', summary: 'Bakes.', expects: ['Bread.'] },
    { id: 'L5', title: 'Master', bar: 'senior', summary: 'Plans.', expects: ['A plan.'] },
  ],
  loop: {
    id: 'onsite',
    title: 'Onsite',
    about: 'A loop.',
    rounds: [
      {
        id: 'plan-1',
        title: 'Plan 1',
        kind: 'case',
        about: 'A plan.',
        rubrics: ['plan'],
        source: 'press',
        carries: ['S1'],
      },
      {
        id: 'plan-2',
        title: 'Plan 2',
        kind: 'case',
        about: 'Another.',
        rubrics: ['plan'],
        levels: ['L5'],
        source: 'press',
        carries: ['S1', 'S2'],
      },
      { id: 'story', title: 'Story', kind: 'behavioral', about: 'A story.', rubrics: ['story'], source: 'press' },
      { id: 'talk', title: 'Talk', kind: 'hiring-manager', about: 'Not known.', silent: true },
    ],
  },
  questions: [question('shop/one', 'plan', 'plan-1'), question('shop/two', 'plan', 'plan-2')],
};
