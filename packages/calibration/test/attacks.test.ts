import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runAttacks } from '../src/attacks.ts';
import { shippedLibrary } from '../src/judge.ts';
import { readLabels } from '../src/labels.ts';
import { padded, shuffledSentences, withoutEvidence } from '../src/stability.ts';

const library = shippedLibrary();
const labelled = readLabels(join(import.meta.dirname, '..', 'labels'));
const tune = labelled.filter(({ half }) => half === 'tune');

describe('texts that only look like answers', () => {
  const results = runAttacks(library, labelled);

  it('are many, of every kind', () => {
    expect(results.length).toBeGreaterThanOrEqual(20);
    for (const { attack, tried } of results) expect(tried, attack.id).toBeGreaterThanOrEqual(5);
  });

  it.each(
    results
      .filter(({ attack }) => attack.id !== 'other-question')
      .map((result) => [result.attack.title, result] as const),
  )('%s: none reads lean-yes or better', (_, { passed }) => {
    expect(passed.map(({ rubric, text }) => `${rubric}: ${text.slice(0, 200)}`)).toEqual([]);
  });

  it('a strong answer to another question passes in few pairs, where the two questions are near', () => {
    const found = results.find(({ attack }) => attack.id === 'other-question');
    expect(found && found.passed.length / found.tried).toBeLessThanOrEqual(0.035);
  });
});

describe('changes that give no reason for another status', () => {
  it('without what was shown for it, no criterion is met', { timeout: 60_000 }, () => {
    const { moves, tried } = withoutEvidence(tune, library);
    expect(tried).toBeGreaterThan(200);
    expect(moves).toEqual([]);
  });

  it.each([
    ['shuffling the sentences', shuffledSentences, 0.06],
    ['500 words about something else', padded, 0.01],
  ] as const)('%s moves few statuses up', (_, change, most) => {
    const { moves, tried } = change(tune, library);
    expect(tried).toBeGreaterThan(500);
    expect(moves.length / tried).toBeLessThanOrEqual(most);
  });
});
