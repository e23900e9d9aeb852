import type { Review, Status } from '../../../review/index.ts';
import type { Quantity } from '../../../text/index.ts';
import { type Figure, figuresOf, isFigure } from '../figures.ts';
import type { Filter, Measure } from '../measure.ts';
import type { Cut, Fault, FaultKind, Herring, Truth } from '../model.ts';
import { dayOf, readable } from '../world.ts';
import { anchorsOf, claimsKind, falseClaims, namesColumn, type Passage, passagesOf } from './claims.ts';
import { affirms, cutsNamed, phraseOf, places, readDiagnosis, type Sentence } from './read.ts';
import { meansMoment, type NamedTime } from './times.ts';
import { causal, forward, herringPhrases } from './words.ts';

/** Words of a diagnosis. UTF-16 offsets into its text. */
export interface Quote {
  readonly start: number;
  readonly end: number;
}

export const partNames = ['what', 'since', 'who', 'cause', 'figure'] as const;
export type PartName = (typeof partNames)[number];

/** One part of a fault: what of it was told, and with which words. */
export interface PartGrade {
  readonly part: PartName;
  readonly worth: number;
  readonly earned: number;
  readonly quote?: Quote;
}

export interface FaultGrade {
  readonly fault: Fault;
  readonly state: 'found' | 'partly' | 'missed';
  readonly parts: readonly PartGrade[];
}

/** A quoted number, and what the data give in its place. */
export interface FigureGrade {
  readonly quote: Quote;
  readonly right: boolean;
  readonly figure: Figure;
  /** The rows that were counted, in words; empty for all. */
  readonly rows: string;
}

export interface IncidentGrade {
  readonly faults: readonly FaultGrade[];
  readonly figures: readonly FigureGrade[];
  /** Red herrings told as a cause. */
  readonly herrings: readonly { readonly herring: Herring; readonly quote: Quote }[];
  /** Faults claimed that are not there. */
  readonly claims: readonly { readonly kind: FaultKind; readonly quote: Quote }[];
  /** More was claimed that is not there than was found: a list of guesses, which earns nothing. */
  readonly guesses: boolean;
  /** What was done about it, by the rubric of data incidents. */
  readonly measures: readonly {
    readonly id: string;
    readonly title: string;
    readonly status: Status;
    readonly worth: number;
    readonly earned: number;
  }[];
  readonly points: number;
  readonly of: number;
}

const causalPhrases = causal.map(phraseOf);
const worth: Readonly<Record<PartName, number>> = { what: 4, since: 2, who: 2, cause: 2, figure: 2 };
const costs = { herring: 2, claim: 2, figure: 1 } as const;
/** The criteria of the rubric that are about what is done, not about what is wrong. */
const measureRefs = [
  'data-incident/rollback',
  'data-incident/automated-guard',
  'data-incident/prevention',
  'data-incident/blast-radius',
];

export interface GradeOptions {
  readonly text: string;
  readonly truth: Truth;
  /** The data, as they were streamed through `measuresOf(truth)`. */
  readonly measures: readonly Measure[];
  /** The review of the text by the rubric of data incidents. */
  readonly review?: Review;
}

/** Compares a diagnosis with the truth. What it repeats of the brief or the logs counts for nothing. */
export function gradeDiagnosis({ text, truth, measures, review }: GradeOptions): IncidentGrade {
  const year = new Date(truth.faults[0]?.start ?? 0).getUTCFullYear();
  const sentences = readDiagnosis(text, truth.given, year);
  const passages = passagesOf(sentences);
  const context = { truth, sentences, passages, cuts: cutsOf(truth, measures) };
  const claims = falseClaims(passages, truth.faults, truth.table);
  const read = measures.map((measure) => gradeFault(measure, context));
  const found = read.filter(({ grade }) => grade.state !== 'missed').length;
  const guesses = claims.length > found;
  const faults = read.map(({ grade }) => (guesses ? nothingOf(grade.fault) : grade));
  const figures =
    guesses || found === 0 ? [] : distinct(read.flatMap((one) => (one.grade.state === 'missed' ? [] : one.figures)));
  const herrings = truth.herrings.flatMap((herring) => {
    const sentence = sentences.find((one) => blames(one, herring, truth.faults));
    return sentence ? [{ herring, quote: quoteOf(sentence) }] : [];
  });
  const done = review ? measuresDone(review, found > 0 && !guesses) : [];
  const gained =
    sum(faults.flatMap(({ parts }) => parts.map(({ earned }) => earned))) + sum(done.map(({ earned }) => earned));
  const lost =
    costs.herring * herrings.length +
    costs.claim * claims.length +
    costs.figure * figures.filter(({ right }) => !right).length;
  return {
    ...{ faults, figures, herrings, guesses, measures: done },
    claims: claims.map(({ kind, sentence }) => ({ kind, quote: quoteOf(sentence) })),
    points: Math.max(0, gained - lost),
    of: sum(faults.flatMap(({ parts }) => parts.map((part) => part.worth))) + sum(done.map((one) => one.worth)),
  };
}

interface Context {
  readonly truth: Truth;
  readonly sentences: readonly Sentence[];
  readonly passages: readonly Passage[];
  readonly cuts: readonly Cut[];
}

function gradeFault(
  measure: Measure,
  context: Context,
): { readonly grade: FaultGrade; readonly figures: readonly FigureGrade[] } {
  const { fault } = measure;
  const { passages, truth } = context;
  const anchors = passages.flatMap((passage) => anchorsOf(passage, fault.kind, fault.field));
  const first = anchors[0];
  if (!first) return { grade: nothingOf(fault), figures: [] };
  const blocks = new Set(anchors.map(({ block }) => block));
  // What belongs to it: the passages that say what is wrong, and those under the same heading or that name its column.
  const headings = new Set(anchors.map(({ heading }) => heading));
  const others = truth.faults.filter((other) => other !== fault);
  const about = context.sentences.filter(
    (sentence) =>
      blocks.has(sentence.block) ||
      (!sentence.dismisses &&
        (headings.has(sentence.heading) || namesColumn(sentence, fault.field)) &&
        !others.some((other) => claimsKind(sentence, other.kind))),
  );
  const figures = about.flatMap((sentence) => figuresIn(sentence, measure, context, blocks));
  const since = about.find(({ times, dismisses }) => !dismisses && times.some((time) => isBegin(time, measure)));
  const who = whoOf(about, fault);
  const cause = fault.cause && causeOf(context.sentences, about, fault);
  const figure = figures.find(({ right }) => right);
  if (!since && !figure) return { grade: nothingOf(fault), figures: [] };
  const parts: PartGrade[] = [
    part('what', worth.what, quoteOf(first)),
    part('since', since ? worth.since : 0, since && quoteOf(since)),
    ...(fault.cohort.length > 0 ? [part('who', (worth.who * who.named) / fault.cohort.length, who.quote)] : []),
    ...(fault.cause ? [part('cause', cause ? worth.cause : 0, cause ? quoteOf(cause) : undefined)] : []),
    part('figure', figure ? worth.figure : 0, figure?.quote),
  ];
  const told = parts.filter(({ earned, worth: full }) => earned === full).length;
  return { grade: { fault, parts, state: told >= 3 && since ? 'found' : 'partly' }, figures };
}

function part(name: PartName, earned: number, quote: Quote | undefined): PartGrade {
  return { part: name, worth: worth[name], earned, ...(quote ? { quote } : {}) };
}

function nothingOf(fault: Fault): FaultGrade {
  const names = partNames.filter(
    (name) => (name !== 'who' || fault.cohort.length > 0) && (name !== 'cause' || fault.cause),
  );
  return { fault, state: 'missed', parts: names.map((name) => part(name, 0, undefined)) };
}

/** Whether a moment is when the fault began, or between that and the first row that shows it. */
function isBegin(time: NamedTime, { fault, firstShown }: Measure): boolean {
  const shown = firstShown();
  const named = [fault.start, fault.alsoAt, shown].some((one) => one !== undefined && meansMoment(time, one));
  return named || (shown !== undefined && time.at >= fault.start && time.at <= shown);
}

function whoOf(
  about: readonly Sentence[],
  { cohort }: Fault,
): { readonly named: number; readonly quote: Quote | undefined } {
  const named = new Set<Cut>();
  let quote: Quote | undefined;
  for (const sentence of about) {
    if (sentence.dismisses) continue;
    const own = cutsNamed(sentence, cohort);
    for (const cut of own) named.add(cut);
    if (own.length > 0) quote ??= quoteOf(sentence);
  }
  return { named: named.size, quote };
}

/** The sentence that names what brought it: by its id anywhere, or by its words where the fault is told. */
function causeOf(sentences: readonly Sentence[], about: readonly Sentence[], { cause }: Fault): Sentence | undefined {
  if (!cause) return undefined;
  const byId = sentences.find((sentence) => !sentence.dismisses && sentence.text.includes(cause.id));
  if (byId) return byId;
  const words = new Set(phraseOf(cause.change).filter((stem) => stem.length > 3));
  const service = phraseOf(cause.service);
  return about.find((sentence) => {
    if (sentence.dismisses) return false;
    const shared = new Set(sentence.stems.filter((stem) => words.has(stem))).size;
    const isCause = affirms(sentence, causalPhrases) || places(sentence, [service]).length > 0;
    return shared >= 3 || (shared >= 2 && isCause);
  });
}

/** Whether a sentence tells a red herring as a cause, and none of the real ones with it. */
function blames(sentence: Sentence, herring: Herring, faults: readonly Fault[]): boolean {
  if (sentence.dismisses || !affirms(sentence, causalPhrases)) return false;
  if (faults.some(({ cause }) => cause && sentence.text.includes(cause.id))) return false;
  if (sentence.words.some((word) => /^(?:not|no|never|cannot)$|n't$/.test(word))) return false;
  return sentence.text.includes(herring.entry.id) || affirms(sentence, herringPhrases[herring.kind].map(phraseOf));
}

function figuresIn(
  sentence: Sentence,
  measure: Measure,
  { truth, cuts }: Context,
  blocks: ReadonlySet<number>,
): readonly FigureGrade[] {
  const { fault } = measure;
  if (sentence.dismisses || forward.test(sentence.heading)) return [];
  const own = cutsNamed(sentence, cuts);
  const days = sentence.times
    .filter(({ whole }) => whole === 'day')
    .map(({ at }) => dayOf(at))
    .filter((one) => one !== dayOf(fault.start));
  const columns = new Set(own.map(({ column }) => column));
  const full = [...own, ...fault.cohort.filter(({ column }) => !columns.has(column))];
  const isPrecise =
    fault.cohort.length > 0 && fault.cohort.every((cut) => own.some(({ value }) => value === cut.value));
  const moments = sentence.times.filter(({ whole }) => whole === 'moment').map(({ at }) => at);
  const [from, to] = [moments[0], moments[1]];
  // What the sentence names counts first: its own window, its days; then the window and the rows of the fault.
  const filters: readonly Filter[] = [
    ...(from === undefined
      ? []
      : [full, own].map((one) => ({ cuts: one, days: [], from, ...(to === undefined ? {} : { to }) }))),
    ...(days.length > 0 ? [full, own].map((one) => ({ cuts: one, days })) : []),
    ...[full, own].map((one) => ({ cuts: one, days: [] })),
    // A sentence that says whose rows it counts is taken at its word; else all are tried, and each value by itself.
    ...(isPrecise ? [] : [fault.cohort, [], ...own.map((cut) => [cut])].map((one) => ({ cuts: one, days: [] }))),
  ];
  const possible = filters.flatMap((filter) => figuresOf(measure, truth, filter).map((figure) => ({ figure, filter })));
  return sentence.quantities.flatMap((quantity): readonly FigureGrade[] => {
    const unit = unitOf(quantity);
    if (!unit) return [];
    const hit = possible.find(({ figure }) => figure.unit === unit && isFigure(figure, quantity.value));
    if (hit) return [{ quote: quantity, right: true, figure: hit.figure, rows: rowsOf(hit.filter) }];
    // A number is called wrong only where it can be nothing else: a share, in the sentence that says what is wrong.
    const main = possible.find(({ figure, filter }) => figure.unit === 'percent' && filter.days.length === 0);
    const isMain =
      unit === 'percent' &&
      blocks.has(sentence.block) &&
      claimsKind(sentence, fault.kind) &&
      !forward.test(sentence.text);
    return isMain && main ? [{ quote: quantity, right: false, figure: main.figure, rows: rowsOf(main.filter) }] : [];
  });
}

function unitOf({ kind }: Quantity): Figure['unit'] | undefined {
  if (kind === 'percent' || kind === 'time') return kind;
  return kind === 'bytes' || kind === 'bandwidth' || kind === 'percentile' ? undefined : 'count';
}

function rowsOf({ cuts, days, from, to }: Filter): string {
  const window = from === undefined ? [] : [`${readable(from)} –${to === undefined ? '' : ` ${readable(to)}`}`];
  return [...cuts.map(({ value }) => value), ...days, ...window].join(', ');
}

/** Every value that the data have in the columns by which figures are cut. */
function cutsOf({ table, faults }: Truth, measures: readonly Measure[]): readonly Cut[] {
  const known = measures.flatMap((measure) => measure.values());
  const all = [...known, ...faults.flatMap(({ cohort }) => cohort)];
  return all.filter(
    (cut, at) =>
      table.columns.includes(cut.column) &&
      all.findIndex(({ column, value }) => column === cut.column && value === cut.value) === at,
  );
}

/** A number that is right of one fault is not wrong of another. */
function distinct(figures: readonly FigureGrade[]): readonly FigureGrade[] {
  const at = new Map<number, FigureGrade>();
  for (const figure of figures) if (!at.get(figure.quote.start)?.right) at.set(figure.quote.start, figure);
  return [...at.values()].sort((a, b) => a.quote.start - b.quote.start);
}

function measuresDone({ criteria }: Review, counts: boolean): IncidentGrade['measures'] {
  return measureRefs.flatMap((ref) => {
    const found = criteria.find(({ criterion }) => criterion.ref === ref);
    if (!found) return [];
    const { status } = found;
    const earned = !counts ? 0 : status === 'met' ? 2 : status === 'partial' ? 1 : 0;
    return [{ id: ref, title: found.criterion.title, status, worth: 2, earned }];
  });
}

function quoteOf({ start, end }: Sentence): Quote {
  return { start, end };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
