import { bitRates, byteSizes, timeSpans } from './units.ts';

/**
 * Numbers with magnitude words and units, found in prose, lists, tables and code: "~631M users", "80 billion searches a
 * month", "p99 under 200 ms", "1.5 TB/day", "10–20 ms", "ten thousand requests per second".
 */
export type QuantityKind =
  | 'users'
  | 'rate'
  | 'bytes'
  | 'bandwidth'
  | 'time'
  | 'percent'
  | 'money'
  | 'count'
  | 'ratio'
  | 'percentile'
  | 'number';

export interface Quantity {
  /** UTF-16 offsets from the start of the text it was found in. */
  readonly start: number;
  readonly end: number;
  readonly kind: QuantityKind;
  /** In the kind's base unit: bytes, seconds, per second, bytes per second, percent; otherwise as counted. */
  readonly value: number;
  /** The upper end where a range is given. */
  readonly high?: number;
  readonly approximate: boolean;
}

const magnitudes: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  thousands: 1e3,
  k: 1e3,
  lakh: 1e5,
  million: 1e6,
  millions: 1e6,
  mn: 1e6,
  mm: 1e6,
  crore: 1e7,
  billion: 1e9,
  billions: 1e9,
  bn: 1e9,
  trillion: 1e12,
  trillions: 1e12,
  tn: 1e12,
};

const letters: Readonly<Record<string, number>> = { M: 1e6, B: 1e9, T: 1e12, K: 1e3, m: 1e6, b: 1e9 };

const byteUnits: Readonly<Record<string, number>> = {
  ...byteSizes,
  kilobyte: 1e3,
  kilobytes: 1e3,
  megabyte: 1e6,
  megabytes: 1e6,
  gigabyte: 1e9,
  gigabytes: 1e9,
  terabyte: 1e12,
  terabytes: 1e12,
  petabyte: 1e15,
  petabytes: 1e15,
  exabyte: 1e18,
  exabytes: 1e18,
};

const timeUnits: Readonly<Record<string, number>> = {
  ...timeSpans,
  nanosecond: 1e-9,
  nanoseconds: 1e-9,
  μs: 1e-6,
  microsecond: 1e-6,
  microseconds: 1e-6,
  msec: 1e-3,
  millisecond: 1e-3,
  milliseconds: 1e-3,
  millis: 1e-3,
  night: 86400,
  nights: 86400,
  quarter: 7776000,
  quarters: 7776000,
  yr: 31536000,
  yrs: 31536000,
};

const rateUnits = new Set(['qps', 'rps', 'tps', 'wps', 'ops', 'iops', 'eps', 'qpm', 'rpm', 'tpm']);
const userUnits = new Set(
  'user users dau mau wau people customers subscribers followers followees followers members viewers visitors drivers riders pinners sellers buyers tenants clients accounts listeners devices'.split(
    ' ',
  ),
);
/** Words that may stand between a number and what it counts. */
const fillers = new Set(
  'of active daily monthly weekly registered concurrent unique total new different distinct more or so peak average online additional average-size sustained'.split(
    ' ',
  ),
);
const smallNumbers: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  a: 1,
  an: 1,
  half: 0.5,
  several: 3,
  few: 3,
  couple: 2,
  dozen: 12,
};

/** "four fifths fewer", "a tenth of a millisecond": the part after a number or an article. */
const parts: Readonly<Record<string, number>> = {
  half: 1 / 2,
  third: 1 / 3,
  quarter: 1 / 4,
  fifth: 1 / 5,
  eighth: 1 / 8,
  tenth: 1 / 10,
  hundredth: 1 / 100,
  thousandth: 1 / 1000,
};
/** Words after a bare number that do not make it a count of something. */
const notCounted = new Set(
  'the a an and or of to in on at is are was were be by for from with than then that this it we i you as if so but not per each other into over under when would will can could should because since'.split(
    ' ',
  ),
);

/** A word of the text is looked up by its own name only: "constructor" is a word like any other. */
function lookUp(table: Readonly<Record<string, number>>, word: string): number | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

const numberPattern =
  /\d+(?:[,_]\d{3})*(?:\.\d+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|an?|half|several|few|couple|dozen|tenfold|twofold|threefold|hundreds|thousands|millions|billions|trillions)\b/gi;
const wordAt = /[A-Za-zµμ]+/y;

/** The quantities of a text, in order; `wraps` where a single line break is a space. Linear in the length of the text. */
export function findQuantities(text: string, wraps = false): readonly Quantity[] {
  const found: Quantity[] = [];
  numberPattern.lastIndex = 0;
  for (let match = numberPattern.exec(text); match; match = numberPattern.exec(text)) {
    const quantity = readQuantity(text, match.index, match[0], wraps);
    if (quantity) {
      found.push(quantity);
      numberPattern.lastIndex = Math.max(quantity.end, match.index + match[0].length);
    }
  }
  return found;
}

interface Reader {
  readonly text: string;
  at: number;
  /** Whether a single line break is a space: in prose it is, in code and tables a line ends with its line. */
  readonly wraps: boolean;
}

function skipSpace(reader: Reader, also = ''): void {
  while (reader.at < reader.text.length) {
    const char = reader.text[reader.at] as string;
    // A line that was broken to fit goes on in the next.
    if (reader.wraps && char === '\n' && reader.text[reader.at + 1] !== '\n') reader.at++;
    else if (char === ' ' || char === '\u00a0' || char === '\u202f' || also.includes(char)) reader.at++;
    else break;
  }
}

function peekWord(reader: Reader): string {
  wordAt.lastIndex = reader.at;
  return wordAt.exec(reader.text)?.[0] ?? '';
}

function readQuantity(text: string, start: number, digits: string, wraps: boolean): Quantity | undefined {
  const before = text[start - 1] ?? ' ';
  const inWords = !/^\d/.test(digits);
  if (inWords) return readInWords(text, start, digits, wraps);
  if (/[\p{L}_]/u.test(before)) {
    if ((before === 'p' || before === 'P') && !/[\p{L}\p{N}_]/u.test(text[start - 2] ?? ' ')) {
      const value = Number(digits.replace(/[,_]/g, ''));
      if (value >= 50 && value < 1000) {
        return { start: start - 1, end: start + digits.length, kind: 'percentile', value, approximate: false };
      }
    }
    return undefined;
  }
  if (before === '.' || ((before === '-' || before === '/' || before === ':') && /\d/.test(text[start - 2] ?? '')))
    return undefined;
  const reader: Reader = { text, at: start + digits.length, wraps };
  let value = Number(digits.replace(/[,_]/g, ''));
  // Dates, versions and clock times are not quantities.
  if (/^(?:-\d{1,2}-\d|\.\d+\.\d|:\d\d:\d\d)/.test(text.slice(reader.at, reader.at + 8))) return undefined;
  const power = /^(?:\^(\d{1,2})|e(\d{1,2})\b)/i.exec(text.slice(reader.at, reader.at + 4));
  if (power) {
    value = power[1] ? value ** Number(power[1]) : value * 10 ** Number(power[2]);
    reader.at += power[0].length;
  }
  const ratio = readRatio(text, reader.at, value);
  if (ratio === 'none') return undefined;
  if (ratio) return { start, end: ratio.end, kind: 'ratio', value: ratio.value, approximate: false };
  let high: number | undefined;
  const scaled = readMagnitude(reader, value);
  value = scaled;
  const rest = text.slice(reader.at, reader.at + 24);
  const range = /^\s{0,2}(?:[-–—]|to|and)\s{0,2}[$€£]?(\d[\d,_]*(?:\.\d+)?)/.exec(rest);
  if (range?.[1] && !/^\s*(?:and)/.test(rest)) {
    const second: Reader = { text, at: reader.at + range[0].length, wraps };
    const upper = readMagnitude(second, Number(range[1].replace(/[,_]/g, '')));
    if (upper > value || scaled < 1e3) {
      // "10–20 million": the magnitude written once holds for both ends.
      const bare = Number(range[1].replace(/[,_]/g, ''));
      if (upper !== bare && value < 1000) value *= upper / bare;
      high = upper;
      reader.at = second.at;
    }
  }
  const sign = text.slice(Math.max(0, start - 2), start);
  const currency = /[$€£]\s?$/.test(sign);
  const approximate =
    /[~≈]\s?$/.test(sign) ||
    /\b(?:about|around|roughly|approximately|approx\.?|circa|nearly|almost|over|under|up to|at least|say)\s*$/i.test(
      text.slice(Math.max(0, start - 16), start),
    );
  return classify({ reader, start, value, high, approximate, currency, digits });
}

/** "100:1" is a ratio, "a 1:1" a talk between two people, "12:30" a time of day. */
function readRatio(
  text: string,
  at: number,
  left: number,
): { readonly value: number; readonly end: number } | 'none' | undefined {
  const match = /^\s?:\s?(\d{1,6})\b/.exec(text.slice(at, at + 9));
  if (!match?.[1]) return undefined;
  const right = Number(match[1]);
  const end = at + match[0].length;
  if (left === 1 && right === 1) return 'none';
  if (left === 1 || right === 1 || /^.{0,24}\bratio\b/.test(text.slice(end, end + 32)))
    return { value: left / right, end };
  return /^\d\d$/.test(match[1]) ? 'none' : undefined;
}

/** Reads "M", "k", " million"; a lone lower-case m or b counts only before a noun of people or requests. */
function readMagnitude(reader: Reader, value: number): number {
  const from = reader.at;
  skipSpace(reader);
  const spaced = reader.at > from;
  const word = peekWord(reader);
  const factor = lookUp(magnitudes, word.toLowerCase());
  if (factor && (word.length > 1 || !spaced)) {
    reader.at += word.length;
    return value * factor;
  }
  const letter = lookUp(letters, word);
  if (letter && !spaced) {
    if (word === 'm' || word === 'b') {
      const probe: Reader = { ...reader, at: reader.at + 1 };
      skipSpace(probe);
      const next = peekWord(probe).toLowerCase();
      if (!userUnits.has(next) && !fillers.has(next) && !/^(?:req|quer|write|read|pin|item|row|doc|url)/.test(next)) {
        reader.at = from;
        return value;
      }
    }
    reader.at += 1;
    return value * letter;
  }
  reader.at = from;
  return value;
}

interface Draft {
  readonly reader: Reader;
  readonly start: number;
  readonly value: number;
  readonly high: number | undefined;
  readonly approximate: boolean;
  readonly currency: boolean;
  readonly digits: string;
}

function classify(draft: Draft): Quantity | undefined {
  const { reader, start, value, approximate } = draft;
  const numberEnd = reader.at;
  const make = (kind: QuantityKind, factor: number, end: number): Quantity => ({
    start,
    end,
    kind,
    value: value * factor,
    ...(draft.high === undefined ? {} : { high: draft.high * factor }),
    approximate,
  });
  if (draft.currency) return make('money', 1, numberEnd);
  const next = reader.text[reader.at] ?? '';
  if (next === '%') return make('percent', 1, reader.at + 1);
  if (next === '×' || (/[xX]/.test(next) && !/[\p{L}\p{N}]/u.test(reader.text[reader.at + 1] ?? ' '))) {
    const after = reader.text.slice(reader.at + 1).trimStart();
    if (!/^\d/.test(after)) return make('ratio', 1, reader.at + 1);
  }
  if (next === '+') reader.at++;
  skipSpace(reader, '-');
  let word = peekWord(reader);
  for (let skipped = 0; skipped < 3 && fillers.has(word.toLowerCase()); skipped++) {
    reader.at += word.length;
    skipSpace(reader);
    word = peekWord(reader);
  }
  const lower = word.toLowerCase();
  const end = reader.at + word.length;
  if (lower === 'percent' || lower === 'pct') return make('percent', 1, end);
  if (lower === 'nines') return make('percent', 1, end);
  const bandwidth = lookUp(bitRates, lower);
  if (bandwidth !== undefined) return make('bandwidth', bandwidth, end);
  const bytes = word === 'B' ? 1 : lookUp(byteUnits, lower);
  if (bytes !== undefined) {
    const per = readPer(reader.text, end);
    return per ? make('bandwidth', bytes / per.seconds, per.end) : make('bytes', bytes, end);
  }
  const time = word === 'm' && numberEnd === reader.at ? 60 : lookUp(timeUnits, lower);
  if (time !== undefined) return make('time', time, end);
  if (rateUnits.has(lower)) return make('rate', lower.endsWith('pm') ? 1 / 60 : 1, end);
  if (/^(?:dollars?|usd|euros?|pounds?)$/.test(lower)) return make('money', 1, end);
  if (/^(?:cents?|pence)$/.test(lower)) return make('money', 0.01, end);
  if (lower === 'x' || lower === 'times') return make('ratio', 1, end);
  const direct = readPer(reader.text, numberEnd);
  if (direct) return make('rate', 1 / direct.seconds, direct.end);
  if (word && !notCounted.has(lower)) {
    const per = readPer(reader.text, end) ?? readPerAfterNoun(reader.text, end);
    if (per) return make('rate', 1 / per.seconds, per.end);
    if (userUnits.has(lower)) return make('users', 1, end);
    return make('count', 1, end);
  }
  if (isBareYearOrIndex(draft, numberEnd)) return undefined;
  return make('number', 1, numberEnd);
}

/** A bare year, a section number and the like count nothing. */
function isBareYearOrIndex(draft: Draft, end: number): boolean {
  const { value, digits, reader, start } = draft;
  if (/^\d{4}$/.test(digits) && value >= 1900 && value <= 2100) return true;
  if (/^[.):]/.test(reader.text.slice(end, end + 1)) && opensLine(reader.text, start)) return true;
  return /\b(?:step|phase|part|section|figure|fig|table|version|level|option|week|day|chapter|no|tier)\.?\s?$/i.test(
    reader.text.slice(Math.max(0, start - 10), start),
  );
}

/** Whether nothing but marks of a list, heading or quote stands before a place on its line. */
function opensLine(text: string, place: number): boolean {
  let at = place;
  while (at > 0 && text[at - 1] !== '\n' && /[\s#>*-]/.test(text[at - 1] as string)) at--;
  return at === 0 || text[at - 1] === '\n';
}

const perPattern =
  /^\s{0,2}(?:\/|per\s|an?\s|each\s|every\s)\s{0,2}(ns|us|ms|sec|seconds?|s|min|minutes?|h|hr|hours?|days?|d|weeks?|months?|mo|years?|yr)\b/i;

function readPer(text: string, at: number): { readonly seconds: number; readonly end: number } | undefined {
  const match = perPattern.exec(text.slice(at, at + 24));
  if (!match?.[1]) return undefined;
  const unit = match[1].toLowerCase();
  const seconds = unit === 'd' ? 86400 : unit === 'mo' ? 2592000 : timeUnits[unit];
  return seconds === undefined ? undefined : { seconds, end: at + match[0].length };
}

/** "search requests per second", "monthly searches" is a count, "pins saved per day" is a rate. */
function readPerAfterNoun(text: string, at: number): { readonly seconds: number; readonly end: number } | undefined {
  const match = /^\s[A-Za-z]+/.exec(text.slice(at, at + 24));
  return match ? readPer(text, at + match[0].length) : undefined;
}

function readInWords(text: string, start: number, digits: string, wraps: boolean): Quantity | undefined {
  if (/[\p{L}\p{N}_'’-]/u.test(text[start - 1] ?? ' ')) return undefined;
  const lower = digits.toLowerCase();
  const reader: Reader = { text, at: start + digits.length, wraps };
  const plural = magnitudes[lower] ?? (lower === 'hundreds' ? 100 : undefined);
  if (lower.endsWith('fold'))
    return { start, end: reader.at, kind: 'ratio', value: folds[lower] ?? 2, approximate: false };
  let value = plural ?? smallNumbers[lower];
  if (value === undefined) return undefined;
  const part = readPart(reader, lower);
  if (part !== undefined) return readShare({ reader, start, value: (lower === 'half' ? 1 : value) * part, lower });
  let scaled = plural !== undefined;
  for (let words = 0; words < 3; words++) {
    const from = reader.at;
    skipSpace(reader);
    const word = peekWord(reader).toLowerCase();
    if (word === 'of' || word === 'a' || word === 'an') {
      const probe: Reader = { ...reader, at: reader.at + word.length };
      skipSpace(probe);
      const next = peekWord(probe).toLowerCase();
      if (lookUp(magnitudes, next) !== undefined || next === 'dozen') {
        reader.at = probe.at;
        continue;
      }
    }
    const factor = lookUp(magnitudes, word);
    if (factor && word.length > 2) {
      value *= factor;
      scaled = true;
      reader.at += word.length;
      continue;
    }
    reader.at = from;
    break;
  }
  const quantity = classify({
    reader,
    start,
    value,
    high: undefined,
    approximate: plural !== undefined,
    currency: false,
    digits: lower,
  });
  if (!quantity) return undefined;
  // Small number words say a quantity only with a unit ("two seconds"), never alone ("two components", "a day").
  if (scaled) return quantity;
  const article = lower === 'a' || lower === 'an';
  if (article) return undefined;
  return ['time', 'bytes', 'percent', 'rate', 'bandwidth', 'money', 'ratio'].includes(quantity.kind)
    ? quantity
    : undefined;
}

const folds: Readonly<Record<string, number>> = { twofold: 2, threefold: 3, tenfold: 10 };

/** Reads "fifths" behind "four", "tenth" behind "a", nothing behind "half" where "of" or a unit follows. */
function readPart(reader: Reader, lower: string): number | undefined {
  if (lower === 'half')
    return /^\s(?:of|a|an|the)\s/.test(reader.text.slice(reader.at, reader.at + 6)) ? parts.half : undefined;
  const from = reader.at;
  skipSpace(reader);
  const word = peekWord(reader).toLowerCase();
  const part = lookUp(parts, word) ?? lookUp(parts, word.replace(/s$/, ''));
  // "Three quarters" is nine months, unless something is divided into them.
  const isDivided = /^(?:quarters?|thirds?)$/.test(word)
    ? /^\S+\s(?:of|the)\b/.test(reader.text.slice(reader.at, reader.at + 16))
    : true;
  if (part === undefined || !isDivided) {
    reader.at = from;
    return undefined;
  }
  reader.at += word.length;
  return part;
}

/** "Half a minute" is a time, "four fifths of the traffic" and "half of it" are shares. */
function readShare(share: {
  readonly reader: Reader;
  readonly start: number;
  readonly value: number;
  readonly lower: string;
}): Quantity | undefined {
  const { reader, start, value, lower } = share;
  const unit = /^\s(?:of\s)?an?\s(?=[a-z])/i.exec(reader.text.slice(reader.at, reader.at + 8));
  if (unit) {
    const probe: Reader = { ...reader, at: reader.at + unit[0].length };
    const word = peekWord(probe).toLowerCase();
    const factor = lookUp(magnitudes, word);
    const time = lookUp(timeUnits, word);
    if (time !== undefined)
      return { start, end: probe.at + word.length, kind: 'time', value: value * time, approximate: false };
    if (word === 'percent') return { start, end: probe.at + word.length, kind: 'percent', value, approximate: false };
    if (factor !== undefined) {
      probe.at += word.length;
      return classify({
        reader: probe,
        start,
        value: value * factor,
        high: undefined,
        approximate: false,
        currency: false,
        digits: lower,
      });
    }
  }
  return lower === 'half' && !/^\sof\b/.test(reader.text.slice(reader.at, reader.at + 4))
    ? undefined
    : { start, end: reader.at, kind: 'percent', value: value * 100, approximate: false };
}
