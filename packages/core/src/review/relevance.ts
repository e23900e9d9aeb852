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
export function storyRelevance({ recounting, sentences }: FormCounts): Relevance {
  return {
    kind: 'story',
    said: recounting,
    of: sentences,
    isElsewhere: sentences >= fewestSentences && recounting / sentences < leastTold,
  };
}

/** An answer to another question mentions some of these words by chance. */
const leastShare = 0.34;
/** Fewer words say nothing of where a text is heading. */
const fewestWords = 120;

interface AboutReader {
  readonly evidence: CompiledEvidence;
  readonly cache: ReadingCache;
}

const readers = new WeakMap<Question, AboutReader>();

/** Looks for what a question is about: in prose, lists, tables, code and headings. A pasted question does not count. */
export function subjectRelevance(answer: Answer, question: Question, hushed: ReadonlySet<number>): Relevance {
  const { evidence, cache } = readerOf(question);
  const summary = summarise(answer, evidence, cache, hushed);
  const said = summary.signal(signalName).keys.size;
  const of = question.about.length;
  return {
    kind: 'subject',
    said,
    of,
    isElsewhere: summary.words >= fewestWords && said < Math.ceil(of * leastShare),
  };
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
