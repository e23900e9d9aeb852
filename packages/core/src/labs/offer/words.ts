import { say } from '../../practice/index.ts';

/**
 * The sentences of an offer's report. `{0}`, `{1}` … stand for what is put in. An editor passes them in its user's language;
 * names are those of the file.
 */
export const englishOfferWords = {
  language: 'en',
  untitled: 'An offer',
  title: 'Offer: {0}',
  details: '{0} of pay, the usual exit after {1}; amounts in {2}',
  rivalName: 'the other offer',
  years: '{0} years',
  year: '1 year',
  months: '{0} months',
  month: '1 month',
  verdict: 'In short',
  expected: 'Expected: {0} {1} over {2}',
  expectedAgainst: 'Expected: {0} {1} over {2}, against {3} from {4}',
  median: 'The middle outcome is {0}: half of the chances end there or lower.',
  beats: 'It comes to more than {0} in {1} of the chances.',
  equityShare: 'Of what is expected, {0} is equity ({1}).',
  breakEvenAt: 'It breaks even when the company is worth {0} ({1} {2}) at the usual exit.',
  breakEvenAlways: 'Its pay alone comes to as much as {0}, whatever the exit.',
  breakEvenNever: 'It never breaks even: at no exit does what has vested make up for the difference in pay.',
  noRival: 'The file names no rival, so there is nothing to compare with. Add "rival:" with its base.',
  outcomes: 'Exit by exit',
  picture: 'Total and chance of each exit',
  pictureAbout: 'From {0} at an exit of {1} to {2} at an exit of {3}. The table below has the same.',
  pictureAgainst:
    'From {0} at an exit of {1} to {2} at an exit of {3}, against {4} from {5}. The table below has the same.',
  pay: 'Pay',
  equity: 'Equity',
  chance: 'Chance',
  exit: 'Exit',
  value: 'Worth',
  after: 'After',
  owned: 'You own',
  gross: 'Your part',
  strike: 'Strike',
  net: 'You keep',
  total: 'Total',
  difference: 'Difference',
  equityTable: 'What your equity brings, in {0}',
  totalTable: 'All together over {0}, in {1}',
  payTitle: 'Pay over {0}',
  payTable: 'Before tax by part, in {0}',
  part: 'Part',
  offer: 'This offer',
  base: 'Base',
  bonus: 'Bonus',
  signing: 'Signing bonus',
  stock: 'Listed stock',
  grossPay: 'Before tax',
  netPay: 'After tax',
  netPayToday: 'After tax, as of today',
  sensitivity: 'What it depends on',
  sensitivityDifference: 'The expected difference, with one input moved at a time; as it is: {0} {1}',
  sensitivityTotal: 'The expected total, with one input moved at a time; as it is: {0} {1}',
  input: 'Input',
  low: 'Less',
  high: 'More',
  width: 'Apart',
  inputValue: 'Worth of every exit, half and half as much again',
  inputNothing: 'Chance of nothing, 20 points',
  inputRounds: 'Rounds of funding, one',
  inputAfter: 'Time to the exit, a year',
  inputHorizon: 'Time you stay, a year',
  inputGrant: 'Size of the grant, a quarter',
  inputBase: 'Base, a tenth',
  inputPreference: 'Money that comes first, half',
  inputStrike: 'Strike, half',
  inputTaxes: 'Tax on equity, 10 points',
  assumptions: 'What is assumed',
  assumedStay: 'You stay {0} and are paid all that time, whatever becomes of the company.',
  assumedWorth: 'What an exit is worth is what all holders share, after debts and fees.',
  assumedVesting: 'The grant vests over {0} in steps of {1}, and nothing before {2}.',
  assumedVestingPlain: 'The grant vests over {0} in steps of {1}.',
  assumedLapse: 'What has not vested at an exit, or when you leave, counts nothing.',
  assumedContinue: 'What has not vested at an exit vests on while you stay, at the price of the exit.',
  assumedAccelerate: 'What has been granted vests at once at an exit that comes while you are there.',
  assumedRefresh: 'Each full year brings a further grant of {0} of the first, at the same strike, without a cliff.',
  assumedOptions:
    'Options are exercised at the exit, and let go where that costs more than it brings. Whether you may keep them so long after leaving stands in the plan.',
  assumedDilution: 'Each round of funding takes {0} from everybody. Rounds before the usual exit: {1}.',
  assumedNoDilution: 'No round of funding dilutes you.',
  assumedNonParticipating:
    'Investors get {0} back first ({1} at the usual exit), or their share of it all where that is more.',
  assumedParticipating: 'Investors get {0} back first ({1} at the usual exit), and their share of the rest as well.',
  assumedCapped:
    'Investors get {0} back first ({1} at the usual exit) and their share of the rest, up to {2}, or their share of it all where that is more.',
  assumedNoPreference:
    'No investor gets money back first. Where there is a preference, a low exit brings you less than this says.',
  assumedTax: 'Tax is flat: {0} on pay and listed stock, {1} on what equity gains.',
  assumedNoTax: 'No tax is counted.',
  assumedDiscount: 'A year of waiting takes {0} off an amount.',
  assumedNoDiscount: 'Money that comes late counts as much as money now.',
  assumedStock: 'Listed stock is sold as it vests; its price changes by {0} a year.',
  assumedChances: 'The chances are those of the file. They came to {0} and were scaled to 100%.',
  assumedChancesExact: 'The chances are those of the file, and come to 100%.',
  assumedNoNothing: 'No exit of the file is worth nothing. Most lists of exits have one.',
  assumedRounding: 'Amounts are rounded to cents once all is added up, and printed in whole units.',
  made: 'Made by Rubricate from the numbers of the file. It is arithmetic and no advice.',
} as const;

export type OfferWords = Readonly<Record<keyof typeof englishOfferWords, string>>;

/** "4 years", "18 months". */
export function spanText(months: number, words: OfferWords): string {
  const [count, one, more] =
    months % 12 === 0 && months > 0 ? [months / 12, words.year, words.years] : [months, words.month, words.months];
  return count === 1 ? one : say(more, count);
}
