import { type Bar, bars, type Card, nearest } from '@rubricate/core/model';
import {
  cardsToday,
  type DeckCard,
  type DeckFacet,
  type DeckFilter,
  dailyCards,
  deckChoices,
  deckFor,
  eventVersion,
  filterDeck,
  generalDeck,
  pickCards,
  practiceTarget,
  type QuizJournal,
  runQuiz,
} from '@rubricate/core/practice';
import { exitCodes } from '../io.ts';
import { journalIn, makeOccasions, readJournal, recordEvent } from '../journal.ts';
import { messageOf, readShippedPacks, shownFrom, tellProblems } from '../packs.ts';
import type { Printing } from '../print.ts';
import { wrap } from '../terminal/wrap.ts';
import { makeWorkspaces } from '../workspace.ts';
import { terminalUi } from './terminal-ui.ts';

export interface QuizFlags {
  readonly count?: string;
  readonly pack?: string;
  readonly topic?: string;
  readonly level?: string;
  readonly kind?: string;
  readonly seed?: string;
}

/** Enough for five minutes, and for nobody to put it off. */
const usualCount = 5;

/** `rubricate quiz`: asks cards of the target, or of the foundations where there is none. */
export async function quizCommand(flags: QuizFlags, printing: Printing): Promise<number> {
  const { io, installation } = printing;
  const fail = (message: string): number => {
    io.error(`rubricate: ${message}\n`);
    return exitCodes.trouble;
  };
  const count = wholeNumber(flags.count, usualCount, 200);
  const seed = wholeNumber(flags.seed, undefined, 0xffff_ffff);
  if (count === 'wrong' || count === 0) return fail('--count is a whole number from 1 to 200.');
  if (seed === 'wrong') return fail('--seed is a whole number from 0.');
  const workspaces = makeWorkspaces(readShippedPacks(installation.packs), io.cwd);
  const { folder: home, config, library } = workspaces.of(io.cwd);
  tellProblems(workspaces.problems, io);
  const reading = practiceTarget(config, library);
  if (!reading.ok && reading.reason.code !== 'not-set')
    return fail(`rubricate.yaml names no target that is known: "${reading.reason.name}".`);
  const { packs } = library;
  const deck = reading.ok ? deckFor(reading.target.pack, reading.target.level.bar, packs) : generalDeck(packs);
  const wanted = narrow(deck, flags);
  if (typeof wanted === 'string') return fail(wanted);

  const folder = journalIn(home ?? io.cwd);
  const occasion = makeOccasions();
  const journal = quizJournal(folder, occasion);
  const ui = terminalUi(printing);
  let troubled = workspaces.problems.length > 0;
  for (let round = 0; ; round++) {
    const { progress, problems } = readJournal(folder);
    if (round === 0) {
      for (const { file, message } of problems) io.error(`${shownFrom(io.cwd, `${folder}/${file}`)}: ${message}\n`);
      troubled ||= problems.length > 0;
    }
    const timing = timingOf(config.interview);
    const dealing = { ...timing, count, seed: seed === undefined ? randomSeed() : seed + round };
    const cards = pickCards(wanted, progress, dealing);
    if (cards.length === 0) {
      await io.out('There is no card to ask here.\n');
      break;
    }
    try {
      const { quiz, again } = await runQuiz({ cards, ui, journal });
      if (again) continue;
      if (quiz.answers.size > 0) {
        const text = todayText(wanted, readJournal(folder).progress, config.interview);
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

function todayText(
  deck: readonly DeckCard[],
  progress: Parameters<typeof cardsToday>[1],
  interview: string | undefined,
): string {
  const { due, fresh, answered } = cardsToday(deck, progress, timingOf(interview));
  return answered >= dailyCards
    ? `${answered} cards answered today, which is enough for a day.`
    : `${answered} answered today; left for today: ${due} due, ${fresh} new.`;
}

/** Days begin, also that of the interview, where the command runs. */
function timingOf(interview: string | undefined) {
  const now = new Date();
  return {
    now: now.getTime(),
    dayStart: new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime(),
    interview: interview === undefined ? undefined : new Date(`${interview}T00:00:00`).getTime(),
  };
}

/** The cards that fit the flags; a string says which flag names nothing. */
function narrow(deck: readonly DeckCard[], flags: QuizFlags): readonly DeckCard[] | string {
  const choices = deckChoices(deck);
  const facets: readonly DeckFacet[] = ['pack', 'topic', 'level', 'kind'];
  for (const facet of facets) {
    const asked = flags[facet];
    if (asked === undefined) continue;
    const known = facet === 'level' ? bars : choices.flatMap((one) => (one.facet === facet ? [one.value] : []));
    if (known.some((value) => value === asked)) continue;
    const guess = nearest(asked, known);
    return `no card has the ${facet} "${asked}".${guess ? ` Did you mean "${guess}"?` : ''} There are: ${known.join(', ') || 'none'}.`;
  }
  const filter: DeckFilter = {
    pack: flags.pack,
    topic: flags.topic,
    level: flags.level as Bar | undefined,
    kind: flags.kind as Card['kind'] | undefined,
  };
  return filterDeck(deck, filter);
}

function quizJournal(folder: string, occasion: ReturnType<typeof makeOccasions>): QuizJournal {
  const common = () => ({ v: eventVersion, ...occasion() }) as const;
  return {
    async answer({ key }, { right, chosen }) {
      const event = { kind: 'card-answered', ...common(), card: key, right, chosen } as const;
      recordEvent(folder, event);
      return event.id;
    },
    async undo(event) {
      recordEvent(folder, { kind: 'card-undone', ...common(), event });
    },
    async suspend({ key }) {
      recordEvent(folder, { kind: 'card-suspended', ...common(), card: key });
    },
    async report({ key }, reason, note) {
      recordEvent(folder, {
        kind: 'card-reported',
        ...common(),
        card: key,
        reason,
        ...(note === undefined ? {} : { note }),
      });
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
