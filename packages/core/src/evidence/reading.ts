import type { BlockAnalysis } from '../text/index.ts';
import { readMakings, type UnitMaking } from './making.ts';
import type { Hit, Vocabulary } from './vocabulary.ts';

/** Concepts that the engine itself asks for: they mark how a sentence means what it says. */
export const cueNames = {
  /** Denies what follows in its clause: "not", "without". */
  negation: 'cue-negation',
  /** Ends the reach of a negation: "but", "because". */
  turn: 'cue-turn',
  /** Denies the whole clause: "is not needed", "is out of scope". */
  dismissal: 'cue-dismissal',
  /** Puts the whole sentence off: "we would decide later". */
  deferral: 'cue-deferral',
  /** Tells others what to do: "make sure to", "candidates should". */
  advice: 'cue-advice',
  /** A heading or introduction whose list is denied: "Out of scope", "Non-goals". */
  exclusion: 'cue-exclusion',
  /** A word of the field: a long paragraph with hardly one of them is about something else. */
  field: 'cue-field',
} as const;

/** Resolved ids of the cues; an absent cue matches nothing. */
export type Cues = Readonly<Record<keyof typeof cueNames, ReadonlySet<number>>>;

export function resolveCues(vocabulary: Vocabulary): Cues {
  const ids = (name: string): ReadonlySet<number> => new Set(vocabulary.idsOf(name) ?? []);
  return {
    negation: ids(cueNames.negation),
    turn: ids(cueNames.turn),
    dismissal: ids(cueNames.dismissal),
    deferral: ids(cueNames.deferral),
    advice: ids(cueNames.advice),
    exclusion: ids(cueNames.exclusion),
    field: ids(cueNames.field),
  };
}

/** What one unit says, before any rule is asked. Offsets and token numbers are the block's. */
export interface UnitReading extends UnitMaking {
  readonly start: number;
  readonly end: number;
  readonly firstToken: number;
  readonly hits: readonly Hit[];
  /** For each hit, whether it is denied, put off or only advised. */
  readonly denied: readonly boolean[];
  readonly question: boolean;
  /** The words of the field that it holds. */
  readonly field: readonly string[];
  /** A template placeholder stands in it: it is not the candidate's sentence yet. */
  readonly unfinished: boolean;
}

/** How far a negation reaches, in words; within a side clause, which is soon over, less far. */
const reach = 12;
const asideReach = 4;
/** How far before a negation its side clause opens. */
const asideLead = 4;
const asideOpeners = new Set(['that', 'which', 'who', 'whose', 'if', 'when', 'where', 'whenever', 'once']);

/** Whether a word stands in a clause that "that", "if" and the like have just opened. */
function opensAside({ tokens }: BlockAnalysis, first: number, at: number): boolean {
  for (let token = at - 1; token >= Math.max(first, at - asideLead); token--) {
    if (asideOpeners.has(tokens.word[token] as string)) return true;
    if ((tokens.gap[token + 1] as number) > 0) return false;
  }
  return false;
}

/** Reads a block with a vocabulary. Depends on the block's text alone. */
export function readBlock(block: BlockAnalysis, vocabulary: Vocabulary, cues: Cues): readonly UnitReading[] {
  const hits = vocabulary.read(block.tokens);
  const made = readMakings(block);
  let hit = 0;
  return block.units.map((unit, index): UnitReading => {
    const own: Hit[] = [];
    const making = made[index] as UnitMaking;
    const field: string[] = [];
    while (hit < hits.length && (hits[hit] as Hit).from < unit.firstToken) hit++;
    // A phrase is said within one sentence; words on either side of a full stop are not one.
    for (; hit < hits.length && (hits[hit] as Hit).from < unit.lastToken; hit++) {
      const { concept, from, to } = hits[hit] as Hit;
      if (to > unit.lastToken) continue;
      // No pattern asks for the field, so its words are counted and left.
      if (!cues.field.has(concept)) own.push(hits[hit] as Hit);
      else field.push(block.tokens.stem[from] as string);
    }
    const isDenying = own.some(({ concept }) => cues.negation.has(concept) || cues.deferral.has(concept));
    return {
      ...making,
      form: making.form && isDenying ? { ...making.form, kinds: [...making.form.kinds, 'denying'] } : making.form,
      start: unit.start,
      end: unit.end,
      firstToken: unit.firstToken,
      hits: own,
      denied: deniedHits(block, unit.firstToken, unit.lastToken, own, cues),
      question: unit.question,
      field,
      unfinished: unit.unfinished,
    };
  });
}

function deniedHits(
  block: BlockAnalysis,
  first: number,
  last: number,
  hits: readonly Hit[],
  cues: Cues,
): readonly boolean[] {
  let whole = false;
  const negations: Hit[] = [];
  const turns = new Set<number>();
  const dismissals: Hit[] = [];
  for (const hit of hits) {
    if (cues.deferral.has(hit.concept)) whole = true;
    // Advice is what a sentence opens with; "you should" inside a story is not addressed to anyone.
    if (cues.advice.has(hit.concept) && hit.from <= first + 1) whole = true;
    if (cues.negation.has(hit.concept)) negations.push(hit);
    if (cues.turn.has(hit.concept)) turns.add(hit.from);
    if (cues.dismissal.has(hit.concept)) dismissals.push(hit);
  }
  if (!whole && negations.length === 0 && dismissals.length === 0) return hits.map(() => false);
  if (whole) return hits.map(() => true);
  const denied = new Uint8Array(last - first);
  for (const negation of negations) {
    // "Records that don't parse are diverted": what is denied in a side clause is denied there alone.
    const isAside = opensAside(block, first, negation.from);
    const far = Math.min(last, negation.to + (isAside ? asideReach : reach));
    for (let token = negation.to; token < far; token++) {
      const gap = block.tokens.gap[token] as number;
      if (gap === 2 || (isAside && gap === 1) || turns.has(token)) break;
      denied[token - first] = 1;
    }
  }
  // Back from a dismissal as far as the one before it: from there on, that one has gone the same way.
  let swept = first;
  for (const dismissal of dismissals) {
    for (let token = dismissal.from - 1; token >= swept; token--) {
      if (turns.has(token)) break;
      denied[token - first] = 1;
      if ((block.tokens.gap[token] as number) === 2) break;
    }
    swept = dismissal.from;
    for (let token = dismissal.from; token < Math.min(last, dismissal.to + reach); token++) {
      if (token > dismissal.from && ((block.tokens.gap[token] as number) === 2 || turns.has(token))) break;
      denied[token - first] = 1;
    }
  }
  return hits.map((hit) => denied[hit.from - first] === 1 && denied[hit.to - 1 - first] === 1);
}
