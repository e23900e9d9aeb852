import { describe, expect, it } from 'vitest';
import { reviewAnswer } from '../../src/review/index.ts';
import { readAnswer } from '../../src/text/index.ts';
import { targetOf } from '../review/fixture.ts';

describe('blocks that say the same', () => {
  const head = '---\nquestion: acme/feed\nlevel: E3\n---\n';
  const before = `${head}- The scope is reads.\n- The scope is reads.\n- We rank.\n`;
  const at = before.indexOf('We rank');

  it('are quoted where they stand first, whatever was edited before', () => {
    const target = targetOf(before);
    const edited = readAnswer(before).edit([{ start: at, end: at, insert: 'Then ' }]);
    const evidence = (answer: typeof edited) => reviewAnswer(answer, target).criteria.map((one) => one.evidence);
    expect(evidence(edited)).toEqual(evidence(readAnswer(edited.text)));
  });
});
