import { Nearest } from './heap.ts';

/** A text as weights of few words out of many. */
export interface SparseVector {
  readonly words: Int32Array;
  readonly weights: Float32Array;
}

/** For each word, which texts have it and with what weight. */
export interface SparseIndex {
  /** Texts and weights, four bytes each, and where each word begins. */
  readonly bytes: number;
  /** At most `k` ids by dot product, the best first; texts that share no word with the query are not given. */
  search(query: SparseVector, k: number): { readonly ids: readonly number[]; readonly postings: number };
}

/**
 * Weighs the words of texts: how often a word stands in the text, times how rare it is among all. The logarithm is rounded,
 * since its last digits are not the same on every system.
 */
export function weigh(texts: readonly Int32Array[], vocabulary: number): (text: Int32Array) => SparseVector {
  const holders = new Int32Array(vocabulary);
  for (const text of texts) for (const word of new Set(text)) holders[word] = (holders[word] as number) + 1;
  const rarity = Float64Array.from(
    holders,
    (count) => Math.round(Math.log(1 + texts.length / Math.max(1, count)) * 1000) / 1000,
  );
  return (text) => {
    const counts = new Map<number, number>();
    for (const word of text) counts.set(word, (counts.get(word) ?? 0) + 1);
    const entries = [...counts].sort(([a], [b]) => a - b);
    return {
      words: Int32Array.from(entries, ([word]) => word),
      weights: Float32Array.from(entries, ([word, count]) => count * (rarity[word] as number)),
    };
  };
}

/** An inverted index over sparse vectors. It is exact: every text that shares a word with the query is scored. */
export function sparseIndex(texts: readonly SparseVector[], vocabulary: number): SparseIndex {
  const starts = new Int32Array(vocabulary + 1);
  for (const { words } of texts) for (const word of words) starts[word + 1] = (starts[word + 1] as number) + 1;
  for (let word = 0; word < vocabulary; word++)
    starts[word + 1] = (starts[word + 1] as number) + (starts[word] as number);
  const total = starts[vocabulary] as number;
  const [ids, weights] = [new Int32Array(total), new Float32Array(total)];
  const next = starts.slice();
  texts.forEach((text, id) => {
    text.words.forEach((word, at) => {
      const place = next[word] as number;
      next[word] = place + 1;
      ids[place] = id;
      weights[place] = text.weights[at] as number;
    });
  });
  return {
    bytes: ids.byteLength + weights.byteLength + starts.byteLength,
    search(query, k) {
      const scores = new Map<number, number>();
      let postings = 0;
      query.words.forEach((word, at) => {
        for (let place = starts[word] as number; place < (starts[word + 1] as number); place++) {
          const id = ids[place] as number;
          postings += 1;
          scores.set(id, (scores.get(id) ?? 0) + (query.weights[at] as number) * (weights[place] as number));
        }
      });
      const nearest = new Nearest(k);
      for (const [id, score] of scores) nearest.offer(id, -score);
      return { ids: nearest.drain(), postings };
    },
  };
}
