import { drillPartNames } from '@rubricate/core/model';
import { checkDrill, type DrillCheck, drillsFor, readDrills } from '@rubricate/core/practice';
import { findTarget, makeLibrary } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import { describe, expect, it } from 'vitest';
import { readShippedPacks } from '../src/content.ts';
import { closing, open, type Passage } from './drill-passages.ts';

const library = makeLibrary(readShippedPacks());

function check({ drill, question }: Passage, body: string): DrillCheck {
  const answer = readAnswer(`---\nquestion: ${question}\n---\n\n${body}\n`);
  const targeted = findTarget(answer.frontMatter, library, {});
  if (!targeted.ok) throw new Error(targeted.reason.message);
  const reading = readDrills(answer, targeted.target, library);
  const found = drillsFor(targeted.target, library).find(({ key }) => key === drill);
  if (!found) throw new Error(`${question} has no drill ${drill}`);
  return checkDrill(reading, found);
}

const lacking = (result: DrillCheck): readonly string[] =>
  result.parts.filter(({ quote }) => !quote).map(({ part }) => part);

describe('a failure', () => {
  it.each(closing)('$drill is closed by $name', (passage) => {
    const result = check(passage, passage.text);
    expect(lacking(result)).toEqual([]);
    expect(result.closed).toBe(true);
  });

  it.each(open)('$drill stays open: $name', (passage) => {
    expect(check(passage, passage.text).closed).toBe(false);
  });

  it('asks for four different parts', () => {
    const [passage] = closing as [Passage];
    const { parts } = check(passage, passage.text);
    expect(parts.map(({ part }) => part)).toEqual(drillPartNames);
    const starts = parts.map(({ quote }) => quote?.start);
    expect(new Set(starts).size).toBe(4);
  });

  it.each(closing)('$drill opens again when $name loses what gave a part', (passage) => {
    const head = `---\nquestion: ${passage.question}\n---\n\n`.length;
    for (const { quote } of check(passage, passage.text).parts) {
      if (!quote) throw new Error('The passage closes the failure.');
      const without = `${passage.text.slice(0, quote.start - head)}${passage.text.slice(quote.end - head)}`;
      expect(check(passage, without).closed).toBe(false);
    }
  });

  it.each(closing)('$drill is never closed by the words of $name in another order', (passage) => {
    const words = passage.text
      .replace(/[|#*\n]+/g, ' ')
      .split(/\s+/)
      .filter(Boolean);
    let state = 1;
    for (let round = 0; round < 60; round++) {
      for (let last = words.length - 1; last > 0; last--) {
        // A generator after Knuth: its high bits are random enough to shuffle by.
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        const other = Math.floor((state / 2 ** 32) * (last + 1));
        [words[last], words[other]] = [words[other] as string, words[last] as string];
      }
      const text = words.join(' ');
      expect(check(passage, text).closed, text).toBe(false);
    }
  });
});
