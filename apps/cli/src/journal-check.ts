import { fold, type JournalProblem, readEvents } from '@rubricate/core/practice';
import { exitCodes } from './io.ts';
import { findJournal, makeOccasions, openJournal, tellJournal } from './journal.ts';
import { compactJournal } from './journal-compact.ts';
import { shownFrom } from './packs.ts';
import type { Printing } from './print.ts';

/** `rubricate journal check`: what is recorded, and what cannot be read. Changes nothing. */
export async function journalCheck(printing: Printing): Promise<number> {
  const { io } = printing;
  const folder = findJournal(io.cwd);
  const { files, problems: unopened, drafts } = openJournal(folder);
  const { events, problems } = readEvents(files);
  const { attempts, answers, events: different, conflicts } = fold(events);
  const total = <T>(lists: Iterable<readonly T[]>): number => [...lists].reduce((sum, list) => sum + list.length, 0);
  await io.out(
    [
      `${shownFrom(io.cwd, folder)}: ${count(different, 'event')} in ${count(files.length, 'file')}: ${count(total(attempts.values()), 'attempt')}, ${count(total(answers.values()), 'answer')} to quiz cards.`,
      ...(events.length > different
        ? [`${count(events.length - different, 'event')} found twice; each counts once.`]
        : []),
      ...(conflicts.length > 0
        ? [`Events that differ under one id: ${conflicts.join(', ')}. One of each counts, always the same.`]
        : []),
      ...(drafts.length > 0
        ? [
            `${count(drafts.length, 'draft')} of an interrupted writer; nothing in them is recorded, and they may be deleted.`,
          ]
        : []),
      '',
    ].join('\n'),
  );
  return tell([...unopened, ...problems], folder, printing);
}

/** `rubricate journal compact`: one file instead of many. */
export async function journalCompact(printing: Printing): Promise<number> {
  const { io } = printing;
  const folder = findJournal(io.cwd);
  const { archive, events, removed, problems } = compactJournal(folder, makeOccasions()());
  await io.out(
    archive === undefined
      ? `${shownFrom(io.cwd, folder)}: there is nothing to gather; ${count(events, 'event')} in one file or none.\n`
      : `${shownFrom(io.cwd, folder)}: ${archive} holds ${count(events, 'event')}; ${count(removed, 'file')} that it holds were removed.\n`,
  );
  return tell(problems, folder, printing);
}

function tell(problems: readonly JournalProblem[], folder: string, { io }: Printing): number {
  tellJournal(folder, problems, io);
  return problems.length > 0 ? exitCodes.trouble : exitCodes.reviewed;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
