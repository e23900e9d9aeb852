import { describe, expect, it } from 'vitest';
import { reviewAnswer } from '../../src/review/index.ts';
import { readAnswer } from '../../src/text/index.ts';
import { targetOf } from './fixture.ts';

const aside =
  'The old mill by the lake had a wheel of nine metres, and whoever lived nearby brought their rye to be ground there.';
const times = (count: number, sentence: string): string =>
  Array.from({ length: count }, (_, index) => sentence.replace('#', `number ${index}`)).join(' ');

const target = targetOf('---\nquestion: acme/feed\nlevel: E1\n---\n');

describe('an answer to what was asked', () => {
  const relevance = (text: string) => reviewAnswer(readAnswer(text), target).relevance;

  it('is one that mentions some of its words again and again', () => {
    const text = `${times(8, 'The feed shows what # is about, and a feed is read from above.')} ${times(8, 'We rank # by what came of it.')} ${aside}`;
    expect(relevance(text)).toMatchObject({ kind: 'subject', said: 2, of: 3, isElsewhere: false });
  });

  it('is not one that mentions them once, here and there', () => {
    const text = `The feed is one thing. ${times(40, aside.replace('nine', '#'))}`;
    expect(relevance(text)).toMatchObject({ said: 1, isElsewhere: true });
  });

  it('is not judged by a few words', () => {
    expect(relevance(aside)?.isElsewhere).toBe(false);
  });
});

describe('a story', () => {
  const story = { ...target, rubrics: target.rubrics.map((rubric) => ({ ...rubric, story: true })) };
  const relevance = (text: string) => reviewAnswer(readAnswer(text), story).relevance;
  const told = times(12, 'In week # I went to the lake, and we walked home through the wood before it was dark.');

  it('tells what happened', () => {
    const plan = times(12, 'The feed is to rank what # holds, and the order of it is to be the same for all of them.');
    expect(relevance(plan)).toMatchObject({ kind: 'story', isElsewhere: true });
  });

  it('tells it of what was asked', () => {
    expect(relevance(told)).toMatchObject({ kind: 'subject', said: 0, isElsewhere: true });
    expect(relevance(`${told} I had broken the feed. My fault was how I let it rank.`)).toMatchObject({
      kind: 'story',
      isElsewhere: false,
    });
  });

  it('is held to what happened alone where no question says what it is about', () => {
    const { relevance: open } = reviewAnswer(readAnswer(told), { ...story, question: undefined });
    expect(open).toMatchObject({ kind: 'story', isElsewhere: false });
  });
});
