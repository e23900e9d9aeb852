import { type ComparedWord, comparedWords, phrasePieces, shortened } from './phrases.ts';

/** Where reading has come to: the words that may follow, and what ends here. */
export interface WordNode {
  /** Undefined where no phrase goes on, as at most nodes: a hundred thousand empty maps take long to make. */
  stems: Map<string, WordNode> | undefined;
  words: Map<string, WordNode> | undefined;
  /** Numbers of the phrases' meanings that end here. */
  ends: readonly number[] | undefined;
  /** More than one way leads here, so it may not be changed for the sake of one of them. */
  shared: boolean;
}

/**
 * Phrases as a graph that is read word by word. What may follow each alternative of a group is there once, not once for each,
 * so `{a,b,c} {d,e,f}` costs six words and not nine phrases. From any node a word leads to one node at most.
 */
export interface WordGraph {
  readonly root: WordNode;
  /**
   * Adds a phrase with the number of what it means.
   * Throws a `RangeError` where its groups are not well-formed or stand for too many phrases.
   */
  add(phrase: string, meaning: number): Added;
}

export type Added = 'added' | 'no word in it' | 'crowded' | 'no room';

export interface Bounds {
  /** Words of all phrases, each alternative counted, and steps taken to place them. */
  readonly words: number;
  readonly letters: number;
  /** Meanings that one phrase may have. */
  readonly meanings: number;
}

/** People write ten. */
const mostWords = 200;

export function makeWordGraph(bounds: Bounds): WordGraph {
  const root = makeNode();
  /** What was read of the parts of phrases, which are few and come again and again. */
  const known = new Map<string, readonly ComparedWord[]>();
  const room = { words: bounds.words, letters: bounds.letters };
  const wordsOf = (variant: string): readonly ComparedWord[] => {
    let words = known.get(variant);
    if (!words) {
      words = variant.split(' ').flatMap(comparedWords);
      known.set(variant, words);
    }
    return words;
  };
  return {
    root,
    add(phrase, meaning) {
      if (room.words < 0 || room.letters < 0) return 'no room';
      const pieces = phrasePieces(phrase);
      for (const variants of pieces) {
        room.words -= variants.length;
        for (const variant of variants) room.letters -= variant.length;
      }
      if (room.words < 0 || room.letters < 0) return 'no room';
      // Signs count as a word each, too: what is placed goes one level deeper for each piece.
      const longest = pieces.reduce(
        (sum, variants) => sum + Math.max(1, ...variants.map((variant) => wordsOf(variant).length)),
        0,
      );
      if (longest > mostWords) throw new RangeError(`"${shortened(phrase)}" is longer than ${mostWords} words`);
      const isEmpty = (variant: string): boolean => wordsOf(variant).length === 0;
      // What may be left out as a whole is no mistake; signs that stand alone are.
      const hasNoWord =
        pieces.every((variants) => variants.some(isEmpty)) &&
        pieces.some((variants) => variants.some((variant) => variant !== '' && isEmpty(variant)));
      const added = place(root, {
        pieces: pieces.map((variants) => variants.map(wordsOf)),
        meaning,
        room,
        most: bounds.meanings,
      });
      return added === 'added' && hasNoWord ? 'no word in it' : added;
    },
  };
}

function makeNode(): WordNode {
  return { stems: undefined, words: undefined, ends: undefined, shared: false };
}

interface Placing {
  readonly pieces: readonly (readonly (readonly ComparedWord[])[])[];
  readonly meaning: number;
  readonly room: { words: number };
  readonly most: number;
}

/** A node that stands for what was there with the rest of the phrase added, and how many ways lead to it. */
interface Made {
  readonly node: WordNode;
  ways: number;
}

/** Puts the phrase below the root. Nodes that only the way in hand leads to are changed, all others copied first. */
function place(root: WordNode, { pieces, meaning, room, most }: Placing): Added {
  // By the number of the next piece: the rest of the phrase alone, and what was shared with the rest added.
  const alone: (Made | undefined)[] = [];
  const joined = [...pieces, undefined].map(() => new Map<WordNode, Made>());
  /** Made for this phrase; more ways may yet lead there. */
  const inMaking = new Set<WordNode>();
  let crowded = false;

  const make = (node: WordNode): Made => {
    inMaking.add(node);
    return { node, ways: 1 };
  };
  const isHeld = (node: WordNode): boolean => node.shared || inMaking.has(node);

  /** The node itself where it may be changed, else a copy; to what follows a copy leads one way more. */
  const owned = (node: WordNode): WordNode => {
    if (!isHeld(node)) return node;
    for (const next of node.stems?.values() ?? []) next.shared = true;
    for (const next of node.words?.values() ?? []) next.shared = true;
    const { stems, words, ends } = node;
    return { stems: stems && new Map(stems), words: words && new Map(words), ends, shared: false };
  };

  const ended = (node: WordNode): WordNode => {
    // A phrase all of which may be left out is not said by saying nothing.
    if (node === root || node.ends?.includes(meaning)) return node;
    if ((node.ends?.length ?? 0) >= most) {
      crowded = true;
      return node;
    }
    const own = owned(node);
    own.ends = [...(own.ends ?? []), meaning];
    return own;
  };

  /** A node with the pieces from a number on added. */
  const withRest = (node: WordNode, next: number): WordNode => {
    const variants = pieces[next];
    if (!variants) return ended(node);
    return variants.reduce((current, words) => withWords(current, words, 0, next), node);
  };

  /** A node with the words of a variant from a number on added, and what follows its piece. */
  const withWords = (node: WordNode, words: readonly ComparedWord[], at: number, next: number): WordNode => {
    const word = words[at];
    if (!word) return withRest(node, next + 1);
    const before = (word.exact ? node.words : node.stems)?.get(word.text);
    // Each way to this node is one to that which follows.
    if (before && isHeld(node)) before.shared = true;
    const isLast = at + 1 === words.length;
    const after = isLast ? following(before, next + 1) : withWords(before ?? makeNode(), words, at + 1, next);
    if (after === before) return node;
    const own = owned(node);
    if (word.exact) own.words = (own.words ?? new Map<string, WordNode>()).set(word.text, after);
    else own.stems = (own.stems ?? new Map<string, WordNode>()).set(word.text, after);
    return own;
  };

  /** What stands behind a word, with the pieces from a number on added: the same for every word before it, if it can be. */
  const following = (before: WordNode | undefined, next: number): WordNode => {
    room.words--;
    const known = before ? joined[next]?.get(before) : alone[next];
    if (known) {
      known.ways++;
      return known.node;
    }
    if (!before) {
      const made = make(withRest(makeNode(), next));
      alone[next] = made;
      return made.node;
    }
    if (!isHeld(before)) return withRest(before, next);
    const node = withRest(before, next);
    if (node !== before) joined[next]?.set(before, make(node));
    return node;
  };

  withRest(root, 0);
  for (const made of [...alone, ...joined.flatMap((ones) => [...ones.values()])]) {
    if (made && made.ways > 1) made.node.shared = true;
  }
  if (room.words < 0) return 'no room';
  return crowded ? 'crowded' : 'added';
}
