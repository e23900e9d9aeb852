/** A whole power by multiplication: `Math.pow` may differ in its last bit from one engine to another. */
export function power(base: number, exponent: number): number {
  let result = 1;
  for (let count = 0; count < exponent; count++) result *= base;
  return result;
}

/** Growth at a yearly rate over months: full years are compounded, the rest of a year grows in a straight line. */
export function growth(rate: number, months: number): number {
  const years = Math.floor(months / 12);
  return power(1 + rate, years) * (1 + (rate * (months - 12 * years)) / 12);
}

/** What an amount that comes after so many months is worth today. */
export function discounted(amount: number, rate: number, months: number): number {
  return rate === 0 ? amount : amount / growth(rate, months);
}

/** Rounded to cents, once all is added up: so that amounts that are equal on paper are equal here. */
export function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
