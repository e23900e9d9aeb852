import { describe, expect, it } from 'vitest';
import { makeExaminer } from '../src/fuzz/examine.ts';
import { shippedLibrary } from '../src/judge.ts';

describe('what the fuzz run generates', () => {
  it('goes through parse, review, edits and hints, packs among it', () => {
    const examiner = makeExaminer(shippedLibrary(), 5);
    const kinds = Array.from({ length: 601 }, (_, number) => examiner.examine(number).kind);
    expect(new Set(kinds)).toEqual(new Set(['document', 'edited document', 'sound pack', 'refused pack']));
  }, 120_000);

  it('is the same for the same seed, and another for another', () => {
    const library = shippedLibrary();
    const lengths = (seed: number): readonly number[] => {
      const examiner = makeExaminer(library, seed);
      return Array.from({ length: 40 }, (_, number) => examiner.examine(number).characters);
    };
    expect(lengths(1)).toEqual(lengths(1));
    expect(lengths(1)).not.toEqual(lengths(2));
  }, 120_000);
});
