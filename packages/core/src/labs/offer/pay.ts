import type { Offer, Pay, Rival } from './offer.ts';
import { cents, discounted, growth, power } from './time.ts';
import { grantsUntil, vestedShare } from './vesting.ts';

/** What is paid over the horizon, each part before tax, and all of it after tax and waiting. */
export interface Paid {
  readonly base: number;
  readonly bonus: number;
  readonly signing: number;
  readonly stock: number;
  readonly gross: number;
  readonly net: number;
}

type Setting = Pick<Offer, 'horizon' | 'discount' | 'tax'>;

/** The pay of an offer, month by month: base and bonus at the end of each, the signing bonus at the start. */
export function paid(pay: Pay, stock: Rival['stock'], { horizon, discount, tax }: Setting): Paid {
  let [base, bonus, sold, today] = [0, 0, 0, pay.signing];
  for (let year = 0; year * 12 < horizon; year++) {
    const months = Math.min(12, horizon - year * 12);
    const yearly = pay.base * power(1 + pay.raise, year);
    const extra = pay.bonus.kind === 'share' ? yearly * pay.bonus.share : pay.bonus.amount;
    // By the year and not by the month, so that four years of 100,000 are 400,000.
    base += (yearly * months) / 12;
    bonus += (extra * months) / 12;
    if (discount === 0) today += ((yearly + extra) * months) / 12;
    else
      for (let month = 1; month <= months; month++)
        today += discounted((yearly + extra) / 12, discount, year * 12 + month);
  }
  if (stock) {
    for (const { at, size } of grantsUntil(stock, horizon)) {
      for (let elapsed = 1; at + elapsed <= horizon; elapsed++) {
        const part = vestedShare(stock, elapsed, at === 0) - vestedShare(stock, elapsed - 1, at === 0);
        if (part === 0) continue;
        const amount = stock.grant * size * part * growth(stock.growth, elapsed);
        sold += amount;
        today += discounted(amount, discount, at + elapsed);
      }
    }
  }
  return {
    base: cents(base),
    bonus: cents(bonus),
    signing: cents(pay.signing),
    stock: cents(sold),
    gross: cents(base + bonus + pay.signing + sold),
    net: cents(today * (1 - tax.income)),
  };
}
