import { type BlockAnalysis, type Quantity, type QuantityKind, stemOf } from '../text/index.ts';
import { disorderOf, type Form, isDefinition, isEnumeration, isGarbled, isRecounting, type Order } from './form.ts';
import { shapesOf } from './shapes.ts';
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
  };
}

/** What one unit says, before any rule is asked. Offsets and token numbers are the block's. */
export interface UnitReading {
  readonly start: number;
  readonly end: number;
  readonly firstToken: number;
  readonly words: number;
  readonly hits: readonly Hit[];
  /** For each hit, whether it is denied, put off or only advised. */
  readonly denied: readonly boolean[];
  readonly quantities: readonly QuantityKind[];
  /** How large the loads are that it names, where they are plainly small or large. */
  readonly loads: readonly Load[];
  readonly shapes: number;
  readonly question: boolean;
  /** A template placeholder stands in it: it is not the candidate's sentence yet. */
  readonly unfinished: boolean;
  /** A bare list of words, with no sentence around them. */
  readonly bare: boolean;
  /** Words in an order that no sentence has. */
  readonly garbled: boolean;
  /** How it is made; undefined where it is too short, or no sentence, to tell. */
  readonly form: (Order & { readonly kinds: readonly Form[] }) | undefined;
  /** Equal for units that say the same words in the same order. */
  readonly fingerprint: number;
}

/** A load one machine carries without thought, or one that no single machine does. */
export type Load = 'small-load' | 'large-load';

function loadOf({ kind, value, high }: Quantity): Load | undefined {
  const most = high ?? value;
  if (kind === 'users') return most <= 20_000 ? 'small-load' : value >= 1e6 ? 'large-load' : undefined;
  if (kind === 'rate') return most <= 100 ? 'small-load' : value >= 2_000 ? 'large-load' : undefined;
  return kind === 'bytes' && value >= 1e13 ? 'large-load' : undefined;
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
  const readings: UnitReading[] = [];
  let hit = 0;
  let quantity = 0;
  for (const unit of block.units) {
    const own: Hit[] = [];
    while (hit < hits.length && (hits[hit] as Hit).from < unit.firstToken) hit++;
    // A phrase is said within one sentence; words on either side of a full stop are not one.
    for (; hit < hits.length && (hits[hit] as Hit).from < unit.lastToken; hit++) {
      if ((hits[hit] as Hit).to <= unit.lastToken) own.push(hits[hit] as Hit);
    }
    const quantities: QuantityKind[] = [];
    const loads: Load[] = [];
    while (quantity < block.quantities.length) {
      const next = block.quantities[quantity];
      if (!next || next.start >= unit.end) break;
      if (next.start >= unit.start) {
        quantities.push(next.kind);
        const load = loadOf(next);
        if (load && !loads.includes(load)) loads.push(load);
      }
      quantity++;
    }
    const words = unit.lastToken - unit.firstToken;
    const code = block.kind === 'code';
    const denied = deniedHits(block, unit.firstToken, unit.lastToken, own, cues);
    const bare =
      !code && (quantities.length < 2 || words >= longList) && isBare(block, unit.firstToken, unit.lastToken);
    const prose = (block.kind === 'paragraph' || block.kind === 'item') && words >= shortestSentence;
    const order = prose ? disorderOf(block, unit.firstToken, unit.lastToken) : undefined;
    readings.push({
      start: unit.start,
      end: unit.end,
      firstToken: unit.firstToken,
      words,
      hits: own,
      denied,
      quantities,
      loads,
      shapes: shapesOf(
        block.masked.slice(unit.start, Math.min(unit.end, unit.start + 2_000)),
        quantities.filter((kind) => kind !== 'percentile').length,
        unit.question,
        code,
      ),
      question: unit.question,
      unfinished: unit.unfinished,
      bare,
      garbled: order !== undefined && isGarbled(order, words),
      form: order && { ...order, kinds: kindsOf(block, unit, { bare, hits: own, cues }) },
      fingerprint: fingerprintOf(block, unit.firstToken, unit.lastToken),
    });
  }
  return readings;
}

/** No sentence is so long; so many words in a row are a list, whatever numbers stand in it. */
const longList = 60;

/** Shorter ones are telegraph style, and tell nothing of how a text is written. */
const shortestSentence = 5;

function kindsOf(
  block: BlockAnalysis,
  unit: { readonly start: number; readonly end: number; readonly firstToken: number; readonly lastToken: number },
  seen: { readonly bare: boolean; readonly hits: readonly Hit[]; readonly cues: Cues },
): readonly Form[] {
  const { cues } = seen;
  const forms: Form[] = [];
  if (seen.bare || isEnumeration(block, unit.firstToken, unit.lastToken)) forms.push('listing');
  if (seen.hits.some(({ concept }) => cues.negation.has(concept) || cues.deferral.has(concept))) forms.push('denying');
  if (isRecounting(block, unit.firstToken, unit.lastToken)) forms.push('recounting');
  if (isDefinition(block.masked.slice(unit.start, Math.min(unit.end, unit.start + 300)))) forms.push('defining');
  return forms;
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

const functionWords = new Set(
  (
    'a an the this that these those it its they their them we our us i my you your he she who which what when where how why ' +
    'is are was were be been being am do does did have has had will would can could should may might must shall ' +
    'and or but so because since as if then than while until unless although though ' +
    'of to in on at by for from with without into over under between through per via after before during about against ' +
    'not no only also just more most each every any all some both one two there here'
  ).split(' '),
);

/** Seven or more words with hardly a function word among them are a list of terms, not something said. */
function isBare(block: BlockAnalysis, first: number, last: number): boolean {
  const words = last - first;
  if (words < 7) return false;
  let functional = 0;
  let separated = 0;
  for (let token = first; token < last; token++) {
    if (functionWords.has(block.tokens.word[token] as string)) functional++;
    if (token > first && (block.tokens.gap[token] as number) > 0) separated++;
  }
  if (functional / words < 0.09) return separated / words >= 0.2 || words >= 14;
  return separated / words >= 0.45 && functional / words < 0.16;
}

/** Equal for the same words in the same order, by their stems. */
export function fingerprintOf(block: BlockAnalysis, first: number, last: number): number {
  let hash = 0x811c9dc5;
  for (let token = first; token < last; token++) {
    const stem = block.tokens.stem[token] ?? stemOf('');
    for (let index = 0; index < stem.length; index++) hash = Math.imul(hash ^ stem.charCodeAt(index), 0x01000193);
    hash = Math.imul(hash ^ 32, 0x01000193);
  }
  return hash >>> 0;
}
