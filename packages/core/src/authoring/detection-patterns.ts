import type { Pattern } from '../model/index.ts';
import { shapeWords } from './detection-terms.ts';

/** Of many alternatives so many are named; the others are counted. */
const fewTerms = 5;

/** A pattern as a phrase, with the concepts it names. */
export interface PatternWords {
  readonly words: string;
  readonly concepts: readonly string[];
}

const reach = {
  unit: '',
  block: 'within three sentences in a row: ',
  chunk: 'within one list, table or paragraph: ',
} as const;

/** Says what must stand together, where, and what must not be there. Groups of words are in italics. */
export function patternWords(pattern: Pattern, nameOf: (concept: string) => string): PatternWords {
  const concepts = new Set<string>();
  const name = (one: string): string => {
    if (/^[#@]/.test(one)) return shapeWords(one);
    concepts.add(one);
    return `*${nameOf(one)}*`;
  };
  const either = (terms: readonly string[], count = 1): string => {
    const all = [...new Set(terms.flatMap((term) => term.split('|')))];
    if (all.length === 1) return name(all[0] as string);
    const named = all.slice(0, fewTerms).map(name);
    const left = all.length - named.length;
    return `${count === 1 ? 'one' : count} of (${[...named, ...(left > 0 ? [`${left} more`] : [])].join(', ')})`;
  };
  const needed = [
    ...(pattern.all ?? []).map((term) => either([term])),
    ...(pattern.any ? [either(pattern.any, pattern.atLeast)] : []),
  ];
  const [first, ...others] = needed;
  const together = others.length > 0 ? `${first} with ${others.join(' and ')}` : (first ?? '');
  const words = `${reach[pattern.within ?? 'unit']}${together}${conditionWords(pattern, either)}`;
  return { words, concepts: [...concepts] };
}

/** Only what narrows or widens what a reader would expect. */
function conditionWords(pattern: Pattern, either: (terms: readonly string[]) => string): string {
  const { under, notUnder, none, polarity, questions, ordered, repeats, words } = pattern;
  const needsQuestion = [...(pattern.all ?? []), ...(pattern.any ?? [])].includes('@question');
  const conditions = [
    ...(ordered ? ['in this order'] : []),
    ...(repeats !== undefined && repeats > 1 ? [`${repeats} times in one sentence`] : []),
    ...(under ? [`under a heading with ${either(under)}`] : []),
    ...(notUnder ? [`under no heading with ${either(notUnder)}`] : []),
    ...placeWords(pattern.in ?? []),
    ...(questions === 'only' && !needsQuestion ? ['asked as a question'] : []),
    ...(polarity === 'denied' ? ['denied'] : polarity === 'either' ? ['also where it is denied'] : []),
    ...(none ? [`without ${either(none)}`] : []),
    ...(words !== undefined && words >= 6 ? [`in a sentence of at least ${words} words`] : []),
  ];
  return conditions.map((one) => `; ${one}`).join('');
}

const placeNames = {
  sentence: 'a sentence',
  item: 'a list item',
  row: 'a table row',
  code: 'code',
  heading: 'a heading',
} as const;

/** Sentences, items and rows are where a reader expects it. */
function placeWords(places: NonNullable<Pattern['in']>): readonly string[] {
  const beyond = places.filter((place) => place === 'code' || place === 'heading');
  if (places.includes('sentence')) return beyond.length > 0 ? [`also in ${beyond.map(nameOfPlace).join(' or ')}`] : [];
  return places.length > 0 ? [`in ${places.map(nameOfPlace).join(' or ')}`] : [];
}

function nameOfPlace(place: NonNullable<Pattern['in']>[number]): string {
  return placeNames[place];
}
