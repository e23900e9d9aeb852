import { escapeHtml, say } from '../../practice/index.ts';
import { clock, type SpokenReport } from './report.ts';
import { statusMoments } from './timeline.ts';
import type { SpokenWords } from './words.ts';

const frame = { width: 480, left: 76, right: 14, row: 26, bar: 14, top: 8, axis: 30 } as const;
/** Speech with a shorter pause in it is drawn as one bar. */
const joinMs = 1_500;
const mostMarks = 7;
/** The steps in which minutes are counted on the axis. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600] as const;

/** The hour as an inline SVG; none without times. All text in it is made safe here. */
export function hourPicture(report: SpokenReport, words: SpokenWords): readonly string[] {
  const { transcript, candidate, speech, phases, length } = report;
  const from = transcript.utterances[0]?.start;
  if (length === undefined || from === undefined || length <= 0) return [];
  const { width, left, right, row, bar, top } = frame;
  const x = (ms: number): string => (left + ((ms - from) / length) * (width - left - right)).toFixed(1);
  const span = (start: number, end: number): string =>
    `x="${x(start)}" width="${Math.max(0.8, ((end - start) / length) * (width - left - right)).toFixed(1)}"`;
  const rows: { readonly label: string; readonly parts: (y: number) => readonly string[] }[] = [];
  const begun = (phases ?? []).flatMap((phase, index) => (phase.from === undefined ? [] : [{ phase, index }]));
  if (begun.length > 0) {
    const start = (at: number): number => (at === 0 ? from : (begun[at]?.phase.begins ?? from + length));
    rows.push({
      label: words.phase,
      parts: (y) =>
        begun.flatMap(({ phase, index }, at) => [
          `<rect ${span(start(at), start(at + 1))} y="${y}" height="${bar + 4}" fill="var(--shade)" stroke="var(--line)"><title>${escapeHtml(phase.heading)}</title></rect>`,
          // A number too wide for its phase would run into the next one.
          ...((start(at + 1) - start(at)) / length > 0.025
            ? [`<text x="${x((start(at) + start(at + 1)) / 2)}" y="${y + 13}" text-anchor="middle">${index + 1}</text>`]
            : []),
        ]),
    });
  }
  const speaks = (own: boolean, fill: string) => (y: number) =>
    turns(report, own).map(({ start, end }) => `<rect ${span(start, end)} y="${y}" height="${bar}" fill="${fill}"/>`);
  rows.push({ label: candidate.name ?? words.speaking, parts: speaks(true, 'var(--link)') });
  if (transcript.speakers.length > 1) rows.push({ label: words.others, parts: speaks(false, 'var(--quiet)') });
  if (speech.silences)
    rows.push({
      label: words.silence,
      parts: (y) =>
        (speech.silences ?? []).map(
          ({ start, end }) => `<rect ${span(start, end)} y="${y}" height="${bar}" fill="var(--half)"/>`,
        ),
    });
  rows.push({
    label: words.evidence,
    parts: (y) =>
      statusMoments(report).map(({ at, status, title }) => {
        const centre = `cx="${x(at)}" cy="${y + bar / 2}" r="4"`;
        const look = status === 'met' ? 'fill="var(--good)"' : 'fill="none" stroke="var(--half)" stroke-width="2"';
        return `<circle ${centre} ${look}><title>${escapeHtml(`${clock(at)} ${title}`)}</title></circle>`;
      }),
  });
  const base = top + rows.length * row;
  const step = steps.find((minutes) => length / (minutes * 60_000) <= mostMarks) ?? 600;
  const marks = Array.from({ length: Math.floor(length / (step * 60_000)) + 1 }, (_, index) => index * step);
  return [
    `<svg viewBox="0 0 ${width} ${base + frame.axis}" role="img" aria-labelledby="hour-title hour-about" xmlns="http://www.w3.org/2000/svg">`,
    `<title id="hour-title">${escapeHtml(words.hour)}</title>`,
    `<desc id="hour-about">${escapeHtml(say(words.hourOf, clock(length)))}</desc>`,
    ...marks.map((minutes) => {
      const at = x(from + minutes * 60_000);
      return `<line class="grid" x1="${at}" x2="${at}" y1="${top}" y2="${base}"/><text x="${at}" y="${base + 18}" text-anchor="middle">${minutes}:00</text>`;
    }),
    ...rows.flatMap(({ label, parts }, index) => {
      const y = top + index * row + 4;
      return [
        `<text x="${left - 10}" y="${y + 11}" text-anchor="end">${escapeHtml(shortened(label))}</text>`,
        ...parts(y),
      ];
    }),
    '</svg>',
  ];
}

function shortened(label: string): string {
  return label.length <= 10 ? label : `${label.slice(0, 9).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

interface Turn {
  start: number;
  end: number;
}

/** When the candidate, or anybody else, speaks; short pauses are drawn over. */
function turns({ transcript, candidate }: SpokenReport, own: boolean): readonly Turn[] {
  const found: Turn[] = [];
  for (const { speaker, start, end } of transcript.utterances) {
    if ((speaker === candidate.name) !== own || start === undefined) continue;
    const until = end ?? start;
    const last = found.at(-1);
    if (last && start - last.end < joinMs) last.end = Math.max(last.end, until);
    else found.push({ start, end: until });
  }
  return found;
}
