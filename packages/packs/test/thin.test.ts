import { expandPhrase } from '@rubricate/core/evidence';
import type { Concept, Pack } from '@rubricate/core/model';
import { expect, it } from 'vitest';
import { readShippedPacks } from '../src/content.ts';
import { readAs, thinned } from '../src/thin.ts';

const packs = readShippedPacks();
const [first] = packs as [Pack];

function thin(...phrases: string[]): Concept | undefined {
  return thinned({ ...first, concepts: { tried: phrases } }).concepts?.tried;
}

it('keeps of phrases that read the same the first', () => {
  expect(thin('shard', 'shards', 'sharded by', 'Sharding')).toEqual(['shard', 'sharded by']);
  expect(thin('{cache,caches,cached} {hit,hits,miss,misses}', 'caches hits')).toEqual(['cache {hit,miss}']);
  expect(thin('write {to,to the,} {log,logs}')).toEqual(['write {to,to the,} log']);
});

it('keeps what reads otherwise: words marked as exact, and parts of words', () => {
  expect(thin('=shards', 'shards', '=shard', '{=hits,hits}')).toEqual(['=shards', 'shards', '=shard', '{=hits,hits}']);
  expect(thin('re{index,indexes}', 'pre-{warm,warms}ed')).toEqual(['re{index,indexes}', 'pre-{warm,warms}ed']);
});

it('changes nothing of what the concepts that ship are compared by', () => {
  const readings = (phrases: readonly string[] | undefined): string =>
    [...new Set(phrases?.flatMap(expandPhrase).map(readAs))].sort().join('\n');
  let [before, after] = [0, 0];
  for (const pack of packs) {
    const thinner = thinned(pack);
    for (const [name, concept] of Object.entries(pack.concepts ?? {})) {
      const [whole, kept] = [concept, thinner.concepts?.[name] as Concept].map((one) =>
        Array.isArray(one) ? { phrases: one } : one,
      );
      expect(readings(kept?.phrases) === readings(whole?.phrases), name).toBe(true);
      expect(readings(kept?.except) === readings(whole?.except), name).toBe(true);
      expect(kept?.oneOf, name).toEqual(whole?.oneOf);
    }
    before += JSON.stringify(pack).length;
    after += JSON.stringify(thinner).length;
    expect({ ...thinner, concepts: {} }).toEqual({ ...pack, concepts: {} });
  }
  expect(after).toBeLessThan(before * 0.98);
}, 60_000);
