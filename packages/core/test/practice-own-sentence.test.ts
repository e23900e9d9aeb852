import { describe, expect, it } from 'vitest';
import type { Card } from '../src/model/index.ts';
import { type Chosen, sentenceRelyingOn } from '../src/practice/index.ts';

const common = { skill: 'Rye bread', topic: 'bread', explanation: 'So.', source: 'own' } as const;
const choice: Card = {
  ...common,
  id: 'c',
  kind: 'choice',
  prompt: 'What makes rye dough rise?',
  options: ['Wild yeast in the sourdough', 'Baking soda mixed with cold butter', 'Salt'],
  answer: 0,
};
const verdict: Card = {
  ...common,
  id: 't',
  kind: 'true-false',
  prompt: 'Cold dough rises faster than warm dough.',
  answer: false,
};
const gap: Card = {
  ...common,
  id: 'g',
  kind: 'cloze',
  prompt: 'Fill the gap.',
  text: 'The crust cracks when there is too little ___.',
  accepted: ['steam'],
};
const find = (card: Card, chosen: Chosen, ...texts: readonly string[]) =>
  sentenceRelyingOn(
    { key: `p/${card.id}`, card, source: undefined, pitfalls: [] },
    chosen,
    texts.map((text, index) => ({ name: `${index}.md`, text })),
  );

describe('a sentence that relies on a wrong answer', () => {
  const own =
    '# Plan\n\nWe open at six. Our rye rises because baking soda is mixed with butter that is cold. It sells.\n';

  it('is found with its place, in the text that has it', () => {
    const found = find(choice, 1, 'Nothing of the kind.', `---\nquestion: a/b\n---\n${own}`);
    expect(found).toMatchObject({
      name: '1.md',
      sentence: 'Our rye rises because baking soda is mixed with butter that is cold.',
    });
    expect(`---\nquestion: a/b\n---\n${own}`.slice(found?.start, found?.end).trim()).toBe(found?.sentence);
  });

  it('is found for a false sentence that was held true, and for a gap', () => {
    expect(find(verdict, true, '- In our plan cold dough is rising faster than warm dough.')?.start).toBeDefined();
    expect(find(gap, 'salt', 'A crust may crack when there is too little salt in it.')).toBeDefined();
  });

  it.each([
    ['the right answer', choice, 0, own],
    ['an answer too short to be recognised', choice, 2, 'Salt makes rye dough rise.'],
    ['half of the words', choice, 1, 'Our rye dough has baking soda in it.'],
    ['a sentence about something else', choice, 1, 'Muffins have baking soda mixed with cold butter.'],
    ['what is denied', choice, 1, 'Our rye does not rise because baking soda is mixed with cold butter.'],
    ['a question', choice, 1, 'Does rye rise because baking soda is mixed with cold butter?'],
    ['a quotation', choice, 1, '> Our rye rises because baking soda is mixed with cold butter.'],
    ['a comparison turned round', verdict, true, 'Warm dough rises faster than cold dough.'],
    ['a sentence with the right word', gap, 'salt', 'A crust cracks when there is too little steam.'],
    ['code', choice, 1, '```\nrye rises baking soda mixed with cold butter\n```'],
    ['words spread over two sentences', choice, 1, 'Our rye has baking soda. It is mixed with cold butter.'],
    [
      'a true sentence that was held false',
      { ...verdict, answer: true } as Card,
      false,
      'Cold dough rises faster than warm dough.',
    ],
  ])('is not found in %s', (_, card, chosen, text) => {
    expect(find(card, chosen, text)).toBeUndefined();
  });
});
