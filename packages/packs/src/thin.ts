import { comparedWords, expandPhrase } from '@rubricate/core/evidence';
import type { Concept, Pack } from '@rubricate/core/model';

/**
 * The same pack without phrases that say once more what another of their concept says. Words are compared by their stems, so
 * of `{shard,shards,sharded}` the first is enough; an author writes all three, since nobody should have to know the stems.
 */
export function thinned(pack: Pack): Pack {
  if (!pack.concepts) return pack;
  const concepts = Object.fromEntries(
    Object.entries(pack.concepts).map(([name, concept]) => [name, thinnedConcept(concept)]),
  );
  return { ...pack, concepts };
}

function thinnedConcept(concept: Concept): Concept {
  if (Array.isArray(concept)) return thinnedList(concept);
  return {
    ...concept,
    ...(concept.phrases && { phrases: thinnedList(concept.phrases) }),
    ...(concept.except && { except: thinnedList(concept.except) }),
  };
}

function thinnedList(phrases: readonly string[]): string[] {
  const seen = new Set<string>();
  return phrases.map(thinnedPhrase).filter((phrase) => {
    const before = seen.size;
    for (const variant of expandPhrase(phrase)) seen.add(readAs(variant));
    return seen.size > before;
  });
}

/** Of the alternatives of a group that stands for whole words, those that read differently. */
function thinnedPhrase(phrase: string): string {
  return phrase.replace(/(?<=^|\s)\{([^{}]*)\}(?=\s|$)/g, (_, inner: string) => {
    const seen = new Set<string>();
    const kept = inner.split(',').filter((choice) => {
      const key = readAs(choice.trim());
      return !seen.has(key) && seen.add(key);
    });
    return kept.length === 1 ? (kept[0] ?? '').trim() : `{${kept.join(',')}}`;
  });
}

/** What a phrase without groups is compared by: the stems of its words, or words that are marked as exact. */
export function readAs(variant: string): string {
  return variant
    .split(' ')
    .flatMap(comparedWords)
    .map(({ text, exact }) => (exact ? `=${text}` : text))
    .join(' ');
}
