import {
  type CriterionReview,
  type DimensionReview,
  hintsOf,
  numberMessage,
  numberTitles,
  type Review,
  reasonText,
} from '@rubricate/core/review';
import type { Judged, NotReviewed } from '../judge.ts';
import { positionAt } from '../source-text.ts';
import { makeStyle, type Style } from '../terminal/style.ts';
import { clip, oneLine, widthOf } from '../terminal/width.ts';
import { hang, wrap } from '../terminal/wrap.ts';
import { comparisonPage } from './comparison.ts';
import type { Format } from './format.ts';
import { placeOf } from './place.ts';

/** Status marks: their shape tells them apart, colour only helps. */
export const statusMarks = { met: '✓', partial: '◐', missing: '✗' } as const;
/** What is met is shown in a line; what is to be worked on gets room. */
const quoteLines = { met: 1, open: 2 } as const;
/** Stands before what to do, as `│` stands before the writer's words. */
const advice = '  → ';

/** The review as a person reads it. */
export function textFormat({ color, width }: { readonly color: boolean; readonly width: number }): Format {
  const style = makeStyle(color);
  return {
    open: '',
    between: '\n\n',
    one: (result) => [`${pageOf(result, { style, width }, color).join('\n')}\n`],
    close: () => '',
  };
}

function pageOf(result: Judged | NotReviewed, page: Page, color: boolean): readonly string[] {
  if (!result.ok) return failed(result, page);
  const { comparison } = result;
  return comparison ? comparisonPage({ ...result, comparison }, { color, width: page.width }) : reviewed(result, page);
}

interface Page {
  readonly style: Style;
  readonly width: number;
}

function failed({ path, error }: NotReviewed, { style, width }: Page): readonly string[] {
  const place = error.line === undefined ? '' : `:${error.line}:${error.column ?? 1}`;
  const lines = [...wrap(`${oneLine(path)}${place}`, width).map(style.strong)];
  for (const [index, line] of `Not reviewed. ${error.message}`.split('\n').entries()) {
    // Lists and what is to be copied keep their indent.
    const [own = ''] = /^(?:- | *)/.exec(line) ?? [];
    const lead = index === 0 ? `${style.bad('!')} ` : `  ${own}`;
    lines.push(...hang(lead, oneLine(line.slice(own.length)), width));
  }
  return lines;
}

function reviewed(judged: Judged, page: Page): readonly string[] {
  const { review } = judged;
  const dimensions = review.dimensions.filter(({ total }) => total > 0);
  return [
    ...header(judged, page),
    '',
    ...verdicts(judged, page),
    ...dimensions.flatMap((dimension) => ['', ...dimensionPart(dimension, judged, page)]),
    ...turned(judged, page),
    ...numbers(judged, page),
    ...pitfalls(judged, page),
    ...above(judged, page),
    ...nextSteps(judged, page),
  ];
}

function header({ path, target, review, unknown }: Judged, { style, width }: Page): readonly string[] {
  const title = target.question?.title ?? target.rubrics.map((rubric) => rubric.title).join(', ');
  const level = target.level === target.bar ? target.level : `${target.level} (${target.bar})`;
  const words = `${review.words.toLocaleString('en')} word${review.words === 1 ? '' : 's'}`;
  const parts = [title, target.lens.pack.title, `for ${level}`, words];
  const apart = `${target.lens.pack.title} does not have ${unknown.join(', ')}; this is judged by what it has instead.`;
  return [
    ...wrap(oneLine(path), width).map(style.strong),
    ...wrap(parts.join(' · '), width),
    ...(unknown.length > 0 ? wrap(apart, width) : []),
  ];
}

function verdicts({ review }: Judged, { style, width }: Page): readonly string[] {
  const { hire, level } = review;
  const label = (name: string) => name.padEnd(13);
  return [
    ...hang(label('Hire signal'), `${hire.signal}${rangeText(hire)}`, width, (line) =>
      style.strong(signalPaint(hire.signal, style)(line)),
    ),
    ...hire.reasons.flatMap((reason) => hang(label(''), oneLine(reasonText(reason)), width)),
    '',
    ...hang(
      label('Reads as'),
      `${level.bar === 'below' ? 'below mid' : level.bar}${rangeText(level)}`,
      width,
      style.strong,
    ),
    ...level.reasons.flatMap((reason) => hang(label(''), oneLine(reasonText(reason)), width)),
  ];
}

function signalPaint(signal: Review['hire']['signal'], style: Style): (text: string) => string {
  return signal.endsWith('yes') ? style.good : signal === 'lean-no' ? style.middling : style.bad;
}

function rangeText({ low, high }: { readonly low: string; readonly high: string }): string {
  return low === high ? '' : `, somewhere from ${low} to ${high}`;
}

function rule(title: string, right: string, { style, width }: Page): readonly string[] {
  const room = width - widthOf(title) - 1 - (right ? widthOf(right) + 1 : 0);
  if (room < 3) return [...wrap(title, width).map(style.strong), ...wrap(right, width).map(style.quiet)];
  return [`${style.strong(title)} ${style.quiet('─'.repeat(room))}${right ? ` ${right}` : ''}`];
}

function dimensionPart(dimension: DimensionReview, judged: Judged, page: Page): readonly string[] {
  const { met, partial, total } = dimension;
  const own = judged.review.criteria.filter(
    ({ criterion, expected }) => criterion.dimension === dimension.id && expected && criterion.weight > 0,
  );
  const order = ['missing', 'partial', 'met'] as const;
  const sorted = [...own].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const count = `${met} of ${total} met${partial > 0 ? `, ${partial} in part` : ''}`;
  return [
    ...rule(dimension.title, count, page),
    ...sorted.flatMap((criterion) => criterionPart(criterion, judged, page)),
  ];
}

function criterionPart(found: CriterionReview, judged: Judged, page: Page): readonly string[] {
  const { criterion, status, dismissed } = found;
  const { style, width } = page;
  const lines = [...hang(`${mark(status, style)} `, criterion.title, width, status === 'met' ? String : style.strong)];
  if (status !== 'missing')
    lines.push(...quoted(found.evidence[0], judged, page, status === 'met' ? quoteLines.met : quoteLines.open));
  if (dismissed !== undefined)
    return [...lines, ...hang('  ', `Put aside${dismissed ? `: ${oneLine(dismissed)}` : '.'}`, width, style.quiet)];
  if (status === 'partial') lines.push(...hang(advice, `In full: ${oneLine(criterion.earns.met)}`, width));
  if (status === 'missing') {
    lines.push(...hang(advice, oneLine(criterion.hint), width));
    lines.push(...hang('    ', placeOf(found, judged), width, style.quiet));
  }
  return lines;
}

function mark(status: CriterionReview['status'], style: Style): string {
  const paint = status === 'met' ? style.good : status === 'partial' ? style.middling : style.bad;
  return paint(statusMarks[status]);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The words a finding rests on, behind their line number. */
function quoted(
  range: Range | undefined,
  judged: Judged,
  { style, width }: Page,
  most: number = quoteLines.open,
): readonly string[] {
  if (!range) return [];
  const lead = `  ${String(positionAt(judged.source, range.start).line).padStart(3)} │ `;
  const room = width - widthOf(lead);
  const lines = wrap(oneLine(judged.source.text.slice(range.start, range.end)), room);
  const cut = lines.length > most;
  return lines.slice(0, most).map((line, index) => {
    const shown = cut && index === most - 1 ? clip(`${line} …`, room) : line;
    return `${style.quiet(index === 0 ? lead : `${' '.repeat(widthOf(lead) - 2)}│ `)}${style.quote(shown)}`;
  });
}

/** Criteria of the shared rubric that this role holds against a writer. */
function turned(judged: Judged, page: Page): readonly string[] {
  const found = judged.review.criteria.filter(({ criterion, status }) => criterion.weight < 0 && status !== 'missing');
  if (found.length === 0) return [];
  const lines = found.flatMap((one) => [
    ...hang(`${page.style.bad('!')} `, one.criterion.title, page.width, page.style.strong),
    ...quoted(one.evidence[0], judged, page),
    ...hang(advice, oneLine(one.criterion.override?.why ?? ''), page.width),
  ]);
  return ['', ...rule('Held against you in this role', String(found.length), page), ...lines];
}

function numbers(judged: Judged, page: Page): readonly string[] {
  const { style, width } = page;
  const found = judged.review.numbers;
  if (found.length === 0) return [];
  const lines = found.flatMap((number) => [
    ...hang(`${style.bad('!')} `, numberTitles[number.kind], width, style.strong),
    ...quoted(number.range, judged, page),
    ...(number.dismissed === undefined
      ? hang(advice, oneLine(numberMessage(number)), width)
      : hang('  ', `Put aside${number.dismissed ? `: ${oneLine(number.dismissed)}` : '.'}`, width, style.quiet)),
  ]);
  return ['', ...rule('Numbers that do not hold', String(found.length), page), ...lines];
}

function pitfalls(judged: Judged, page: Page): readonly string[] {
  const { style, width } = page;
  const present = judged.review.pitfalls.filter((found) => found.present);
  if (present.length === 0) return [];
  const lines = present.flatMap((found) => [
    ...hang(`${style.bad('!')} `, found.pitfall.title, width, style.strong),
    ...quoted(found.evidence[0], judged, page),
    ...(found.dismissed === undefined
      ? hang(advice, oneLine(found.pitfall.hint), width)
      : hang('  ', `Put aside${found.dismissed ? `: ${oneLine(found.dismissed)}` : '.'}`, width, style.quiet)),
  ]);
  return ['', ...rule('Pitfalls', String(present.length), page), ...lines];
}

/** What only a higher level asks for: shown it is a plus, left out it costs nothing. */
function above(judged: Judged, page: Page): readonly string[] {
  const { review, target } = judged;
  const higher = review.criteria.filter(({ expected, criterion }) => !expected && criterion.weight > 0);
  if (higher.length === 0) return [];
  const shown = higher.filter(({ status }) => status !== 'missing');
  const rest = higher.filter(({ status }) => status === 'missing');
  const lines = shown.flatMap((found) => {
    const at = found.evidence[0];
    const line = at ? ` · line ${positionAt(judged.source, at.start).line}` : '';
    return hang(`${mark(found.status, page.style)} `, `${found.criterion.title}${line}`, page.width);
  });
  if (rest.length > 0) {
    const titles = rest.map(({ criterion }) => criterion.title).join(', ');
    lines.push(...hang('· ', `Not asked for here: ${titles}`, page.width, page.style.quiet));
  }
  return ['', ...rule(`Above ${target.level}, a plus`, `${shown.length} of ${higher.length} shown`, page), ...lines];
}

function nextSteps(judged: Judged, page: Page): readonly string[] {
  const steps = mostUseful(judged.review);
  if (steps.length === 0)
    return ['', ...hang('', `Nothing is missing for ${judged.target.level}.`, page.width, page.style.strong)];
  const lines = steps.flatMap(({ title, message, place }, index) => [
    ...hang(`${index + 1}. `, title, page.width, page.style.strong),
    ...hang('   ', `${message} ${place(judged)}`.trim(), page.width),
  ]);
  return ['', ...rule(steps.length === 1 ? 'Next step' : 'Next two steps', '', page), ...lines];
}

interface Step {
  readonly title: string;
  readonly message: string;
  readonly place: (judged: Judged) => string;
}

/** What the editor would hint at first: pitfalls that stand, then what every level needs. */
function mostUseful(review: Review): readonly Step[] {
  return hintsOf(review, { finished: true, most: 2 }).map((hint): Step => {
    const found = review.criteria.find(({ criterion }) => criterion.ref === hint.code);
    const isAbsence = review.pitfalls.some(({ pitfall }) => pitfall.ref === hint.code && pitfall.absence);
    const message = oneLine(
      hint.kind === 'partial' && found ? `Shown in part. In full: ${found.criterion.earns.met}` : hint.message,
    );
    return {
      title: hint.title,
      message,
      place: (judged) =>
        found && found.status === 'missing'
          ? placeOf(found, judged)
          : hint.range.end > hint.range.start && !isAbsence
            ? `Line ${positionAt(judged.source, hint.range.start).line}.`
            : '',
    };
  });
}
