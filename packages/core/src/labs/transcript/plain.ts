import { type Line, linesOf, namesIn, partName, type Timing, type Utterance } from './utterance.ts';

export interface PlainReading {
  readonly utterances: readonly Utterance[];
  readonly timing: Exclude<Timing, 'whole'>;
}

const clock = String.raw`(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[.,]\d{1,3})?`;
/** `[00:12:03] Sam: …`, `(12:03) …`, `00:12:03 - …`. */
const before = new RegExp(String.raw`^\s*[[(]?${clock}[\])]?(?:\s*[-–—|]\s*|\s+|$)`);
const name = String.raw`\p{Lu}[\p{L}\p{M}\p{N}.'’_-]{0,30}(?: [\p{Lu}\p{N}][\p{L}\p{M}\p{N}.'’_-]{0,30}){0,3}`;
/** `Sam Lee (00:12:03)` or `Sam 12:03` alone on a line, with what is said below it. Small letters are words: `At most 5:00`. */
const heading = new RegExp(String.raw`^\s*(${name})\s*[[(]?${clock}[\])]?\s*:?\s*$`, 'u');

interface Said {
  readonly start: number | undefined;
  readonly speaker: string | undefined;
  readonly text: string;
  readonly at: Utterance['at'];
}

/** Reads a transcript that is no captions: with marks of time or without, with names or without. */
export function readPlain(text: string): PlainReading {
  const lines = linesOf(text).filter((line) => line.text.trim() !== '' && questionIn(line.text) === undefined);
  const marked = lines.map(markOf);
  const bodies = marked.filter(({ isHeading }) => !isHeading);
  const timed = bodies.filter(({ start }) => start !== undefined);
  // Behind a mark of time stands a name, if names are given at all; further lines under it have none.
  const names = namesIn((timed.length > 0 ? timed : bodies).map(({ rest }) => rest));
  const said: Said[] = [];
  let open: { start: number | undefined; speaker: string | undefined } = { start: undefined, speaker: undefined };
  let isFresh = false;
  for (const { start, speaker, rest, isHeading, line } of marked) {
    if (isHeading) {
      open = { start, speaker };
      isFresh = true;
      continue;
    }
    const named = partName(rest, names);
    const isNew = start !== undefined || named.speaker !== undefined;
    if (isNew) open = { start, speaker: named.speaker ?? (start === undefined ? undefined : open.speaker) };
    if (named.said.trim() === '') continue;
    said.push({
      // A second line under a mark begins some time after it.
      start: isNew || isFresh ? open.start : undefined,
      speaker: open.speaker,
      text: named.said.replace(/\s+/g, ' ').trim(),
      at: { start: line.start, end: line.end },
    });
    isFresh = false;
  }
  return withEnds(said);
}

interface Marked {
  readonly start: number | undefined;
  readonly speaker: string | undefined;
  readonly rest: string;
  readonly isHeading: boolean;
  readonly line: Line;
}

function markOf(line: Line): Marked {
  const { text } = line;
  const above = heading.exec(text);
  if (above) return { start: msOf(above.slice(2)), speaker: above[1]?.trim(), rest: '', isHeading: true, line };
  const mark = before.exec(text);
  if (!mark) return { start: undefined, speaker: undefined, rest: text.trim(), isHeading: false, line };
  return { start: msOf(mark.slice(1)), speaker: undefined, rest: text.slice(mark[0].length), isHeading: false, line };
}

function msOf([hours = '0', minutes = '0', seconds = '0']: readonly (string | undefined)[]): number {
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}

/** What is said under a mark ends, at the latest, where the next mark stands. Marks that run back tell nothing. */
function withEnds(said: readonly Said[]): PlainReading {
  const timed: Said[] = [];
  for (const one of said) {
    const last = timed.at(-1);
    if (one.start === undefined && last?.start !== undefined) {
      const at = { start: last.at.start, end: one.at.end };
      timed[timed.length - 1] = { ...last, text: `${last.text} ${one.text}`, at };
    } else timed.push(one);
  }
  const starts = timed.flatMap(({ start }) => (start === undefined ? [] : [start]));
  const isOrdered = starts.every((start, index) => start >= (starts[index - 1] ?? 0));
  if (starts.length < 2 || !isOrdered) {
    return { utterances: said.map((one) => ({ ...one, start: undefined, end: undefined })), timing: 'none' };
  }
  return { utterances: timed.map((one, index) => ({ ...one, end: timed[index + 1]?.start })), timing: 'starts' };
}

/** The question that a transcript names in a line of its own: `NOTE question: pinterest/home-feed`. */
export function questionIn(line: string): string | undefined {
  return /^\s*(?:NOTE\s+)?question:\s*([a-z0-9-]+\/[a-z0-9-]+)\s*$/.exec(line)?.[1];
}
