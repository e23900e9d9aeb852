import type { SpokenReport } from './report.ts';
import { utteranceAt } from './report.ts';
import { asSaid } from './spoken-answer.ts';
import type { Utterance } from './utterance.ts';

/** Words with when they were said and where they stand in the file of the transcript. */
export interface Moment {
  /** Milliseconds; undefined where the transcript does not tell. */
  readonly at: number | undefined;
  /** UTF-16 offsets into the file: the caption or the line. */
  readonly place: Utterance['at'];
  readonly text: string;
}

/** The moment of words of the reviewed text. */
export function momentOf(
  report: SpokenReport,
  span: { readonly start: number; readonly end: number },
): Moment | undefined {
  const index = utteranceAt(report, span.start);
  const utterance = index === undefined ? undefined : report.transcript.utterances[index];
  if (!utterance) return undefined;
  return { at: utterance.start, place: utterance.at, text: asSaid(report.spoken.answer.slice(span.start, span.end)) };
}

/** The moments of all of them, in the order of the review; the most telling first. */
export function momentsOf(
  report: SpokenReport,
  spans: readonly { readonly start: number; readonly end: number }[],
): readonly Moment[] {
  return spans.flatMap((span) => momentOf(report, span) ?? []);
}

/** The last words that were said up to and with an utterance, by whoever says it. */
export function lastWords({ transcript: { utterances } }: SpokenReport, index: number, most = 8): string {
  const words: string[] = [];
  const speaker = utterances[index]?.speaker;
  for (let at = index; words.length <= most && utterances[at] && utterances[at]?.speaker === speaker; at--) {
    words.unshift(...(utterances[at]?.text ?? '').split(' '));
  }
  return words.length <= most ? words.join(' ') : `… ${words.slice(-most).join(' ')}`;
}

/** The beginning of a text, with a sign where something is left out. */
export function beginning(text: string, most = 10): string {
  const words = text.split(' ');
  return words.length <= most ? text : `${words.slice(0, most).join(' ')} …`;
}
