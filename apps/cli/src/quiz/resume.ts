import { eventVersion, placeEvent } from '@rubricate/core/practice';
import { exitCodes } from '../io.ts';
import { makeOccasions, readJournal, recordEvent, tellJournal } from '../journal.ts';
import { messageOf, shownFrom } from '../packs.ts';
import type { Printing } from '../print.ts';
import { oneLine } from '../terminal/width.ts';
import { hang } from '../terminal/wrap.ts';
import { type QuizSetting, quizSetting } from './quiz-setting.ts';

/** `rubricate quiz --resume [CARD]`: a suspended card is asked again. With no card named they are listed, to choose from. */
export async function resumeCommand(card: string | true, printing: Printing): Promise<number> {
  const { io } = printing;
  const setting = quizSetting({}, printing);
  if (typeof setting === 'string') {
    io.error(`rubricate: ${setting}\n`);
    return exitCodes.trouble;
  }
  const { journal } = setting;
  const { progress, problems } = readJournal(journal);
  tellJournal(journal, problems, io);
  const suspended = [...progress.suspended].sort();
  const fine = setting.troubled || problems.length > 0 ? exitCodes.trouble : exitCodes.reviewed;
  if (card !== true && !suspended.includes(card)) {
    io.error(`rubricate: "${card}" is not suspended.${suspended.length > 0 ? ` ${listed(suspended)}` : ''}\n`);
    return exitCodes.trouble;
  }
  if (suspended.length === 0) {
    await io.out('No card is suspended. A card can be suspended below its explanation, in a quiz.\n');
    return fine;
  }
  const chosen = card === true ? await choose(suspended, setting, printing) : [card];
  const occasion = makeOccasions();
  try {
    for (const one of chosen) {
      recordEvent(
        journal,
        placeEvent({ v: eventVersion, ...occasion(), kind: 'card-resumed', card: one } as const, progress),
      );
      await io.out(`${one} is asked again.\n`);
    }
  } catch (error) {
    io.error(`rubricate: nothing more could be recorded in ${shownFrom(io.cwd, journal)}: ${messageOf(error)}\n`);
    return exitCodes.trouble;
  }
  return fine;
}

function listed(suspended: readonly string[]): string {
  return `There are: ${suspended.join(', ')}.`;
}

/** Asks for numbers until there is an answer, or the input ends. */
async function choose(
  suspended: readonly string[],
  { deck }: QuizSetting,
  { io, width }: Printing,
): Promise<readonly string[]> {
  const promptOf = (key: string): string => deck.find((one) => one.key === key)?.card.prompt ?? '';
  await io.out(
    `${suspended
      .flatMap((key, place) => hang(`  ${place + 1}  `, oneLine(`${key} ${promptOf(key)}`), width))
      .join('\n')}\n\n`,
  );
  const lines = io.readLines()[Symbol.asyncIterator]();
  try {
    for (;;) {
      await io.out('The numbers of the cards to ask again; Enter leaves all as they are\n> ');
      const { value, done } = await lines.next();
      await io.out('\n');
      const typed = done ? [] : value.split(/[\s,]+/).filter(Boolean);
      const chosen = [...new Set(typed)].map((number) => suspended[Number(number) - 1]);
      if (chosen.every((one) => one !== undefined)) return chosen;
      await io.out(`Type numbers from 1 to ${suspended.length}.\n`);
    }
  } finally {
    // Standard input that is still listened to would keep the process alive.
    await lines.return?.();
  }
}
