// What is used of the library is declared beside this file, for every package that reads it.
/// <reference path="./media-captions.d.ts" />
import { parseText, parseVTTTimestamp, tokenizeVTTCue, type VTTCue, type VTTNode } from 'media-captions';
import { type Line, linesOf, namesIn, partName, type TranscriptProblem, type Utterance } from './utterance.ts';

export interface CaptionReading {
  readonly utterances: readonly Utterance[];
  readonly problems: readonly TranscriptProblem[];
  /** Whether each caption repeats the one before, as captions that are made while one speaks do. */
  readonly isRolling: boolean;
}

/** A caption with where it stands. */
interface Cue {
  readonly start: number;
  readonly end: number;
  readonly rows: readonly { readonly speaker: string | undefined; readonly text: string }[];
  readonly at: Utterance['at'];
}

const arrow = /[ \t]*-->[ \t]*/;

/** Whether a text has captions, whatever its file is called. */
export function hasCaptions(text: string): boolean {
  return /^\ufeff?WEBVTT(?:[ \t\r\n]|$)/.test(text) || /^.{0,40}\d[ \t]*-->[ \t]*\d/m.test(text);
}

/**
 * Reads WebVTT or SubRip captions. A library does it by the algorithm of the standard; it is handed both in one form, so
 * that a comma for a point or a blank line left out costs no caption. What is broken is told and the rest is read.
 */
export async function readCaptions(text: string): Promise<CaptionReading> {
  const lines = linesOf(text);
  const { source, places, problems } = inOneForm(lines);
  const { cues } = await parseText(source, { type: 'vtt' });
  const placed = cues.flatMap((cue, index): readonly Cue[] => {
    const at = places[index];
    if (!at) return [];
    const ms = (seconds: number): number => Math.round(seconds * 1000);
    return [{ start: ms(cue.startTime), end: ms(cue.endTime), rows: rowsOf(cue), at }];
  });
  // Captions may come in any order; those at one moment keep theirs.
  const ordered = placed
    .map((cue, index) => ({ cue, index }))
    .sort((a, b) => a.cue.start - b.cue.start || a.index - b.index);
  const { cues: fresh, isRolling } = unrolled(ordered.map(({ cue }) => cue));
  return { utterances: utterancesOf(fresh), problems, isRolling };
}

interface OneForm {
  readonly source: string;
  /** Where each caption stands that the library will give. */
  readonly places: readonly Utterance['at'][];
  readonly problems: readonly TranscriptProblem[];
}

/** WebVTT, whatever it was, without the captions whose times make no sense. */
function inOneForm(lines: readonly Line[]): OneForm {
  const isVtt = lines[0]?.text.startsWith('WEBVTT') ?? false;
  const out: string[] = isVtt ? [] : ['WEBVTT', ''];
  const places: { start: number; end: number }[] = [];
  const problems: TranscriptProblem[] = [];
  let isCue = false;
  let isLeftOut = false;
  for (const [index, { text, start, end }] of lines.entries()) {
    const parts = text.split(arrow);
    const isTime = parts.length > 1 && /\d/.test(parts[0] ?? '');
    if (isTime) {
      const [from, to] = [timeOf(parts[0] ?? ''), timeOf((parts[1] ?? '').split(/\s/)[0] ?? '')];
      const problem = problemOf(from, to, parts[0] ?? '');
      if (problem) problems.push({ line: index + 1, column: 1, message: problem });
      // A caption begins behind a blank line; the number above it belongs to it.
      if (isCue && !isLeftOut && /^\s*\d+\s*$/.test(out.at(-1) ?? '')) out.pop();
      isLeftOut = problem !== undefined;
      isCue = true;
      if (isLeftOut) continue;
      out.push('', `${from?.text} --> ${to?.text}`);
      places.push({ start, end });
    } else if (text === '') {
      isCue = false;
      isLeftOut = false;
      out.push('');
    } else if (!isCue) {
      out.push(text);
    } else if (!isLeftOut) {
      // A sign that opens no tag would swallow what follows it; an arrow would begin a caption.
      out.push(text.replace(/<(?![/\p{L}\d])/gu, '&lt;').replaceAll('-->', '→'));
      const place = places.at(-1);
      if (place) place.end = end;
    }
  }
  return { source: `${out.join('\n')}\n\n`, places, problems };
}

interface Time {
  readonly text: string;
  readonly seconds: number;
}

/** A moment in the form of the standard: `1:02:03,5` is `01:02:03.500`. */
function timeOf(text: string): Time | undefined {
  const found = /^\s*(?:(\d{1,2}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?\s*$/.exec(text);
  if (!found) return undefined;
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');
  const whole = `${two(found[1])}:${two(found[2])}:${two(found[3])}.${(found[4] ?? '').padEnd(3, '0')}`;
  const seconds = parseVTTTimestamp(whole);
  return seconds === null ? undefined : { text: whole, seconds };
}

function problemOf(from: Time | undefined, to: Time | undefined, start: string): string | undefined {
  if (!from || !to) {
    return /^\s*\d{3,}:/.test(start)
      ? 'Times of 100 hours and more are not read; this caption was left out.'
      : 'This is no time such as 00:12:03.500; this caption was left out.';
  }
  return to.seconds > from.seconds ? undefined : 'This caption does not end after it begins, so it was left out.';
}

/** The lines of a caption without their mark-up, each with who says it where a voice is named. */
function rowsOf(cue: VTTCue): Cue['rows'] {
  const rows: { speaker: string | undefined; text: string }[] = [{ speaker: undefined, text: '' }];
  const walk = (nodes: readonly VTTNode[], speaker: string | undefined): void => {
    for (const node of nodes) {
      if (node.type !== 'text') {
        walk(node.children, node.type === 'v' && node.voice.trim() !== '' ? node.voice.trim() : speaker);
        continue;
      }
      for (const [index, part] of node.data.split('\n').entries()) {
        const last = rows.at(-1);
        if (index > 0 || !last || (last.text.trim() !== '' && last.speaker !== speaker))
          rows.push({ speaker, text: part });
        else {
          last.text += part;
          last.speaker = speaker;
        }
      }
    }
  };
  walk(tokenizeVTTCue(cue), undefined);
  return rows
    .map(({ speaker, text }) => ({
      speaker,
      // `{\an8}` places a caption; `>>` and a dash say that another speaks, but not who.
      text: text
        .replace(/\{\\[^}]{0,40}\}/g, '')
        .replace(/^\s*(?:>{1,3}|[-–—](?=\s))\s*/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    }))
    .filter(({ text }) => text !== '');
}

/** Where a third of the captions begin with the end of the one before, they roll: each line is then read once. */
const rollingShare = 0.3;
const fewestToRoll = 6;
/** Rolling captions follow each other without a pause. */
const rollingGapMs = 250;

function unrolled(cues: readonly Cue[]): { readonly cues: readonly Cue[]; readonly isRolling: boolean } {
  const follows = (cue: Cue, before: Cue | undefined): before is Cue =>
    before !== undefined && cue.start <= before.end + rollingGapMs;
  const repeats = cues.filter((cue, index) => {
    const before = cues[index - 1];
    const [first, last] = [cue.rows[0]?.text, before?.rows.at(-1)?.text];
    return follows(cue, before) && first !== undefined && last !== undefined && first.startsWith(last);
  }).length;
  if (cues.length < fewestToRoll || repeats < cues.length * rollingShare) return { cues, isRolling: false };
  const fresh: Cue[] = [];
  let shown: readonly string[] = [];
  let before: Cue | undefined;
  for (const cue of cues) {
    const old = follows(cue, before) ? shown : [];
    const rows = cue.rows.flatMap((row): Cue['rows'] => {
      if (old.includes(row.text)) return [];
      const grown = old.find((text) => row.text.startsWith(`${text} `));
      return [grown === undefined ? row : { ...row, text: row.text.slice(grown.length + 1) }];
    });
    const last = fresh.at(-1);
    if (rows.length > 0) fresh.push({ ...cue, rows });
    // A caption that says nothing new shows the last one for longer; rolled lines stay on anyhow, so their time ends there.
    else if (last && cue.end > last.end && cue.start - last.end <= rollingGapMs) {
      fresh[fresh.length - 1] = { ...last, end: cue.end };
    }
    shown = cue.rows.map(({ text }) => text);
    before = cue;
  }
  return { cues: fresh.map((cue, index) => endingBefore(cue, fresh[index + 1])), isRolling: true };
}

/** A line that stays on while the next is shown was said before it. */
function endingBefore(cue: Cue, next: Cue | undefined): Cue {
  return next && next.start > cue.start && next.start < cue.end ? { ...cue, end: next.start } : cue;
}

/** Parts the captions by who speaks; without a voice, a name before a colon counts until the next one. */
function utterancesOf(cues: readonly Cue[]): readonly Utterance[] {
  const names = namesIn(cues.map(({ rows }) => rows[0]?.text ?? ''));
  const utterances: Utterance[] = [];
  let current: string | undefined;
  for (const { start, end, rows, at } of cues) {
    const parts: { speaker: string | undefined; text: string }[] = [];
    for (const { speaker, text } of rows) {
      const named = speaker === undefined ? partName(text, names) : { speaker, said: text };
      current = named.speaker ?? (speaker === undefined ? current : speaker);
      const last = parts.at(-1);
      if (last && last.speaker === current) last.text += ` ${named.said}`;
      else parts.push({ speaker: current, text: named.said });
    }
    // Two voices in one caption share its time by how much they say.
    const total = parts.reduce((sum, { text }) => sum + text.length, 0);
    let before = 0;
    for (const { speaker, text } of parts) {
      const moment = (length: number): number => start + Math.round(((end - start) * length) / total);
      utterances.push({ start: moment(before), end: moment(before + text.length), speaker, text, at });
      before += text.length;
    }
  }
  return utterances;
}
