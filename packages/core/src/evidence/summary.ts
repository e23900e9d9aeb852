import type { Answer, PlacedChunk } from '../text/index.ts';
import type { ReadingCache } from './cache.ts';
import type { CompiledEvidence } from './compile.ts';
import { type Draft, merge, type Sighting, type Span } from './draft.ts';
import { addForm, type FormCounts, noForm } from './form.ts';
import { fingerprintOf } from './making.ts';
import { outset, readRun } from './run.ts';

/** All that was seen of one signal in an answer. Offsets are UTF-16 into the source text. */
export interface SignalSummary {
  /** Counted up to `mostSightings`; no rule asks for more. */
  readonly count: number;
  /** The concepts or quantities that led the pattern. */
  readonly keys: ReadonlySet<string>;
  readonly first: number;
  /** The first ones. */
  readonly sightings: readonly Sighting[];
}

const unseen: SignalSummary = { count: 0, keys: new Set(), first: Number.POSITIVE_INFINITY, sightings: [] };

/** A section of the text by its heading, for placing hints. */
export interface Section {
  readonly heading: Span | undefined;
  readonly title: string;
  readonly level: number;
  readonly start: number;
  readonly end: number;
  readonly words: number;
}

export interface EvidenceSummary {
  readonly words: number;
  /** Words of long paragraphs that are about something else. */
  readonly asideWords: number;
  readonly form: FormCounts;
  readonly sections: readonly Section[];
  /** Indexes of the chunks with a comment that may dismiss a hint. */
  readonly dismissing: readonly number[];
  signal(name: string): SignalSummary;
}

const nothing: ReadonlySet<number> = new Set();

/**
 * Reads an answer: unchanged runs of chunks from the cache, the rest anew; then adds up in O(runs + sightings).
 * Sentences whose fingerprint is hushed (the question, the rubric, an unfilled frame) are nobody's evidence.
 */
export function summarise(
  answer: Answer,
  evidence: CompiledEvidence,
  cache: ReadingCache,
  hushed: ReadonlySet<number> = nothing,
): EvidenceSummary {
  const drafts = new Map<number, Draft>();
  const sections: Mutable<Section>[] = [
    { heading: undefined, title: '', level: 0, start: answer.bodyStart, end: answer.length, words: 0 },
  ];
  const dismissing: number[] = [];
  const { chunks } = answer;
  let place = outset;
  let words = 0;
  let asideWords = 0;
  const form = noForm();
  for (let index = 0; index < chunks.length; ) {
    const run = readRun({ chunks, index, place, evidence, cache, hushed });
    const { start } = chunks[index] as PlacedChunk;
    for (const heading of run.headings) {
      const at = start + heading.offset;
      const section = {
        heading: { start: at, end: at + heading.length },
        title: heading.title,
        level: heading.level,
        start: at,
        end: answer.length,
        words: heading.words,
      };
      const current = sections.at(-1) as Mutable<Section>;
      if (heading.length > 0) {
        current.end = at;
        sections.push(section);
      } else current.words += heading.words;
    }
    for (const offset of run.dismissing) dismissing.push(index + offset);
    for (const [signal, part] of run.drafts) drafts.set(signal, merge(drafts.get(signal), part, start));
    words += run.words;
    asideWords += run.asideWords;
    addForm(form, run.form);
    place = run.leaves;
    index += run.chunks.length;
  }
  return {
    words,
    asideWords,
    form,
    sections,
    dismissing,
    signal(name) {
      const signal = evidence.signalByName.get(name);
      return (signal && drafts.get(signal.id)) ?? unseen;
    },
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Fingerprints of every unit of a text, to hush it where it is pasted. */
export function fingerprintsOf(answer: Answer): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { chunk } of answer.chunks) {
    for (const { analysis } of chunk.blocks) {
      for (const { firstToken, lastToken } of analysis.units) {
        // Two or three words are anyone's.
        if (lastToken - firstToken >= 4) found.add(fingerprintOf(analysis, firstToken, lastToken));
      }
    }
  }
  return found;
}
