import {
  type CompiledEvidence,
  compileEvidence,
  type FormCounts,
  makeReadingCache,
  type ReadingCache,
  summarise,
} from '../evidence/index.ts';
import type { Question } from '../model/index.ts';
import type { Answer } from '../text/index.ts';
import type { ReviewReason } from './reasons.ts';

/**
 * How far a text is an answer to what was asked. `subject`: of what the question is about, how much the text mentions
 * anywhere. `story`: of its sentences, how many tell what the writer did.
 */
export interface Relevance {
  readonly kind: 'subject' | 'story';
  readonly said: number;
  readonly of: number;
  /** So little that it reads as an answer to something else. */
  readonly isElsewhere: boolean;
}

/** Why a text is held that answers something else. */
export function elsewhereReason({ kind, said, of }: Relevance): ReviewReason {
  return { code: 'elsewhere', kind, said, of };
}

/** Of 14 labelled stories the least had 27 sentences in 100 that tell of the past; of 45 designs and plans the most had 20, but for one case told as a story. */
const leastTold = 0.22;
const fewestSentences = 8;

/** Whether a text tells what happened. */
function storyRelevance({ recounting, sentences }: FormCounts): Relevance {
  return {
    kind: 'story',
    said: recounting,
    of: sentences,
    isElsewhere: sentences >= fewestSentences && recounting / sentences < leastTold,
  };
}

/** An answer to another question mentions some of these words by chance, here and there. */
const leastShare = 0.3;
/**
 * The share of the words mentioned, and how many of the sentences mention one, added up: an answer that keeps to some of
 * the words may leave out more of the others. Of 60 labelled answers to a question like the one they were given, the least
 * that is any good has 0.64 (but for one plan of few such words); stories, of which more is told in the words of what
 * happened, have from 0.21 on.
 */
const leastHold = { subject: 0.6, story: 0.18 } as const;
/** Sentences differ less in length than lines of a table or a list do, so words are counted: some so many make a sentence. */
const wordsInSentence = 18;
/** Of a long text no more sightings are counted than of one with so many sentences. */
const mostSentences = 55;
/** Fewer words say nothing of where a text is heading. */
const fewestWords = 120;

interface AboutReader {
  readonly evidence: CompiledEvidence;
  readonly cache: ReadingCache;
}

const readers = new WeakMap<Question, AboutReader>();

/**
 * Looks for what a question is about: in prose, lists, tables, code and headings. A pasted question does not count. With
 * `asksForStory`, less is asked of the words.
 */
export function subjectRelevance(
  answer: Answer,
  question: Question,
  hushed: ReadonlySet<number>,
  asksForStory = false,
): Relevance {
  const { evidence, cache } = readerOf(question);
  const { words, signal } = summarise(answer, evidence, cache, hushed);
  const { keys, count } = signal(signalName);
  const of = question.about.length;
  const often = count / Math.min(words / wordsInSentence, mostSentences);
  const isRare = !asksForStory && keys.size < Math.ceil(of * leastShare);
  const isElsewhere =
    words >= fewestWords && (isRare || keys.size / of + often < leastHold[asksForStory ? 'story' : 'subject']);
  return { kind: 'subject', said: keys.size, of, isElsewhere };
}

/** Whether a text tells what happened and, where a question says what it is about, tells it of that. */
export function relevanceOf(
  answer: Answer,
  form: FormCounts,
  question: Question | undefined,
  hushed: ReadonlySet<number>,
  asksForStory: boolean,
): Relevance | undefined {
  if (!asksForStory) return question && subjectRelevance(answer, question, hushed);
  const told = storyRelevance(form);
  const subject = question && !told.isElsewhere ? subjectRelevance(answer, question, hushed, true) : undefined;
  return subject?.isElsewhere ? subject : told;
}

const signalName = 'about';

function readerOf(question: Question): AboutReader {
  const known = readers.get(question);
  if (known) return known;
  const names = question.about.map((_, index) => `about-${index}`);
  const { evidence } = compileEvidence({
    concepts: Object.fromEntries(
      // What has a meaning in the evidence language has none in a plain word.
      question.about.map((text, index) => [`about-${index}`, [text.replace(/[{}=,|]/g, ' ').trim() || text]]),
    ),
    signals: {
      [signalName]: {
        any: names,
        in: ['sentence', 'item', 'row', 'code', 'heading'],
        polarity: 'either',
        questions: 'yes',
        lists: true,
      },
    },
    rules: {},
  });
  const made = { evidence, cache: makeReadingCache() };
  readers.set(question, made);
  return made;
}
