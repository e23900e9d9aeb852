import { type Bar, bars, type Card, nearest } from '@rubricate/core/model';
import {
  type DayTiming,
  type DeckCard,
  type DeckFacet,
  type DeckFilter,
  deckChoices,
  deckFor,
  filterDeck,
  generalDeck,
  practiceTarget,
} from '@rubricate/core/practice';
import { journalIn } from '../journal.ts';
import { readShippedPacks, tellProblems } from '../packs.ts';
import type { Printing } from '../print.ts';
import { makeWorkspaces } from '../workspace.ts';

/** What a quiz, or its statistics, is narrowed to. */
export interface NarrowingFlags {
  readonly pack?: string;
  readonly topic?: string;
  readonly level?: string;
  readonly kind?: string;
}

/** What the current folder says about quizzes. */
export interface QuizSetting {
  /** The folder of `rubricate.yaml`, else the current one. */
  readonly home: string;
  readonly journal: string;
  /** All cards of the target, or of the foundations where there is none. */
  readonly deck: readonly DeckCard[];
  /** Those that the flags leave. */
  readonly wanted: readonly DeckCard[];
  readonly interview: string | undefined;
  /** Something of the workspace could not be read; it was told. */
  readonly troubled: boolean;
}

/** Reads it; a string says what is wrong. */
export function quizSetting(flags: NarrowingFlags, { io, installation }: Printing): QuizSetting | string {
  const workspaces = makeWorkspaces(readShippedPacks(installation.packs), io.cwd);
  const { folder, config, library } = workspaces.of(io.cwd);
  tellProblems(workspaces.problems, io);
  const reading = practiceTarget(config, library);
  if (!reading.ok && reading.reason.code !== 'not-set')
    return `rubricate.yaml names no target that is known: "${reading.reason.name}".`;
  const { packs } = library;
  const deck = reading.ok ? deckFor(reading.target.pack, reading.target.level.bar, packs) : generalDeck(packs);
  const wanted = narrow(deck, flags);
  if (typeof wanted === 'string') return wanted;
  const home = folder ?? io.cwd;
  const troubled = workspaces.problems.length > 0;
  return { home, journal: journalIn(home), deck, wanted, interview: config.interview, troubled };
}

/** Days begin, also that of the interview, where the command runs. */
export function timingOf(interview: string | undefined): DayTiming {
  const now = new Date();
  return {
    now: now.getTime(),
    dayStart: new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime(),
    interview: interview === undefined ? undefined : new Date(`${interview}T00:00:00`).getTime(),
  };
}

/** The cards that fit the flags; a string says which flag names nothing. */
function narrow(deck: readonly DeckCard[], flags: NarrowingFlags): readonly DeckCard[] | string {
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
