import type { AttemptSpeech, AttemptTimes } from '../events.ts';
import type { Debrief, DebriefCriterion, DebriefFault, DebriefQuote } from './debrief.ts';
import type { DebriefPoint } from './history.ts';
import { type DebriefWords, say } from './words.ts';

/** One finding with the words it rests on. */
export interface PageFinding {
  readonly mark: 'met' | 'partial' | 'missing' | 'fault' | 'edit';
  readonly title: string;
  /** The mark in words. */
  readonly state: string;
  readonly advice: string;
  readonly note: string;
  readonly quotes: readonly DebriefQuote[];
}

export type PageBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'verdict'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'heading'; readonly title: string; readonly note: string }
  | { readonly kind: 'findings'; readonly findings: readonly PageFinding[] }
  | { readonly kind: 'trend'; readonly title: string; readonly about: string; readonly points: readonly DebriefPoint[] }
  /** A picture that whoever made the page drew: lines of an inline SVG, already safe. What it shows stands in words beside it. */
  | { readonly kind: 'picture'; readonly svg: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      /** Whether all columns but the first hold numbers, which are read from their right end. */
      readonly isNumeric?: boolean;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface PageSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly PageBlock[];
}

/** A debrief, or another report of its kind, as parts of a page; what shows it decides how they look. */
export interface DebriefPage {
  readonly language: string;
  /** What tells a file of this report from any other; that of a debrief unless it is given. */
  readonly generator?: string;
  readonly title: string;
  readonly details: readonly string[];
  readonly sections: readonly PageSection[];
  readonly foot: string;
}

/** The debrief as a page in the given words, block by block, for Markdown and HTML alike. */
export function debriefPage(debrief: Debrief, words: DebriefWords): DebriefPage {
  const { subject, pack, level, bar, at, formerly } = debrief;
  return {
    language: words.language,
    title: say(words.title, subject),
    details: [
      say(words.details, pack, level, words.readings[bar], debrief.words),
      at === undefined ? words.notRecorded : say(words.recorded, dayOf(at)),
      ...(formerly ? [say(words.formerly, words.signals[formerly.signal], words.readings[formerly.reading])] : []),
    ],
    sections: [
      { id: 'verdict', title: words.verdict, blocks: verdict(debrief, words) },
      { id: 'risk', title: words.risk, blocks: risk(debrief, words) },
      { id: 'next', title: words.next, blocks: next(debrief, words) },
      { id: 'dimensions', title: words.dimensions, blocks: dimensions(debrief, words) },
      { id: 'faults', title: words.faults, blocks: faults(debrief, words) },
      ...(debrief.question === undefined
        ? []
        : [
            { id: 'change', title: words.change, blocks: change(debrief, words) },
            { id: 'attempts', title: words.attempts, blocks: attempts(debrief, words) },
          ]),
      ...(debrief.spoken ? [{ id: 'spoken', title: words.spoken, blocks: spoken(debrief.spoken, words) }] : []),
      ...(debrief.times
        ? [
            {
              id: 'times',
              title: words.times,
              blocks: times(debrief.times, words, debrief.spoken ? words.usedSpoken : words.used),
            },
          ]
        : []),
    ],
    foot: words.made,
  };
}

/** The day in UTC, the same wherever the report is made. */
export function dayOf(at: string): string {
  return at.slice(0, 10);
}

function ranged<T extends string>(
  { value, low, high }: { readonly value: T; readonly low: T; readonly high: T },
  names: Readonly<Record<T, string>>,
  words: DebriefWords,
): string {
  return low === high ? names[value] : say(words.range, names[value], names[low], names[high]);
}

function verdict({ hire, reading }: Debrief, words: DebriefWords): readonly PageBlock[] {
  return [
    { kind: 'verdict', text: say(words.hireSignal, ranged(hire, words.signals, words)) },
    { kind: 'list', items: hire.reasons.map(words.reason) },
    { kind: 'verdict', text: say(words.readsAs, ranged(reading, words.readings, words)) },
    { kind: 'list', items: reading.reasons.map(words.reason) },
  ];
}

function risk({ downlevel }: Debrief, words: DebriefWords): readonly PageBlock[] {
  const { risk: kind, aimed, to, short } = downlevel;
  const percent = (share: number): number => Math.round(share * 100);
  return [
    { kind: 'text', text: say(words.risks[kind], words.readings[aimed], words.readings[to]) },
    {
      kind: 'list',
      items: short.map(({ bar, earned, asked }) =>
        say(words.short, words.readings[bar], percent(earned), percent(asked)),
      ),
    },
  ];
}

function next({ next: found }: Debrief, words: DebriefWords): readonly PageBlock[] {
  if (!found) return [{ kind: 'text', text: words.nextNone }];
  return [
    { kind: 'text', text: say(found.isEnough ? words.nextEnough : words.nextFirst, words.readings[found.bar]) },
    {
      kind: 'findings',
      findings: found.edits.map(({ title, status, advice }) => ({
        mark: 'edit',
        title,
        state: words.statuses[status],
        advice,
        note: '',
        quotes: [],
      })),
    },
  ];
}

function dimensions({ dimensions: all, pluses }: Debrief, words: DebriefWords): readonly PageBlock[] {
  const finding = (one: DebriefCriterion): PageFinding => criterionFinding(one, words);
  return [
    ...(all.length === 0 ? [{ kind: 'text', text: words.dimensionsNone } as const] : []),
    ...all.flatMap(({ title, met, partial, total, criteria }): readonly PageBlock[] => [
      { kind: 'heading', title, note: say(partial > 0 ? words.countPartial : words.count, met, total, partial) },
      { kind: 'findings', findings: criteria.map(finding) },
    ]),
    ...(pluses.length === 0
      ? []
      : ([
          { kind: 'heading', title: words.pluses, note: '' },
          { kind: 'findings', findings: pluses.map(finding) },
        ] as const)),
  ];
}

function criterionFinding(criterion: DebriefCriterion, words: DebriefWords): PageFinding {
  const { title, status, advice, quotes, dismissed } = criterion;
  const note = dismissed === undefined ? '' : say(words.dismissed, dismissed);
  return { mark: status, title, state: words.statuses[status], advice, note, quotes };
}

function faults({ faults: all }: Debrief, words: DebriefWords): readonly PageBlock[] {
  if (all.length === 0) return [{ kind: 'text', text: words.faultsNone }];
  const finding = ({ kind, title, advice, quotes, dismissed }: DebriefFault): PageFinding => ({
    mark: 'fault',
    title,
    state: words.kinds[kind],
    advice,
    note: dismissed === undefined ? '' : say(words.dismissed, dismissed),
    quotes,
  });
  return [{ kind: 'findings', findings: all.map(finding) }];
}

function change({ change: found, words: count }: Debrief, words: DebriefWords): readonly PageBlock[] {
  if (!found) return [{ kind: 'text', text: words.changeFirst }];
  const { signal, reading } = found;
  const day = dayOf(found.since);
  const moved = [...found.gained, ...found.lost].map(({ title, from, to }) =>
    say(words.moved, title, words.statuses[to], words.statuses[from]),
  );
  const items = [
    // Signals at two levels are held to two bars; what was shown and what it reads as are not.
    ...(signal.from === signal.to || found.otherLevel !== undefined
      ? []
      : [say(words.changeSignal, words.signals[signal.to], words.signals[signal.from])]),
    ...(reading.from === reading.to
      ? []
      : [say(words.changeReading, words.readings[reading.to], words.readings[reading.from])]),
    ...moved,
    ...found.pitfallsGone.map(({ title }) => say(words.pitfallGone, title)),
    ...found.pitfallsNew.map(({ title }) => say(words.pitfallNew, title)),
  ];
  const other = found.otherLevel;
  return [
    ...(other === undefined ? [] : [{ kind: 'text', text: say(words.changeOther, day, other) } as const]),
    ...(found.trend === 'none' ? [] : [{ kind: 'text', text: words.trends[found.trend] } as const]),
    ...(items.length === 0 && other === undefined ? [{ kind: 'text', text: say(words.changeNone, day) } as const] : []),
    { kind: 'list', items: [...items, say(words.changeWords, count, count - found.words, day)] },
  ];
}

function attempts({ points }: Debrief, words: DebriefWords): readonly PageBlock[] {
  const [first, last] = [points[0], points.at(-1)];
  const name = (one: DebriefPoint | undefined): string => (one ? words.signals[one.signal] : '');
  const title = say(words.picture, points.length);
  const row = (point: DebriefPoint): readonly string[] => [
    point.at === '' ? words.now : dayOf(point.at),
    point.level,
    ranged({ value: point.signal, low: point.low, high: point.high }, words.signals, words),
    words.readings[point.reading],
    say(words.count, point.met, point.expected),
    String(point.words),
  ];
  const column = (sentence: string): string => say(sentence, '').replace(/:\s*$/, '').trim();
  return [
    // One attempt has no course.
    ...(points.length < 2
      ? []
      : [{ kind: 'trend', title, about: say(words.pictureOf, name(first), name(last)), points } as const]),
    {
      kind: 'table',
      caption: words.attempts,
      head: [words.day, words.level, column(words.hireSignal), column(words.readsAs), words.met, words.words],
      rows: points.map(row),
    },
  ];
}

function times({ used, allowed, sections }: AttemptTimes, words: DebriefWords, sentence: string): readonly PageBlock[] {
  const minutes = (seconds: number): string => (seconds / 60).toFixed(1);
  return [
    { kind: 'text', text: say(sentence, minutes(used), minutes(allowed)) },
    {
      kind: 'table',
      caption: words.times,
      head: [words.section, words.time],
      rows: sections.map(({ heading, seconds }) => [heading === '' ? words.top : heading, minutes(seconds)]),
    },
  ];
}

/** Seconds as a clock shows them: `4:07`. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function spoken(speech: AttemptSpeech, words: DebriefWords): readonly PageBlock[] {
  const { speech: names } = words;
  const { speaking, wordsAMinute, silences, medianSilence, firstQuestion, monologue } = speech;
  const row = (name: string, value: string | undefined): readonly (readonly string[])[] =>
    value === undefined ? [] : [[name, value]];
  return [
    {
      kind: 'table',
      caption: words.spoken,
      isNumeric: true,
      head: [words.figure, words.value],
      rows: [
        ...row(names.speaking, speaking === undefined ? undefined : clock(speaking)),
        ...row(names.rate, wordsAMinute?.toString()),
        ...row(names.silences, silences?.toString()),
        ...row(names.medianSilence, medianSilence?.toFixed(1)),
        ...row(names.firstQuestion, firstQuestion === undefined ? undefined : clock(firstQuestion)),
        ...row(names.monologue, monologue === undefined ? undefined : clock(monologue)),
        ...row(names.fillers, String(speech.fillers)),
        ...row(names.hedges, String(speech.hedges)),
        ...row(names.reasoned, say(words.outOf, speech.reasoned, speech.decisions)),
      ],
    },
  ];
}
