import { practiceTarget, type StoryFile, storyId, storyMatrix, storyTemplate } from '@rubricate/core/practice';
import { makeLibrary } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import { describe, expect, it } from 'vitest';
import { readShippedPacks } from '../src/content.ts';

const library = makeLibrary(readShippedPacks());
const reading = practiceTarget({ company: 'pinterest', role: 'data-product-manager', level: 'L5' }, library);
if (!reading.ok) throw new Error('There is no such target.');
const { target } = reading;
const matrixOf = (files: readonly StoryFile[]) => {
  const matrix = storyMatrix({ files, library, target });
  if (!matrix) throw new Error('No pack judges stories.');
  return matrix;
};
const front = (keys: string): string => `---\n${keys}\n---\n\n`;
const held = `# The frozen schema

In March 2024, six weeks before the renewal of our largest customer, the event pipeline of my company dropped about 2% of
its rows a night. I was responsible for the contract of that table; the decision whether a change went ahead was mine.

Dana, the engineering lead, wanted to ship on Friday, because the campaign was paid for. I refused to sign the release,
because 312 accounts had duplicate rows, and once copied they could not have been called back. I replayed one night
against both versions of the schema, and I wrote the check that now blocks such a deploy. Dual writes would have cost us
three weeks and 15 ms on each event; a cut-over was a day's work, with four hours of data at risk.

Lost rows fell from 2% a night to none in the 90 days that followed. Since then I write the condition for turning back
into each migration plan before work starts.
`;
const vague = `# We got there

Our reports were wrong last spring. We analysed the nightly load for a week. We rewrote the loader. We built a small
check for it. We migrated one country in April. We shipped it everywhere in May. We presented it to the analysts.
`;

describe('the stories of a loop', () => {
  it('shows the three the data PM plan asks for as slots, before there is any story', () => {
    const { slots } = matrixOf([]);
    const asked = slots.filter(({ task }) => task !== undefined);
    expect(asked.map(({ question }) => question.id)).toEqual([
      'pinterest/data-pushback',
      'pinterest/pii-migration',
      'pinterest/standard-enforced',
    ]);
    expect(slots.slice(0, 3)).toEqual(asked);
    expect(slots.every(({ stories }) => stories.length === 0)).toBe(true);
    expect(slots.length).toBeGreaterThan(5);
  });

  it('takes a story for the questions it names, in full or in short', () => {
    const { slots, stories } = matrixOf([
      { file: 'a.md', text: front('story: frozen\ncompetencies: [data-pushback, nothing-known]') + held },
      { file: 'b.md', text: front('story: other\nquestion: pinterest/pii-migration') + held },
    ]);
    const named = (id: string) => slots.find(({ question }) => question.id === id)?.stories;
    expect(named('pinterest/data-pushback')).toEqual(['frozen']);
    expect(named('pinterest/pii-migration')).toEqual(['other']);
    expect(named('pinterest/standard-enforced')).toEqual([]);
    expect(stories.find(({ id }) => id === 'frozen')?.unknown).toEqual(['nothing-known']);
  });

  it('offers a story for an empty slot by what it speaks of, and claims nothing for it', () => {
    const { slots } = matrixOf([{ file: 'a.md', text: front('story: frozen') + held }]);
    const slot = slots.find(({ question }) => question.id === 'pinterest/data-pushback');
    expect(slot).toMatchObject({ stories: [], candidates: ['frozen'] });
  });

  it('says what is weak: no number, no "I", a lower level', () => {
    const { stories } = matrixOf([
      { file: 'strong.md', text: front('story: strong') + held },
      { file: 'vague.md', text: front('story: vague') + vague },
    ]);
    const [strong, weak] = stories;
    expect(weak?.unmet.map(({ title }) => title)).toContain('Result with number');
    expect(weak?.pitfalls).toContain('Who did it');
    expect(weak?.isBelowLevel).toBe(true);
    expect(strong?.pitfalls).toEqual([]);
    expect(strong?.unmet.map(({ title }) => title)).not.toContain('Result with number');
  });

  it('tells a competency that is shown from one that is only claimed', () => {
    const { competencies } = matrixOf([
      { file: 'strong.md', text: front('story: strong') + held },
      { file: 'vague.md', text: front('story: vague\ncompetencies: [pushback]') + vague },
    ]);
    const pushback = competencies.find(({ criterion }) => criterion.id === 'pushback');
    expect(pushback).toMatchObject({ met: ['strong'], claimed: ['vague'] });
  });

  it('says which story is named for too much', () => {
    const { stories } = matrixOf([
      {
        file: 'a.md',
        text: front('story: all\ncompetencies: [data-pushback, pii-migration, standard-enforced]') + held,
      },
    ]);
    expect(stories[0]?.isOverused).toBe(true);
  });

  it('leaves alone what names no story, and reports a name that is used twice', () => {
    const { stories, doubles } = matrixOf([
      { file: 'c.md', text: held },
      { file: 'b.md', text: front('story: same') + vague },
      { file: 'a.md', text: front('story: same') + held },
    ]);
    expect(stories.map(({ id, file }) => [id, file])).toEqual([['same', 'a.md']]);
    expect(doubles).toEqual(['b.md']);
  });

  it('does not depend on the order of the files', () => {
    const files = [
      { file: 'a.md', text: front('story: two') + held },
      { file: 'b.md', text: front('story: one') + vague },
    ];
    expect(JSON.stringify(matrixOf(files).stories.map(({ id }) => id))).toBe('["one","two"]');
    expect(matrixOf(files.toReversed()).slots).toEqual(matrixOf(files).slots);
  });
});

describe('a new story', () => {
  const lens = library.lens(target.pack.id);
  if (!lens) throw new Error('The pack cannot be used.');
  it('has the headings of the structure, and is a story for the matrix', () => {
    const question = library.question('pinterest/data-pushback')[0]?.question;
    const template = storyTemplate({ id: 'frozen', title: 'The frozen schema', lens, level: 'L5', question });
    expect(template?.text).toMatch(/^---\nstory: frozen\nquestion: pinterest\/data-pushback\nlevel: L5\n/);
    expect(template?.text).toContain('# The frozen schema\n');
    expect(template?.text).toContain('\n## Result\n');
    expect(template?.text.slice(0, template.cursor)).toMatch(/\n## [^\n]+$/);
    expect(matrixOf([{ file: 'a.md', text: template?.text ?? '' }]).stories[0]).toMatchObject({
      id: 'frozen',
      slots: ['pinterest/data-pushback'],
    });
  });

  it('names a rubric where it is for no question', () => {
    const template = storyTemplate({ id: 'x', title: 'X', lens, level: 'L5', question: undefined });
    const keys = readAnswer(template?.text ?? '').frontMatter?.entries.map(({ key }) => key);
    expect(keys).toEqual(['story', 'rubric', 'level', 'competencies']);
    expect(template?.text).toContain('\n## Situation\n');
  });

  it.each([
    ['The frozen schema', 'the-frozen-schema'],
    ['Überraschung – im März!', 'uberraschung-im-marz'],
    ['???', 'story'],
  ])('is named by its title: %s', (title, id) => {
    expect(storyId(title)).toBe(id);
  });
});
