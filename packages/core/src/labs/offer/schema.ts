import * as z from 'zod';
import {
  type Parsed,
  parseBonus,
  parseGrant,
  parseMoney,
  parseMonths,
  parseMultiple,
  parsePercent,
  parseShares,
} from './units.ts';

/** More exits than anybody can give chances to. */
const mostExits = 30;

/** A value with its unit. What people write is a number or words; what is wrong with it is said in words. */
function unit<T>(parse: (raw: unknown) => Parsed<T>) {
  return z
    .unknown()
    .transform((raw, context): T => {
      const parsed = parse(raw);
      if ('value' in parsed) return parsed.value;
      const message = raw === undefined || raw === null ? `This is needed. ${parsed.problem}` : parsed.problem;
      context.issues.push({ code: 'custom', message, input: raw });
      return z.NEVER;
    })
    .meta({ type: ['number', 'string'] });
}

const made = new Map<string | undefined, ReturnType<typeof makeSchema>>();
/** More currencies than anybody's offers are in. */
const mostMade = 10;

/** The schema of an offer file whose amounts are in one currency; without one, every currency may stand with an amount. */
export function offerSchema(currency?: string): ReturnType<typeof makeSchema> {
  // Making one takes longer than checking a file, and a file is checked at every pause in writing.
  const known = made.get(currency) ?? makeSchema(currency);
  if (made.size >= mostMade) made.clear();
  made.set(currency, known);
  return known;
}

function makeSchema(currency: string | undefined) {
  const money = unit((raw) => parseMoney(raw, currency));
  const percent = unit((raw) => parsePercent(raw));
  const change = unit((raw) => parsePercent(raw, -50, 100));
  const months = unit(parseMonths);
  const multiple = unit(parseMultiple);
  const shares = unit(parseShares);
  const vests = {
    vesting: months.optional().describe('How long a grant takes to vest, such as 4 years (the default).'),
    cliff: months
      .optional()
      .describe('Before it nothing vests, such as 12 months (the default); then all up to it does.'),
    every: months.optional().describe('How often some of it vests: 1 month (the default), 3 months.'),
    refresh: percent.optional().describe('What is granted again each year you stay, as a percent of the first grant.'),
  };
  const pay = {
    base: money.describe('The base a year, before tax.'),
    bonus: unit((raw) => parseBonus(raw, currency))
      .optional()
      .describe('The yearly bonus at target: a percent of the base, or an amount.'),
    signing: money.optional().describe('Paid once, at the start.'),
    raise: change.optional().describe('How the base grows from year to year.'),
  };
  return z.strictObject({
    title: z.string().min(1).max(120).optional().describe('What the offer is, in a line.'),
    currency: z
      .string({ error: 'This is needed. Expected a currency such as USD' })
      .regex(/^[A-Z]{3}$/, 'Expected a currency such as USD')
      .describe('The currency of every amount, by its three letters: USD, EUR.'),
    horizon: months
      .optional()
      .describe('How long you mean to stay: pay is counted, and shares vest, until then. 4 years unless said.'),
    exitAfter: months.describe('When the company is sold or listed, counted from your start, such as 6 years.'),
    discount: percent.optional().describe('What a year of waiting takes off an amount. Nothing unless said.'),
    offer: z.strictObject(pay, needed('the pay of the offer, with "base:" at least')).describe('The pay of the offer.'),
    equity: z
      .strictObject(
        {
          kind: z
            .enum(['options', 'shares'])
            .describe('`options` are bought at the strike price; `shares` cost nothing (RSUs, restricted stock).'),
          grant: unit(parseGrant).describe(
            'The first grant: a percent of all shares (fully diluted), or a number of shares.',
          ),
          fullyDiluted: shares.optional().describe('All shares there are, options and pool included. Ask for it.'),
          strike: money.optional().describe('What one option costs to exercise.'),
          ...vests,
          atExit: z
            .enum(['lapse', 'continue', 'accelerate'])
            .optional()
            .describe(
              'What has not vested when the exit comes: `lapse` counts nothing (the default), `continue` vests on until the horizon, `accelerate` vests at once.',
            ),
        },
        needed('the equity, with "kind:" and "grant:"'),
      )
      .describe('The shares or options that you are offered.'),
    dilution: z
      .strictObject({
        perRound: percent.describe('What each further round of funding takes from everybody, such as 18%.'),
        rounds: z.int('Expected a whole number').min(0).max(10).describe('Rounds until the exit.'),
      })
      .optional()
      .describe('Rounds of funding between now and the exit. None unless said.'),
    preference: z
      .strictObject({
        raised: money.describe('All that investors have put in so far.'),
        multiple: multiple.optional().describe('How often they get it back before anybody else does. 1x unless said.'),
        kind: z
          .enum(['non-participating', 'participating', 'capped'])
          .describe(
            '`non-participating`: the money back or their share, whichever is more; `participating`: both; `capped`: both, up to `cap`.',
          ),
        cap: multiple.optional().describe('Where the kind is `capped`: the most they get, as a multiple, such as 3x.'),
        investors: percent.describe('The percent of all shares that investors hold now.'),
        perRound: money.optional().describe('What each further round raises; it comes back first as well.'),
      })
      .optional()
      .describe('What investors get back first. Nobody comes first unless said.'),
    exits: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(60).describe('What happens, in a few words.'),
          value: money.describe('What the company is worth to all its holders together; 0 where nothing is left.'),
          probability: percent.describe('How likely you think it is. All together come to 100%.'),
          after: months.optional().describe('When this one comes; `exitAfter` unless said.'),
          rounds: z
            .int('Expected a whole number')
            .min(0)
            .max(10)
            .optional()
            .describe('Rounds of funding before this one; those of `dilution` unless said.'),
        }),
        needed('a list of exits, each with name, value and probability'),
      )
      .min(1, 'Expected at least one exit')
      .max(mostExits, `Expected ${mostExits} exits at most`)
      .describe('What may become of the company, each with its chance. Let one of them be nothing.'),
    tax: z
      .strictObject({
        income: percent.optional().describe('One flat rate on pay and on listed stock.'),
        equity: percent.optional().describe('One flat rate on what the equity gains.'),
      })
      .optional()
      .describe('Flat rates. No tax is counted unless said.'),
    rival: z
      .strictObject({
        name: z.string().min(1).max(60).optional().describe('Who offers it.'),
        ...pay,
        stock: z
          .strictObject({
            grant: money.describe('What the first grant of listed stock is worth today.'),
            ...vests,
            growth: change.optional().describe('How its price changes a year. Not at all unless said.'),
          })
          .optional()
          .describe('Listed stock, sold as it vests.'),
      })
      .optional()
      .describe('Another offer, in money, to compare with.'),
  });
}

export type OfferFile = z.infer<ReturnType<typeof offerSchema>>;

/** The JSON Schema of an offer file, for editors. */
export function offerJsonSchema(): object {
  return { ...z.toJSONSchema(offerSchema(), { io: 'input' }), title: 'A job offer with its exits, for Rubricate' };
}

function needed(what: string): { readonly error: (issue: { readonly input?: unknown }) => string | undefined } {
  return {
    error: ({ input }) =>
      typeof input === 'object' && input !== null
        ? undefined
        : `${input === undefined ? 'This is needed. ' : ''}Expected ${what}`,
  };
}
