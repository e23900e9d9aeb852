import { momentsOf } from './moments.ts';
import type { SpokenReport } from './report.ts';

/** Where evidence of a criterion was given. */
interface StatusMoment {
  readonly at: number;
  readonly status: 'met' | 'partial';
  readonly title: string;
}

/** When evidence of each criterion was given, by its most telling words; without times, none. */
export function statusMoments(report: SpokenReport): readonly StatusMoment[] {
  return report.review.criteria.flatMap(({ criterion, status, evidence }): readonly StatusMoment[] => {
    const at = momentsOf(report, evidence)[0]?.at;
    return status === 'missing' || at === undefined || criterion.weight <= 0
      ? []
      : [{ at, status, title: criterion.title }];
  });
}

/** A line of the hour as characters, one for each stretch of time. */
export interface TimelineRow {
  readonly kind: 'phase' | 'own' | 'others' | 'silence' | 'evidence';
  readonly cells: string;
}

/** The hour in so many columns, for a terminal; none without times. Phases count from 1, the tenth is 0, then letters. */
export function timelineRows(report: SpokenReport, columns: number): readonly TimelineRow[] {
  const { transcript, candidate, speech, phases, phaseOf, length } = report;
  const { utterances } = transcript;
  const from = utterances[0]?.start;
  if (length === undefined || from === undefined || length <= 0) return [];
  const column = (ms: number): number => Math.min(columns - 1, Math.floor(((ms - from) / length) * columns));
  const row = (mark: (cells: string[]) => void): string => {
    const cells = new Array<string>(columns).fill('·');
    mark(cells);
    return cells.join('');
  };
  const fill = (cells: string[], start: number, end: number, sign: string): void => {
    for (let at = column(start); at <= column(Math.max(start, end - 1)); at++) cells[at] = sign;
  };
  const speaks = (own: boolean): string =>
    row((cells) => {
      for (const { speaker, start, end } of utterances)
        if ((speaker === candidate.name) === own && start !== undefined) fill(cells, start, end ?? start + 1, '█');
    });
  return [
    ...(phases === undefined
      ? []
      : [
          {
            kind: 'phase' as const,
            cells: row((cells) => {
              for (const [index, { start, end }] of utterances.entries()) {
                const phase = phaseOf(index);
                const sign = phase === undefined ? '·' : phaseSign(phases.indexOf(phase));
                const until = utterances[index + 1]?.start ?? end;
                if (start !== undefined) fill(cells, start, until ?? start + 1, sign);
              }
            }),
          },
        ]),
    { kind: 'own', cells: speaks(true) },
    ...(transcript.speakers.length > 1 ? [{ kind: 'others' as const, cells: speaks(false) }] : []),
    ...(speech.silences === undefined
      ? []
      : [
          {
            kind: 'silence' as const,
            cells: row((cells) => {
              for (const { start, end } of speech.silences ?? []) fill(cells, start, end, '▒');
            }),
          },
        ]),
    {
      kind: 'evidence',
      cells: row((cells) => {
        for (const { at, status } of statusMoments(report)) {
          const place = column(at);
          if (cells[place] !== '✓') cells[place] = status === 'met' ? '✓' : '◐';
        }
      }),
    },
  ];
}

/** One character for a phase: 1 to 9, 0, a, b … */
export function phaseSign(index: number): string {
  return '1234567890abcdefghijklmnopqrstuvwxyz'[index] ?? '+';
}
