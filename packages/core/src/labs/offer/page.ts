import { type DebriefPage, escapeHtml, type PageBlock, say } from '../../practice/index.ts';
import { assumptions } from './assumptions.ts';
import { amountText, percentText, shortAmount } from './figures.ts';
import type { Outcome } from './outcome.ts';
import { offerPicture } from './picture.ts';
import type { OfferReport } from './report.ts';
import type { Input } from './sensitivity.ts';
import { type OfferWords, spanText } from './words.ts';

/** Tells a file with an offer's report from any other. */
const offerGenerator = 'Rubricate offer';

/** An offer's report as parts of a page; what shows it decides how they look. */
export function offerPage(report: OfferReport, words: OfferWords): DebriefPage {
  const { offer } = report;
  const span = spanText(offer.horizon, words);
  return {
    language: words.language,
    generator: offerGenerator,
    title: say(words.title, offer.title ?? words.untitled),
    details: [say(words.details, span, spanText(offer.usual.after, words), offer.currency)],
    sections: [
      { id: 'verdict', title: words.verdict, blocks: verdict(report, words) },
      { id: 'outcomes', title: words.outcomes, blocks: outcomes(report, words) },
      { id: 'pay', title: say(words.payTitle, span), blocks: pay(report, words) },
      { id: 'sensitivity', title: words.sensitivity, blocks: sensitivity(report, words) },
      { id: 'assumptions', title: words.assumptions, blocks: [{ kind: 'list', items: assumptions(offer, words) }] },
    ],
    foot: words.made,
  };
}

function verdict(
  { offer, rival, expected, median, beats, breakEven }: OfferReport,
  words: OfferWords,
): readonly PageBlock[] {
  const { currency } = offer;
  const span = spanText(offer.horizon, words);
  const name = rivalName(offer, words);
  const total = amountText(expected.total);
  const broken =
    breakEven &&
    {
      at: () => {
        const value = breakEven.kind === 'at' ? breakEven.value : 0;
        return say(words.breakEvenAt, shortAmount(value), currency, amountText(value));
      },
      always: () => say(words.breakEvenAlways, name),
      never: () => words.breakEvenNever,
    }[breakEven.kind]();
  return [
    {
      kind: 'verdict',
      text: rival
        ? say(words.expectedAgainst, currency, total, span, amountText(rival.net), name)
        : say(words.expected, currency, total, span),
    },
    {
      kind: 'list',
      items: [
        say(words.equityShare, amountText(expected.equity), shareText(expected.equity, expected.total)),
        say(words.median, amountText(median)),
        ...(beats === undefined ? [words.noRival] : [say(words.beats, name, percentText(beats))]),
        ...(broken === undefined ? [] : [broken]),
      ],
    },
  ];
}

function outcomes(report: OfferReport, words: OfferWords): readonly PageBlock[] {
  const { offer, outcomes: all, pay: paid, rival } = report;
  const [first, last] = [all[0], all.at(-1)];
  const ends =
    first && last ? [first, last].flatMap(({ total, exit }) => [amountText(total), shortAmount(exit.value)]) : [];
  const about = rival
    ? say(words.pictureAgainst, ...ends, amountText(rival.net), rivalName(offer, words))
    : say(words.pictureAbout, ...ends);
  const { after } = offer.usual;
  type Column = readonly [head: string, cell: (outcome: Outcome) => string];
  const columns: readonly Column[] = [
    [words.exit, ({ exit }) => exit.name],
    [words.value, ({ exit }) => shortAmount(exit.value)],
    [words.chance, ({ exit }) => percentText(exit.probability)],
    // Where all come at one time, the page has said when.
    ...(all.some(({ exit }) => exit.after !== after)
      ? [[words.after, ({ exit }: Outcome) => spanText(exit.after, words)] as const]
      : []),
    [words.owned, ({ owned }) => percentText(owned)],
    [words.gross, ({ gross }) => amountText(gross)],
    ...(offer.equity.cost > 0 ? [[words.strike, ({ strike }: Outcome) => amountText(strike)] as const] : []),
    [words.net, ({ net }) => amountText(net)],
  ];
  return [
    { kind: 'picture', svg: offerPicture(report, { ...words, about, rivalName: rivalName(offer, words) }, escapeHtml) },
    {
      kind: 'table',
      caption: say(words.equityTable, offer.currency),
      isNumeric: true,
      head: columns.map(([head]) => head),
      rows: all.map((outcome) => columns.map(([, cell]) => cell(outcome))),
    },
    {
      kind: 'table',
      caption: say(words.totalTable, spanText(offer.horizon, words), offer.currency),
      isNumeric: true,
      head: [words.exit, words.pay, words.equity, words.total, ...(rival ? [words.difference] : [])],
      rows: all.map(({ exit, net, total, difference }) => [
        ...[exit.name, amountText(paid.net), amountText(net), amountText(total)],
        ...(difference === undefined ? [] : [amountText(difference)]),
      ]),
    },
  ];
}

function pay({ offer, pay: own, rival }: OfferReport, words: OfferWords): readonly PageBlock[] {
  const net = offer.discount > 0 ? words.netPayToday : words.netPay;
  const parts = [
    ...(['base', 'bonus', 'signing', 'stock'] as const).map((part) => [part, words[part]] as const),
    ['gross', words.grossPay] as const,
    ['net', net] as const,
  ];
  // What nobody pays needs no row.
  const shown = parts.filter(([part]) => own[part] > 0 || (rival?.[part] ?? 0) > 0);
  return [
    {
      kind: 'table',
      caption: say(words.payTable, offer.currency),
      isNumeric: true,
      head: [words.part, words.offer, ...(rival ? [offer.rival?.name ?? words.rivalName] : [])],
      rows: shown.map(([part, title]) => [
        ...[title, amountText(own[part])],
        ...(rival ? [amountText(rival[part])] : []),
      ]),
    },
  ];
}

function sensitivity({ offer, expected, swings }: OfferReport, words: OfferWords): readonly PageBlock[] {
  const titles: Readonly<Record<Input, string>> = {
    value: words.inputValue,
    nothing: words.inputNothing,
    rounds: words.inputRounds,
    after: words.inputAfter,
    horizon: words.inputHorizon,
    grant: words.inputGrant,
    base: words.inputBase,
    preference: words.inputPreference,
    strike: words.inputStrike,
    taxes: words.inputTaxes,
  };
  const { total, difference } = expected;
  const caption =
    difference === undefined
      ? say(words.sensitivityTotal, offer.currency, amountText(total))
      : say(words.sensitivityDifference, offer.currency, amountText(difference));
  return [
    {
      kind: 'table',
      caption,
      isNumeric: true,
      head: [words.input, words.low, words.high, words.width],
      rows: swings.map(({ input, low, high, width }) => [titles[input], ...[low, high, width].map(amountText)]),
    },
  ];
}

function rivalName({ rival }: OfferReport['offer'], words: OfferWords): string {
  return rival?.name ?? words.rivalName;
}

function shareText(part: number, whole: number): string {
  return percentText(whole > 0 ? Math.round((part / whole) * 1000) / 1000 : 0);
}
