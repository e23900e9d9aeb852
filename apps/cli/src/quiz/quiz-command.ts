import {
  cardsToday,
  type DeckCard,
  dailyCards,
  eventVersion,
  type PracticeEvent,
  type Progress,
  pickCards,
  placeEvent,
  type QuizJournal,
  runQuiz,
} from '@rubricate/core/practice';
import { exitCodes } from '../io.ts';
import { makeOccasions, readJournal, recordEvent, tellJournal } from '../journal.ts';
import { messageOf, shownFrom } from '../packs.ts';
import type { Printing } from '../print.ts';
import { wrap } from '../terminal/wrap.ts';
import { findOwnSentence } from './own-texts.ts';
import { type NarrowingFlags, quizSetting, timingOf } from './quiz-setting.ts';
import { terminalUi } from './terminal-ui.ts';

export interface QuizFlags extends NarrowingFlags {
  readonly count?: string;
  readonly seed?: string;
}

/** Enough for five minutes, and for nobody to put it off. */
const usualCount = 5;

/** `rubricate quiz`: asks cards of the target, or of the foundations where there is none. */
export async function quizCommand(flags: QuizFlags, printing: Printing): Promise<number> {
  const { io } = printing;
  const fail = (message: string): number => {
    io.error(`rubricate: ${message}\n`);
    return exitCodes.trouble;
  };
  const count = wholeNumber(flags.count, usualCount, 200);
  const seed = wholeNumber(flags.seed, undefined, 0xffff_ffff);
  if (count === 'wrong' || count === 0) return fail('--count is a whole number from 1 to 200.');
  if (seed === 'wrong') return fail('--seed is a whole number from 0.');
  const setting = quizSetting(flags, printing);
  if (typeof setting === 'string') return fail(setting);
  const { journal: folder, home, wanted, interview } = setting;
  const occasion = makeOccasions();
  let progress: Progress;
  const ui = terminalUi(printing, ({ card, answer }) =>
    findOwnSentence(card, answer.chosen, { progress, home, cwd: io.cwd }),
  );
  let { troubled } = setting;
  for (let round = 0; ; round++) {
    const reading = readJournal(folder);
    progress = reading.progress;
    if (round === 0) {
      tellJournal(folder, reading.problems, io);
      troubled ||= reading.problems.length > 0;
    }
    const timing = timingOf(interview);
    const dealing = { ...timing, count, seed: seed === undefined ? randomSeed() : seed + round };
    const cards = pickCards(wanted, progress, dealing);
    if (cards.length === 0) {
      await io.out('There is no card to ask here.\n');
      break;
    }
    try {
      const { quiz, again } = await runQuiz({ cards, ui, journal: quizJournal(folder, progress, occasion) });
      if (again) continue;
      if (quiz.answers.size > 0) {
        const text = todayText(wanted, readJournal(folder).progress, interview);
        await io.out(`${wrap(text, printing.width).join('\n')}\n`);
      }
      break;
    } catch (error) {
      await ui.close();
      return fail(`nothing more could be recorded in ${shownFrom(io.cwd, folder)}: ${messageOf(error)}`);
    }
  }
  await ui.close();
  return troubled ? exitCodes.trouble : exitCodes.reviewed;
}

function todayText(deck: readonly DeckCard[], progress: Progress, interview: string | undefined): string {
  const { due, fresh, answered } = cardsToday(deck, progress, timingOf(interview));
  return answered >= dailyCards
    ? `${answered} cards answered today, which is enough for a day.`
    : `${answered} answered today; left for today: ${due} due, ${fresh} new.`;
}

function quizJournal(folder: string, progress: Progress, occasion: ReturnType<typeof makeOccasions>): QuizJournal {
  const common = () => ({ v: eventVersion, ...occasion() }) as const;
  const record = (event: PracticeEvent): string => {
    recordEvent(folder, placeEvent(event, progress));
    return event.id;
  };
  return {
    answer: async ({ key }, { right, chosen }) =>
      record({ kind: 'card-answered', ...common(), card: key, right, chosen }),
    async undo(event) {
      record({ kind: 'card-undone', ...common(), event });
    },
    async suspend({ key }) {
      record({ kind: 'card-suspended', ...common(), card: key });
    },
    async report({ key }, reason, note) {
      record({ kind: 'card-reported', ...common(), card: key, reason, ...(note === undefined ? {} : { note }) });
    },
  };
}

function wholeNumber<T>(text: string | undefined, fallback: T, most: number): number | T | 'wrong' {
  if (text === undefined) return fallback;
  return /^\d{1,10}$/.test(text) && Number(text) <= most ? Number(text) : 'wrong';
}

function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
