import { readAnswer, stemOf, tokenise, type Unit } from '../text/index.ts';
import type { DeckCard } from './deck.ts';
import type { Chosen } from './events.ts';

/** A text of the person's own. */
export interface OwnText {
  readonly name: string;
  readonly text: string;
}

/** A sentence of theirs that says what a card has shown to be wrong. */
export interface OwnSentence {
  readonly name: string;
  /** UTF-16 offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly sentence: string;
}

/** So much of a wrong answer must stand in one sentence, in whatever order and form of its words. */
const enough = 0.8;
/** Fewer words than this say too little to be recognised by. */
const fewest = 3;
/** With so many of its words, a wrong answer is recognised without a word of the question beside it. */
const many = 6;

/**
 * Finds the sentence that most plainly states what was answered wrongly. Undefined unless the evidence is good: nearly all
 * words of the wrong answer in one sentence, which is no question, no quotation and not said the other way round, and a word
 * of the card's question beside them. Cards whose answers are numbers, orders or matches state nothing to look for.
 */
export function sentenceRelyingOn(
  { card }: DeckCard,
  chosen: Chosen,
  texts: readonly OwnText[],
): OwnSentence | undefined {
  let best: { readonly sentence: OwnSentence; readonly share: number } | undefined;
  const about = contentOf(`${card.prompt} ${card.skill}`);
  for (const { text: claim, right, whole } of wrongClaims(card, chosen)) {
    const wanted = contentOf(claim);
    const telling = [...wanted].filter((stem) => !contentOf(right).has(stem));
    if (wanted.size < fewest || telling.length === 0) continue;
    const context = [...about].filter((stem) => !wanted.has(stem));
    const isDirected = wordsOf(claim).some((word) => directions.has(word));
    for (const own of texts) {
      for (const { sentence, words, stems } of sentencesOf(own)) {
        const found = [...wanted].filter((stem) => stems.includes(stem));
        const share = found.length / wanted.size;
        if (share < enough || share <= (best?.share ?? 0)) continue;
        if (!telling.every((stem) => stems.includes(stem))) continue;
        if (!whole && wanted.size < many && !context.some((stem) => stems.includes(stem))) continue;
        if (isDenied(words) !== isDenied(wordsOf(claim))) continue;
        if (isDirected && !isInOrder(found.map((stem) => stems.indexOf(stem)))) continue;
        best = { sentence, share };
      }
    }
  }
  return best?.sentence;
}

interface WrongClaim {
  readonly text: string;
  /** What is right instead: words that it shares with the claim do not tell the two apart. */
  readonly right: string;
  /** Whether the text is a sentence by itself, and not an answer to the question. */
  readonly whole: boolean;
}

/** What a person who answered so holds to be true, in words. */
function wrongClaims(card: DeckCard['card'], chosen: Chosen): readonly WrongClaim[] {
  switch (card.kind) {
    case 'choice': {
      const text = card.options[Number(chosen)];
      return chosen === card.answer || text === undefined
        ? []
        : [{ text, right: card.options[card.answer] ?? '', whole: false }];
    }
    case 'multiple': {
      const right = card.answers.map((option) => card.options[option] ?? '').join(' ');
      return (Array.isArray(chosen) ? chosen : [])
        .filter((option) => !card.answers.includes(option))
        .map((option) => ({ text: card.options[option] ?? '', right, whole: false }));
    }
    case 'true-false': {
      if (!card.reasons) return chosen === true && !card.answer ? [{ text: card.prompt, right: '', whole: true }] : [];
      const reason = card.reasons[Number(chosen)];
      const right = card.reasons[card.reason ?? -1]?.because ?? '';
      return reason && Number(chosen) !== card.reason ? [{ text: reason.because, right, whole: false }] : [];
    }
    case 'cloze':
      return typeof chosen === 'string'
        ? [
            {
              text: card.text.replace('___', () => chosen),
              right: card.accepted.map((words) => card.text.replace('___', () => words)).join(' '),
              whole: true,
            },
          ]
        : [];
    case 'numeric':
    case 'order':
    case 'match':
    case 'spot-pitfall':
      return [];
  }
}

function isInOrder(places: readonly number[]): boolean {
  return places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0));
}

interface ReadSentence {
  readonly sentence: OwnSentence;
  readonly words: readonly string[];
  readonly stems: readonly string[];
}

/** The sentences in which a person says something in their own words. */
function* sentencesOf({ name, text }: OwnText): Iterable<ReadSentence> {
  for (const { start, chunk } of readAnswer(text).chunks) {
    for (const { offset, analysis } of chunk.blocks) {
      if (analysis.kind !== 'paragraph' && analysis.kind !== 'item' && analysis.kind !== 'row') continue;
      for (const unit of analysis.units) {
        if (unit.question || unit.unfinished) continue;
        yield sentenceIn(unit);
      }
      function sentenceIn({ start: from, end: to, firstToken, lastToken }: Unit): ReadSentence {
        const at = start + offset;
        return {
          sentence: { name, start: at + from, end: at + to, sentence: text.slice(at + from, at + to).trim() },
          words: analysis.tokens.word.slice(firstToken, lastToken),
          stems: analysis.tokens.stem.slice(firstToken, lastToken),
        };
      }
    }
  }
}

/** Said the other way round: one denial, not two. */
function isDenied(words: readonly string[]): boolean {
  return words.filter((word) => denials.has(word) || word.endsWith("n't")).length % 2 === 1;
}

function wordsOf(text: string): readonly string[] {
  return tokenise(text).word;
}

/** The stems of the words that carry what a text says. */
function contentOf(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => word.length > 2 && !small.has(word))
      .map(stemOf),
  );
}

/** With these, a sentence turned round says something else. */
const directions = new Set(['than', 'before', 'after', 'from', 'until', 'instead', 'rather', 'over', 'under', 'then']);

const denials = new Set(['not', 'no', 'never', 'without', 'cannot', 'nothing', 'none', 'neither', 'nor', 'instead']);

const small = new Set(
  `the and are for from that this with into its has have had was were will would can could should may might which what when
  where who whom how why than then them they their there these those some any all each every both more most less least
  only also such very much many one two you your our not does did doing been being but because while about over under
  between through after before other same just like`.split(/\s+/),
);
