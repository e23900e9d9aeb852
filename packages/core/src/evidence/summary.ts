import type { Answer } from '../text/index.ts';
import type { CompiledEvidence } from './compile.ts';
import { type ChunkReading, type Lends, nowhere, readChunk, type ReadingCache, type Surroundings } from './observe.ts';
import { readBlock } from './reading.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** All that was seen of one signal in an answer. Offsets are UTF-16 into the source text. */
export interface SignalSummary {
  /** Counted up to `most`; no rule asks for more. */
  readonly count: number;
  /** The concepts or quantities that led the pattern. */
  readonly keys: ReadonlySet<string>;
  readonly first: number;
  /** The first sightings, each the one or two spans that show it, with its key. */
  readonly sightings: readonly { readonly key: string; readonly spans: readonly Span[] }[];
}

export const unseen: SignalSummary = { count: 0, keys: new Set(), first: Number.POSITIVE_INFINITY, sightings: [] };

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
  readonly sections: readonly Section[];
  /** Indexes of the chunks with a comment that may dismiss a hint. */
  readonly dismissing: readonly number[];
  signal(name: string): SignalSummary;
}

/** More sightings than any rule asks for are not told apart. */
const most = 120;

interface Draft {
  count: number;
  readonly keys: Set<string>;
  first: number;
  readonly sightings: { key: string; spans: readonly Span[] }[];
  readonly seen: Set<number>;
}

const nothing: ReadonlySet<number> = new Set();

/**
 * Reads an answer: unchanged chunks from the cache, the rest anew; then adds up in O(chunks + sightings).
 * Sentences whose fingerprint is hushed (the question, the rubric, an unfilled frame) are nobody's evidence.
 */
export function summarise(
  answer: Answer,
  evidence: CompiledEvidence,
  cache: ReadingCache,
  hushed: ReadonlySet<number> = nothing,
): EvidenceSummary {
  const drafts: (Draft | undefined)[] = new Array(evidence.signals.length);
  const sections: Mutable<Section>[] = [
    { heading: undefined, title: '', level: 0, start: answer.bodyStart, end: answer.text.length, words: 0 },
  ];
  const dismissing: number[] = [];
  const path: { readonly level: number; readonly surroundings: Surroundings }[] = [];
  let section = sections[0] as Mutable<Section>;
  let surroundings = nowhere;
  let introduction: Lends | undefined;
  let words = 0;
  const { chunks } = answer;
  for (let index = 0; index < chunks.length; index++) {
    const { start, chunk } = chunks[index] as (typeof chunks)[number];
    const context = introduction ? under(surroundings, introduction, cache) : surroundings;
    let reading = cache.chunks.get(chunk);
    if (!reading || reading.key !== context.key) {
      reading = readChunk(chunk, context, evidence, cache);
      cache.chunks.set(chunk, reading);
    }
    words += reading.words;
    if (reading.dismisses) dismissing.push(index);
    const { lends } = reading;
    introduction = lends?.kind === 'introduction' ? lends : undefined;
    if (lends?.kind === 'heading') {
      while (path.length > 0 && (path.at(-1) as { level: number }).level >= lends.level) path.pop();
      surroundings = under(path.at(-1)?.surroundings ?? nowhere, lends, cache);
      path.push({ level: lends.level, surroundings });
      section.end = start;
      const heading = { start, end: start + chunk.length };
      section = { heading, title: lends.title, level: lends.level, start, end: answer.text.length, words: 0 };
      sections.push(section);
    } else section.words += reading.words;
    addUp(drafts, reading, start, hushed);
  }
  return {
    words,
    sections,
    dismissing,
    signal(name) {
      const signal = evidence.signalByName.get(name);
      return (signal && drafts[signal.id]) ?? unseen;
    },
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The surroundings within a heading or introduction; the same object as long as neither changes. */
function under(above: Surroundings, lends: Lends, cache: ReadingCache): Surroundings {
  const known = cache.headings.get(lends);
  if (known?.above === above) return known.own;
  const concepts = new Set([...above.concepts, ...lends.concepts]);
  const excluded = above.excluded || lends.excluded;
  const own = { concepts, excluded, key: `${[...concepts].join(',')}${excluded ? '!' : ''}` };
  cache.headings.set(lends, { above, own });
  return own;
}

/** The same words said again are one sighting: saying a point ten times earns it once. */
function addUp(drafts: (Draft | undefined)[], reading: ChunkReading, start: number, hushed: ReadonlySet<number>): void {
  for (const { signal, key, spans, fingerprints } of reading.observations) {
    const known = drafts[signal];
    if (known && known.count >= most) {
      known.keys.add(key);
      continue;
    }
    if (fingerprints.some((fingerprint) => hushed.has(fingerprint))) continue;
    const draft = known ?? { count: 0, keys: new Set(), first: start + (spans[0] as Span).start, sightings: [], seen: new Set() };
    drafts[signal] = draft;
    const fingerprint = fingerprints.reduce((hash, own) => Math.imul(hash, 31) ^ own, 7);
    if (draft.seen.has(fingerprint)) continue;
    draft.seen.add(fingerprint);
    draft.count++;
    draft.keys.add(key);
    draft.sightings.push({ key, spans: spans.map((span) => ({ start: start + span.start, end: start + span.end })) });
  }
}

/** Fingerprints of every unit of a text, to hush it where it is pasted. */
export function fingerprintsOf(answer: Answer, evidence: CompiledEvidence): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { chunk } of answer.chunks) {
    for (const block of chunk.blocks) {
      for (const unit of readBlock(block.analysis, evidence.vocabulary, evidence.cues)) {
        // Two or three words are anyone's.
        if (unit.words >= 4) found.add(unit.fingerprint);
      }
    }
  }
  return found;
}
