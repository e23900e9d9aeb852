import { type Chance, chanceOf, streams } from './chance.ts';
import { type Collection, queryAt } from './data.ts';
import { exactIndex } from './exact.ts';
import { customaryRankShift, fuse } from './fusion.ts';
import { nothingSpent, opposed } from './metric.ts';
import { sparseIndex, weigh } from './sparse.ts';
import type { Steps } from './steps.ts';

const hybridWays = ['dense', 'sparse', 'hybrid'] as const;
export type HybridWay = (typeof hybridWays)[number];

export interface HybridRow {
  readonly way: HybridWay;
  /** Recall over queries that ask by meaning, over those that ask for a rare name, and over all. */
  readonly byMeaning: number;
  readonly byName: number;
  readonly overall: number;
}

export interface HybridReport {
  readonly rows: readonly HybridRow[];
  readonly vocabulary: number;
  /** How many texts carry the same name. */
  readonly namesakes: number;
  /** How deep each list goes into the fusion, and what is added to a rank. */
  readonly depth: number;
  readonly rankShift: number;
  /** What a sparse search reads, on average, and what its index takes. */
  readonly postings: number;
  readonly bytes: number;
}

/** A text has a word for each way of looking at its meaning, so that texts of like meaning share some of them. */
const aspects = 10;
const wordsOfAspect = 24;
/** Words that mean nothing: some in nearly every text, most in few. */
const commonWords = 1000;
const commonEach = 4;
const namesakes = 5;
const depth = 20;
/** How far what is asked is from what is meant, against the length of a vector. */
const blur = 0.35;

/**
 * Searches by vectors, by words, and by both lists fused. Every second query asks by meaning: its true answers are the texts
 * nearest to what it means, and its vector and its words are each a blurred copy of that. The others ask for a name that a
 * few texts of one cluster carry, and of which vectors know nothing.
 */
export function* compareHybrid(collection: Collection, k: number, seed: number): Steps<HybridReport> {
  const { vectors, queryCount } = collection;
  const { data, count, dimensions } = vectors;
  const chance = chanceOf(seed, streams.words);
  const wordsOf = makeWords(dimensions, chance);
  const nameOf = giveNames(collection);
  const names = Math.ceil(count / namesakes);
  const nameless = aspects * wordsOfAspect + commonWords;
  const texts: Int32Array[] = [];
  for (let id = 0; id < count; id++) {
    if (id % 64 === 0) yield { stage: 'hybrid', share: (id / count) * 0.8 };
    const words = wordsOf(data.subarray(id * dimensions, (id + 1) * dimensions));
    texts.push(Int32Array.from([...words, ...drawCommon(commonEach, chance), nameless + (nameOf[id] as number)]));
  }
  const asSparse = weigh(texts, nameless + names);
  const sparse = sparseIndex(texts.map(asSparse), nameless + names);
  const dense = exactIndex(vectors);
  const asked = { k: depth, efSearch: depth, nprobe: 1 };
  const sums = hybridWays.map((way) => ({ way, byMeaning: 0, byName: 0 }));
  const wanted = { byMeaning: 0, byName: 0 };
  let postings = 0;
  for (let at = 0; at < queryCount; at++) {
    yield { stage: 'hybrid', share: 0.8 + (at / queryCount) * 0.2 };
    const meant = queryAt(collection, at);
    const byVector = dense.search(blurred(meant, chance), asked, nothingSpent());
    const words = [...wordsOf(blurred(meant, chance)), ...drawCommon(1, chance)];
    const kind = at % 2 === 0 ? 'byMeaning' : 'byName';
    const name = nameNear(collection, nameOf, at, chance);
    const text = kind === 'byName' ? [...words.slice(0, 2), nameless + name] : words;
    const truth = new Set<number>();
    if (kind === 'byMeaning') for (const id of dense.search(meant, { ...asked, k }, nothingSpent())) truth.add(id);
    else nameOf.forEach((own, id) => void (own === name && truth.size < k && truth.add(id)));
    const byWords = sparse.search(asSparse(Int32Array.from(text)), depth);
    postings += byWords.postings;
    const found = { dense: byVector, sparse: byWords.ids, hybrid: fuse([byVector, byWords.ids]) };
    wanted[kind] += truth.size;
    for (const sum of sums) sum[kind] += found[sum.way].slice(0, k).filter((id) => truth.has(id)).length;
  }
  const rows = sums.map(({ way, byMeaning, byName }) => {
    const [meaning, name] = [share(byMeaning, wanted.byMeaning), share(byName, wanted.byName)];
    return { way, byMeaning: meaning, byName: name, overall: (meaning + name) / 2 };
  });
  return {
    rows,
    vocabulary: nameless + names,
    namesakes,
    depth,
    rankShift: customaryRankShift,
    postings: postings / queryCount,
    bytes: sparse.bytes,
  };
}

/** Gives the words for a meaning: of each aspect, the word whose direction it follows most. */
function makeWords(d: number, chance: Chance): (meaning: Float32Array) => readonly number[] {
  const directions = Float32Array.from({ length: aspects * wordsOfAspect * d }, () => chance.noise());
  return (meaning) =>
    Array.from({ length: aspects }, (_, aspect) => {
      let [best, nearest] = [0, Number.POSITIVE_INFINITY];
      for (let word = aspect * wordsOfAspect; word < (aspect + 1) * wordsOfAspect; word++) {
        const distance = opposed(meaning, 0, directions, word * d, d);
        if (distance < nearest) [best, nearest] = [word, distance];
      }
      return best;
    });
}

/** The name of each text: always so many texts of a cluster have the same, as far as they go. */
function giveNames({ vectors, clusterOf }: Collection): Int32Array {
  const order = Array.from({ length: vectors.count }, (_, id) => id).sort(
    (a, b) => (clusterOf[a] as number) - (clusterOf[b] as number) || a - b,
  );
  const names = new Int32Array(vectors.count);
  order.forEach((id, at) => {
    names[id] = Math.floor(at / namesakes);
  });
  return names;
}

/** A name from the cluster of a query; any name where the cluster is empty. */
function nameNear({ clusterOf, queryClusters }: Collection, nameOf: Int32Array, query: number, chance: Chance): number {
  const own: number[] = [];
  clusterOf.forEach((cluster, id) => {
    if (cluster === queryClusters[query]) own.push(nameOf[id] as number);
  });
  return own.length > 0 ? (own[chance.below(own.length)] as number) : (nameOf[chance.below(nameOf.length)] as number);
}

function blurred(meant: Float32Array, chance: Chance): Float32Array {
  const size = Math.sqrt(-opposed(meant, 0, meant, 0, meant.length) / meant.length);
  return meant.map((value) => value + blur * size * chance.noise());
}

/** Common words, the first ones the likeliest: the likelihood falls as 1 / (rank + 1), as Zipf found it in texts. */
function drawCommon(count: number, chance: Chance): readonly number[] {
  return Array.from({ length: count }, () => aspects * wordsOfAspect + zipf(commonWords, chance));
}

/** Below `bound`, with a likelihood that falls as 1 / (rank + 1), by drawing until a draw is accepted. */
function zipf(bound: number, chance: Chance): number {
  for (;;) {
    const rank = chance.below(bound);
    if (chance.unit() * (rank + 1) < 1) return rank;
  }
}

function share(hits: number, wanted: number): number {
  return wanted === 0 ? 1 : hits / wanted;
}
