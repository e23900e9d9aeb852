import { type EvidenceSummary, type Span, spansOf, summarise } from '../../evidence/index.ts';
import { type DrillPart, drillPartNames } from '../../model/index.ts';
import { type Library, natureOf, type Target } from '../../review/index.ts';
import type { Answer } from '../../text/index.ts';
import { drillReader, drillsFor, type FoundDrill, signalNames } from './drills.ts';
import { passageOf } from './passage.ts';

/** One part of the answer to a failure. */
export interface PartCheck {
  readonly part: DrillPart;
  /** The words that give it; undefined where it is missing. UTF-16 offsets in the text. */
  readonly quote: Span | undefined;
  /** A sentence gives it, but that sentence is needed for another part. */
  readonly shared: boolean;
}

/** How far a text answers a failure. */
export interface DrillCheck {
  /** Where the text begins to speak of the failure; undefined where it does not. */
  readonly told: number | undefined;
  /** In the order they are asked for. */
  readonly parts: readonly PartCheck[];
  readonly closed: boolean;
}

/** What the failures of a target are read with, and what the whole text says of them. Made once for a version of a text. */
export interface DrillReading {
  readonly answer: Answer;
  readonly target: Target;
  readonly library: Library;
  readonly drills: readonly FoundDrill[];
  readonly whole: EvidenceSummary;
}

/** Reads an answer for the failures that belong to its target. */
export function readDrills(answer: Answer, target: Target, library: Library): DrillReading {
  const { evidence, cache, hushed } = drillReader(target.lens, library);
  return {
    answer,
    target,
    library,
    drills: drillsFor(target, library),
    whole: summarise(answer, evidence, cache, hushed),
  };
}

/** Checks whether a text answers a failure: all four parts, each in words of its own, where the text speaks of it. Pure. */
export function checkDrill(reading: DrillReading, { key }: FoundDrill): DrillCheck {
  const { answer, target, library, whole, drills } = reading;
  const { evidence, cache, hushed } = drillReader(target.lens, library);
  const subject = startsOf(whole, signalNames.subject(key));
  const passage = passageOf(answer, key, {
    subject,
    headings: startsOf(whole, signalNames.heading(key)),
    others: new Set(
      drills.flatMap((other) => (other.key === key ? [] : [...startsOf(whole, signalNames.subject(other.key))])),
    ),
  });
  const told = passage.units.size > 0 ? Math.min(...passage.units) : undefined;
  const summary = summarise({ ...answer, chunks: passage.chunks }, evidence, cache, hushed);
  const counts = natureOf(whole.form) === 'answer' && natureOf(summary.form) !== 'disordered';
  const candidates = drillPartNames.map((part): readonly Span[] =>
    counts
      ? summary
          .signal(signalNames.part(part))
          .sightings.map(spansOf)
          .filter((spans) => spans.every(({ start }) => passage.units.has(start)))
          .flatMap((spans) => spans.slice(0, 1))
          // "If the cache is lost, four things hold:" announces, and gives none of them.
          .filter(({ start, end }) => !answer.slice(start, end).trimEnd().endsWith(':'))
      : [],
  );
  const quotes = inOwnWords(candidates, rowsOf(passage.chunks));
  const parts = drillPartNames.map((part, index): PartCheck => {
    const quote = quotes[index];
    return { part, quote, shared: !quote && (candidates[index] as readonly Span[]).length > 0 };
  });
  return { told, parts, closed: parts.every(({ quote }) => quote !== undefined) };
}

function startsOf(summary: EvidenceSummary, name: string): ReadonlySet<number> {
  return new Set(summary.signal(name).sightings.flatMap((seen) => spansOf(seen).map(({ start }) => start)));
}

/** Offsets of table rows: one row may hold all parts, a cell each. */
function rowsOf(chunks: DrillReading['answer']['chunks']): ReadonlySet<number> {
  return new Set(
    chunks.flatMap(({ start, chunk }) =>
      chunk.blocks
        .filter(({ analysis }) => analysis.kind === 'row')
        .flatMap(({ offset, analysis }) => analysis.units.map((unit) => start + offset + unit.start)),
    ),
  );
}

/**
 * Gives each part a sentence of its own, so that as many as possible have one: a matching by augmenting paths (Kuhn, 1955).
 * Earlier sentences come first. Rows of tables may serve several parts.
 */
function inOwnWords(
  candidates: readonly (readonly Span[])[],
  rows: ReadonlySet<number>,
): readonly (Span | undefined)[] {
  const chosen: (Span | undefined)[] = candidates.map(() => undefined);
  const ownerOf = (span: Span): number =>
    rows.has(span.start) ? -1 : chosen.findIndex((taken) => taken?.start === span.start);
  const give = (part: number, tried: Set<number>): boolean => {
    for (const span of candidates[part] as readonly Span[]) {
      if (tried.has(span.start)) continue;
      tried.add(span.start);
      const owner = ownerOf(span);
      if (owner >= 0 && !give(owner, tried)) continue;
      chosen[part] = span;
      return true;
    }
    return false;
  };
  for (const part of candidates.keys()) give(part, new Set());
  return chosen;
}
