import type { Pack } from '@rubricate/core/model';
import { expect, it } from 'vitest';
import { claimLists, coverageOf, coverageTable } from '../src/claims.ts';
import { readShippedPacks } from '../src/content.ts';

it('tells every numbered claim of the sources, and names none that there is not', () => {
  const coverage = coverageOf(readShippedPacks());
  expect(coverage.missing).toEqual([]);
  expect(coverage.unknown).toEqual([]);
  expect(coverage.homes.size).toBe(claimLists.reduce((sum, { count }) => sum + count, 0));
});

it('sees a claim that got lost and one that nobody numbered, and says where each lives', () => {
  const pack = {
    id: 'small',
    levels: [{ id: 'L1', carries: ['P1', 'P99'] }],
    overrides: { 'design/scope': { why: 'x', carries: ['P2'] } },
    loop: {
      id: 'onsite',
      rounds: [{ id: 'screen', carries: ['P3'] }],
      notes: [{ text: 'Six or seven rounds, it says, and more.', carries: ['X2'] }],
    },
  } as unknown as Pack;
  const coverage = coverageOf([pack]);
  expect(coverage.missing).toContain('P4');
  expect(coverage.unknown.map(({ claim, item }) => [claim, item])).toEqual([['P99', 'L1']]);
  expect(coverage.homes.get('P2')).toEqual([{ pack: 'small', kind: 'override', item: 'design/scope' }]);
  expect(coverage.homes.get('P3')).toEqual([{ pack: 'small', kind: 'round', item: 'onsite/screen' }]);
  expect(coverage.homes.get('X2')?.[0]?.item).toBe('"Six or seven rounds, it says, …"');
  expect(coverageTable(coverage)).toContain('| P4 | **nowhere** |');
});
