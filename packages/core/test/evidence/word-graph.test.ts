import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedWords, expandPhrase } from '../../src/evidence/phrases.ts';
import { compileVocabulary } from '../../src/evidence/vocabulary.ts';
import { makeWordGraph, type WordNode } from '../../src/evidence/word-graph.ts';
import { type Tokens, tokenise } from '../../src/text/index.ts';

const roomy = { words: 100_000, letters: 1_000_000, meanings: 100 };

/** Few words, so that phrases meet, cross and begin alike. */
const word = fc.constantFrom('a1', 'b1', 'c1', 'shards', '=sharding');
const alternative = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 1, arbitrary: fc.constantFrom('', 'a1 b1', 'b1 c1 a1', '!') },
);
const group = fc.array(alternative, { minLength: 1, maxLength: 4 }).map((choices) => `{${choices.join(',')}}`);
const piece = fc.oneof(
  { weight: 2, arbitrary: word },
  { weight: 3, arbitrary: group },
  { weight: 1, arbitrary: fc.tuple(group, word).map(([a, b]) => `${a}${b}`) },
  { weight: 1, arbitrary: fc.constantFrom('{a1 ,}b1', 'shard{s,ing}', '!') },
);
const phrase = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' '));
const text = fc.array(fc.constantFrom('a1', 'b1', 'c1', 'shards', 'sharding', 'sharded', 'other'), { maxLength: 12 });

/** All occurrences, by writing every phrase out and laying it beside every place. */
function seenByWritingOut(concepts: Readonly<Record<string, readonly string[]>>, tokens: Tokens): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const [name, phrases] of Object.entries(concepts)) {
    for (const words of phrases.flatMap(expandPhrase).map((variant) => variant.split(' ').flatMap(comparedWords))) {
      for (let from = 0; words.length > 0 && from + words.length <= tokens.count; from++) {
        if (words.every(({ text, exact }, at) => (exact ? tokens.word : tokens.stem)[from + at] === text))
          seen.add(`${name} ${from}-${from + words.length}`);
      }
    }
  }
  return seen;
}

function nodesOf(root: WordNode): number {
  const seen = new Set([root]);
  for (const { stems, words } of seen)
    for (const next of [...(stems?.values() ?? []), ...(words?.values() ?? [])]) seen.add(next);
  return seen.size;
}

describe('the graph of words', () => {
  it('finds what a search for every phrase, written out, finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(phrase, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        text,
        (lists, words) => {
          const concepts = Object.fromEntries(lists.map((phrases, index) => [`c${index}`, phrases]));
          const tokens = tokenise(words.join(' '));
          const { vocabulary } = compileVocabulary(concepts);
          const hits = vocabulary
            .read(tokens)
            .map(({ concept, from, to }) => `${vocabulary.names[concept]} ${from}-${to}`);
          expect(new Set(hits)).toEqual(seenByWritingOut(concepts, tokens));
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('has what follows a group once, not once for each alternative', () => {
    const wide = `{${Array.from({ length: 15 }, (_, index) => `w${index}`).join(',')}}`;
    const graph = makeWordGraph(roomy);
    expect(graph.add(`${wide} ${wide} ${wide}`, 1)).toBe('added');
    // The root and a node behind each of the three groups.
    expect(nodesOf(graph.root)).toBe(4);
  });

  it('says when a phrase has no word, and when it is longer than anybody writes', () => {
    const graph = makeWordGraph(roomy);
    expect(graph.add('!', 1)).toBe('no word in it');
    expect(graph.add('{a,}', 1)).toBe('added');
    expect(graph.root.ends).toBeUndefined();
    expect(() => graph.add('a '.repeat(300), 1)).toThrow('longer than 200 words');
    expect(() => graph.add('! '.repeat(20_000), 1)).toThrow('longer than 200 words');
    expect(() => graph.add(`{${'a '.repeat(300)},b}`, 1)).toThrow('longer than 200 words');
  });

  it('takes no more phrases than it has room for', () => {
    const graph = makeWordGraph({ ...roomy, words: 8 });
    expect(graph.add('{a,b,c} d', 1)).toBe('added');
    expect(graph.add('{e,f,g} h', 1)).toBe('no room');
    expect(graph.add('i', 1)).toBe('no room');
  });
});
