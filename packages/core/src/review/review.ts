import {
  type EvidenceSummary,
  evaluate,
  type Section,
  type Span,
  spansOf,
  summarise,
  type Verdict,
} from '../evidence/index.ts';
import type { Bar } from '../model/index.ts';
import type { Answer } from '../text/index.ts';
import { type HireReading, holdAt, type LevelVerdict, readHire, readLevel, type Status } from './composition.ts';
import { type Dismissal, dismissalOf, readDismissals } from './dismissal.ts';
import type { ResolvedCriterion, ResolvedPitfall } from './library.ts';
import { type Nature, natureOf, natureReasons } from './nature.ts';
import { type NextLevel, nextLevel, nextLevelReason } from './next-level.ts';
import { type NumberReview, reviewNumbers } from './numbers.ts';
import { readerFor } from './reader.ts';
import { elsewhereReason, type Relevance, relevanceOf } from './relevance.ts';
import type { Target } from './target.ts';

export interface CriterionReview {
  readonly criterion: ResolvedCriterion;
  readonly status: Status;
  /** Whether the target level asks for it; above the target it is a plus. */
  readonly expected: boolean;
  /** Most telling first; each at most two sentences, one list item, table row or code line. */
  readonly evidence: readonly Span[];
  /** Where it belongs when it is not there: a heading, or the top of the text. */
  readonly anchor: Span;
  /** Whether the anchor is a heading that it belongs under, and not merely the top. */
  readonly hasSection: boolean;
  readonly dismissed: string | undefined;
}

export interface PitfallReview {
  readonly pitfall: ResolvedPitfall;
  readonly present: boolean;
  readonly evidence: readonly Span[];
  readonly anchor: Span;
  readonly dismissed: string | undefined;
}

export interface DimensionReview {
  readonly id: string;
  readonly title: string;
  readonly met: number;
  readonly partial: number;
  readonly total: number;
  /** 0 to 1 over the criteria expected at the target level. */
  readonly score: number;
}

/** What the engine says of one version of an answer. Offsets are UTF-16 into its text. */
export interface Review {
  readonly target: Target;
  readonly words: number;
  /** Whether it is an answer at all; what is not earns nothing, and `hire.reasons` says why. */
  readonly nature: Nature;
  /** Whether it answers what was asked; undefined where no question says what that is. */
  readonly relevance: Relevance | undefined;
  readonly criteria: readonly CriterionReview[];
  readonly pitfalls: readonly PitfallReview[];
  /** Numbers that do not hold, in the order of the text. */
  readonly numbers: readonly NumberReview[];
  /** Weakest first. */
  readonly dimensions: readonly DimensionReview[];
  readonly hire: HireReading;
  readonly level: LevelVerdict;
  /** What would make it read as the next bar; undefined at the highest. */
  readonly next: NextLevel | undefined;
  readonly sections: readonly Section[];
}

const mostEvidence = 5;
const order: readonly Bar[] = ['mid', 'senior', 'staff'];

/** Judges an answer against its target. Pure; what was read of unchanged blocks is kept. */
export function reviewAnswer(answer: Answer, target: Target): Review {
  const { lens } = target;
  const { evidence, cache } = readerFor(lens, target.rubrics);
  const summary = summarise(answer, evidence, cache, lens.hushed);
  const dismissals = readDismissals(answer, summary.sections, summary.dismissing);
  const top = topOf(answer, summary.sections);
  const titles = titlesOf(summary.sections);
  const nature = natureOf(summary.form);
  const asksForStory = target.rubrics.every(({ story }) => story);
  const relevance = relevanceOf(answer, summary.form, target.question, lens.hushed, asksForStory);
  const seen = new Set<string>();
  const fresh = (ref: string): boolean => !seen.has(ref) && seen.add(ref) !== undefined;
  const criteria = target.rubrics
    .flatMap((rubric) => rubric.criteria)
    .filter(({ ref }) => fresh(ref))
    .map((criterion) => judgeCriterion({ criterion, target, summary, nature, dismissals, top, titles }));
  const pitfalls = target.rubrics
    .flatMap((rubric) => rubric.pitfalls)
    .filter(({ ref }) => fresh(ref))
    .map((pitfall) => judgePitfall({ pitfall, target, summary, nature, dismissals, top, titles }));
  const judged = criteria.map(({ criterion, status }) => ({ ...pick(criterion), from: criterion.from, status }));
  const standing = pitfalls.map(({ pitfall, present }) => ({ ...pick(pitfall), present }));
  const level = readLevel(judged, lens.composition);
  const next = nextLevel(judged, lens.composition, level.bar);
  const hire = readHire(judged, standing, target.bar, lens.composition, level.bar, summary.form.saidOnce);
  return {
    target,
    words: summary.words,
    nature,
    relevance,
    criteria,
    pitfalls,
    numbers: reviewNumbers(answer, dismissals),
    dimensions: dimensionsOf(target, criteria),
    hire: held(hire, nature, relevance),
    level: next ? { ...level, reasons: [...level.reasons, nextLevelReason(next)] } : level,
    next,
    sections: summary.sections,
  };
}

/** What is no answer, or one to another question, is held whatever it earned. */
function held(hire: HireReading, nature: Nature, relevance: Relevance | undefined): HireReading {
  if (nature !== 'answer') return holdAt(hire, 'strong-no', natureReasons[nature]);
  if (!relevance?.isElsewhere) return hire;
  return holdAt(hire, 'lean-no', elsewhereReason(relevance));
}

function pick(of: { readonly ref: string; readonly title: string; readonly weight: number }): {
  readonly ref: string;
  readonly title: string;
  readonly weight: number;
} {
  return { ref: of.ref, title: of.title, weight: of.weight };
}

interface Judging {
  readonly target: Target;
  readonly summary: EvidenceSummary;
  readonly nature: Nature;
  readonly dismissals: readonly Dismissal[];
  readonly top: Span;
  readonly titles: readonly Titled[];
}

function judgeCriterion(judging: Judging & { readonly criterion: ResolvedCriterion }): CriterionReview {
  const { criterion, target, summary, nature, dismissals, top, titles } = judging;
  const rule = nature === 'answer' ? target.lens.evidence.rules.get(criterion.ref) : undefined;
  const met = rule && 'met' in rule ? evaluate(rule.met, summary) : undefined;
  const partial = rule && 'met' in rule && !met?.holds ? evaluate(rule.partial, summary) : undefined;
  const status: Status = met?.holds ? 'met' : partial?.holds ? 'partial' : 'missing';
  const verdict = met?.holds ? met : partial;
  const section = anchorOf(criterion.belongs, titles);
  const anchor = section ?? top;
  const evidence = verdict?.holds ? collectEvidence(verdict, rule?.show ?? [], summary) : [];
  return {
    criterion,
    status,
    expected: order.indexOf(criterion.from) <= order.indexOf(target.bar),
    evidence,
    anchor,
    hasSection: section !== undefined,
    // The hint of a partial criterion stands at its evidence, and so does a comment that dismisses it.
    dismissed:
      dismissalOf(criterion.ref, anchor, dismissals) ??
      (status === 'partial' && evidence[0] ? dismissalOf(criterion.ref, evidence[0], dismissals) : undefined),
  };
}

function judgePitfall(judging: Judging & { readonly pitfall: ResolvedPitfall }): PitfallReview {
  const { pitfall, target, summary, dismissals, top } = judging;
  const rule = target.lens.evidence.rules.get(pitfall.ref);
  const verdict = rule && 'present' in rule ? evaluate(rule.present, summary) : undefined;
  const present = verdict?.holds === true && pitfall.weight !== 0;
  const evidence = present && !pitfall.absence ? collectEvidence(verdict, rule?.show ?? [], summary) : [];
  const anchor = evidence[0] ?? top;
  return { pitfall, present, evidence, anchor, dismissed: dismissalOf(pitfall.ref, anchor, dismissals) };
}

/**
 * Spans of the signals that decided: those the rule says to show, else all. A gate (how concrete the text is as a whole)
 * decides too, but is no evidence of the criterion. Overlapping spans are shown once.
 */
function collectEvidence(verdict: Verdict, show: readonly string[], summary: EvidenceSummary): readonly Span[] {
  const shown = show.filter((name) => summary.signal(name).count > 0);
  const signals = shown.length > 0 ? shown : verdict.signals;
  const evidence: Span[] = [];
  const add = (spans: readonly Span[]): void => {
    for (const span of spans) {
      if (evidence.length >= mostEvidence) return;
      if (!evidence.some((other) => other.start < span.end && span.start < other.end)) evidence.push(span);
    }
  };
  for (const spans of verdict.spans) add(spans);
  // One of each signal before the second of any: breadth shows why better than repetition.
  const lists = signals.map((name) => summary.signal(name).sightings);
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let index = 0; index < longest && evidence.length < mostEvidence; index++) {
    for (const list of lists) {
      const sighting = list[index];
      if (sighting) add(spansOf(sighting));
    }
  }
  return evidence;
}

/** The first heading, or the first line of the text below the front matter. */
function topOf(answer: Answer, sections: readonly Section[]): Span {
  const heading = sections.find((section) => section.heading)?.heading;
  if (heading) return lineWithin(answer, heading);
  const first = answer.chunks[0];
  if (!first)
    return { start: Math.min(answer.bodyStart, answer.length), end: Math.min(answer.bodyStart, answer.length) };
  return lineWithin(answer, { start: first.start, end: first.start + first.chunk.length });
}

function lineWithin(answer: Answer, span: Span): Span {
  const line = answer.slice(span.start, Math.min(span.end, span.start + 400)).split(/[\r\n]/, 1)[0] ?? '';
  return { start: span.start, end: span.start + line.length };
}

interface Titled {
  readonly title: string;
  readonly heading: Span;
}

/** A text with more headings than this is no answer; what belongs where is then looked for among the first. */
const mostHeadings = 200;

function titlesOf(sections: readonly Section[]): readonly Titled[] {
  return sections
    .slice(0, mostHeadings)
    .flatMap(({ heading, title }) => (heading ? [{ heading, title: title.toLowerCase() }] : []));
}

/** The words of each heading that a criterion belongs under. */
const wantedWords = new WeakMap<readonly string[], readonly (readonly string[])[]>();

/** The words a heading is recognised by: lower case, without plural endings. */
function wordsOf(belongs: readonly string[]): readonly (readonly string[])[] {
  let words = wantedWords.get(belongs);
  if (!words) {
    words = belongs.map((wanted) =>
      wanted
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 2)
        .map((word) => word.replace(/s$/, '')),
    );
    wantedWords.set(belongs, words);
  }
  return words;
}

/** The heading of the section that owns a criterion, by the headings it belongs under, most fitting first. */
function anchorOf(belongs: readonly string[], titles: readonly Titled[]): Span | undefined {
  for (const words of wordsOf(belongs)) {
    const found =
      words.length === 0 ? undefined : titles.find(({ title }) => words.every((word) => title.includes(word)));
    if (found) return found.heading;
  }
  return undefined;
}

function dimensionsOf(target: Target, criteria: readonly CriterionReview[]): readonly DimensionReview[] {
  const dimensions = new Map(
    target.rubrics.flatMap((rubric) => rubric.dimensions).map((dimension) => [dimension.id, dimension.title]),
  );
  return [...dimensions]
    .map(([id, title]): DimensionReview => {
      const own = criteria.filter(
        ({ criterion, expected }) => criterion.dimension === id && expected && criterion.weight > 0,
      );
      const met = own.filter(({ status }) => status === 'met').length;
      const partial = own.filter(({ status }) => status === 'partial').length;
      return {
        id,
        title,
        met,
        partial,
        total: own.length,
        score: own.length === 0 ? 1 : (met + partial / 2) / own.length,
      };
    })
    .sort((a, b) => a.score - b.score);
}
