/** An amount that the whole estimate rests on, such as daily users. Offsets count from the text it was found in. */
export interface Assumption {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly written: string;
}

const scale: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};
const claim =
  /(\d+(?:[.,]\d+)*)\s?(k|m|mn|b|bn|thousand|million|billion)?\s+(?:(daily|monthly) (?:active )?(?:users|people|customers)|(DAU|MAU))\b/gi;
/** A number that is not the writer's own today: a later one, a part, another's. */
const another =
  /\b(?:if|grow|grows|growth|later|year|years|future|became|become|scale to|from|launch|start|instead|of the|other|competitor|per|each|region|country|at \d+x|\d+x|ten times|double|up to|peak|even with|suppose)\b/i;

/** The users that a sentence states, where it states them plainly. */
export function findAssumptions(text: string): readonly Assumption[] {
  return [...text.matchAll(claim)].flatMap((match) => {
    const [written, digits = '', magnitude = '', adverb, letters] = match;
    if (another.test(text)) return [];
    const value = Number(digits.replaceAll(',', '')) * (scale[magnitude.toLowerCase()] ?? 1);
    if (!(value >= 1000)) return [];
    const key = (adverb ?? (letters?.toUpperCase() === 'DAU' ? 'daily' : 'monthly')).toLowerCase();
    return [{ key, start: match.index, end: match.index + written.length, value, written }];
  });
}
