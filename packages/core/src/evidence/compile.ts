import type { Concept, CriterionRule, Expression, Pattern, PitfallRule, Problem, Signal } from '../model/index.ts';
import { nearest } from '../model/index.ts';
import { mostSightings } from './draft.ts';
import { type CompiledPattern, compilePattern } from './pattern.ts';
import { type Cues, resolveCues } from './reading.ts';
import { compileVocabulary, type Vocabulary } from './vocabulary.ts';

export interface CompiledSignal {
  readonly id: number;
  readonly name: string;
  readonly patterns: readonly CompiledPattern[];
}

interface TriggerIndex {
  readonly byConcept: ReadonlyMap<number, readonly Trigger[]>;
  /** Patterns that a shape or quantity may set off. */
  readonly byShape: readonly Trigger[];
  readonly always: readonly Trigger[];
}

/** A pattern with the signal it is of, and its place among all of them. */
export interface Trigger {
  readonly signal: CompiledSignal;
  readonly pattern: CompiledPattern;
  readonly order: number;
}

/** The evidence language of a set of packs, ready to read texts with. */
export interface CompiledEvidence {
  readonly vocabulary: Vocabulary;
  readonly cues: Cues;
  readonly signals: readonly CompiledSignal[];
  readonly signalByName: ReadonlyMap<string, CompiledSignal>;
  readonly triggers: Readonly<Record<'unit' | 'block' | 'chunk', TriggerIndex>>;
  readonly rules: ReadonlyMap<string, CriterionRule | PitfallRule>;
  /** Whether long paragraphs with hardly a word of the field are left out. */
  readonly leavesAsides: boolean;
}

export interface EvidenceSource {
  readonly concepts: Readonly<Record<string, Concept>>;
  readonly signals: Readonly<Record<string, Signal>>;
  readonly rules: Readonly<Record<string, CriterionRule | PitfallRule>>;
}

/** A pattern names no more than this; people name a dozen. */
const mostNames = 2_000;
/** Each name of a pattern keeps a mark for each concept: a bound on their product is a bound on memory. */
const mostMarks = 50_000_000;
/** After so many problems what follows is not looked at: each name that stands for nothing is compared with all others. */
const mostProblems = 500;

/** Compiles concepts, signals and rules; every name that stands for nothing is a problem with the nearest right name. */
export function compileEvidence(source: EvidenceSource): {
  readonly evidence: CompiledEvidence;
  readonly problems: readonly Problem[];
} {
  const { vocabulary, problems: vocabularyProblems } = compileVocabulary(source.concepts);
  const problems: Problem[] = [...vocabularyProblems];
  let marks = mostMarks;
  const signals = Object.entries(source.signals).map(([name, signal], id): CompiledSignal => {
    const patterns = Array.isArray(signal) ? signal : [signal];
    if (problems.length > mostProblems || marks < 0) return { id, name, patterns: [] };
    const counts = patterns.map(namesIn);
    marks -= counts.reduce((sum, count) => sum + count, 0) * (vocabulary.names.length + 1);
    if (marks < 0 || counts.some((count) => count > mostNames)) {
      problems.push({ path: ['signals', name], message: tooMany(name, marks < 0) });
      return { id, name, patterns: [] };
    }
    return {
      id,
      name,
      patterns: patterns.map((pattern, index) =>
        compilePattern(
          pattern,
          vocabulary,
          Array.isArray(signal) ? ['signals', name, index] : ['signals', name],
          problems,
        ),
      ),
    };
  });
  const signalByName = new Map(signals.map((signal) => [signal.name, signal]));
  for (const [ref, rule] of Object.entries(source.rules)) {
    if (problems.length > mostProblems) break;
    const expressions: readonly (readonly [string, Expression])[] =
      'met' in rule
        ? [
            ['met', rule.met],
            ['partial', rule.partial],
          ]
        : [['present', rule.present]];
    for (const [key, expression] of expressions) {
      const path = ['rules', ref, key];
      for (const { signal, measure, atLeast } of comparisonsIn(expression)) {
        checkSignal(signal, path, signalByName, problems);
        if (measure === 'count' && atLeast > mostSightings) {
          const message = `At most ${mostSightings} sightings of "${signal}" are told apart; ask for no more.`;
          problems.push({ path, message });
        }
      }
    }
    for (const name of rule.show ?? []) checkSignal(name, ['rules', ref, 'show'], signalByName, problems);
  }
  return {
    evidence: {
      vocabulary,
      cues: resolveCues(vocabulary),
      signals,
      signalByName,
      triggers: triggersOf(signals),
      rules: new Map(Object.entries(source.rules)),
      leavesAsides: false,
    },
    problems,
  };
}

/** The same evidence, looking only for the signals that these rules ask for or show; `leavesAsides` as in the evidence made. */
export function narrowed(evidence: CompiledEvidence, refs: readonly string[], leavesAsides = false): CompiledEvidence {
  const wanted = new Set(
    refs.flatMap((ref) => {
      const rule = evidence.rules.get(ref);
      if (!rule) return [];
      const expressions = 'met' in rule ? [rule.met, rule.partial] : [rule.present];
      return [...expressions.flatMap(comparisonsIn).map(({ signal }) => signal), ...(rule.show ?? [])];
    }),
  );
  const signals = evidence.signals.filter(({ name }) => wanted.has(name));
  return { ...evidence, triggers: triggersOf(signals), leavesAsides };
}

function triggersOf(signals: readonly CompiledSignal[]): CompiledEvidence['triggers'] {
  return { unit: indexOf(signals, 'unit'), block: indexOf(signals, 'block'), chunk: indexOf(signals, 'chunk') };
}

/** How many names the terms of a pattern give, alternatives counted each. */
function namesIn({ all, any, none, under, notUnder }: Pattern): number {
  let count = 0;
  for (const terms of [all, any, none, under, notUnder])
    for (const term of terms ?? []) count += term.split('|').length;
  return count;
}

function tooMany(name: string, together: boolean): string {
  return together
    ? `With "${name}", there are more concepts and terms together than a pack may have. It and the signals after it are left out.`
    : `A pattern of "${name}" names more than 2,000 concepts. Gather them in a family (oneOf).`;
}

function checkSignal(
  name: string,
  path: readonly (string | number)[],
  known: ReadonlyMap<string, CompiledSignal>,
  problems: Problem[],
): void {
  if (known.has(name)) return;
  const guess = nearest(name, known.keys());
  problems.push({ path, message: `No signal is named "${name}".${guess ? ` Did you mean "${guess}"?` : ''}` });
}

/** What an expression asks of which signals. */
function comparisonsIn(expression: Expression): readonly Comparison[] {
  const named = (signal: string): Comparison => ({ measure: 'distinct', signal, atLeast: 1 });
  if (typeof expression === 'string') return [parseComparison(expression)];
  if ('all' in expression) return expression.all.flatMap(comparisonsIn);
  if ('any' in expression) return expression.any.flatMap(comparisonsIn);
  if ('not' in expression) return comparisonsIn(expression.not);
  if ('of' in expression) return expression.of.flatMap(comparisonsIn);
  if ('before' in expression) return expression.before.map(named);
  if ('share' in expression) return [expression.share.of, expression.share.among].map(named);
  if ('unmatched' in expression) return [expression.unmatched.among, expression.unmatched.by].map(named);
  return [];
}

export interface Comparison {
  readonly measure: 'count' | 'distinct';
  readonly signal: string;
  readonly atLeast: number;
}

const comparisons = new Map<string, Comparison>();

/** `distinct quality >= 2` → its parts. The schema has checked the form. */
export function parseComparison(text: string): Comparison {
  const known = comparisons.get(text);
  if (known) return known;
  const match = /^(?:(distinct) )?([a-z0-9-]+)(?: >= (\d+))?$/.exec(text);
  const parsed: Comparison = {
    measure: match?.[1] ? 'distinct' : 'count',
    signal: match?.[2] ?? text,
    atLeast: Number(match?.[3] ?? 1),
  };
  comparisons.set(text, parsed);
  return parsed;
}

/** A pattern can match only where one of its leading terms occurs; the index finds it from there. */
function indexOf(signals: readonly CompiledSignal[], within: 'unit' | 'block' | 'chunk'): TriggerIndex {
  const byConcept = new Map<number, Trigger[]>();
  const byShape: Trigger[] = [];
  const always: Trigger[] = [];
  let order = 0;
  for (const signal of signals) {
    for (const pattern of signal.patterns) {
      if (pattern.within !== within) continue;
      const trigger: Trigger = { signal, pattern, order: order++ };
      const leading = pattern.all.length > 0 ? rarest(pattern.all) : pattern.any;
      if (leading.length === 0) always.push(trigger);
      for (const term of leading) {
        for (const concept of term.concepts) {
          const list = byConcept.get(concept) ?? [];
          // Patterns come one after the other, so one that is there already is the last.
          if (list.at(-1) !== trigger) list.push(trigger);
          byConcept.set(concept, list);
        }
        if (isUnnamed(term) && byShape.at(-1) !== trigger) byShape.push(trigger);
      }
    }
  }
  return { byConcept, byShape, always };
}

/** Of the terms that must all occur, the one with the fewest alternatives occurs least. */
function rarest(terms: CompiledPattern['all']): CompiledPattern['all'] {
  const cost = (term: CompiledPattern['all'][number]): number => term.concepts.length + (isUnnamed(term) ? 50 : 0);
  return [[...terms].sort((a, b) => cost(a) - cost(b))[0] as CompiledPattern['all'][number]];
}

/** Whether a term can be met by something that no concept names. */
function isUnnamed({ shapes, quantities, loads }: CompiledPattern['all'][number]): boolean {
  return shapes !== 0 || quantities.size > 0 || loads.size > 0;
}
