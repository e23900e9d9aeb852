import type { LensComparison, LensFlip, LensReason, LensSide } from '@rubricate/core/review';
import type { Judged } from '../judge.ts';
import { makeStyle, type Style } from '../terminal/style.ts';
import { oneLine, widthOf } from '../terminal/width.ts';
import { hang, wrap } from '../terminal/wrap.ts';

interface Page {
  readonly style: Style;
  readonly width: number;
}

/** One text through two lenses, as a person reads it: both verdicts, then what flips and why. */
export function comparisonPage(
  { path, review, comparison }: Judged & { readonly comparison: LensComparison },
  { color, width }: { readonly color: boolean; readonly width: number },
): readonly string[] {
  const page = { style: makeStyle(color), width };
  const { here, there, flips, onlyHere, onlyThere } = comparison;
  const title = review.target.question?.title ?? review.target.rubrics.map((rubric) => rubric.title).join(', ');
  const telling = flips.filter(({ differs }) => differs.includes('effect')).length;
  return [
    ...wrap(oneLine(path), width).map(page.style.strong),
    ...wrap(title, width),
    '',
    ...verdict('here', here, page),
    ...verdict('there', there, page),
    '',
    ...heading('What flips', flips.length === 0 ? 'nothing' : `${flips.length}, ${telling} of them in this text`, page),
    ...(flips.length === 0
      ? wrap('Both judge everything they share in the same way, and this text earns the same.', width)
      : flips.flatMap((flip) => flipPart(flip, page))),
    ...apart(`Only ${here.packTitle} judges`, onlyHere, page),
    ...apart(`Only ${there.packTitle} judges`, onlyThere, page),
  ];
}

function verdict(name: string, { packTitle, level, hire, reading }: LensComparison['here'], { style, width }: Page) {
  const range = hire.low === hire.high ? '' : ` (${hire.low} to ${hire.high})`;
  const reads = reading.bar === 'below' ? 'below mid' : reading.bar;
  const text = `${packTitle}, ${level}: ${hire.signal}${range}; it reads as ${reads}`;
  return hang(`${name.padEnd(7)}`, text, width, style.strong);
}

function heading(title: string, right: string, { style, width }: Page): readonly string[] {
  const room = width - widthOf(title) - widthOf(right) - 2;
  return room < 3
    ? [...wrap(title, width).map(style.strong), ...wrap(right, width)]
    : [`${style.strong(title)} ${style.quiet('─'.repeat(room))} ${right}`];
}

function flipPart({ ref, kind, title, here, there }: LensFlip, { style, width }: Page): readonly string[] {
  return [
    '',
    ...hang('', `${title} · ${kind}`, width, style.strong),
    ...hang('  ', ref, width, style.quiet),
    ...sidePart('here', here, kind, width),
    ...sidePart('there', there, kind, width),
  ];
}

function sidePart(name: string, side: LensSide, kind: LensFlip['kind'], width: number): readonly string[] {
  const { reason } = side;
  return [
    ...hang(`  ${name.padEnd(7)}`, sideText(side, kind), width),
    ...(reason ? hang(' '.repeat(9), oneLine(`Why: ${reasonText(reason)}`), width) : []),
  ];
}

/** How a lens counts it, and what that makes of this text. */
function sideText({ weight, status, expected }: LensSide, kind: LensFlip['kind']): string {
  if (weight === 0) return 'not judged';
  const shown = { met: 'met', partial: 'shown in part', missing: 'missing', present: 'present', absent: 'absent' }[
    status
  ];
  const isThere = status !== 'missing' && status !== 'absent';
  const speaksFor = (kind === 'criterion') === weight > 0;
  if (isThere) return `${shown}, which counts ${speaksFor ? 'for' : 'against'} you`;
  if (!speaksFor) return `${shown}; it would count against you`;
  if (kind === 'pitfall') return `${shown}; it would count for you`;
  return expected ? `${shown}, and asked for at this level` : `${shown}; at this level it would be a plus`;
}

function reasonText({ why, source, state }: LensReason): string {
  if (!source) return why;
  return `${why} (${source.publisher} [${source.id}], ${source.date} · ${state ?? 'claimed'})`;
}

function apart(title: string, refs: readonly string[], page: Page): readonly string[] {
  if (refs.length === 0) return [];
  return ['', ...heading(title, String(refs.length), page), ...wrap(refs.join(', '), page.width)];
}
