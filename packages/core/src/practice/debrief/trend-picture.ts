import { hireSignals } from '../../model/index.ts';
import type { DebriefPoint } from './history.ts';
import { dayOf, type PageBlock } from './page.ts';
import type { DebriefWords } from './words.ts';

const frame = { width: 640, height: 220, left: 92, right: 24, top: 16, bottom: 44 } as const;
/** More days than this under the picture would run into each other. */
const mostDays = 7;

/** The course of the attempts as an inline SVG: a point an attempt, with a line from the harsh to the kind reading. */
export function trendPicture(
  { title, about, points }: Extract<PageBlock, { kind: 'trend' }>,
  words: DebriefWords,
  safe: (text: string) => string,
): readonly string[] {
  const { width, height, left, right, top, bottom } = frame;
  const step = points.length < 2 ? 0 : (width - left - right) / (points.length - 1);
  const x = (index: number): string => (left + index * step).toFixed(1);
  const y = (signal: DebriefPoint['signal']): string =>
    (height - bottom - (hireSignals.indexOf(signal) / (hireSignals.length - 1)) * (height - top - bottom)).toFixed(1);
  const every = Math.ceil(points.length / mostDays);
  // Attempts at another level were held to another bar.
  const isMixed = points.some(({ level }) => level !== points[0]?.level);
  const day = ({ at, level }: DebriefPoint): string =>
    [at === '' ? words.now : dayOf(at).slice(5), ...(isMixed ? [level] : [])].join(' · ');
  // The last day always shows; one too near to it makes room.
  const isNamed = (index: number): boolean =>
    index === points.length - 1 || (index % every === 0 && points.length - 1 - index >= every);
  const anchor = (index: number): string => (index === points.length - 1 ? 'end' : index === 0 ? 'start' : 'middle');
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="trend-title trend-about" xmlns="http://www.w3.org/2000/svg">`,
    `<title id="trend-title">${safe(title)}</title>`,
    `<desc id="trend-about">${safe(about)}</desc>`,
    ...hireSignals.flatMap((signal) => [
      `<line class="grid" x1="${left}" x2="${width - right}" y1="${y(signal)}" y2="${y(signal)}"/>`,
      `<text x="${left - 12}" y="${y(signal)}" dy="4" text-anchor="end">${safe(words.signals[signal])}</text>`,
    ]),
    ...points.map(
      ({ low, high }, index) => `<line class="span" x1="${x(index)}" x2="${x(index)}" y1="${y(low)}" y2="${y(high)}"/>`,
    ),
    `<polyline class="course" points="${points.map(({ signal }, index) => `${x(index)},${y(signal)}`).join(' ')}"/>`,
    ...points.map(({ signal }, index) => `<circle class="point" cx="${x(index)}" cy="${y(signal)}" r="6"/>`),
    ...points.flatMap((point, index) =>
      isNamed(index)
        ? [`<text x="${x(index)}" y="${height - 14}" text-anchor="${anchor(index)}">${safe(day(point))}</text>`]
        : [],
    ),
    '</svg>',
  ];
}
