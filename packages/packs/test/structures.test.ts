import type { Frame, Structure } from '@rubricate/core/model';
import { answerTemplate } from '@rubricate/core/practice';
import { type Lens, makeLibrary, reviewAnswer, unfilled } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import { describe, expect, it } from 'vitest';
import { readShippedPacks } from '../src/content.ts';

const packs = readShippedPacks();
const library = makeLibrary(packs);

/** As inserted, with nothing typed into it. */
const structureText = ({ sections }: Structure): string =>
  sections
    .map(({ heading, frames }) => [`## ${heading}`, ...(frames ?? []).map(unfilled)].join('\n\n'))
    .join('\n\n')
    .concat('\n');

const frameText = ({ body }: Frame): string => `${body.map(unfilled).join('\n')}\n`;

/** What a text earns and falls into; pitfalls of absence are left out, since nothing has been written yet. */
function verdicts(text: string, lens: Lens, rubricId: string): readonly string[] {
  const rubric = lens.rubrics.get(rubricId);
  if (!rubric) throw new Error(`${lens.pack.id} has no rubric ${rubricId}`);
  // The pack's own sentences earn nothing anyway; here the placeholders alone have to see to it.
  const unhushed = { ...lens, hushed: new Set<number>() };
  const target = { question: undefined, lens: unhushed, level: 'mid', bar: 'mid' as const, rubrics: [rubric] };
  const { criteria, pitfalls } = reviewAnswer(readAnswer(text), target);
  return [
    ...criteria
      .filter(({ status }) => status !== 'missing')
      .map(({ criterion, status }) => `${criterion.ref} ${status}`),
    ...pitfalls.filter(({ present, pitfall }) => present && !pitfall.absence).map(({ pitfall }) => pitfall.ref),
  ];
}

const lensOf = (pack: string): Lens => {
  const lens = library.lens(pack);
  if (!lens) throw new Error(`${pack} does not compile`);
  return lens;
};

const structures = packs.flatMap((pack) =>
  (pack.structures ?? []).map((structure) => ({ pack: pack.id, structure, name: `${pack.id}/${structure.id}` })),
);
const frames = packs.flatMap((pack) =>
  (pack.frames ?? []).map((frame) => ({ pack: pack.id, frame, name: `${pack.id}/${frame.id}` })),
);

describe('a structure with nothing filled in', () => {
  it.each(structures)('$name earns nothing', ({ pack, structure }) => {
    const lens = lensOf(pack);
    for (const rubric of structure.rubrics ?? [])
      expect(verdicts(structureText(structure), lens, rubric), rubric).toEqual([]);
  });

  it.each(structures)('$name shows each gap as a phrase in brackets', ({ structure }) => {
    const gaps = structure.sections.flatMap(({ frames: own }) => own ?? []);
    for (const gap of gaps) expect(gap, gap).toMatch(/\$\{\d+[:|]/);
    for (const gap of gaps)
      for (const [, inside] of gap.matchAll(/\$\{\d+:([^}]*)\}/g))
        expect(inside, gap).toMatch(/^\[[^A-Z[\]][^[\]]*\]$/);
  });
});

describe('a frame with nothing filled in', () => {
  it.each(frames)('$name earns nothing under any rubric', ({ pack, frame }) => {
    const lens = lensOf(pack);
    for (const rubric of lens.rubrics.keys()) expect(verdicts(frameText(frame), lens, rubric), rubric).toEqual([]);
  });

  it.each(frames)('$name shows each gap as a phrase in brackets', ({ frame }) => {
    const text = frame.body.join('\n');
    expect(text).toMatch(/\$\{\d+:\[/);
    for (const [, inside] of text.matchAll(/\$\{\d+:([^}]*)\}/g))
      expect(inside, text).toMatch(/^\[[^A-Z[\]][^[\]]*\]$/);
  });
});

describe('the file of a new answer', () => {
  const questions = library.questions.map(({ pack, question }) => ({
    pack,
    question,
    name: `${pack.id}: ${question.id}`,
  }));

  it.each(questions)('$name earns nothing as it comes', ({ pack, question }) => {
    const lens = lensOf(pack.id);
    const { text } = answerTemplate({ question, lens, level: pack.levels[0]?.id ?? 'mid' });
    for (const rubric of question.rubrics) expect(verdicts(text, lens, rubric), rubric).toEqual([]);
  });
});

describe('prefixes', () => {
  it('are typed for one thing only within a pack and what it builds on', () => {
    for (const pack of packs) {
      const { structures: own, frames: ownFrames } = lensOf(pack.id);
      const prefixes = [...own, ...ownFrames].map(({ prefix }) => prefix);
      expect(
        prefixes.filter((prefix, index) => prefixes.indexOf(prefix) !== index),
        pack.id,
      ).toEqual([]);
    }
  });
});
