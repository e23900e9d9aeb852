import { makeLibrary, reviewAnswer, type Status } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import { describe, expect, it } from 'vitest';
import { readContent, readShippedPacks, shippedPacks } from '../src/content.ts';

const packs = readShippedPacks();
const library = makeLibrary(packs);

const criteria = packs.flatMap((pack) =>
  (pack.rubrics ?? []).flatMap((rubric) =>
    rubric.criteria.map((criterion) => ({ pack: pack.id, rubric: rubric.id, criterion })),
  ),
);

/** The status an example earns when it stands alone; as the candidate's words, not as the pack's own. */
function statusOf(pack: string, rubric: string, id: string, text: string): Status | undefined {
  const lens = library.lens(pack);
  const resolved = lens?.rubrics.get(rubric);
  if (!lens || !resolved) throw new Error(`${pack} has no rubric ${rubric}`);
  const target = {
    question: undefined,
    lens: { ...lens, hushed: new Set<number>() },
    level: 'mid',
    bar: 'mid' as const,
    rubrics: [resolved],
  };
  return reviewAnswer(readAnswer(text), target).criteria.find(({ criterion }) => criterion.ref === `${rubric}/${id}`)
    ?.status;
}

describe('the content', () => {
  it.each(shippedPacks)('%s is read and compiled without a problem', (id) => {
    expect(readContent(id).problems).toEqual([]);
    expect(library.lens(id)).toBeDefined();
    expect(library.problems).toEqual([]);
  });

  it('has a rule for every criterion and pitfall', () => {
    for (const pack of packs) {
      const rules = library.lens(pack.id)?.evidence.rules;
      for (const rubric of pack.rubrics ?? []) {
        for (const { id } of [...rubric.criteria, ...(rubric.pitfalls ?? [])])
          expect(rules?.has(`${rubric.id}/${id}`), `${rubric.id}/${id}`).toBe(true);
      }
    }
  });

  it('names a source that exists wherever it names one', () => {
    const known = new Set(packs.flatMap((pack) => (pack.sources ?? []).map(({ id }) => id)));
    for (const pack of packs) {
      const named = [
        ...(pack.facts ?? []).flatMap(({ source, confirmedBy }) => [source, ...(confirmedBy ?? [])]),
        ...(pack.cards ?? []).map(({ source }) => source),
        ...(pack.questions ?? []).flatMap(({ source }) => source ?? []),
        ...(pack.loop?.rounds ?? []).flatMap(({ source }) => source ?? []),
      ];
      for (const source of named) expect(known.has(source), `${pack.id}: ${source}`).toBe(true);
    }
  });

  it('recomputes the arithmetic of every numeric card', () => {
    for (const card of packs.flatMap((pack) => pack.cards ?? [])) {
      if (card.kind !== 'numeric') continue;
      expect(card.working, card.id).toMatch(/^[\d\s.+*/()e^-]+$/);
      const value = new Function(`return (${card.working.replaceAll('^', '**')});`)() as number;
      expect(Math.abs(value - card.answer) / Math.abs(card.answer), card.id).toBeLessThanOrEqual(
        Math.max(card.tolerance, 1e-9),
      );
    }
  });

  it('carries every claim about the software engineer loop', () => {
    const carried = new Set(
      JSON.stringify(packs)
        .match(/"[SX]\d{1,2}"/g)
        ?.map((name) => name.slice(1, -1)),
    );
    const missing = Array.from({ length: 35 }, (_, index) => `S${index + 1}`).filter((claim) => !carried.has(claim));
    expect(missing).toEqual([]);
  });
});

describe('examples', () => {
  it.each(criteria.map((entry) => [`${entry.rubric}/${entry.criterion.id}`, entry] as const))(
    '%s',
    (_, { pack, rubric, criterion }) => {
      expect(statusOf(pack, rubric, criterion.id, criterion.weak), `weak: ${criterion.weak}`).not.toBe('met');
      expect(statusOf(pack, rubric, criterion.id, criterion.strong), `strong: ${criterion.strong}`).toBe('met');
    },
  );

  it('earn nothing when pasted from the pack', () => {
    const lens = library.lens('foundations');
    const rubric = lens?.rubrics.get('system-design');
    if (!lens || !rubric) throw new Error('no system-design');
    const pasted = rubric.criteria.map(({ strong }) => strong).join('\n\n');
    const review = reviewAnswer(readAnswer(pasted), {
      question: undefined,
      lens,
      level: 'mid',
      bar: 'mid',
      rubrics: [rubric],
    });
    expect(review.criteria.filter(({ status }) => status === 'met').map(({ criterion }) => criterion.id)).toEqual([]);
  });
});
