import type { Sentence } from './spoken-answer.ts';

/** How often each phrase was said. */
export interface Count {
  readonly phrase: string;
  readonly count: number;
}

const phrasesOf = (list: string): readonly (readonly string[])[] => list.split(',').map((one) => one.trim().split(' '));

/** Sounds and words that only fill a pause. "Like", "you know" and "sort of" can mean something: see `isFiller`. */
const fillers = phrasesOf('um, umm, uh, uhm, er, erm, hmm, mm, like, you know, i mean, sort of, basically');
const hedges = phrasesOf(
  "maybe, perhaps, probably, i think, i guess, i suppose, i believe, kind of, kinda, i am not sure, i'm not sure, not sure",
);

/** The words that make "sort of" and "kind of" name a sort: "this sort of index", "what kind of users". */
const naming = new Set(
  'this that these those what which some any a an the each every one no same all different'.split(' '),
);

/** Counts what fills pauses. A word that carries meaning where it stands is not counted. */
export function countFillers(sentences: readonly Sentence[]): readonly Count[] {
  return count(sentences, fillers, isFiller);
}

/** Counts words by which a speaker holds back from what they say. */
export function countHedges(sentences: readonly Sentence[]): readonly Count[] {
  return count(sentences, hedges, (phrase, { words }, at) => phrase[1] !== 'of' || !naming.has(words[at - 1] ?? ''));
}

function isFiller(phrase: readonly string[], sentence: Sentence, at: number): boolean {
  const { words, gaps } = sentence;
  const [before = '', after = ''] = [words[at - 1], words[at + phrase.length]];
  const opens = at === 0 || (gaps[at] ?? 0) > 0;
  const closes = at + phrase.length >= words.length || (gaps[at + phrase.length] ?? 0) > 0;
  switch (phrase.join(' ')) {
    case 'like':
      // Between commas, or behind a word that no comparison follows; "works like a cache" and "I like it" say something.
      return (opens && closes) || ['and', 'so', 'but', 'um', 'uh'].includes(before) || ['um', 'uh'].includes(after);
    case 'you know':
      return (
        !['do', 'did', 'if', 'as', 'let', 'would', 'should', 'how', 'that', 'once'].includes(before) &&
        (closes ||
          !['the', 'that', 'how', 'what', 'who', 'when', 'where', 'which', 'why', 'if', 'about'].includes(after))
      );
    case 'i mean':
      return opens;
    case 'sort of':
      return !naming.has(before);
    default:
      return true;
  }
}

type Counts = (phrase: readonly string[], sentence: Sentence, at: number) => boolean;

/** The longest phrase counts where several begin; most frequent first, then in the order of the list. */
function count(
  sentences: readonly Sentence[],
  phrases: readonly (readonly string[])[],
  counts: Counts,
): readonly Count[] {
  const found = new Map<string, number>(phrases.map((phrase) => [phrase.join(' '), 0]));
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  for (const sentence of sentences) {
    for (let at = 0; at < sentence.words.length; at++) {
      const phrase = longestFirst.find((one) => says(sentence, one, at));
      if (!phrase || !counts(phrase, sentence, at)) continue;
      const name = phrase.join(' ');
      found.set(name, (found.get(name) ?? 0) + 1);
      at += phrase.length - 1;
    }
  }
  return [...found]
    .filter(([, times]) => times > 0)
    .map(([phrase, times]) => ({ phrase, count: times }))
    .sort((a, b) => b.count - a.count);
}

function says({ words, gaps }: Sentence, phrase: readonly string[], at: number): boolean {
  return phrase.every((word, index) => words[at + index] === word && (index === 0 || (gaps[at + index] ?? 0) === 0));
}

const choices = phrasesOf(
  [
    "i'd use, i'd choose, i'd pick, i'd go with, i'd go for, i'd prefer, i'd rather, i'd take",
    'i would use, i would choose, i would pick, i would go with, i would go for, i would prefer, i would rather',
    "we'd use, we'd go with, we would use, we would go with, we should use, we should go with",
    "i'll use, i'll choose, i'll pick, i'll go with, i'll take, i will use, i will choose, i will pick, i will go with",
    "we'll use, we'll go with, we'll pick, we will use, we will go with, we can use, i can use",
    'i choose, i chose, i pick, i prefer, i decided, i decide, my choice is, my choice would be, we choose, we chose',
    "i'm going to use, i'm going with, i'm going to go with, i am going to use, going to go with",
    'let use, let go with, let pick, let choose, let take, i went with, we went with',
  ].join(', '),
);
const reasons = phrasesOf(
  'because, since, so that, the reason, due to, given that, in order to, that way, which means, this means, that means, which gives, that gives, this gives, which lets, that lets, this lets, which keeps, that keeps, this keeps, as it, the trade-off, the tradeoff, the price, it costs, at the cost',
);

/** A sentence that takes a decision, and whether it or the next one gives a reason. */
export interface Decision {
  readonly sentence: Sentence;
  readonly hasReason: boolean;
}

/** Decisions by the words that take them; questions take none. */
export function decisionsIn(sentences: readonly Sentence[]): readonly Decision[] {
  const holds = (sentence: Sentence | undefined, phrases: readonly (readonly string[])[]): boolean =>
    sentence?.words.some((_, at) => phrases.some((phrase) => says(sentence, phrase, at))) ?? false;
  return sentences.flatMap((sentence, index) => {
    if (sentence.isQuestion || !holds(sentence, choices)) return [];
    return [{ sentence, hasReason: holds(sentence, reasons) || holds(sentences[index + 1], reasons) }];
  });
}
