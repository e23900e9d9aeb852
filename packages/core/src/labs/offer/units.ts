/** What a written value stands for or, where nobody can tell, what to write instead. */
export type Parsed<T> =
  | { readonly value: T }
  /** `at` is the item of a list that is wrong. */
  | { readonly problem: string; readonly at?: number };

const grouped = String.raw`\d{1,3}(?:[,_' ]\d{3})+|\d+`;
/** The zeros that a letter stands for. */
const scales: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6, B: 9, bn: 9 };
/** More than any company is worth. */
const mostMoney = 1e14;
const mostYears = 40;
const mostShares = 1e13;

const moneyPattern = new RegExp(
  String.raw`^(?:([A-Z]{3})\s*)?(${grouped})(\.\d{1,6})?\s*(k|K|M|B|bn)?(?:\s*([A-Z]{3}))?$`,
);

/** An amount in units of the file's currency: 220000, "220,000", "220k", "1.5M USD". */
export function parseMoney(raw: unknown, currency: string | undefined): Parsed<number> {
  const written = writtenAs(raw);
  const match = moneyPattern.exec(written);
  if (!match) {
    return { problem: `Expected an amount such as 220000, 220k, 1.5M or 2B${currency ? ` (in ${currency})` : ''}` };
  }
  const [, before, whole = '', part = '', scale = '', after] = match;
  const named = before ?? after;
  if (named !== undefined && currency !== undefined && named !== currency)
    return { problem: `This is in ${named}, and the file counts in ${currency}. Convert it` };
  const value = scaled(whole, part, scale);
  return value <= mostMoney ? { value } : { problem: 'This is more than any company is worth. Look at its zeros' };
}

/** A share as a fraction of one. It needs its sign: nobody can tell whether 0.25 means 25% or 0.25%. */
export function parsePercent(raw: unknown, least = 0, most = 100): Parsed<number> {
  const match = /^(-?)(\d{1,4})(\.\d{1,8})?\s*%$/.exec(writtenAs(raw));
  if (!match) {
    const why = typeof raw === 'number' ? `. Nobody can tell what ${raw} means` : '';
    return { problem: `Expected a percent with its sign, such as 0.25% or 25%${why}` };
  }
  const [, sign, whole = '', part = ''] = match;
  const percent = Number(`${sign}${whole}${part}`);
  if (percent < least || percent > most) return { problem: `Expected a percent from ${least}% to ${most}%` };
  return { value: percent / 100 };
}

/** A time in whole months: "4 years", "18 months", "1.5 years". */
export function parseMonths(raw: unknown): Parsed<number> {
  const match = /^(\d{1,3}(?:\.\d{1,4})?)\s*(years?|months?)$/.exec(writtenAs(raw));
  if (!match) {
    const plain = typeof raw === 'number' ? ` ${raw} may be either` : '';
    return { problem: `Expected years or months, such as "4 years" or "18 months".${plain}` };
  }
  const [, count = '', unit = ''] = match;
  const months = unit.startsWith('year') ? (Number(count) * 1200) / 100 : Number(count);
  if (Math.abs(months - Math.round(months)) > 1e-9) return { problem: 'Expected a whole number of months' };
  return Math.round(months) <= mostYears * 12
    ? { value: Math.round(months) }
    : { problem: `Expected ${mostYears} years at most` };
}

/** How long a grant takes to vest, and how much of it in each year where that is not the same. */
export interface Schedule {
  readonly months: number;
  readonly byYear: readonly number[] | undefined;
}

const mostVestingYears = 10;
/** Percents as people write them, 33.33% three times, come to no more or less than this beside 100%. */
const offWhole = 0.001;

/** "4 years" in even parts, or a percent for each year: [10%, 20%, 30%, 40%]. */
export function parseVesting(raw: unknown): Parsed<Schedule> {
  if (!Array.isArray(raw)) {
    const parsed = parseMonths(raw);
    return 'value' in parsed ? { value: { months: parsed.value, byYear: undefined } } : parsed;
  }
  if (raw.length === 0 || raw.length > mostVestingYears)
    return { problem: `Expected a percent for each year, ${mostVestingYears} years at most` };
  const years: number[] = [];
  for (const [at, item] of raw.entries()) {
    const parsed = parsePercent(item);
    if (!('value' in parsed)) return { ...parsed, at };
    years.push(parsed.value);
  }
  const sum = years.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) > offWhole)
    return { problem: `The years come to ${Math.round(sum * 1e6) / 1e4}%, and a grant is 100%` };
  return { value: { months: years.length * 12, byYear: years.map((share) => share / sum) } };
}

/** A number of shares: 20000000, "20,000,000 shares", "20M shares". */
export function parseShares(raw: unknown): Parsed<number> {
  const match = new RegExp(String.raw`^(${grouped})(\.\d{1,6})?\s*(k|K|M|B|bn)?(?:\s*shares)?$`).exec(writtenAs(raw));
  if (!match) return { problem: 'Expected a number of shares, such as "20,000,000 shares" or "20M shares"' };
  const [, whole = '', part = '', scale = ''] = match;
  const value = scaled(whole, part, scale);
  return value <= mostShares ? { value } : { problem: 'No company has so many shares. Look at the zeros' };
}

/** A grant: a share of the company, or a number of shares. */
export type Grant =
  | { readonly kind: 'percent'; readonly share: number }
  | { readonly kind: 'shares'; readonly count: number };

export function parseGrant(raw: unknown): Parsed<Grant> {
  const written = writtenAs(raw);
  if (written.endsWith('%')) {
    const parsed = parsePercent(raw);
    return 'value' in parsed ? { value: { kind: 'percent', share: parsed.value } } : parsed;
  }
  if (written.endsWith('shares')) {
    const parsed = parseShares(raw);
    return 'value' in parsed ? { value: { kind: 'shares', count: parsed.value } } : parsed;
  }
  return {
    problem: 'Expected a percent of all shares such as 0.25%, or a number of them such as "40,000 shares"',
  };
}

/** A yearly bonus: a share of the base, or an amount. */
export type Bonus =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'amount'; readonly amount: number };

export function parseBonus(raw: unknown, currency: string | undefined): Parsed<Bonus> {
  if (writtenAs(raw).endsWith('%')) {
    const parsed = parsePercent(raw, 0, 1000);
    return 'value' in parsed ? { value: { kind: 'share', share: parsed.value } } : parsed;
  }
  const parsed = parseMoney(raw, currency);
  if ('problem' in parsed) return { problem: `${parsed.problem}, or a percent of the base such as 15%` };
  // A small number without a unit is as likely to be a percent that lost its sign.
  if (/^\d+(?:\.\d+)?$/.test(writtenAs(raw)) && parsed.value > 0 && parsed.value <= 100)
    return {
      problem: `${writtenAs(raw)} may be a percent or an amount. Write ${writtenAs(raw)}%, or name the currency`,
    };
  return { value: { kind: 'amount', amount: parsed.value } };
}

/** A multiple of what was put in: "1x", "1.5x". */
export function parseMultiple(raw: unknown): Parsed<number> {
  const match = /^(\d{1,2}(?:\.\d{1,4})?)\s*x$/.exec(writtenAs(raw));
  return match ? { value: Number(match[1]) } : { problem: 'Expected a multiple such as 1x or 1.5x' };
}

function writtenAs(raw: unknown): string {
  return typeof raw === 'number' || typeof raw === 'string' ? String(raw).trim() : '';
}

/** Read as one decimal number, so that "1.1M" is 1100000 and not a rounding error beside it. */
function scaled(whole: string, part: string, scale: string): number {
  const digits = whole.replace(/[,_' ]/g, '');
  return Number(`${digits}${part}e${scales[scale] ?? 0}`);
}
