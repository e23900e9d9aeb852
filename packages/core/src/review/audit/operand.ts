import { bitRates, byteSizes, timeSpans } from '../../text/index.ts';

/** One way to read a number as written: "15B" as billions, or as bytes. */
export interface Meaning {
  /** In bytes, seconds, or as counted; a percentage as a share. */
  readonly value: number;
  readonly unit: Unit;
}

export type Unit = 'bytes' | 'seconds' | 'percent' | 'money' | 'none';

/** A number in a calculation. Offsets are UTF-16 into the text it was read from. */
export interface Operand {
  readonly start: number;
  /** Behind the words for what it counts. */
  readonly end: number;
  /** Behind its unit. */
  readonly numberEnd: number;
  /** The number itself, before magnitude and unit. */
  readonly coefficient: number;
  /** Half a unit of the last digit that was written, as a share of the number. */
  readonly rounding: number;
  readonly meanings: readonly Meaning[];
  /** Seconds of "per day", "a month", "/s" behind it. */
  readonly per: number | undefined;
  readonly approximate: boolean;
}

const magnitudes: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  thousand: 1e3,
  M: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  T: 1e12,
  tn: 1e12,
  trillion: 1e12,
};

const byteUnits: Readonly<Record<string, number>> = {
  ...byteSizes,
  kbit: 125,
  mbit: 125e3,
  gbit: 125e6,
  tbit: 125e9,
};

/** How wide a stored number is. */
const types: Readonly<Record<string, number>> = {
  float64: 8,
  double: 8,
  doubles: 8,
  fp64: 8,
  float32: 4,
  fp32: 4,
  float: 4,
  floats: 4,
  float16: 2,
  fp16: 2,
  bfloat16: 2,
  bf16: 2,
  int8: 1,
  uint8: 1,
  int16: 2,
  int32: 4,
  uint32: 4,
  int64: 8,
  uint64: 8,
};

export const perSeconds: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  second: 1,
  min: 60,
  minute: 60,
  h: 3600,
  hr: 3600,
  hour: 3600,
  day: 86400,
  d: 86400,
  week: 604800,
  month: 2592000,
  mo: 2592000,
  year: 31536000,
  yr: 31536000,
};

const number = /(\d+(?:[,_'’]\d{3})+|\d{1,3}(?: \d{3})+(?!\d)|\d+)(\.\d+)?(?:e([+-]?\d{1,2})|\^(\d{1,2}))?/y;
const word = /[A-Za-zµ]+(?:\d+)?/y;

/**
 * Reads the number at a place with its magnitude and unit; undefined when none is there. `text` may hold anything behind
 * it: nouns after the unit are left to the caller.
 */
export function readOperand(text: string, at: number): Operand | undefined {
  const type = readType(text, at);
  if (type) return type;
  let start = at;
  let approximate = false;
  const sign = /[~≈]\s?/y;
  sign.lastIndex = start;
  const about = sign.exec(text);
  if (about) {
    approximate = true;
    start += about[0].length;
  }
  const currency = /[$€£]/.test(text.charAt(start));
  if (currency) start++;
  number.lastIndex = start;
  const match = number.exec(text);
  if (!match) return undefined;
  const [, whole = '', fraction = '', exponent, power] = match;
  const digits = `${whole.replace(/[,_'’ ]/g, '')}${fraction}`;
  let coefficient = Number(digits);
  if (exponent !== undefined) coefficient *= 10 ** Number(exponent);
  if (power !== undefined) coefficient **= Number(power);
  if (!Number.isFinite(coefficient)) return undefined;
  let end = start + match[0].length;
  let rounding = power === undefined ? roundingOf(digits) : 0;
  if (coefficient === 0) rounding = 0;
  const suffix = readSuffix(text, end);
  end = suffix.end;
  const percent = /^\s?(?:%|percent\b)/.exec(text.slice(end, end + 9));
  if (percent) {
    return {
      start: at,
      end: end + percent[0].length,
      numberEnd: end + percent[0].length,
      coefficient,
      rounding,
      meanings: [{ value: coefficient / 100, unit: 'percent' }],
      per: undefined,
      approximate,
    };
  }
  const meanings = suffix.meanings.map(
    ({ value, unit }): Meaning => ({ value: value * coefficient, unit: currency ? 'money' : unit }),
  );
  return { start: at, end, numberEnd: end, coefficient, rounding, meanings, per: suffix.per, approximate };
}

/** "768 × float32": four bytes each. */
function readType(text: string, at: number): Operand | undefined {
  word.lastIndex = at;
  const name = word.exec(text)?.[0];
  const bytes =
    name === undefined ? undefined : Object.hasOwn(types, name.toLowerCase()) ? types[name.toLowerCase()] : undefined;
  if (name === undefined || bytes === undefined) return undefined;
  return {
    start: at,
    end: at + name.length,
    numberEnd: at + name.length,
    coefficient: bytes,
    rounding: 0,
    meanings: [{ value: bytes, unit: 'bytes' }],
    per: undefined,
    approximate: false,
  };
}

/** "31" is between 30.5 and 31.5, "30" may be rounded to tens, "86,400" is what it says. */
function roundingOf(digits: string): number {
  const significant = digits.replace('.', '').replace(/^0+/, '');
  const kept = digits.includes('.') ? significant : significant.replace(/0+$/, '');
  const value = Number(significant);
  if (value === 0) return 0;
  const unit = 10 ** (significant.length - Math.max(1, kept.length));
  return unit / 2 / value;
}

interface Suffix {
  readonly meanings: readonly Meaning[];
  readonly per: number | undefined;
  readonly end: number;
}

function readSuffix(text: string, from: number): Suffix {
  let end = from;
  let factor = 1;
  const first = wordAt(text, end);
  let billionOrBytes = false;
  if (first) {
    const spaced = first.start > end;
    const own = Object.hasOwn(magnitudes, first.word) ? magnitudes[first.word] : magnitudeOf(first.word);
    if (first.word === 'B') {
      billionOrBytes = true;
      end = first.end;
    } else if (own !== undefined && (first.word.length > 1 || !spaced)) {
      factor = own;
      end = first.end;
    } else if ((first.word === 'm' || first.word === 'b') && !isTime(text, first.end)) {
      // "200 m daily users", "50 m/day": millions, if nothing says minutes or metres.
      const million = first.word === 'm' ? 1e6 : 1e9;
      const rest = readUnit(text, first.end);
      return {
        meanings: [
          { value: million * rest.factor, unit: rest.unit },
          ...(first.word === 'm' ? [{ value: 60, unit: 'seconds' as const }] : []),
        ],
        per: rest.per,
        end: rest.end,
      };
    }
  }
  const unit = readUnit(text, end);
  if (billionOrBytes) {
    return {
      meanings: [
        { value: 1e9 * unit.factor, unit: unit.unit },
        ...(unit.unit === 'none' ? [{ value: 1, unit: 'bytes' as const }] : []),
      ],
      per: unit.per,
      end: unit.end,
    };
  }
  return { meanings: [{ value: factor * unit.factor, unit: unit.unit }], per: unit.per, end: unit.end };
}

function magnitudeOf(name: string): number | undefined {
  const lower = name.toLowerCase().replace(/s$/, '');
  return lower.length > 1 && Object.hasOwn(magnitudes, lower) ? magnitudes[lower] : undefined;
}

function isTime(text: string, at: number): boolean {
  return /^\s?(?:timeout|ttl|interval|window|delay)/i.test(text.slice(at, at + 12));
}

function readUnit(
  text: string,
  from: number,
): { readonly factor: number; readonly unit: Unit; readonly per: number | undefined; readonly end: number } {
  const found = wordAt(text, from, '-');
  const lower = found?.word.toLowerCase() ?? '';
  const bits = lookUp(bitRates, lower);
  if (found && bits !== undefined) return { factor: bits, unit: 'bytes', per: 1, end: found.end };
  // "Gb" is read as bytes, as most people mean it; bits are written Gbit or Gbps.
  const bytes = lookUp(byteUnits, lower);
  if (found && bytes !== undefined) {
    const per = readPer(text, found.end);
    return { factor: bytes, unit: 'bytes', per: per?.seconds, end: per?.end ?? found.end };
  }
  const type = lookUp(types, lower);
  if (found && type !== undefined) return { factor: type, unit: 'bytes', per: undefined, end: found.end };
  const time = lookUp(timeSpans, found?.word ?? '') ?? lookUp(timeSpans, lower);
  if (found && time !== undefined) {
    const per = readPer(text, found.end);
    return { factor: time, unit: 'seconds', per: per?.seconds, end: per?.end ?? found.end };
  }
  const rate = /^[qrtwie]ps$/.test(lower) || lower === 'ops' || lower === 'iops';
  if (found && rate) return { factor: 1, unit: 'none', per: 1, end: found.end };
  const per = readPer(text, from);
  return { factor: 1, unit: 'none', per: per?.seconds, end: per?.end ?? from };
}

function lookUp(table: Readonly<Record<string, number>>, name: string): number | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

const perUnit =
  /^\s{0,2}(?:\/\s?|per\s|an?\s|each\s|every\s)(seconds?|sec|s|minutes?|min|hours?|hr|h|days?|d|weeks?|months?|mo|years?|yr)\b/i;

/** "/day", "per second", "a month". */
export function readPer(text: string, at: number): { readonly seconds: number; readonly end: number } | undefined {
  const match = perUnit.exec(text.slice(at, at + 24));
  const name = match?.[1]?.toLowerCase() ?? '';
  const seconds = lookUp(perSeconds, name) ?? lookUp(perSeconds, name.replace(/s$/, ''));
  return match && seconds !== undefined ? { seconds, end: at + match[0].length } : undefined;
}

function wordAt(
  text: string,
  from: number,
  also = '',
): { readonly word: string; readonly start: number; readonly end: number } | undefined {
  let start = from;
  while (/\s/.test(text.charAt(start)) && start < from + 2 && text.charAt(start) !== '\n') start++;
  if (also !== '' && text.charAt(start) === also) start++;
  word.lastIndex = start;
  const match = word.exec(text);
  return match ? { word: match[0], start, end: start + match[0].length } : undefined;
}
