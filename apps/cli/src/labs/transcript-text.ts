import {
  candidateText,
  clock,
  figureRows,
  lastWords,
  limitsOf,
  momentOf,
  momentsOf,
  phaseSign,
  type SpokenReport,
  seconds,
  timelineRows,
  englishSpokenWords as words,
} from '@rubricate/core/labs/transcript';
import { type CriterionReview, type Review, reasonText } from '@rubricate/core/review';
import { statusMarks } from '../formats/text.ts';
import { heading } from '../practice/plan-text.ts';
import { makeStyle, type Style } from '../terminal/style.ts';
import { clip, oneLine, widthOf } from '../terminal/width.ts';
import { hang, wrap } from '../terminal/wrap.ts';

interface Look {
  readonly style: Style;
  readonly width: number;
}

/** The report as a person reads it in a terminal. */
export function transcriptLines(
  report: SpokenReport,
  path: string,
  { color, width }: { readonly color: boolean; readonly width: number },
): readonly string[] {
  const look = { style: makeStyle(color), width };
  const { target } = report.review;
  const subject = target.question?.title ?? target.rubrics.map(({ title }) => title).join(', ');
  const level = target.level === target.bar ? target.level : `${target.level} (${target.bar})`;
  return [
    ...wrap(oneLine(path), width).map(look.style.strong),
    ...wrap([subject, target.lens.pack.title, `for ${level}`].join(' · '), width),
    ...wrap(oneLine(candidateText(report, words)), width).map(look.style.quiet),
    '',
    heading(words.speech, look),
    ...figures(report, look),
    ...hour(report, look),
    ...silences(report, look),
    ...decisions(report, look),
    '',
    ...verdict(report.review, look),
    ...criteria(report, look),
    ...pitfalls(report, look),
    ...limits(report, look),
  ];
}

function figures(report: SpokenReport, { style, width }: Look): readonly string[] {
  const rows = figureRows(report, words);
  const first = Math.max(...rows.map(({ name }) => widthOf(name))) + 2;
  const second = Math.max(...rows.map(({ value }) => widthOf(value))) + 2;
  // What does not fit beside goes below.
  const isWide = first + second + 24 <= width;
  return rows.flatMap(({ name, value, more }) => {
    if (!isWide)
      return [
        ...hang(name.padEnd(first), value, width),
        ...(more === '' ? [] : hang('  ', oneLine(more), width, style.quiet)),
      ];
    return more === ''
      ? [name.padEnd(first) + value]
      : hang(name.padEnd(first) + value.padEnd(second), oneLine(more), width, style.quiet);
  });
}

function hour(report: SpokenReport, look: Look): readonly string[] {
  const { style, width } = look;
  const { phases, candidate, length, transcript } = report;
  const names = {
    phase: words.phase,
    own: candidate.name ?? words.speaking,
    others: words.others,
    silence: words.silence,
    evidence: words.evidence,
  };
  const label = 12;
  const columns = width - label;
  const rows = timelineRows(report, columns);
  if (rows.length === 0 || length === undefined)
    return ['', heading(words.hour, look), ...wrap(words.hourUntimed, width)];
  const from = transcript.utterances[0]?.start ?? 0;
  const ends = [clock(from), clock(from + length)];
  const paint = { phase: String, own: String, others: style.quiet, silence: style.middling, evidence: style.good };
  return [
    '',
    heading(words.hour, look),
    ...rows.map(({ kind, cells }) => {
      const name = clip(oneLine(names[kind]), label - 1);
      return `${name}${' '.repeat(label - widthOf(name))}${paint[kind](cells)}`;
    }),
    style.quiet(`${' '.repeat(label)}${ends[0]}${(ends[1] ?? '').padStart(columns - (ends[0] ?? '').length)}`),
    ...(phases === undefined ? [] : phaseTable(report, look)),
  ];
}

function phaseTable({ phases = [] }: SpokenReport, { style, width }: Look): readonly string[] {
  const titles = phases.map(({ heading: title }, index) => `${phaseSign(index)}  ${oneLine(title)}`);
  // Where there is little room, the budget and what was spent of it come first.
  const most = width < 60 ? 2 : 4;
  const numbers = most * 9;
  const room = Math.min(Math.max(...titles.map(widthOf)), width - numbers);
  const cells = (...all: readonly string[]): string =>
    all
      .slice(0, most)
      .map((cell) => cell.padStart(9))
      .join('');
  return [
    '',
    style.quiet(words.phase.padEnd(room) + cells(words.budget, words.spent, words.begins, words.words)),
    ...phases.map(({ budget, spent, begins, words: count }, index) => {
      const title = clip(titles[index] ?? '', room);
      const line = cells(
        `${budget}:00`,
        spent === undefined ? '–' : clock(spent),
        begins === undefined ? '–' : clock(begins),
        String(count),
      );
      return `${title}${' '.repeat(room - widthOf(title))}${line}`;
    }),
    ...wrap(words.guessed, width).map(style.quiet),
  ];
}

function silences(report: SpokenReport, look: Look): readonly string[] {
  const { speech, transcript, phaseOf } = report;
  if (speech.silences === undefined) return [];
  const lines = speech.silences.flatMap(({ start, end, after }) => {
    const utterance = transcript.utterances[after];
    const where = [phaseOf(after)?.heading, utterance?.speaker].filter((part) => part !== undefined).join(', ');
    const quote = `“${oneLine(lastWords(report, after))}”`;
    return hang(
      `${clock(start).padStart(7)} ${`${seconds(end - start)} s`.padStart(8)}  `,
      `${where === '' ? '' : `${oneLine(where)}: `}${quote}`,
      look.width,
    );
  });
  return ['', heading(words.where, look), ...(lines.length === 0 ? wrap(words.silencesNone, look.width) : lines)];
}

function decisions(report: SpokenReport, look: Look): readonly string[] {
  const { style, width } = look;
  const lines = report.speech.decisions.flatMap(({ sentence, hasReason }) => {
    const moment = momentOf(report, sentence);
    if (!moment) return [];
    const time = moment.at === undefined ? '–' : clock(moment.at);
    const mark = hasReason ? style.good(statusMarks.met) : style.bad(statusMarks.missing);
    const quote = clip(oneLine(moment.text), Math.max(20, width - 10));
    return [
      `${mark}${time.padStart(8)} ${quote}`,
      ...(hasReason ? [] : hang(' '.repeat(10), words.withoutReason, width, style.quiet)),
    ];
  });
  return lines.length === 0 ? [] : ['', heading(words.decided, look), ...lines];
}

function verdict({ hire, level }: Review, { style, width }: Look): readonly string[] {
  const label = (name: string): string => name.padEnd(13);
  const range = (low: string, high: string): string => (low === high ? '' : `, somewhere from ${low} to ${high}`);
  return [
    ...hang(label('Hire signal'), `${hire.signal}${range(hire.low, hire.high)}`, width, style.strong),
    ...hire.reasons.flatMap((reason) => hang(label(''), oneLine(reasonText(reason)), width)),
    ...hang(
      label('Reads as'),
      `${level.bar === 'below' ? 'below mid' : level.bar}${range(level.low, level.high)}`,
      width,
      style.strong,
    ),
  ];
}

const openFirst = ['missing', 'partial', 'met'] as const;

function criteria(report: SpokenReport, look: Look): readonly string[] {
  const { review } = report;
  return review.dimensions
    .filter(({ total }) => total > 0)
    .flatMap(({ id, title, met, total }) => [
      '',
      heading(`${title}: ${met} of ${total} met`, look),
      ...review.criteria
        .filter(({ criterion, expected }) => criterion.dimension === id && expected && criterion.weight > 0)
        .sort((a, b) => openFirst.indexOf(a.status) - openFirst.indexOf(b.status))
        .flatMap((one) => criterionPart(one, report, look)),
    ]);
}

function criterionPart(found: CriterionReview, report: SpokenReport, { style, width }: Look): readonly string[] {
  const { criterion, status, evidence } = found;
  const paint = { met: style.good, partial: style.middling, missing: style.bad }[status];
  const [moment] = status === 'missing' ? [] : momentsOf(report, evidence);
  const time = moment?.at === undefined ? '–' : clock(moment.at);
  const wanted = status === 'met' ? '' : status === 'partial' ? criterion.earns.met : criterion.hint;
  return [
    ...hang(
      `${paint(statusMarks[status])}${time.padStart(8)} `,
      criterion.title,
      width,
      status === 'met' ? String : style.strong,
    ),
    ...(moment ? [`${' '.repeat(10)}${style.quote(clip(`“${oneLine(moment.text)}”`, width - 10))}`] : []),
    ...(wanted === '' ? [] : hang(`${' '.repeat(10)}→ `, wanted, width, style.quiet)),
  ];
}

function pitfalls(report: SpokenReport, look: Look): readonly string[] {
  const lines = report.review.pitfalls
    .filter(({ present, pitfall }) => present && pitfall.weight > 0)
    .flatMap(({ pitfall, evidence }) => {
      const [moment] = momentsOf(report, evidence);
      const time = moment?.at === undefined ? '–' : clock(moment.at);
      return [
        ...hang(`${look.style.bad('!')}${time.padStart(8)} `, pitfall.title, look.width, look.style.strong),
        ...hang(`${' '.repeat(10)}→ `, pitfall.hint, look.width, look.style.quiet),
      ];
    });
  return lines.length === 0 ? [] : ['', heading('Pitfalls', look), ...lines];
}

function limits(report: SpokenReport, look: Look): readonly string[] {
  const items = limitsOf(report, words);
  if (items.length === 0) return [];
  return ['', heading(words.limits, look), ...items.flatMap((item) => hang('- ', item, look.width))];
}
