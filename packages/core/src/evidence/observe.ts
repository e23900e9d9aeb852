import type { Chunk } from '../text/index.ts';
import type { ReadingCache } from './cache.ts';
import type { CompiledEvidence, CompiledSignal, Trigger } from './compile.ts';
import { type FormCounts, noForm } from './form.ts';
import { type Match, matchPattern, type PlacedUnit, placeOf } from './pattern.ts';
import { readBlock, type UnitReading } from './reading.ts';

/** What surrounds a chunk: the concepts of the headings above it and of the line that introduces it. */
export interface Surroundings {
  readonly concepts: ReadonlySet<number>;
  readonly excluded: boolean;
  /** Equal for surroundings that read the same. */
  readonly key: string;
}

export const nowhere: Surroundings = { concepts: new Set(), excluded: false, key: '' };

/** A match within a chunk. Ranges are UTF-16, counted from the start of the chunk. */
export interface Observation {
  readonly signal: number;
  readonly keys: readonly string[];
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** One for each span; the same words have the same number. */
  readonly fingerprints: readonly number[];
}

/** Concepts that a heading or an introduction lends to what follows it. */
export interface Lends {
  readonly kind: 'heading' | 'introduction';
  readonly level: number;
  readonly title: string;
  readonly concepts: readonly number[];
  readonly excluded: boolean;
}

/** What a chunk says in its surroundings. */
export interface ChunkReading {
  readonly key: string;
  readonly observations: readonly Observation[];
  readonly words: number;
  /** It is about something else: nothing is taken from it. */
  readonly isAside: boolean;
  /** How its sentences are made. */
  readonly form: FormCounts;
  /** Each thing said, as a fingerprint followed by its number of words. */
  readonly said: readonly number[];
  /** For a heading: its concepts. For an introduction (it ends with a colon): those of its last sentence. */
  readonly lends: Lends | undefined;
  /** It holds a comment that may dismiss a hint. */
  readonly dismisses: boolean;
}

/** Reads a chunk in its surroundings. Pure; kept per chunk while neither changes. */
export function readChunk(
  chunk: Chunk,
  surroundings: Surroundings,
  evidence: CompiledEvidence,
  cache: ReadingCache,
): ChunkReading {
  const units: PlacedUnit[][] = [];
  const contexts: Surroundings[] = [];
  let words = 0;
  const form = noForm();
  const said: number[] = [];
  for (const block of chunk.blocks) {
    let readings = cache.blocks.get(block.analysis);
    if (!readings) {
      readings = readBlock(block.analysis, evidence.vocabulary, evidence.cues);
      cache.blocks.set(block.analysis, readings);
    }
    const parent = block.parent >= 0 ? units[block.parent] : undefined;
    const context = parent ? extend(contexts[block.parent] ?? surroundings, parent, evidence) : surroundings;
    contexts.push(context);
    const place = placeOf(block.analysis.kind);
    const placed: PlacedUnit[] = [];
    for (const unit of readings) {
      if (place) placed.push({ unit, offset: block.offset, place, excluded: context.excluded });
      if (place !== 'code') words += unit.words;
      if (place && place !== 'heading') said.push(unit.fingerprint, unit.words);
      if (unit.form && !unit.unfinished) {
        form.sentences++;
        form.joints += unit.form.joints;
        form.disorder += unit.form.disorder;
        for (const kind of unit.form.kinds) form[kind]++;
      }
    }
    units.push(placed);
  }
  const isAside = evidence.leavesAsides && isAsideOf(chunk, units);
  const observations: Observation[] = [];
  const observe = (scope: readonly PlacedUnit[], context: Surroundings, within: string): void => {
    const triggers = candidates(scope, within, evidence);
    for (let from = 0, to = 0; from < triggers.length; from = to) {
      const { signal } = triggers[from] as Trigger;
      while (triggers[to]?.signal === signal) to++;
      observeSignal({ signal, triggers: triggers.slice(from, to), scope, context, evidence, observations });
    }
  };
  for (const [index, placed] of isAside ? [] : units.entries()) {
    const context = contexts[index] as Surroundings;
    for (const unit of placed) observe([unit], context, 'unit');
    for (const near of windows(placed)) observe(near, context, 'block');
  }
  const all = units.flat();
  if (all.length > 0 && !isAside) observe(all.length > 400 ? all.slice(0, 400) : all, surroundings, 'chunk');
  return {
    key: surroundings.key,
    observations,
    words,
    isAside,
    form,
    said: isAside ? [] : said,
    lends: lendsOf(chunk, units, evidence),
    dismisses: chunk.blocks.some(({ analysis }) => analysis.text.includes('rubricate-dismiss')),
  };
}

/** Shorter paragraphs say what they are about in the headings and paragraphs around them. */
const longParagraph = 60;
/** Of the long paragraphs and lists of 80 labelled answers that tell no story, every one has at least one word of the field in fifty. */
const wordsPerFieldWord = 50;
/** So many make even the longest paragraph one of the field. */
const enoughFieldWords = 6;

/** Whether a long paragraph or list has hardly a word of the field. The same word again is no other one. */
function isAsideOf({ blocks }: Chunk, units: readonly (readonly PlacedUnit[])[]): boolean {
  if (!blocks.every(({ analysis }) => analysis.kind === 'paragraph' || analysis.kind === 'item')) return false;
  let words = 0;
  let technical = 0;
  const field = new Set<string>();
  for (const { unit } of units.flat()) {
    words += unit.words;
    technical += unit.technical;
    for (const word of unit.field) field.add(word);
  }
  return words >= longParagraph && field.size + technical < Math.min(words / wordsPerFieldWord, enoughFieldWords);
}

/** Sentences further apart than this are about different things, even in one paragraph. */
const nearby = 3;

function windows(units: readonly PlacedUnit[]): readonly (readonly PlacedUnit[])[] {
  if (units.length === 0) return [];
  if (units.length <= nearby) return [units];
  return Array.from({ length: units.length - nearby + 1 }, (_, from) => units.slice(from, from + nearby));
}

interface Observing {
  readonly signal: CompiledSignal;
  /** Its patterns that may match here. */
  readonly triggers: readonly Trigger[];
  readonly scope: readonly PlacedUnit[];
  readonly context: Surroundings;
  readonly evidence: CompiledEvidence;
  readonly observations: Observation[];
}

function observeSignal(observing: Observing): void {
  const { signal, triggers, scope, context, evidence } = observing;
  let first: Match | undefined;
  const keys: string[] = [];
  for (const { pattern } of triggers) {
    if (pattern.under.length > 0 && !mentions(context, pattern.under)) continue;
    if (pattern.notUnder.length > 0 && mentions(context, pattern.notUnder)) continue;
    const match = matchPattern(pattern, scope, evidence.vocabulary);
    if (!match) continue;
    // The first alternative that holds shows the evidence; what the others name counts as well.
    first ??= match;
    for (const key of match.keys) if (!keys.includes(key)) keys.push(key);
  }
  if (!first) return;
  observing.observations.push({
    signal: signal.id,
    keys,
    spans: first.units.map(({ unit, offset }) => ({ start: offset + unit.start, end: offset + unit.end })),
    fingerprints: first.units.map(({ unit }) => unit.fingerprint),
  });
}

function mentions(
  context: Surroundings,
  terms: CompiledEvidence['signals'][number]['patterns'][number]['under'],
): boolean {
  return terms.some((term) => term.concepts.some((concept) => context.concepts.has(concept)));
}

/** The patterns worth testing on a scope, in their order: those one of whose leading terms occurs in it. */
function candidates(scope: readonly PlacedUnit[], within: string, evidence: CompiledEvidence): readonly Trigger[] {
  const index = evidence.triggers[within as 'unit' | 'block' | 'chunk'];
  const found = new Set<Trigger>();
  for (const { unit } of scope) {
    for (const hit of unit.hits) for (const trigger of index.byConcept.get(hit.concept) ?? []) found.add(trigger);
    if (unit.shapes !== 0 || unit.quantities.length > 0) for (const trigger of index.byShape) found.add(trigger);
  }
  for (const trigger of index.always) found.add(trigger);
  return [...found].sort((a, b) => a.order - b.order);
}

function extend(context: Surroundings, parent: readonly PlacedUnit[], evidence: CompiledEvidence): Surroundings {
  const concepts = new Set(context.concepts);
  let excluded = context.excluded;
  for (const { unit } of parent) {
    for (const hit of unit.hits) concepts.add(hit.concept);
    if (unit.words <= 12 && excludes(unit, evidence)) excluded = true;
  }
  return { concepts, excluded, key: '' };
}

function excludes(unit: UnitReading, evidence: CompiledEvidence): boolean {
  return unit.hits.some((hit) => evidence.cues.exclusion.has(hit.concept));
}

function lendsOf(chunk: Chunk, units: readonly PlacedUnit[][], evidence: CompiledEvidence): Lends | undefined {
  const last = chunk.blocks.at(-1);
  if (!last) return undefined;
  const own = units.at(-1) ?? [];
  if (last.analysis.kind === 'heading') {
    const concepts = own.flatMap(({ unit }) => unit.hits.map((hit) => hit.concept));
    return {
      kind: 'heading',
      level: last.analysis.level,
      title: last.analysis.masked.trim(),
      concepts,
      excluded: own.some(({ unit }) => excludes(unit, evidence)),
    };
  }
  if (last.analysis.kind === 'paragraph' && last.analysis.introduces) {
    const unit = own.at(-1)?.unit;
    if (!unit) return undefined;
    return {
      kind: 'introduction',
      level: 0,
      title: '',
      concepts: unit.hits.map((hit) => hit.concept),
      excluded:
        excludes(unit, evidence) || unit.hits.some((hit) => evidence.cues.negation.has(hit.concept) && unit.words <= 8),
    };
  }
  return undefined;
}
