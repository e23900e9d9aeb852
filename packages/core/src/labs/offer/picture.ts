import { percentText, shortAmount } from './figures.ts';
import type { OfferReport } from './report.ts';
import type { OfferWords } from './words.ts';

/** Narrow, so that its letters stay readable in a window beside a file. */
const frame = { width: 480, height: 340, left: 56, right: 8, top: 40, floor: 220, low: 256, foot: 312 } as const;
/** More labels than this under the bars would run into each other. */
const mostLabels = 8;
const widestBar = 56;

/**
 * A bar an exit: its pay with the equity on top, the rival as a line across; below it the chance of each. Colours are those
 * of the page (`--link`, `--shade` …), and none says anything alone.
 */
export function offerPicture(
  { outcomes, pay, rival }: OfferReport,
  words: OfferWords & { readonly about: string },
  safe: (text: string) => string,
): readonly string[] {
  const { width, height, left, right, top, floor, low, foot } = frame;
  const highest = Math.max(rival?.net ?? 0, ...outcomes.map(({ total }) => total), 1);
  const step = stepFor(highest);
  const most = Math.ceil(highest / step) * step;
  const y = (amount: number): number => floor - (amount / most) * (floor - top);
  const column = (width - left - right) / outcomes.length;
  const bar = Math.min(widestBar, column * 0.7);
  const x = (index: number): number => left + column * (index + 0.5);
  const likeliest = Math.max(...outcomes.map(({ exit }) => exit.probability), 1e-9);
  const every = Math.ceil(outcomes.length / mostLabels);
  const at = (number: number): string => number.toFixed(1);
  const rect = (index: number, from: number, to: number, look: string): string =>
    `<rect x="${at(x(index) - bar / 2)}" y="${at(to)}" width="${at(bar)}" height="${at(Math.max(0, from - to))}" ${look}/>`;
  const text = (px: number, py: number, anchor: string, said: string): string =>
    `<text x="${at(px)}" y="${at(py)}" text-anchor="${anchor}">${safe(said)}</text>`;
  const ticks = Array.from({ length: Math.round(most / step) + 1 }, (_, index) => index * step);
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="offer-title offer-about" xmlns="http://www.w3.org/2000/svg">`,
    `<title id="offer-title">${safe(words.picture)}</title>`,
    `<desc id="offer-about">${safe(words.about)}</desc>`,
    ...legend(words, rival !== undefined, safe),
    ...ticks.flatMap((tick) => [
      `<line class="grid" x1="${left}" x2="${width - right}" y1="${at(y(tick))}" y2="${at(y(tick))}"/>`,
      text(left - 8, y(tick) + 4, 'end', shortAmount(tick)),
    ]),
    ...outcomes.flatMap(({ total, exit }, index) => [
      rect(index, floor, y(pay.net), looks.pay),
      rect(index, y(pay.net), y(total), looks.equity),
      rect(index, foot, foot - (exit.probability / likeliest) * (foot - low), looks.chance),
      ...(index % every === 0
        ? [
            text(x(index), floor + 16, 'middle', shortAmount(exit.value)),
            text(x(index), foot + 16, 'middle', percentText(exit.probability)),
          ]
        : []),
    ]),
    ...(rival
      ? [
          `<line x1="${left}" x2="${width - right}" y1="${at(y(rival.net))}" y2="${at(y(rival.net))}" stroke="var(--bad)" stroke-width="2" stroke-dasharray="6 4"/>`,
        ]
      : []),
    text(left - 8, floor + 16, 'end', words.value),
    text(left - 8, foot - 4, 'end', words.chance),
    '</svg>',
  ];
}

const looks = {
  pay: 'fill="var(--shade)" stroke="var(--quiet)"',
  equity: 'fill="var(--link)" stroke="var(--link)"',
  chance: 'fill="var(--quiet)"',
} as const;

function legend(words: OfferWords, hasRival: boolean, safe: (text: string) => string): readonly string[] {
  const { left } = frame;
  const box = (x: number, look: string): string => `<rect x="${x}" y="8" width="14" height="12" ${look}/>`;
  const said = (x: number, label: string): string => `<text x="${x}" y="18">${safe(label)}</text>`;
  return [
    ...[box(left, looks.pay), said(left + 20, words.pay)],
    ...[box(left + 84, looks.equity), said(left + 104, words.equity)],
    ...(hasRival
      ? [
          `<line x1="${left + 180}" x2="${left + 204}" y1="14" y2="14" stroke="var(--bad)" stroke-width="2" stroke-dasharray="6 4"/>`,
          said(left + 212, words.rivalName),
        ]
      : []),
  ];
}

/** A round distance between lines, so that there are two to six of them: 1, 2 or 5 with zeros behind it. */
function stepFor(highest: number): number {
  for (let unit = 1; ; unit *= 10) {
    for (const step of [unit, 2 * unit, 5 * unit]) if (highest / step <= 5) return step;
  }
}
