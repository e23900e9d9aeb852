import { eastAsianWidth } from 'get-east-asian-width';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const plain = /^[\x20-\x7e]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the sequences that colour text.
const escapes = /\u001b\[[0-9;]*m/g;

/** How many columns a text takes: wide letters and emoji two, combining marks and colour none. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmenter.segment(text.replace(escapes, ''))) width += widthOfCluster(segment);
  return width;
}

function widthOfCluster(cluster: string): number {
  if (/^[\p{M}\p{Cf}\p{Cc}]+$/u.test(cluster)) return 0;
  if (/\p{RGI_Emoji}/v.test(cluster) || cluster.includes('\ufe0f')) return 2;
  return eastAsianWidth(cluster.codePointAt(0) as number);
}

/** The longest beginning of a text that fits, cut between characters as people see them. */
export function takeWidth(text: string, width: number): string {
  if (plain.test(text)) return text.slice(0, width);
  let taken = '';
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    const next = widthOfCluster(segment);
    if (used + next > width) break;
    taken += segment;
    used += next;
  }
  return taken;
}

/** A text on one line with nothing in it that a terminal would act on. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
    .replace(/[\ufeff\u200b\u2060\u00ad]/g, '')
    .trim();
}

/** A text cut to a width, with `…` where something is gone. */
export function clip(text: string, width: number): string {
  return widthOf(text) <= width ? text : `${takeWidth(text, Math.max(0, width - 1)).trimEnd()}…`;
}

/** A text cut at its beginning; the end of a path tells more than its start. */
export function clipStart(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  for (const { segment } of [...segmenter.segment(text)].reverse()) {
    if (widthOf(kept) + widthOf(segment) > width - 1) break;
    kept = segment + kept;
  }
  return `…${kept}`;
}
