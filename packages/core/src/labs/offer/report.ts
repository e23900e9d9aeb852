import type { Offer } from './offer.ts';
import { type BreakEven, breakEvenOf, type Result, resultOf } from './outcome.ts';
import { type Swing, swingsOf } from './sensitivity.ts';

/** All that is said of an offer. */
export interface OfferReport extends Result {
  readonly offer: Offer;
  readonly breakEven: BreakEven | undefined;
  readonly swings: readonly Swing[];
}

/** Makes the report. Pure: the same offer gives the same report, to the last bit. */
export function offerReport(offer: Offer): OfferReport {
  const result = resultOf(offer);
  return { offer, ...result, breakEven: breakEvenOf(offer, result), swings: swingsOf(offer) };
}
