import type { Chunk, PlacedChunk } from '../text/index.ts';
import type { ReadingCache } from './cache.ts';
import type { CompiledEvidence } from './compile.ts';
import { addUp, type Draft } from './draft.ts';
import { addForm, type FormCounts, noForm } from './form.ts';
import { type Lends, nowhere, readChunk, type Surroundings } from './observe.ts';

/** Where in the outline a chunk stands: under which headings, and what introduced it. */
export interface Place {
  readonly heading: Heading | undefined;
  readonly introduction: Lends | undefined;
}

export interface Heading {
  readonly level: number;
  readonly above: Heading | undefined;
  readonly surroundings: Surroundings;
}

export const outset: Place = { heading: undefined, introduction: undefined };

/** A heading in a run, or (with length 0) the words that still belong to the section before. Offsets from the run's start. */
interface RunHeading {
  readonly offset: number;
  readonly length: number;
  readonly title: string;
  readonly level: number;
  words: number;
}

/**
 * What a run of consecutive chunks says, added up. It holds as long as its chunks and the place it starts from are the
 * same objects, wherever in the text it has moved to; so an edit in a long text costs one run and not the text.
 */
export interface Run {
  readonly chunks: readonly Chunk[];
  readonly offsets: readonly number[];
  readonly enters: Place;
  readonly leaves: Place;
  readonly words: number;
  /** Those of them that are about something else. */
  readonly asideWords: number;
  readonly form: FormCounts;
  readonly headings: readonly RunHeading[];
  /** Indexes within the run. */
  readonly dismissing: readonly number[];
  /** What was seen in it, by signal; of most signals nothing is. */
  readonly drafts: ReadonlyMap<number, Draft>;
}

/** Chunks in a run: long enough that few runs make a text, short enough to be cheap to read again. */
const runLength = 64;

interface RunRequest {
  readonly chunks: readonly PlacedChunk[];
  readonly index: number;
  readonly place: Place;
  readonly evidence: CompiledEvidence;
  readonly cache: ReadingCache;
  readonly hushed: ReadonlySet<number>;
}

/** The run that starts at a chunk: the one from before if it still holds, else a new one. */
export function readRun(request: RunRequest): Run {
  const { chunks, index, place, cache } = request;
  const first = chunks[index] as PlacedChunk;
  const known = cache.runs.get(first.chunk);
  if (known && samePlace(known.enters, place) && stillHolds(known, chunks, index) && isSettled(known, request))
    return known;
  const run = addRun(request);
  cache.runs.set(first.chunk, run);
  return run;
}

/** Below this a run is grown when it is met again, so that a text written bit by bit does not end as runs of one chunk. */
const shortRun = runLength / 2;

/** Long enough to keep, or with nothing behind it to grow into. */
function isSettled(run: Run, { chunks, index, cache }: RunRequest): boolean {
  const next = chunks[index + run.chunks.length];
  return run.chunks.length >= shortRun || next === undefined || startsLongRun(next.chunk, cache);
}

function startsLongRun(chunk: Chunk, cache: ReadingCache): boolean {
  return (cache.runs.get(chunk)?.chunks.length ?? 0) >= shortRun;
}

function samePlace(a: Place, b: Place): boolean {
  return a.heading === b.heading && a.introduction === b.introduction;
}

function stillHolds(run: Run, chunks: readonly PlacedChunk[], index: number): boolean {
  if (index + run.chunks.length > chunks.length) return false;
  const base = (chunks[index] as PlacedChunk).start;
  for (let at = 0; at < run.chunks.length; at++) {
    const placed = chunks[index + at] as PlacedChunk;
    if (placed.chunk !== run.chunks[at] || placed.start - base !== run.offsets[at]) return false;
  }
  return true;
}

function addRun({ chunks, index, place, evidence, cache, hushed }: RunRequest): Run {
  const base = (chunks[index] as PlacedChunk).start;
  const own: Chunk[] = [];
  const offsets: number[] = [];
  const headings: RunHeading[] = [{ offset: 0, length: 0, title: '', level: 0, words: 0 }];
  const dismissing: number[] = [];
  const drafts = new Map<number, Draft>();
  let { heading, introduction } = place;
  let words = 0;
  let asideWords = 0;
  const form = noForm();
  const said = new Set<number>();
  for (let at = index; at < chunks.length && own.length < runLength; at++) {
    const { start, chunk } = chunks[at] as PlacedChunk;
    // Fall in step with a run from before an edit, so that those behind it hold on.
    if (at > index && startsLongRun(chunk, cache)) break;
    const above = heading?.surroundings ?? nowhere;
    const context = introduction ? under(above, introduction, cache) : above;
    let reading = cache.chunks.get(chunk);
    if (!reading || reading.key !== context.key) {
      reading = readChunk(chunk, context, evidence, cache);
      cache.chunks.set(chunk, reading);
    }
    if (reading.dismisses) dismissing.push(own.length);
    own.push(chunk);
    offsets.push(start - base);
    words += reading.words;
    if (reading.isAside) asideWords += reading.words;
    addForm(form, reading.form);
    for (let unit = 0; unit < reading.said.length; unit += 2) {
      const fingerprint = reading.said[unit] as number;
      if (said.has(fingerprint)) continue;
      said.add(fingerprint);
      form.saidOnce += reading.said[unit + 1] as number;
    }
    const { lends } = reading;
    introduction = lends?.kind === 'introduction' ? lends : undefined;
    if (lends?.kind === 'heading') {
      heading = enter(heading, lends, cache);
      headings.push({ offset: start - base, length: chunk.length, title: lends.title, level: lends.level, words: 0 });
    } else (headings.at(-1) as RunHeading).words += reading.words;
    addUp(drafts, reading, start - base, hushed);
  }
  return {
    chunks: own,
    offsets,
    enters: place,
    leaves: { heading, introduction },
    words,
    asideWords,
    form,
    headings,
    dismissing,
    drafts,
  };
}

/** The heading with those above it; the same object as long as none of them changes. */
function enter(from: Heading | undefined, lends: Lends, cache: ReadingCache): Heading {
  let above = from;
  while (above && above.level >= lends.level) above = above.above;
  const known = cache.headings.get(lends);
  if (known && known.above === above) return known;
  const made = { level: lends.level, above, surroundings: under(above?.surroundings ?? nowhere, lends, cache) };
  cache.headings.set(lends, made);
  return made;
}

/** The surroundings within a heading or introduction; the same object as long as neither changes. */
function under(above: Surroundings, lends: Lends, cache: ReadingCache): Surroundings {
  const known = cache.surroundings.get(lends);
  if (known?.above === above) return known.own;
  const concepts = new Set([...above.concepts, ...lends.concepts]);
  const excluded = above.excluded || lends.excluded;
  const own = { concepts, excluded, key: `${[...concepts].join(',')}${excluded ? '!' : ''}` };
  cache.surroundings.set(lends, { above, own });
  return own;
}
