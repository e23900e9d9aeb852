import {
  type CompiledEvidence,
  compileEvidence,
  makeReadingCache,
  type ReadingCache,
  summarise,
} from '../evidence/index.ts';
import type { Question } from '../model/index.ts';
import type { Answer } from '../text/index.ts';

/** How much of what a question is about a text speaks of. */
export interface Relevance {
  /** Of the question's `about`, what the text mentions anywhere. */
  readonly mentioned: number;
  readonly of: number;
  /** So little that it reads as an answer to another question. */
  readonly isElsewhere: boolean;
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
export function relevanceOf(answer: Answer, question: Question, hushed: ReadonlySet<number>): Relevance {
  const { evidence, cache } = readerOf(question);
  const summary = summarise(answer, evidence, cache, hushed);
  const mentioned = summary.signal(signalName).keys.size;
  const of = question.about.length;
  return { mentioned, of, isElsewhere: summary.words >= fewestWords && mentioned < Math.ceil(of * leastShare) };
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
