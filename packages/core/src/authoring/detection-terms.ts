import { expandPhrase } from '../evidence/index.ts';
import type { Concept } from '../model/index.ts';

/** A few phrases show what a concept is; all of them would be a dictionary. */
const fewPhrases = 4;

const quantities: Readonly<Record<string, string>> = {
  users: 'a number of people',
  rate: 'a rate, such as 200 a second',
  bytes: 'an amount of data, such as 3 TB',
  bandwidth: 'a bandwidth, such as 200 MB/s',
  time: 'a span of time',
  percent: 'a percentage',
  percentile: 'a percentile, such as p99',
  money: 'an amount of money',
  count: 'a count of something',
  ratio: 'a ratio, such as 3x or 1:10',
  number: 'a number without a unit',
  any: 'any number',
  unit: 'a number with a unit',
  load: 'a load: people, a rate, an amount of data',
  size: 'a size in bytes',
  'small-load': 'a load that one machine carries',
  'large-load': 'a load that no single machine carries',
};

const shapes: Readonly<Record<string, string>> = {
  flow: 'an arrow between two things',
  'flow-long': 'a chain of three arrows or more',
  endpoint: 'an endpoint, such as `GET /orders`',
  'endpoint-detail': 'an endpoint with a parameter or a body',
  signature: 'a call with its arguments',
  fields: 'three field names or more in a row',
  record: 'a named record with four fields or more',
  schema: 'a key, a typed field or a table definition',
  mapping: 'what a key leads to, such as `customer_id -> files`',
  query: 'a query, such as SQL',
  arithmetic: 'arithmetic written out',
  quantity: 'a quantity',
  'two-quantities': 'two quantities',
  question: 'a question',
  labelled: 'a label and a colon at the beginning',
  diagram: 'lines of a drawing',
  'code-like': 'a line of code',
};

/** What a number or shape of a pattern is, in words: `#time`, `@flow`. */
export function shapeWords(name: string): string {
  return (name.startsWith('#') ? quantities : shapes)[name.slice(1)] ?? name;
}

/** A few phrases of a concept, chosen across its list so that they differ; as Markdown. */
export function examplesOf(
  name: string,
  concepts: Readonly<Record<string, Concept>>,
  most = fewPhrases,
  trail: readonly string[] = [],
): readonly string[] {
  const concept = Object.hasOwn(concepts, name) ? concepts[name] : undefined;
  if (concept === undefined || trail.includes(name)) return [];
  const { phrases = [], oneOf = [] } = Array.isArray(concept) ? { phrases: concept } : concept;
  const own = spread(phrases, most).flatMap((phrase, index) => variantOf(phrase, index, phrases.length));
  // A single phrase with alternatives shows several of them.
  const single = phrases.length === 1 ? spread(variants(phrases[0] as string), most) : own;
  const members = spread(oneOf, most).flatMap((member) => examplesOf(member, concepts, 1, [...trail, name]));
  return [...new Set([...single.map(plain), ...members])].slice(0, most);
}

function variants(phrase: string): readonly string[] {
  try {
    return expandPhrase(phrase);
  } catch {
    // A pack that is being written may hold a phrase that does not compile; the check of the pack says so.
    return [];
  }
}

function variantOf(phrase: string, index: number, count: number): readonly string[] {
  const all = variants(phrase);
  const chosen = all[Math.floor((index * all.length) / Math.max(count, 1)) % Math.max(all.length, 1)];
  return chosen === undefined ? [] : [chosen];
}

/** Up to `most` of a list, evenly from its beginning to its end. */
function spread<Item>(list: readonly Item[], most: number): readonly Item[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, index) => list[Math.floor((index * list.length) / most)] as Item);
}

/** As a reader writes it: without the mark of an exact word. */
function plain(phrase: string): string {
  return phrase.replace(/(^| )=/g, '$1').replace(/[\\`*_<>[\]|]/g, '\\$&');
}
