import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { check, type Problem } from '../../model/index.ts';
import { type Offer, offerOf } from './offer.ts';
import { offerSchema } from './schema.ts';

/** Something wrong in an offer file. Offsets are UTF-16 into its text; line and column count from 1. */
export interface OfferProblem {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type OfferReading =
  | { readonly ok: true; readonly offer: Offer }
  | { readonly ok: false; readonly problems: readonly OfferProblem[] };

/** Larger than any offer; a bound for files made to hurt. */
const longest = 100_000;

const beyondMeasure = 'Its nesting or its aliases go beyond measure; write the values out.';

/**
 * Reads the text of an offer file. Never throws: what is wrong is a problem with its place.
 *
 * @param horizon months, in place of what the file says.
 */
export function readOffer(text: string, horizon?: number): OfferReading {
  const failed = (...problems: readonly Placed[]): OfferReading => ({
    ok: false,
    problems: problems
      .map(({ message, start, end }) => ({ start, end, ...lineOf(text, start), message }))
      .sort((a, b) => a.start - b.start),
  });
  const atTop = (message: string): OfferReading => failed({ message, start: 0, end: firstLine(text) });
  if (text.length > longest) return atTop('This file is larger than 100 KB, which no offer needs.');
  let document: ReturnType<typeof parseDocument>;
  let data: unknown;
  try {
    document = parseDocument(text, { logLevel: 'silent' });
    const [error] = document.errors;
    if (error) {
      // What is nested too deep for the parser's stack is an error without a place.
      if (/call stack/.test(error.message)) return atTop(beyondMeasure);
      const message = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '.');
      return failed({ message, start: error.pos[0], end: Math.max(error.pos[0], Math.min(error.pos[1], text.length)) });
    }
    data = document.toJS({ maxAliasCount: 20 });
  } catch {
    return atTop(beyondMeasure);
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return atTop('Expected keys such as "currency: USD", each on a line of its own.');
  const { currency } = data as { readonly currency?: unknown };
  const checked = check(offerSchema(typeof currency === 'string' ? currency : undefined), data);
  const found = checked.ok ? offerOf(checked.value, horizon) : checked;
  if ('offer' in found) return { ok: true, offer: found.offer };
  return failed(...found.problems.map((problem) => placed(problem, document.contents)));
}

interface Placed {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** The value at the path of a problem where it stands in one place, else the last key on the way to it. */
function placed({ path, message }: Problem, contents: unknown): Placed {
  // A key that nobody knows is marked itself, whatever stands behind it.
  const isUnknown = message.startsWith('Unknown key');
  let place = { start: 0, end: 1 };
  let at = contents;
  for (const [index, step] of path.entries()) {
    const pair = isMap(at) ? at.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    const item = pair ? pair.value : isSeq(at) && typeof step === 'number' ? at.items[step] : undefined;
    const isKeyMeant = pair !== undefined && (!isScalar(item) || (isUnknown && index === path.length - 1));
    const range = (isKeyMeant ? undefined : rangeOf(item)) ?? rangeOf(pair?.key);
    if (!range) break;
    place = range;
    at = item;
  }
  // What is not there stands nowhere, so its name is told.
  return { message: message.replace(/^This is needed/, `"${path.at(-1)}" is needed`), ...place };
}

function rangeOf(node: unknown): { readonly start: number; readonly end: number } | undefined {
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
  const [start = 0, end = 0] = node.range ?? [];
  // An element of a list is marked where it begins; an empty value by its key.
  return end > start ? { start, end: isScalar(node) ? end : start + 1 } : undefined;
}

function firstLine(text: string): number {
  const end = text.search(/[\r\n]/);
  return end < 0 ? text.length : end;
}

function lineOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
