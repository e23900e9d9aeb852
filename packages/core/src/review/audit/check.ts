import { type Calculation, valuesOf } from './calculation.ts';
import type { Meaning, Operand } from './operand.ts';

/** A calculation whose result is not what its numbers give. Offsets count from the text it was found in. */
export interface NumberFinding {
  readonly kind: 'arithmetic' | 'unit-slip';
  readonly start: number;
  readonly end: number;
  /** Where the result stands that is wrong. */
  readonly result: { readonly start: number; readonly end: number };
  /** What it comes to, in the unit of the result: "160 GB". */
  readonly computed: string;
  /** The calculation with its right result. */
  readonly working: string;
  /** What the writer's result would have to be multiplied by. */
  readonly factor: number;
}

const day = 86_400;
/** A month has 28 to 31 days, a year is a year with or without its leap day, and people round a day to 100,000 seconds. */
const monthTolerance = 0.08;
const roundedDay = 100_000 / day;

/** Undefined where the result is right, or may be, read in any way its numbers can be read. */
export function checkCalculation(text: string, calculation: Calculation): NumberFinding | undefined {
  const { result, operands } = calculation;
  const values = valuesOf(calculation).filter(({ value }) => Number.isFinite(value) && value > 0);
  if (values.length === 0 || result.coefficient === 0) return undefined;
  // A power, a range or an index that reads like a calculation has a result nobody would write.
  if (operands.some(({ coefficient }) => coefficient === 0)) return undefined;
  if (!isCommensurable(calculation)) return undefined;
  const tolerance = toleranceOf(calculation);
  const conversions = conversionsOf(operands, result);
  for (const value of values) {
    for (const stated of result.meanings) {
      for (const { factor, slack } of conversions) {
        const ratio = (value.value * factor) / stated.value;
        if (agrees(ratio, tolerance + slack) || explains(ratio, value, stated, Math.min(0.1, tolerance + slack)))
          return undefined;
        // Without a unit on the left, the result names it: "12 + 35 + 70 = 117 KB".
        if (value.unit === 'none' && agrees((value.value * factor) / result.coefficient, tolerance + slack))
          return undefined;
      }
    }
  }
  return describe(text, calculation, values, conversions);
}

/** A price is often per gigabyte or per hour without saying so; with money and another unit there is no telling. */
function isCommensurable({ operands, result }: Calculation): boolean {
  const units = new Set([...operands, result].flatMap(({ meanings }) => meanings.map(({ unit }) => unit)));
  return (
    !units.has('money') ||
    (!units.has('bytes') && !units.has('seconds') && !operands.some(({ per }) => per) && result.per === undefined)
  );
}

function agrees(ratio: number, tolerance: number): boolean {
  return Math.abs(ratio - 1) <= tolerance || Math.abs(1 / ratio - 1) <= tolerance;
}

/** Ways to differ that are a way of counting and not a mistake. */
function explains(ratio: number, value: Meaning, stated: Meaning, tolerance: number): boolean {
  // Kilobytes of 1,000 and of 1,024, once or on each step up to peta.
  if (value.unit === 'bytes' || stated.unit === 'bytes') {
    for (let step = 1; step <= 5; step++)
      if (agrees(ratio * 1.024 ** -step, tolerance) || agrees(ratio * 1.024 ** step, tolerance)) return true;
    // Bytes on one side and bits on the other.
    if (agrees(ratio * 8, tolerance) || agrees(ratio / 8, tolerance)) return true;
  }
  // "40 / 400 = 10%", or a share said as a bare number.
  return stated.unit === 'percent' && agrees(ratio / 100, tolerance);
}

/** What the writer's own rounding allows: of each number by its last digit, and more where they say "about". */
function toleranceOf({ result, operands, approximate }: Calculation): number {
  const rounded = operands.reduce((sum, { approximate: about }) => sum + (about ? 0.05 : 0), 0);
  const own = Math.min(0.5, result.rounding);
  // One digit written after "about" may stand for anything near it.
  const about = approximate ? 0.12 : 0.02;
  return Math.min(0.5, own + about + rounded);
}

interface Conversion {
  readonly factor: number;
  /** Beyond the tolerance of the numbers, since days and months are not told exactly. */
  readonly slack: number;
}

/** By what the left side may be multiplied so that it is told per the same time as the result. */
function conversionsOf(operands: readonly Operand[], result: Operand): readonly Conversion[] {
  const rates = [...new Set(operands.flatMap(({ per }) => per ?? []))];
  const target = result.per;
  const none: Conversion = { factor: 1, slack: 0 };
  if (target === undefined) {
    // "200 a day × 30 = 6,000": the days go by.
    return rates.length === 0 ? [none] : [none, ...rates.map((per) => ({ factor: 1 / per, slack: monthTolerance }))];
  }
  // "600M users × 2 notifications = 1.2B per day": how often is said by the result alone.
  if (rates.length === 0) {
    return target === 1 ? [none, ...[day, 30 * day, 365 * day, 3600, 60].flatMap((per) => perSecond(per))] : [none];
  }
  return rates.flatMap((per) => {
    if (per === target) return [none];
    const factor = target / per;
    const slack = Math.max(per, target) >= 28 * day ? monthTolerance : 0;
    return per >= day && target === 1
      ? [
          { factor, slack },
          { factor: factor / roundedDay, slack },
        ]
      : [{ factor, slack }];
  });
}

function perSecond(per: number): readonly Conversion[] {
  const slack = per > day ? monthTolerance : 0;
  return [
    { factor: 1 / per, slack },
    { factor: 1 / (per * roundedDay), slack },
  ];
}

function describe(
  text: string,
  calculation: Calculation,
  values: readonly Meaning[],
  conversions: readonly Conversion[],
): NumberFinding | undefined {
  const { result, start, end } = calculation;
  const [stated] = result.meanings;
  const [conversion] = conversions;
  if (!stated || !conversion) return undefined;
  // Of the ways to read it, the one nearest to what was written is what the writer most likely meant.
  const distance = (value: Meaning): number => Math.abs(Math.log((value.value * conversion.factor) / stated.value));
  const nearest = [...values].sort((a, b) => distance(a) - distance(b))[0] as Meaning;
  const factor = (nearest.value * conversion.factor) / stated.value;
  const computed = inUnitOf(text.slice(result.start, result.numberEnd), result, factor);
  return {
    kind: isPowerOfThousand(factor) ? 'unit-slip' : 'arithmetic',
    start,
    end,
    result: { start: result.start, end: result.numberEnd },
    computed,
    working: `${text.slice(start, result.start).trim()} ${computed}${text.slice(result.numberEnd, end)}`.replace(
      /\s+/g,
      ' ',
    ),
    factor,
  };
}

function isPowerOfThousand(factor: number): boolean {
  const steps = Math.log10(factor) / 3;
  return Math.abs(steps) > 0.9 && Math.abs(steps - Math.round(steps)) < 0.02;
}

/** The result as it was written, with the number that belongs there. */
function inUnitOf(written: string, result: Operand, factor: number): string {
  const value = result.coefficient * factor;
  const digits = value >= 1e15 || value < 1e-6 ? value.toExponential(2) : readable(value);
  return written.replace(/\d[\d,_.'’ ]*(?:e[+-]?\d+)?(?<![,_.'’ ])/i, digits).replace(/^[~≈]\s?/, '');
}

/** Three digits of a number, with its thousands parted. */
export function readable(value: number): string {
  const rounded = Number(value.toPrecision(3));
  if (rounded < 1000) return String(rounded);
  return Math.round(rounded)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
