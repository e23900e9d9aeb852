import type { BlockAnalysis } from '../text/index.ts';

/** How sentences are made, counted over those long enough to tell. */
export interface FormCounts {
  sentences: number;
  /** Words of all that is said, in code and tables too; what is said again does not count (within some hundred paragraphs). */
  saidOnce: number;
  /** Small words whose neighbour could be wrong, and how many of these neighbours no sentence has: "the of", "is were". */
  joints: number;
  disorder: number;
  /** Says what a term means: "Sharding is splitting …", "**Cache**: a fast store that …". */
  defining: number;
  /** Tells what the writer or their team did, in the past. */
  recounting: number;
  /** Denies, or puts off. */
  denying: number;
  /** Terms in a row with hardly a sentence around them. */
  listing: number;
}

export type Form = 'recounting' | 'defining' | 'denying' | 'listing';

export const noForm = (): FormCounts => ({
  sentences: 0,
  saidOnce: 0,
  joints: 0,
  disorder: 0,
  defining: 0,
  recounting: 0,
  denying: 0,
  listing: 0,
});

export function addForm(into: FormCounts, part: FormCounts): void {
  into.sentences += part.sentences;
  into.saidOnce += part.saidOnce;
  into.joints += part.joints;
  into.disorder += part.disorder;
  into.defining += part.defining;
  into.recounting += part.recounting;
  into.denying += part.denying;
  into.listing += part.listing;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const articles = words('a an the');
/** What never follows an article, unless a hyphen makes it part of a noun: "the on-call engineer". */
const afterArticle = words(
  'a an the is are was were be been of because so than would could should has had did we they he she and or but which that this these those its their our your my whose into onto',
);
const seldomAfterArticle = words(
  'to if will can have do does i it in on at by for from with as not when while who how',
);
const beings = words('is are was were');
const afterBeing = words('is are was were has have had will would can could should does did of than');
const afterOf = words('is are was were be of but because has had would could should than');
const modals = words('will would can could should must might');
const afterModal = words(
  'the a an of and is are was were will would could should to with from than because its their our',
);
const pronouns = words('we they he she');
const afterPronoun = words('of the a an is to with from by into than for its our');
const prepositions = words('in on at by for from with into to');
const afterPreposition = words(
  'is are was were and or but because of has have had would could should will than we they he she',
);
const conjunctions = words('and or but because');
const afterConjunction = words('of and or than');
/** Small words that have a capital only where a sentence begins. */
const openers = words('so but the when if each this we they then that these there because it its while since');
const joint = new Set([...articles, ...beings, ...modals, ...pronouns, ...prepositions, ...conjunctions, 'of']);
const neverLast = words('the a an of and or because our its their into than whose every');

export interface Order {
  readonly joints: number;
  readonly disorder: number;
}

/**
 * How far the order of small words is from that of any sentence: about one for each pair that English does not have. Only
 * function words are looked at, so that names, terms and telegraph style do not matter.
 */
export function disorderOf(block: BlockAnalysis, first: number, last: number): Order {
  const { word, end, start } = block.tokens;
  let disorder = 0;
  let joints = 0;
  for (let token = first; token < last - 1; token++) {
    const a = word[token] as string;
    if (token > first && openers.has(a) && isCapital(block, token)) disorder++;
    const b = word[token + 1] as string;
    const between = block.masked.slice(end[token], start[token + 1]);
    // A mark between the two, or a word that is only named, makes any neighbours possible.
    if (between !== ' ' || a === b || isJoined(block, token + 1)) continue;
    if (!joint.has(a)) continue;
    joints++;
    if (articles.has(a)) disorder += afterArticle.has(b) ? 1 : seldomAfterArticle.has(b) ? 0.5 : 0;
    else if (a === 'of') disorder += afterOf.has(b) ? 1 : 0;
    else if (beings.has(a)) disorder += afterBeing.has(b) ? 1 : 0;
    else if (modals.has(a)) disorder += afterModal.has(b) ? 0.5 : 0;
    else if (prepositions.has(a)) disorder += afterPreposition.has(b) ? 1 : 0;
    else if (conjunctions.has(a)) disorder += afterConjunction.has(b) ? 1 : 0;
    else if (pronouns.has(a)) disorder += afterPronoun.has(b) ? 1 : 0;
  }
  if (neverLast.has(word[last - 1] as string) && last - first >= 5) disorder += 0.5;
  return { joints, disorder };
}

/** Whether a word has a capital in the middle of a sentence, after nothing but a space. */
function isCapital({ masked, tokens }: BlockAnalysis, token: number): boolean {
  const at = tokens.start[token] as number;
  return (
    /\p{Lu}\p{Ll}/u.test(masked.slice(at, at + 2)) && /[\p{L}\p{N},] $/u.test(masked.slice(Math.max(0, at - 2), at))
  );
}

/** Whether a word goes on with a hyphen, an underscore or the like: "in-memory". */
function isJoined(block: BlockAnalysis, token: number): boolean {
  return /[-_/.'"”’`*]/.test(block.masked.charAt(block.tokens.end[token] as number));
}

/** One slip of the pen is nobody's disorder; two in a sentence, or one in a short one, are. */
export function isGarbled({ disorder }: Order, length: number): boolean {
  return disorder >= 2 || (disorder >= 1 && disorder / length >= 1 / 12);
}

const defines =
  /^\s*(?:[-*+]\s*)?[\p{L}\p{N}][\p{L}\p{N}\s()/&'’.-]{0,48}?(?:\s*[:–—]\s*|\s+(?:is|are|means|refers to|stands for|describes)\s+)(?:(?:a|an|the|any|one|when|how|what|whether)\s|(?:\p{L}+ing)\s)[^.]*?\b(?:that|which|of|between|under|in which|where|whose|to|by|for|with|from)\b/iu;
/** What a writer says of their own system, and not of the world. */
const own = /\b(?:we|i|our|my|us|here|this (?:system|design|service|team|product)|i'll|we'll|i'd|we'd)\b/i;

/** Whether a sentence or item says what a term means, and nothing of the writer's own system. */
export function isDefinition(text: string): boolean {
  return defines.test(text) && !own.test(text);
}

/** Whether most of a sentence is one row of single words: "We use caching, sharding, queues and replication." */
export function isEnumeration(block: BlockAnalysis, first: number, last: number): boolean {
  const { gap } = block.tokens;
  let single = 0;
  for (let token = first + 1; token < last; token++) {
    const opens = (gap[token] as number) > 0 || block.tokens.word[token - 1] === 'and';
    const closes = token + 1 === last || (gap[token + 1] as number) > 0 || block.tokens.word[token + 1] === 'and';
    if (opens && closes) single++;
  }
  return single >= 3 && single / (last - first) >= 0.4;
}

const persons = words("i we my our me us i'd we'd");
const irregularPasts = words(
  'was were had did went took made said told gave got found ran wrote built saw knew thought brought kept left lost met paid put read sent set spent stood began broke chose came cut drew fell felt held hit let led meant sat sold shut showed spoke stole taught threw understood won wore drove caught bought fought grew hid rose shook slept swept woke became',
);
const presents = words('will would could should can might may must');

/** Whether a sentence tells what the writer or their team did: a first person and a verb in the past, no "would" before it. */
export function isRecounting(block: BlockAnalysis, first: number, last: number): boolean {
  const { word } = block.tokens;
  let person = false;
  let past = false;
  for (let token = first; token < last; token++) {
    const here = word[token] as string;
    if (persons.has(here)) person = true;
    else if (irregularPasts.has(here) || (here.length > 4 && here.endsWith('ed')))
      past ||= !presents.has(word[token - 1] ?? '');
    if (person && past) return true;
  }
  return false;
}
