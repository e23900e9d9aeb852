import { type Meaning, type Operand, readOperand, readPer } from './operand.ts';

type Operator = '×' | '/' | '+' | '−';

/** Terms with the operators between them; a term in brackets is an expression of its own. */
export interface Expression {
  readonly start: number;
  readonly end: number;
  readonly terms: readonly (Operand | Expression)[];
  /** One fewer than terms. */
  readonly operators: readonly Operator[];
}

/** "200M × 800 B = 160 GB": an expression and what it is said to come to. */
export interface Calculation {
  readonly start: number;
  readonly end: number;
  readonly expression: Expression;
  /** All its numbers, those in brackets too. */
  readonly operands: readonly Operand[];
  readonly result: Operand;
  /** Said with "≈", "~", "about". */
  readonly approximate: boolean;
}

const operatorAt = /\s*(×|\*|·|x(?=\s?[\d~$€(])|÷|\/(?!\s?[a-zA-Z])|\+|−|–(?=\s\d)|-(?=\s))\s*/y;
const timesAt = /\s+(?:times|multiplied by)\s+/y;
const ofAt = /\s+of\s+(?:about\s+|around\s+|roughly\s+)?/y;
const passingAt =
  /\s*(?:,|\(|;)?\s*(?:or|so|i\.e\.|which is|that is|that's)?\s*(?:about|around|roughly|approximately|some|~|≈)\s*/y;
const equalsAt =
  /\s*(=|≈|≃|~=|=~|→|⇒|->|=>|\bis\b|\bare\b|\bgives\b|\bmakes\b|\bcomes to\b|\bworks out (?:to|at)\b|\bthat is\b)\s*((?:about|around|roughly|approximately|approx\.?|nearly|almost|some|just (?:over|under)|~|≈)\s*)?/y;
/** Up to five words and no number, mark or operator: what a number counts. */
const nounsAt =
  /(?:[\s-]+(?!(?:is|are|of|gives|makes|comes|works|that|x|and|or|so|to|plus|minus|times|with|for|in|at)\b)[A-Za-z][\w'’-]*\)?){0,5}/y;

/** The calculations of a text that are written out in full, in order. Linear in the length of the text but for short looks ahead. */
export function findCalculations(text: string): readonly Calculation[] {
  const found: Calculation[] = [];
  const starts = /[\d~≈$€£]|\((?=[\d~$€£])/g;
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    if (!opensNumber(text, match.index)) continue;
    const chain = readChain(text, match.index);
    if (!followsOperator(text, match.index)) found.push(...chain.calculations);
    // What opens with a bracket may also be read from behind it.
    starts.lastIndex =
      match[0] === '(' && chain.calculations.length === 0 ? match.index + 1 : Math.max(chain.end, match.index + 1);
  }
  return found;
}

/** A digit within a word, a date or a version opens no number. */
function opensNumber(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if (/[\p{L}\p{N}_.,:#/^]/u.test(before)) return false;
  return !(before === '-' && /[\p{L}\p{N}]/u.test(text.charAt(at - 2)));
}

/**
 * "300,000 prefixes of up to four letters × 20 ids × 8 B": where an operator stands before, what stands before that could
 * not be read, and the rest alone says nothing. A bullet at the start of a line is no operator.
 */
function followsOperator(text: string, at: number): boolean {
  return /\S[^\S\n]*(?:[×÷·+/−]|(?<=\s)(?:\*|x|times|multiplied by)(?=\s))[^\S\n]*\(?$/.test(
    text.slice(Math.max(0, at - 24), at),
  );
}

interface Chain {
  readonly calculations: readonly Calculation[];
  readonly end: number;
}

const longest = 24;

/** An expression and all it is said to equal, one after the other: "600M × 2 = 1.2B a day ≈ 14k/s". */
function readChain(text: string, start: number): Chain {
  const calculations: Calculation[] = [];
  let left = readExpression(text, start);
  if (!left) return { calculations, end: start + 1 };
  let end = left.end;
  while (calculations.length < longest) {
    const equals = readEquals(text, end, left);
    if (!equals) break;
    const right = readExpression(text, equals.end);
    const result = right?.terms.length === 1 ? right.terms[0] : undefined;
    if (!right) break;
    end = right.end;
    if (result && 'coefficient' in result && (!equals.inPassing || isConversion(left, result))) {
      if (!isPeak(text, right) && (left.terms.length > 1 || isConversion(left, result))) {
        calculations.push({
          start: left.start,
          end: right.end,
          expression: left,
          operands: operandsOf(left),
          result,
          approximate: equals.approximate || result.approximate,
        });
      }
    } else if (equals.inPassing) break;
    left = right;
  }
  return { calculations, end };
}

interface Equals {
  readonly end: number;
  readonly approximate: boolean;
  /** Said in passing, as after a comma: only the same amount in another unit is held against it. */
  readonly inPassing: boolean;
}

function readEquals(text: string, at: number, left: Expression): Equals | undefined {
  equalsAt.lastIndex = at;
  const equals = equalsAt.exec(text);
  if (equals) {
    const mark = equals[1] ?? '';
    const spoken = /^[a-z,]/i.test(mark);
    return {
      end: equalsAt.lastIndex,
      approximate: equals[2] !== undefined || /[≈≃~→⇒>]/.test(mark),
      // "is" after a lone number says what it is and not what it comes to.
      inPassing: spoken && left.terms.length === 1,
    };
  }
  passingAt.lastIndex = at;
  return passingAt.exec(text) ? { end: passingAt.lastIndex, approximate: true, inPassing: true } : undefined;
}

/** "2B a day ≈ 23k a second": one amount in two units. */
function isConversion(left: Expression, right: Operand): boolean {
  const [only] = left.terms;
  if (!only || left.terms.length > 1 || !('coefficient' in only)) return false;
  return only.per !== undefined && right.per !== undefined && only.per !== right.per;
}

/** A peak is a multiple of what stands before it. */
function isPeak(text: string, { start, end }: Expression): boolean {
  return /\b(?:peak|burst|max|worst|p9\d|spike)/i.test(
    `${text.slice(Math.max(0, start - 14), start)} ${text.slice(end, end + 14)}`,
  );
}

function operandsOf({ terms }: Expression): readonly Operand[] {
  return terms.flatMap((term) => ('coefficient' in term ? [term] : operandsOf(term)));
}

const mostTerms = 12;
const deepest = 3;

function readExpression(text: string, start: number, depth = 0): Expression | undefined {
  const terms: (Operand | Expression)[] = [];
  const operators: Operator[] = [];
  let at = start;
  for (;;) {
    const term = readTerm(text, at, depth);
    if (!term) return undefined;
    terms.push(term);
    at = term.end;
    const operator = readOperator(text, at, term);
    if (!operator || terms.length >= mostTerms) break;
    if (!readTerm(text, operator.end, depth)) {
      // "5 /": not a calculation that was written out.
      return terms.length > 1 || operator.kind !== '/' ? undefined : { start, end: at, terms, operators };
    }
    operators.push(operator.kind);
    at = operator.end;
  }
  return { start, end: at, terms, operators };
}

function readTerm(text: string, at: number, depth: number): Operand | Expression | undefined {
  if (text.charAt(at) === '(') {
    const inner = depth < deepest ? readExpression(text, at + 1, depth + 1) : undefined;
    return inner && text.charAt(inner.end) === ')' ? { ...inner, start: at, end: inner.end + 1 } : undefined;
  }
  const operand = readOperand(text, at);
  if (!operand) return undefined;
  const nouns = readNouns(text, operand.end);
  return { ...operand, end: nouns.end, numberEnd: operand.end, per: operand.per ?? nouns.per };
}

function readOperator(
  text: string,
  at: number,
  before: Operand | Expression,
): { readonly kind: Operator; readonly end: number } | undefined {
  operatorAt.lastIndex = at;
  const mark = operatorAt.exec(text);
  if (mark) return { kind: operatorOf(mark[1] ?? ''), end: operatorAt.lastIndex };
  timesAt.lastIndex = at;
  if (timesAt.exec(text)) return { kind: '×', end: timesAt.lastIndex };
  // "5% of 900k", "50 million photos of 200 KB".
  ofAt.lastIndex = at;
  if (ofAt.exec(text) && 'coefficient' in before) {
    const next = readOperand(text, ofAt.lastIndex);
    const isShare = before.meanings.every(({ unit }) => unit === 'percent');
    const isSize =
      next?.meanings.every(({ unit }) => unit === 'bytes') === true &&
      before.meanings.every(({ unit }) => unit === 'none');
    if (isShare || isSize) return { kind: '×', end: ofAt.lastIndex };
  }
  return undefined;
}

function operatorOf(mark: string): Operator {
  if (mark === '/' || mark === '÷') return '/';
  if (mark === '+') return '+';
  return mark === '−' || mark === '-' || mark === '–' ? '−' : '×';
}

/** What a number counts, and how often: "image reads per day". */
function readNouns(text: string, from: number): { readonly end: number; readonly per: number | undefined } {
  nounsAt.lastIndex = from;
  const nouns = nounsAt.exec(text)?.[0] ?? '';
  // "per" and "a" open a rate, wherever in the words they stand.
  const rate =
    /(?<!\b(?:after|in|for|over|within|once|half|than))\s(?:per|an?|each|every)\s(?:second|sec|s|minute|min|hour|day|week|month|year)s?\b/i.exec(
      nouns,
    );
  if (rate) {
    const per = readPer(nouns, rate.index);
    return { end: from + (per?.end ?? nouns.length), per: per?.seconds };
  }
  const end = from + nouns.length;
  const slash = readPer(text, end);
  if (slash) return { end: slash.end, per: slash.seconds };
  const adverb = /\b(daily|monthly|hourly|weekly|yearly)\b/i.exec(nouns)?.[1]?.toLowerCase();
  const per = adverb && !/active|users?|people|members|customers/i.test(nouns) ? adverbs[adverb] : undefined;
  return { end, per };
}

const adverbs: Readonly<Record<string, number>> = {
  hourly: 3600,
  daily: 86400,
  weekly: 604800,
  monthly: 2592000,
  yearly: 31536000,
};

/** Every value a calculation may come to, by how its numbers may be read, with its unit. */
export function valuesOf({ expression, operands }: Calculation): readonly Meaning[] {
  const ways = operands.reduce((product, { meanings }) => product * meanings.length, 1);
  return ways > 64 ? [] : evaluate(expression);
}

function evaluate({ terms, operators }: Expression): readonly Meaning[] {
  let ways: readonly (readonly Meaning[])[] = [[]];
  for (const term of terms) {
    const meanings = 'coefficient' in term ? term.meanings : evaluate(term);
    ways = ways.flatMap((way) => meanings.map((meaning) => [...way, meaning]));
  }
  return ways.flatMap((way) => compute(way, operators) ?? []);
}

function compute(values: readonly Meaning[], operators: readonly Operator[]): Meaning | undefined {
  const [first, ...rest] = values;
  if (!first) return undefined;
  const sums: { sign: number; product: Meaning }[] = [{ sign: 1, product: first }];
  for (const [index, next] of rest.entries()) {
    const operator = operators[index];
    const last = sums.at(-1) as (typeof sums)[number];
    if (operator === '×') last.product = times(last.product, next);
    else if (operator === '/') {
      if (next.value === 0) return undefined;
      last.product = over(last.product, next);
    } else sums.push({ sign: operator === '+' ? 1 : -1, product: next });
  }
  const value = sums.reduce((sum, { sign, product }) => sum + sign * product.value, 0);
  const unit = sums.map(({ product }) => product.unit).find((name) => name !== 'none') ?? 'none';
  return { value, unit };
}

function times(a: Meaning, b: Meaning): Meaning {
  const plain = (unit: Meaning['unit']): boolean => unit === 'none' || unit === 'percent';
  return { value: a.value * b.value, unit: plain(a.unit) ? (plain(b.unit) ? 'none' : b.unit) : a.unit };
}

function over(a: Meaning, b: Meaning): Meaning {
  return { value: a.value / b.value, unit: a.unit === b.unit ? 'none' : a.unit };
}
