import { type DebriefPage, type PageBlock, say } from '../../../practice/index.ts';
import type { Figure } from '../figures.ts';
import type { Cut, Fault, Truth } from '../model.ts';
import { readable } from '../world.ts';
import type { FaultGrade, FigureGrade, IncidentGrade, Quote } from './grade.ts';
import type { GradeWords } from './report-words.ts';

type PageSection = DebriefPage['sections'][number];

export interface GradePageOptions {
  readonly grade: IncidentGrade;
  readonly truth: Truth;
  /** The diagnosis. */
  readonly text: string;
  /** How many hints to give for each fault that was not found. */
  readonly hints: number;
  /** Whether to say what was put into the data. */
  readonly reveal: boolean;
}

/** Marks the page of a graded diagnosis, so that it is known for one. */
export const gradeGenerator = 'Rubricate incident';

/** A graded diagnosis as a page. What was not found is not told, unless it is asked for. */
export function gradePage(options: GradePageOptions, words: GradeWords): DebriefPage {
  const { grade, truth } = options;
  const told = grade.faults.filter(({ state }) => state !== 'missed');
  const section = (id: string, title: string, blocks: readonly PageBlock[]): readonly PageSection[] =>
    blocks.length > 0 ? [{ id, title, blocks }] : [];
  return {
    language: words.language,
    generator: gradeGenerator,
    title: say(words.title, truth.seed),
    details: [say(words.details, grade.points, grade.of)],
    sections: [
      { id: 'verdict', title: words.verdict, blocks: verdict(grade, words) },
      ...told.flatMap((fault, index) =>
        section(`fault-${index + 1}`, say(words.faultFound, faultTitle(fault.fault, words), words[fault.state]), [
          { kind: 'list', items: partItems(fault, options.text, words) },
        ]),
      ),
      ...section('open', words.open, stillOpen(options, words)),
      ...section('figures', words.figures, figures(options, words)),
      ...section('against', words.against, against(options, words)),
      ...section('done', words.done, done(grade, words)),
      ...section('truth', words.truth, options.reveal ? revealed(truth, words) : []),
    ],
    foot: words.foot,
  };
}

function faultTitle(fault: Fault, words: GradeWords): string {
  return say(words.fault, fault.field, words.kinds[fault.kind]);
}

function verdict(grade: IncidentGrade, words: GradeWords): readonly PageBlock[] {
  const all = grade.faults.length;
  const found = grade.faults.filter(({ state }) => state !== 'missed').length;
  const partly = grade.faults.filter(({ state }) => state === 'partly').length;
  const sentence =
    found === 0 ? words.foundNone : say(partly > 0 ? words.foundPartly : words.foundSome, found, all, partly);
  return [
    { kind: 'verdict', text: sentence },
    ...(grade.guesses
      ? [{ kind: 'text', text: words.guesses } as const]
      : found === 0
        ? [{ kind: 'text', text: words.nothing } as const]
        : []),
  ];
}

function partItems({ parts }: FaultGrade, text: string, words: GradeWords): readonly string[] {
  return parts.map(({ part, worth, earned, quote }) => {
    const mark = earned === worth ? '✓' : earned > 0 ? '◐' : '✗';
    const name = words.parts[part];
    return quote
      ? say(words.told, mark, name, points(earned), worth, quoted(text, quote))
      : say(words.untold, mark, name, points(earned), worth);
  });
}

function stillOpen({ grade, hints, reveal }: GradePageOptions, words: GradeWords): readonly PageBlock[] {
  const open = grade.faults.filter(({ state }) => state === 'missed');
  if (open.length === 0 || reveal) return [];
  const given = open.flatMap(({ fault: { kind } }) => [words.rough[kind], words.near[kind]].slice(0, hints));
  return [
    { kind: 'text', text: open.length === 1 ? words.openOne : say(words.openMany, open.length) },
    ...(given.length > 0 ? [{ kind: 'list', items: given } as const] : []),
  ];
}

function figures({ grade, text }: GradePageOptions, words: GradeWords): readonly PageBlock[] {
  if (grade.figures.length === 0) return [];
  const row = ({ quote, right, figure, rows }: FigureGrade): readonly string[] => [
    text.slice(quote.start, quote.end),
    say(right ? words.right : words.wrong, figureText(figure), figureOfText(figure, words)),
    rows === '' ? words.allRows : rows,
  ];
  return [
    {
      kind: 'table',
      caption: words.figuresTable,
      head: [words.wrote, words.say, words.rows],
      rows: grade.figures.map(row),
    },
  ];
}

/** A figure as one writes it. */
export function figureText({ unit, value }: Figure): string {
  if (unit === 'percent') return `${rounded(value, 1)}%`;
  if (unit === 'count') return rounded(value, Math.abs(value) < 100 && value % 1 !== 0 ? 2 : 0);
  const seconds = Math.abs(value);
  if (seconds < 90) return `${rounded(seconds, 1)} s`;
  return seconds < 18_000 ? `${rounded(seconds / 60, 0)} min` : `${rounded(seconds / 3600, 1)} h`;
}

/** What a figure counts, in words that follow it. */
export function figureOfText({ of, kind }: Figure, words: Pick<GradeWords, 'figureOf' | 'hits'>): string {
  return say(words.figureOf[of], kind ? words.hits[kind] : '');
}

function rounded(value: number, digits: number): string {
  return value
    .toFixed(digits)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

function points(value: number): string {
  return rounded(value, 1);
}

function against({ grade, text }: GradePageOptions, words: GradeWords): readonly PageBlock[] {
  const items = [
    ...grade.herrings.map(({ herring, quote }) =>
      say(words.herring, herring.entry.change, herring.entry.id, quoted(text, quote)),
    ),
    ...grade.claims.map(({ kind, quote }) => say(words.claim, words.kinds[kind], quoted(text, quote))),
  ];
  return items.length > 0 ? [{ kind: 'list', items }] : [];
}

function done({ measures, faults }: IncidentGrade, words: GradeWords): readonly PageBlock[] {
  if (measures.length === 0) return [];
  if (faults.every(({ state }) => state === 'missed')) return [{ kind: 'text', text: words.doneNone }];
  const marks = { met: '✓', partial: '◐', missing: '✗' } as const;
  return [
    {
      kind: 'list',
      items: measures.map(({ title, status }) => `${marks[status]} ${title}: ${words.statuses[status]}`),
    },
  ];
}

function revealed({ faults, herrings }: Truth, words: GradeWords): readonly PageBlock[] {
  const row = ({ kind, field, start, end, cohort, cause }: Fault): readonly string[] => [
    words.kinds[kind],
    field,
    end === null ? say(words.toTheEnd, readable(start)) : say(words.fromTo, readable(start), readable(end)),
    cohortText(cohort) || words.allRows,
    cause ? `${cause.id} ${cause.service}: ${cause.change}` : '',
  ];
  const head = [words.kind, words.column, words.window, words.cohort, words.cause];
  return [
    { kind: 'table', caption: words.truthTable, head, rows: faults.map(row) },
    ...(herrings.length > 0
      ? [
          {
            kind: 'text',
            text: say(words.herrings, herrings.map(({ entry }) => `${entry.id} ${entry.change}`).join('; ')),
          } as const,
        ]
      : []),
  ];
}

function cohortText(cohort: readonly Cut[]): string {
  return cohort.map(({ column, value }) => `${column} ${value}`).join(', ');
}

const longestQuote = 140;

/** The quoted words on one line, cut where they are long. */
export function quoted(text: string, { start, end }: Quote): string {
  const words = text.slice(start, end).replace(/\s+/g, ' ').trim();
  return words.length <= longestQuote ? words : `${words.slice(0, longestQuote - 1).trimEnd()}…`;
}
