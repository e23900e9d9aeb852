import { compileEvidence, makeReadingCache, summarise } from '@rubricate/core/evidence';
import type { Drill, Pack, Question } from '@rubricate/core/model';
import { type Lens, makeLibrary } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import { describe, expect, it } from 'vitest';
import { readShippedPacks } from '../src/content.ts';

const packs = readShippedPacks();
const library = makeLibrary(packs);

const lensOf = (pack: Pack): Lens => {
  const lens = library.lens(pack.id);
  if (!lens) throw new Error(`${pack.id} does not compile`);
  return lens;
};

/** A pack and what it builds on. */
const lineageOf = (pack: Pack): readonly Pack[] => [
  ...(pack.extends ?? []).flatMap((id) => packs.filter((base) => base.id === id).flatMap(lineageOf)),
  pack,
];

/** The rubrics a question is judged by, with what those extend. */
const chainOf = (question: Question, lens: Lens): ReadonlySet<string> =>
  new Set(question.rubrics.flatMap((id) => lens.rubrics.get(id)?.chain ?? [id]));

const belongsTo = (drill: Drill, question: Question, lens: Lens): boolean =>
  drill.questions ? drill.questions.includes(question.id) : drill.rubrics.some((id) => chainOf(question, lens).has(id));

const drills = packs.flatMap((pack) =>
  (pack.drills ?? []).map((drill) => ({ pack, drill, name: `${pack.id}/${drill.id}` })),
);
const designQuestions = packs.flatMap((pack) =>
  (pack.questions ?? [])
    .filter((question) => chainOf(question, lensOf(pack)).has('system-design'))
    .map((question) => ({ pack, question, name: question.id })),
);

/** Packs whose design questions each have failures of their own beside those that fit any design. */
const ownDrills = new Set(['foundations', 'pinterest-software-engineer']);

describe('a system design question', () => {
  it.each(designQuestions)('$name has at least six failures to inject', ({ pack, question }) => {
    const lens = lensOf(pack);
    const failures = lineageOf(pack)
      .flatMap((part) => part.drills ?? [])
      .filter((drill) => drill.kind === 'failure' && belongsTo(drill, question, lens));
    expect(failures.length).toBeGreaterThanOrEqual(6);
    const own = failures.filter((drill) => drill.questions || !drill.rubrics.includes('system-design'));
    if (ownDrills.has(pack.id)) expect(own.length, own.map(({ id }) => id).join(', ')).toBeGreaterThanOrEqual(2);
  });
});

describe('drills', () => {
  it('have names of their own within a pack and what it builds on', () => {
    for (const pack of packs) {
      const ids = lineageOf(pack).flatMap((part) => (part.drills ?? []).map(({ id }) => id));
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        pack.id,
      ).toEqual([]);
    }
  });

  it.each(drills)('$name names concepts, rubrics and questions that exist', ({ pack, drill }) => {
    const concepts = new Set(lineageOf(pack).flatMap((part) => Object.keys(part.concepts ?? {})));
    for (const concept of drill.fits ?? []) expect(concepts.has(concept), `concept ${concept}`).toBe(true);
    for (const rubric of drill.rubrics) expect(lensOf(pack).rubrics.has(rubric), `rubric ${rubric}`).toBe(true);
    for (const id of drill.questions ?? []) {
      const found = library.question(id).find((question) => lineageOf(pack).includes(question.pack));
      expect(found, `question ${id}`).toBeDefined();
      if (found) {
        const chain = chainOf(found.question, lensOf(found.pack));
        expect(
          drill.rubrics.some((rubric) => chain.has(rubric)),
          `${id} is judged by none of its rubrics`,
        ).toBe(true);
      }
    }
  });

  it('say what happens with a number, and ask for three things at least', () => {
    const failures = drills.filter(({ pack, drill }) => drill.kind === 'failure' && ownDrills.has(pack.id));
    const vague = failures.filter(
      ({ drill }) =>
        !/\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|half|third|fifth|twice|tenth|million)\b/i.test(
          drill.inject,
        ),
    );
    expect(vague.map(({ name }) => name)).toEqual([]);
    expect(drills.filter(({ drill }) => drill.asks.length < 3).map(({ name }) => name)).toEqual([]);
  });

  it('say by which words a text speaks of a failure', () => {
    const silent = drills.filter(({ drill }) => drill.kind === 'failure' && !drill.about);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('do not repeat each other', () => {
    const told = drills.map(({ drill }) => drill.inject);
    expect(told.filter((text, index) => told.indexOf(text) !== index)).toEqual([]);
  });
});

describe('what a drill fits', () => {
  /** The drills of a pack whose component a text mentions. */
  const fitting = (pack: Pack, text: string): readonly string[] => {
    const known = lineageOf(pack)
      .flatMap((part) => part.drills ?? [])
      .filter(({ fits }) => fits);
    const { evidence } = compileEvidence({
      concepts: Object.assign({}, ...lineageOf(pack).map(({ concepts }) => concepts ?? {})),
      signals: Object.fromEntries(known.map(({ id, fits }) => [`fits-${id}`, { any: fits ?? [], lists: true }])),
      rules: {},
    });
    const summary = summarise(readAnswer(text), evidence, makeReadingCache(), new Set());
    return known.filter(({ id }) => summary.signal(`fits-${id}`).keys.size > 0).map(({ id }) => id);
  };
  const engineer = packs.find(({ id }) => id === 'pinterest-software-engineer') as Pack;

  it('is decided by the component that a text names', () => {
    const fits = fitting(engineer, 'The feed is read from a cache with a time to live of ten minutes.\n');
    expect(fits).toContain('cache-wiped');
    expect(fits).not.toContain('poisoned-message');
    expect(fits).not.toContain('embedding-versions-mixed');
  });

  it('grows with what is designed', () => {
    const text = [
      'Events go through Kafka to workers that write three replicas, sharded by user id.',
      'A vision model embeds the query image, and HNSW finds its nearest neighbours.',
      'The thumbnail workers resize each upload and put it behind the CDN.',
    ].join('\n\n');
    const fits = fitting(engineer, `${text}\n`);
    for (const id of [
      'queue-six-hours',
      'double-delivery',
      'replica-lag',
      'ann-index-stale',
      'thumbnails-six-hours',
      'cdn-region-lost',
    ])
      expect(fits, id).toContain(id);
    expect(fits).not.toContain('frequency-cap-reset');
  });
});
