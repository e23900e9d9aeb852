import { makeLibrary } from '@rubricate/core/review';
import { describe, expect, it } from 'vitest';
import { readShippedPacks } from '../src/content.ts';

const packs = readShippedPacks();
const library = makeLibrary(packs);
const questions = packs.flatMap((pack) =>
  (pack.questions ?? []).map((question) => ({ pack, question, name: question.id })),
);

describe('a question', () => {
  it.each(questions)('$name can be told from others, and leads on', ({ question }) => {
    const about = question.about.map((word) => word.toLowerCase());
    expect(new Set(about).size, 'about').toBeGreaterThanOrEqual(6);
    expect(question.followUps?.length ?? 0, 'follow-ups').toBeGreaterThanOrEqual(4);
    expect(question.covers?.length ?? 0, 'covers').toBeGreaterThanOrEqual(1);
  });

  it.each(questions)('$name has rubrics, a structure and a round that exist', ({ pack, question }) => {
    const lens = library.lens(pack.id);
    for (const rubric of question.rubrics) expect(lens?.rubrics.has(rubric), rubric).toBe(true);
    if (question.structure) expect(lens?.structures.map(({ id }) => id)).toContain(question.structure);
    if (question.round) expect(pack.loop?.rounds.map(({ id }) => id)).toContain(question.round);
  });

  it('shares few of its words with another of its pack', () => {
    const alike: string[] = [];
    for (const [index, { question, pack }] of questions.entries()) {
      for (const { question: other, pack: home } of questions.slice(index + 1)) {
        if (home !== pack) continue;
        const words = new Set(question.about.map((word) => word.toLowerCase()));
        const shared = other.about.filter((word) => words.has(word.toLowerCase()));
        if (shared.length * 2 > Math.min(question.about.length, other.about.length))
          alike.push(`${question.id} and ${other.id}: ${shared.join(', ')}`);
      }
    }
    expect(alike).toEqual([]);
  });

  it('says that it is ours where no source reports it', () => {
    for (const { question, name } of questions) {
      if (question.origin === 'reported') expect(question.source, name).toBeDefined();
    }
    for (const id of ['foundations', 'pinterest-software-engineer']) {
      const own = questions.filter(({ pack, question }) => pack.id === id && question.origin === 'ours');
      expect(own.length, id).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('a structure with minutes', () => {
  const timed = packs.flatMap((pack) =>
    (pack.structures ?? []).filter(
      ({ minutes, sections }) => minutes !== undefined && sections.some((section) => section.minutes !== undefined),
    ),
  );

  it.each(timed)('$id gives each of them to a section', ({ minutes, sections }) => {
    expect(sections.reduce((sum, section) => sum + (section.minutes ?? 0), 0)).toBe(minutes);
  });
});
