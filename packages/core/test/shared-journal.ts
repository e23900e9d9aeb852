import {
  archiveFileName,
  archiveOf,
  type EventFile,
  eventFileName,
  eventFileText,
  fold,
  type PracticeEvent,
  type Progress,
  placeEvent,
} from '../src/practice/index.ts';
import { answered, attempt } from './practice-fixtures.ts';

/** A journal with all that may lie in one, for everything that reads journals: they must come to the same numbers. */

const at = (day: string): string => `2026-10-${day}T09:00:00.000Z`;
const common = (id: string, day: string) => ({ v: 1, id, at: at(day), writer: 'shared' }) as const;

const done: readonly PracticeEvent[] = [
  attempt({ id: '0000000a', at: at('01'), writer: 'shared', question: 'bakery/oven-plan', signal: 'lean-no' }),
  attempt({ id: '0000000b', at: at('05'), writer: 'other', question: 'bakery/oven-plan', signal: 'strong-yes' }),
  attempt({ id: '0000000c', at: at('06'), writer: 'other', question: 'bakery/counter', signal: 'lean-yes' }),
  answered({ id: '00000001', at: at('01'), card: 'bakery-baker/rye', right: false }),
  answered({ id: '00000002', at: at('03'), card: 'bakery-baker/rye', right: true }),
  answered({ id: '00000003', at: at('03'), card: 'bakery-baker/crust', right: false }),
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
