import type { Exit, Offer } from './offer.ts';
import { type Paid, paid } from './pay.ts';
import { cents, discounted, power } from './time.ts';
import { vestedAt } from './vesting.ts';
import { firstReaching, waterfallOf } from './waterfall.ts';

/** What comes of an offer at one exit. Amounts are in the offer's currency. */
export interface Outcome {
  readonly exit: Exit;
  /** What has vested, as a multiple of the first grant. */
  readonly vested: number;
  /** The share of the company that this is at the exit. */
  readonly owned: number;
  /** What the shares bring, before the strike and tax. */
  readonly gross: number;
  /** What it costs to exercise; 0 where nobody would. */
  readonly strike: number;
  /** After the strike, tax and waiting. */
  readonly net: number;
  /** With the pay of the horizon, after tax and waiting. */
  readonly total: number;
  /** Against the rival; undefined where there is none. */
  readonly difference: number | undefined;
}

export interface Result {
  readonly pay: Paid;
  readonly rival: Paid | undefined;
  /** By the value of the exit. */
  readonly outcomes: readonly Outcome[];
  /** Weighted by chance. */
  readonly expected: { readonly equity: number; readonly total: number; readonly difference: number | undefined };
  /** The least total that half of the chances reach or stay below. */
  readonly median: number;
  /** The chance that the total is more than the rival's. */
  readonly beats: number | undefined;
}

/** Works out what comes of an offer at each of its exits, and of all together. */
export function resultOf(offer: Offer): Result {
  const pay = paid(offer.pay, undefined, offer);
  const rival = offer.rival && paid(offer.rival.pay, offer.rival.stock, offer);
  const outcomes = offer.exits.map((exit) => outcomeOf(offer, exit, pay.net, rival?.net));
  const weighted = (of: (outcome: Outcome) => number): number =>
    cents(outcomes.reduce((sum, outcome) => sum + outcome.exit.probability * of(outcome), 0));
  const total = weighted((outcome) => outcome.total);
  return {
    pay,
    rival,
    outcomes,
    expected: {
      equity: weighted((outcome) => outcome.net),
      total,
      difference: rival && cents(total - rival.net),
    },
    median: medianOf(outcomes),
    beats:
      rival && outcomes.reduce((sum, { exit, difference = 0 }) => (difference > 0 ? sum + exit.probability : sum), 0),
  };
}

function outcomeOf(offer: Offer, exit: Exit, pay: number, rival: number | undefined): Outcome {
  const { equity, horizon, perRound } = offer;
  const vested = vestedAt(equity, horizon, exit);
  const gross = vested * equity.share * waterfallOf(offer, exit.rounds).payout(exit.value);
  const cost = vested * equity.cost;
  const net = netOf(offer, exit, gross, cost);
  const total = cents(pay + net);
  return {
    exit,
    vested,
    owned: vested * equity.share * power(1 - perRound, exit.rounds),
    gross: cents(gross),
    strike: gross > cost ? cents(cost) : 0,
    net: cents(net),
    total,
    difference: rival === undefined ? undefined : cents(total - rival),
  };
}

/** An option that costs more than it brings is let go, so the least is nothing. */
function netOf({ tax, discount }: Offer, { after }: Pick<Exit, 'after'>, gross: number, cost: number): number {
  return discounted(Math.max(0, gross - cost) * (1 - tax.equity), discount, after);
}

function medianOf(outcomes: readonly Outcome[]): number {
  let chance = 0;
  const rising = [...outcomes].sort((a, b) => a.total - b.total);
  for (const { exit, total } of rising) {
    chance += exit.probability;
    // A sum of tenths may fall short of a half in its last bit.
    if (chance >= 0.5 - 1e-9) return total;
  }
  return rising.at(-1)?.total ?? 0;
}

/** What the company must be worth at the usual exit for the offer to come to as much as the rival. */
export type BreakEven =
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  /** Rounded up to a whole unit of the currency. */
  | { readonly kind: 'at'; readonly value: number };

/** Solved exactly: what an exit brings is made of straight pieces. Undefined where there is no rival. */
export function breakEvenOf(offer: Offer, { pay, rival }: Pick<Result, 'pay' | 'rival'>): BreakEven | undefined {
  if (!rival) return undefined;
  const missing = rival.net - pay.net;
  if (missing <= 0) return { kind: 'always' };
  const { after, rounds } = offer.usual;
  const vested = vestedAt(offer.equity, offer.horizon, { after });
  const { payout, knees } = waterfallOf(offer, rounds);
  const gross = (value: number): number => vested * offer.equity.share * payout(value);
  const cost = vested * offer.equity.cost;
  // Where the options begin to be worth their strike is one more knee.
  const strike = firstReaching(gross, knees, cost);
  const value = firstReaching(
    (worth) => netOf(offer, { after }, gross(worth), cost),
    strike === undefined ? knees : [...knees, strike],
    missing,
  );
  return value === undefined ? { kind: 'never' } : { kind: 'at', value: Math.ceil(value - 1e-6) };
}
