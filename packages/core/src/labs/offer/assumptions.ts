import { say } from '../../practice/index.ts';
import { percentText, shortAmount } from './figures.ts';
import type { Offer, Preference, Vesting } from './offer.ts';
import { type OfferWords, spanText } from './words.ts';

/** What the arithmetic takes for granted, in words: each where it bears on this offer. */
export function assumptions(offer: Offer, words: OfferWords): readonly string[] {
  const { equity, horizon, tax, discount, preference, perRound, exits, rival } = offer;
  const span = (months: number): string => spanText(months, words);
  return [
    say(words.assumedStay, span(horizon)),
    words.assumedWorth,
    vestingText(equity, words),
    { lapse: words.assumedLapse, continue: words.assumedContinue, accelerate: words.assumedAccelerate }[equity.atExit],
    ...(equity.refresh > 0 ? [say(words.assumedRefresh, percentText(equity.refresh))] : []),
    ...(equity.kind === 'options' ? [words.assumedOptions] : []),
    perRound > 0 && exits.some(({ rounds }) => rounds > 0)
      ? say(words.assumedDilution, percentText(perRound), offer.usual.rounds)
      : words.assumedNoDilution,
    preference ? preferenceText(preference, offer, words) : words.assumedNoPreference,
    tax.income === 0 && tax.equity === 0
      ? words.assumedNoTax
      : say(words.assumedTax, percentText(tax.income), percentText(tax.equity)),
    discount > 0 ? say(words.assumedDiscount, percentText(discount)) : words.assumedNoDiscount,
    ...(rival?.stock ? [say(words.assumedStock, percentText(rival.stock.growth))] : []),
    Math.abs(offer.sum - 1) > 1e-9 ? say(words.assumedChances, percentText(offer.sum)) : words.assumedChancesExact,
    ...(exits.some(({ value, probability }) => value === 0 && probability > 0) ? [] : [words.assumedNoNothing]),
    words.assumedRounding,
  ];
}

function vestingText({ vesting, byYear, every, cliff }: Vesting, words: OfferWords): string {
  const [even, plain] = byYear
    ? [words.assumedYears, words.assumedYearsPlain]
    : [words.assumedVesting, words.assumedVestingPlain];
  const length = byYear ? byYear.map(percentText).join(', ') : spanText(vesting, words);
  return say(cliff > 0 ? even : plain, length, spanText(every, words), spanText(cliff, words));
}

function preferenceText(preference: Preference, { currency, usual }: Offer, words: OfferWords): string {
  const { kind, raised, perRound, multiple, cap } = preference;
  const first = (raised + usual.rounds * perRound) * multiple;
  const [times, now] = [`${multiple}x`, `${currency} ${shortAmount(first)}`];
  if (kind === 'capped') return say(words.assumedCapped, times, now, `${cap}x`);
  return say(kind === 'participating' ? words.assumedParticipating : words.assumedNonParticipating, times, now);
}
