import { describe, expect, it } from 'vitest';
import { readDismissals } from '../src/review/dismissal.ts';
import { readAnswer } from '../src/text/index.ts';

describe('comments that dismiss', () => {
  it('speak of the next block, also several one below the other', () => {
    const text = '<!-- rubricate-dismiss a/b: one -->\n\n<!-- rubricate-dismiss a/c: two -->\n\n## Scope\n\nText.\n';
    const found = readDismissals(readAnswer(text), [], [0, 1]);
    const heading = text.indexOf('## Scope');
    const below = text.indexOf('Text.');
    expect(found.map(({ ref, reason }) => [ref, reason])).toEqual([
      ['a/b', 'one'],
      ['a/c', 'two'],
    ]);
    for (const { scope } of found) {
      expect(scope.start <= heading && heading < scope.end).toBe(true);
      expect(scope.end).toBeLessThan(below);
    }
  });
});
