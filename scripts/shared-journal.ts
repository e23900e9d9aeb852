import {
  type AttemptRecorded,
  archiveFileName,
  archiveOf,
  type EventFile,
  eventFileName,
  eventFileText,
  fold,
  type PracticeEvent,
  type Progress,
  placeEvent,
} from '@rubricate/core/practice';

/** A journal with all that may lie in one, for everything that reads journals: they must come to the same numbers. */

const common = (id: string, day: string) =>
  ({ v: 1, id, at: `2026-10-${day}T09:00:00.000Z`, writer: 'shared' }) as const;

type Signal = AttemptRecorded['review']['hire']['signal'];
const attempt = (id: string, day: string, question: string, signal: Signal): PracticeEvent => ({
  ...common(id, day),
  kind: 'attempt-recorded',
  question,
  pack: 'bakery-baker',
  level: 'L2',
  text: 'Bread.',
  review: {
    words: 1,
    hire: { signal, low: signal, high: signal },
    reading: { bar: 'mid', low: 'mid', high: 'mid' },
    criteria: [],
    pitfalls: [],
  },
});
const answered = (id: string, day: string, card: string, right: boolean): PracticeEvent => ({
  ...common(id, day),
  kind: 'card-answered',
  card: `bakery-baker/${card}`,
  right,
  chosen: 0,
});

const done: readonly PracticeEvent[] = [
  attempt('0000000a', '01', 'bakery/oven-plan', 'lean-no'),
  attempt('0000000b', '05', 'bakery/oven-plan', 'strong-yes'),
  attempt('0000000c', '06', 'bakery/counter', 'lean-yes'),
  answered('00000001', '01', 'rye', false),
  answered('00000002', '03', 'rye', true),
  answered('00000003', '03', 'crust', false),
  { ...common('00000004', '02'), kind: 'card-undone', event: '00000003' },
  { ...common('00000005', '04'), kind: 'card-suspended', card: 'bakery-baker/rye' },
  { ...common('00000006', '04'), kind: 'card-suspended', card: 'bakery-baker/crust' },
  { ...common('00000007', '05'), kind: 'card-resumed', card: 'bakery-baker/crust' },
  { ...common('00000008', '06'), kind: 'task-ticked', task: 'bakery-baker/knead' },
  { ...common('00000009', '06'), kind: 'task-ticked', task: 'bakery-baker/bake' },
];
/** The clock was set back before this was done. */
const untick = placeEvent(
  { ...common('00000010', '01'), kind: 'task-unticked', task: 'bakery-baker/knead' } as const,
  fold(done),
);
const file = (event: PracticeEvent): EventFile => ({ name: eventFileName(event), text: eventFileText(event) });

/** The first half was compacted while the second was written, and one of its files came back with a branch. */
const archive: EventFile = {
  name: archiveFileName(common('0000000d', '05')),
  text: archiveOf(done.slice(0, 6).map(file)).text,
};

export const sharedJournal: readonly EventFile[] = [
  archive,
  ...[...done.slice(5), untick].map(file),
  { name: 'cut.json', text: '{"v": 1, "kind": "card-ans' },
];

export const sharedNumbers = {
  events: 13,
  attempts: { 'bakery/counter': 'lean-yes', 'bakery/oven-plan': 'lean-no, strong-yes' },
  answers: { 'bakery-baker/rye': 'false, true' },
  suspended: ['bakery-baker/rye'],
  ticks: ['bakery-baker/bake'],
  conflicts: [],
  damaged: ['cut.json'],
};

/** What a reader came to, to be compared with the above. */
export function numbersOf(progress: Progress, damaged: readonly string[]): typeof sharedNumbers {
  const byName = <T>(lists: ReadonlyMap<string, readonly T[]>, textOf: (one: T) => string): Record<string, string> =>
    Object.fromEntries(
      [...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, list]) => [name, list.map(textOf).join(', ')]),
    );
  return {
    events: progress.events,
    attempts: byName(progress.attempts, ({ review }) => review.hire.signal) as (typeof sharedNumbers)['attempts'],
    answers: byName(progress.answers, ({ right }) => String(right)) as (typeof sharedNumbers)['answers'],
    suspended: [...progress.suspended].sort(),
    ticks: [...progress.ticks.keys()].sort(),
    conflicts: [...progress.conflicts] as never[],
    damaged: [...damaged],
  };
}
