import { escapeHtml } from '../../practice/index.ts';
import { grouped, sizeText } from './figures.ts';
import type { IndexKind } from './index-kind.ts';
import type { IndexReport, Point } from './playground.ts';

/** What the pictures say, in the reader's language. */
export interface PictureWords {
  readonly title: string;
  readonly about: string;
  /** Under and beside the axes. */
  readonly across: string;
  readonly up: string;
}

const frame = { width: 640, height: 352, left: 52, right: 20, top: 56, bottom: 48 } as const;

/** A form for each index, so that none is told from another by colour alone. Each is drawn around 0, 0. */
const marks: Readonly<Record<IndexKind, string>> = {
  exact: 'M-7 0H7M0 -7V7',
  hnsw: 'M-5 0A5 5 0 1 0 5 0A5 5 0 1 0 -5 0Z',
  ivf: 'M-5 -5H5V5H-5Z',
  pq: 'M0 -6L6 5H-6Z',
  'ivf-pq': 'M0 -6.5L6.5 0L0 6.5L-6.5 0Z',
};

/** Recall over what a query costs, each index a line, as an inline SVG. The points of the settings have a ring. */
export function tradePicture(indexes: readonly IndexReport[], words: PictureWords): string {
  const { width, height, left, right, top, bottom } = frame;
  const ticks = ticksOver(indexes.flatMap(({ points }) => points.map(costOf)));
  const [low, high] = [ticks[0] as number, ticks.at(-1) as number];
  // The axis is logarithmic. Digits that differ between systems are gone once a place is rounded.
  const x = (cost: number): string =>
    (left + (Math.log(cost / low) / Math.log(high / low)) * (width - left - right)).toFixed(1);
  const y = (recall: number): string => (height - bottom - recall * (height - top - bottom)).toFixed(1);
  const shares = [0, 0.2, 0.4, 0.6, 0.8, 1];
  return [
    `<svg class="trade" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="trade-title trade-about" xmlns="http://www.w3.org/2000/svg">`,
    `<title id="trade-title">${escapeHtml(words.title)}</title>`,
    `<desc id="trade-about">${escapeHtml(words.about)}</desc>`,
    ...indexes.map(({ kind }, at) => {
      const place = left + at * 110;
      return `<g class="${kind}"><path class="mark" transform="translate(${place + 6} 16)" d="${marks[kind]}"/><text x="${place + 20}" y="20">${kind}</text></g>`;
    }),
    ...shares.flatMap((share) => [
      `<line class="grid" x1="${left}" x2="${width - right}" y1="${y(share)}" y2="${y(share)}"/>`,
      `<text x="${left - 8}" y="${y(share)}" dy="4" text-anchor="end">${share.toFixed(1)}</text>`,
    ]),
    ...ticks.map((tick, at) => {
      const anchor = at === ticks.length - 1 ? 'end' : 'middle';
      return `<text x="${x(tick)}" y="${height - bottom + 18}" text-anchor="${anchor}">${grouped(tick)}</text>`;
    }),
    `<text x="${width - right}" y="${height - 8}" text-anchor="end">${escapeHtml(words.across)}</text>`,
    `<text x="${left - 8}" y="${top - 10}" text-anchor="start">${escapeHtml(words.up)}</text>`,
    // A cross hides nothing, so it goes on top.
    ...[...indexes].reverse().flatMap(({ kind, points }) => [
      `<g class="${kind}">`,
      `<polyline class="course" points="${points.map((point) => `${x(costOf(point))},${y(point.recall)}`).join(' ')}"/>`,
      ...points.flatMap((point) => {
        const place = `translate(${x(costOf(point))} ${y(point.recall)})`;
        return [
          ...(point.isCurrent ? [`<circle class="now" transform="${place}" r="10"/>`] : []),
          `<path class="mark" transform="${place}" d="${marks[kind]}"/>`,
        ];
      }),
      '</g>',
    ]),
    '</svg>',
  ].join('\n');
}

/** What each index takes, a bar each, its length after the bytes. */
export function memoryPicture(
  indexes: readonly IndexReport[],
  { title, about }: Pick<PictureWords, 'title' | 'about'>,
): string {
  const [row, left, room] = [30, 70, 440];
  const sizes = indexes.map(({ kind, points }) => ({ kind, bytes: currentOf(points)?.bytes ?? 0 }));
  const most = Math.max(1, ...sizes.map(({ bytes }) => bytes));
  return [
    `<svg class="memory" viewBox="0 0 640 ${sizes.length * row + 8}" role="img" aria-labelledby="memory-title memory-about" xmlns="http://www.w3.org/2000/svg">`,
    `<title id="memory-title">${escapeHtml(title)}</title>`,
    `<desc id="memory-about">${escapeHtml(about)}</desc>`,
    ...sizes.flatMap(({ kind, bytes }, at) => {
      const length = Math.max(2, (bytes / most) * room).toFixed(1);
      const middle = at * row + row / 2 + 4;
      return [
        `<text x="${left - 10}" y="${middle}" dy="4" text-anchor="end">${kind}</text>`,
        `<rect class="${kind}" x="${left}" y="${middle - 9}" width="${length}" height="18"/>`,
        `<text x="${(left + Number(length) + 10).toFixed(1)}" y="${middle}" dy="4">${sizeText(bytes)}</text>`,
      ];
    }),
    '</svg>',
  ].join('\n');
}

/** The point that the settings name, else the first. */
export function currentOf(points: readonly Point[]): Point | undefined {
  return points.find(({ isCurrent }) => isCurrent) ?? points[0];
}

/** What a query costs: distances of whole vectors and those read off codes, together. */
function costOf({ distances, codes }: Point): number {
  return Math.max(1, distances + codes);
}

/** 1, 2, 5, 10, 20 … from below the least to above the most of some costs. */
function ticksOver(costs: readonly number[]): readonly number[] {
  const all: number[] = [];
  for (let decade = 1; decade <= 1e6; decade *= 10) all.push(decade, 2 * decade, 5 * decade);
  const first = all.findLastIndex((tick) => tick <= Math.min(...costs));
  const last = all.findIndex((tick) => tick >= Math.max(...costs));
  return all.slice(Math.max(0, first), Math.max(first + 2, last + 1));
}
