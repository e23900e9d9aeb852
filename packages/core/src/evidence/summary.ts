import type { Answer, Chunk } from '../text/index.ts';
import type { CompiledEvidence, CompiledSignal } from './compile.ts';
import { type ChunkReading, nowhere, readChunk, type Surroundings } from './observe.ts';
import { readBlock } from './reading.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** All that was seen of one signal in an answer. Offsets are UTF-16 into the source text. */
export interface SignalSummary {
  readonly count: number;
  /** How often, by the concept or quantity that leads the pattern. */
  readonly keys: ReadonlyMap<string, number>;
  readonly sections: number;
  readonly first: number;
  /** The first sightings, each the one or two spans that show it, with its key. */
  readonly sightings: readonly { readonly key: string; readonly spans: readonly Span[] }[];
}

export const unseen: SignalSummary = { count: 0, keys: new Map(), sections: 0, first: Number.POSITIVE_INFINITY, sightings: [] };

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
  signal(name: string): SignalSummary;
}

/** Keeps what was read of each chunk; share one per set of packs. Chunks that no text holds any more are let go. */
export type ReadingCache = WeakMap<Chunk, ChunkReading>;

/** More sightings than anyone is shown are only counted. */
const kept = 40;

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

interface Draft {
  count: number;
  keys: Map<string, number>;
  sections: Set<number>;
  first: number;
  sightings: { key: string; spans: readonly Span[] }[];
  seen: Set<number>;
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
  const drafts = new Map<number, Draft>();
  const sections: { heading: Span | undefined; title: string; level: number; start: number; end: number; words: number }[] = [
    { heading: undefined, title: '', level: 0, start: answer.bodyStart, end: answer.text.length, words: 0 },
  ];
  const path: Heading[] = [];
  let surroundings = nowhere;
  let introduction: ChunkReading['lends'];
  let words = 0;
  for (const { start, chunk } of answer.chunks) {
    const context = introduction ? introduced(surroundings, introduction) : surroundings;
    let reading = cache.get(chunk);
    if (!reading || reading.key !== context.key) {
      reading = readChunk(chunk, context, evidence);
      cache.set(chunk, reading);
    }
    words += reading.words;
    introduction = reading.lends?.kind === 'introduction' ? reading.lends : undefined;
    if (reading.lends?.kind === 'heading') {
      surroundings = enter(path, reading.lends);
      const block = chunk.blocks.at(-1);
      const span = { start, end: start + chunk.length };
      (sections.at(-1) as { end: number }).end = start;
      sections.push({
        heading: span,
        title: block?.analysis.masked.trim() ?? '',
        level: reading.lends.level,
        start,
        end: answer.text.length,
        words: 0,
      });
    } else (sections.at(-1) as { words: number }).words += reading.words;
    const section = sections.length - 1;
    for (const observation of reading.observations) {
      if (hushed.size > 0 && observation.fingerprints.some((fingerprint) => hushed.has(fingerprint))) continue;
      add(drafts, observation.signal, {
        key: observation.key,
        fingerprint: observation.fingerprints.reduce((hash, own) => Math.imul(hash, 31) ^ own, 7),
        section,
        spans: observation.spans,
        start,
      });
    }
  }
  return {
    words,
    sections,
    signal(name) {
      const signal = evidence.signalByName.get(name) as CompiledSignal | undefined;
      const draft = signal ? drafts.get(signal.id) : undefined;
      return draft ? { ...draft, sections: draft.sections.size } : unseen;
    },
  };
}

interface Heading {
  readonly level: number;
  readonly concepts: readonly number[];
  readonly excluded: boolean;
}

function enter(path: Heading[], lends: NonNullable<ChunkReading['lends']>): Surroundings {
  while (path.length > 0 && (path.at(-1) as Heading).level >= lends.level) path.pop();
  path.push({ level: lends.level, concepts: lends.concepts, excluded: lends.excluded });
  const concepts = new Set(path.flatMap((heading) => heading.concepts));
  const excluded = path.some((heading) => heading.excluded);
  return { concepts, excluded, key: `${[...concepts].join(',')}${excluded ? '!' : ''}` };
}

function introduced(surroundings: Surroundings, lends: NonNullable<ChunkReading['lends']>): Surroundings {
  const concepts = new Set([...surroundings.concepts, ...lends.concepts]);
  const excluded = surroundings.excluded || lends.excluded;
  return { concepts, excluded, key: `${[...concepts].join(',')}${excluded ? '!' : ''}` };
}

interface Sighting {
  readonly key: string;
  readonly fingerprint: number;
  readonly section: number;
  readonly spans: readonly Span[];
  readonly start: number;
}

/** The same words said again are one sighting: saying a point ten times earns it once. */
function add(drafts: Map<number, Draft>, signal: number, sighting: Sighting): void {
  let draft = drafts.get(signal);
  if (!draft) {
    draft = { count: 0, keys: new Map(), sections: new Set(), first: Number.POSITIVE_INFINITY, sightings: [], seen: new Set() };
    drafts.set(signal, draft);
  }
  if (draft.seen.has(sighting.fingerprint)) return;
  draft.seen.add(sighting.fingerprint);
  draft.count++;
  draft.keys.set(sighting.key, (draft.keys.get(sighting.key) ?? 0) + 1);
  draft.sections.add(sighting.section);
  const at = sighting.start + (sighting.spans[0] as Span).start;
  if (at < draft.first) draft.first = at;
  if (draft.sightings.length < kept) {
    draft.sightings.push({
      key: sighting.key,
      spans: sighting.spans.map((span) => ({ start: sighting.start + span.start, end: sighting.start + span.end })),
    });
  }
}
