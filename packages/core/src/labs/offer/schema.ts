import * as z from 'zod/mini';
import {
  type Parsed,
  parseBonus,
  parseGrant,
  parseMoney,
  parseMonths,
  parseMultiple,
  parsePercent,
  parseShares,
  parseVesting,
} from './units.ts';

/** More exits than anybody can give chances to. */
const mostExits = 30;

/** A value with its unit. What people write is a number or words; what is wrong with it is said in words. */
function unit<T>(
  parse: (raw: unknown) => Parsed<T>,
  form: Readonly<Record<string, unknown>> = { type: ['number', 'string'] },
) {
  const value = z.transform((raw: unknown, context): T => {
    const parsed = parse(raw);
    if ('value' in parsed) return parsed.value;
    const message = raw === undefined || raw === null ? `This is needed. ${parsed.problem}` : parsed.problem;
    const path = parsed.at === undefined ? [] : [parsed.at];
    context.issues.push({ code: 'custom', message, input: raw, path });
    return z.NEVER;
  });
  return z.pipe(z.unknown(), value).check(z.meta(form));
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
    vesting: z
      .optional(unit(parseVesting, { type: ['string', 'array'], items: { type: 'string' } }))
      .check(
        z.describe(
          'How long a grant takes to vest, in even parts: 4 years (the default). Or how much of it vests in each year: [10%, 20%, 30%, 40%].',
        ),
      ),
    cliff: z
      .optional(months)
      .check(z.describe('Before it nothing vests, such as 12 months (the default); then all up to it does.')),
    every: z.optional(months).check(z.describe('How often some of it vests: 1 month (the default), 3 months.')),
    refresh: z
      .optional(percent)
      .check(z.describe('What is granted again each year you stay, as a percent of the first grant.')),
  };
  const pay = {
    base: money.check(z.describe('The base a year, before tax.')),
    bonus: z
      .optional(unit((raw) => parseBonus(raw, currency)))
      .check(z.describe('The yearly bonus at target: a percent of the base, or an amount.')),
    signing: z.optional(money).check(z.describe('Paid once, at the start.')),
    raise: z.optional(change).check(z.describe('How the base grows from year to year.')),
  };
  return z.strictObject({
    title: z
      .optional(z.string().check(z.minLength(1), z.maxLength(120)))
      .check(z.describe('What the offer is, in a line.')),
    currency: z
      .string({ error: 'This is needed. Expected a currency such as USD' })
      .check(
        z.regex(/^[A-Z]{3}$/, 'Expected a currency such as USD'),
        z.describe('The currency of every amount, by its three letters: USD, EUR.'),
      ),
    horizon: z
      .optional(months)
      .check(
        z.describe('How long you mean to stay: pay is counted, and shares vest, until then. 4 years unless said.'),
      ),
    exitAfter: months.check(
      z.describe('When the company is sold or listed, counted from your start, such as 6 years.'),
    ),
    discount: z.optional(percent).check(z.describe('What a year of waiting takes off an amount. Nothing unless said.')),
    offer: z
      .strictObject(pay, needed('the pay of the offer, with "base:" at least'))
      .check(z.describe('The pay of the offer.')),
    equity: z
      .strictObject(
        {
          kind: z
            .enum(['options', 'shares'])
            .check(
              z.describe('`options` are bought at the strike price; `shares` cost nothing (RSUs, restricted stock).'),
            ),
          grant: unit(parseGrant).check(
            z.describe('The first grant: a percent of all shares (fully diluted), or a number of shares.'),
          ),
          fullyDiluted: z
            .optional(shares)
            .check(z.describe('All shares there are, options and pool included. Ask for it.')),
          strike: z.optional(money).check(z.describe('What one option costs to exercise.')),
          ...vests,
          atExit: z
            .optional(z.enum(['lapse', 'continue', 'accelerate']))
            .check(
              z.describe(
                'What has not vested when the exit comes: `lapse` counts nothing (the default), `continue` vests on until the horizon, `accelerate` vests at once.',
              ),
            ),
        },
        needed('the equity, with "kind:" and "grant:"'),
      )
      .check(z.describe('The shares or options that you are offered.')),
    dilution: z
      .optional(
        z.strictObject({
          perRound: percent.check(z.describe('What each further round of funding takes from everybody, such as 18%.')),
          rounds: z
            .int('Expected a whole number')
            .check(z.minimum(0), z.maximum(10), z.describe('Rounds until the exit.')),
        }),
      )
      .check(z.describe('Rounds of funding between now and the exit. None unless said.')),
    preference: z
      .optional(
        z.strictObject({
          raised: money.check(z.describe('All that investors have put in so far.')),
          multiple: z
            .optional(multiple)
            .check(z.describe('How often they get it back before anybody else does. 1x unless said.')),
          kind: z
            .enum(['non-participating', 'participating', 'capped'])
            .check(
              z.describe(
                '`non-participating`: the money back or their share, whichever is more; `participating`: both; `capped`: both, up to `cap`.',
              ),
            ),
          cap: z
            .optional(multiple)
            .check(z.describe('Where the kind is `capped`: the most they get, as a multiple, such as 3x.')),
          investors: percent.check(z.describe('The percent of all shares that investors hold now.')),
          perRound: z.optional(money).check(z.describe('What each further round raises; it comes back first as well.')),
        }),
      )
      .check(z.describe('What investors get back first. Nobody comes first unless said.')),
    exits: z
      .array(
        z.strictObject({
          name: z.string().check(z.minLength(1), z.maxLength(60), z.describe('What happens, in a few words.')),
          value: money.check(
            z.describe('What the company is worth to all its holders together; 0 where nothing is left.'),
          ),
          probability: percent.check(z.describe('How likely you think it is. All together come to 100%.')),
          after: z.optional(months).check(z.describe('When this one comes; `exitAfter` unless said.')),
          rounds: z
            .optional(z.int('Expected a whole number').check(z.minimum(0), z.maximum(10)))
            .check(z.describe('Rounds of funding before this one; those of `dilution` unless said.')),
        }),
        needed('a list of exits, each with name, value and probability'),
      )
      .check(
        z.minLength(1, 'Expected at least one exit'),
        z.maxLength(mostExits, `Expected ${mostExits} exits at most`),
        z.describe('What may become of the company, each with its chance. Let one of them be nothing.'),
      ),
    tax: z
      .optional(
        z.strictObject({
          income: z.optional(percent).check(z.describe('One flat rate on pay and on listed stock.')),
          equity: z.optional(percent).check(z.describe('One flat rate on what the equity gains.')),
        }),
      )
      .check(z.describe('Flat rates. No tax is counted unless said.')),
    rival: z
      .optional(
        z.strictObject({
          name: z.optional(z.string().check(z.minLength(1), z.maxLength(60))).check(z.describe('Who offers it.')),
          ...pay,
          stock: z
            .optional(
              z.strictObject({
                grant: money.check(z.describe('What the first grant of listed stock is worth today.')),
                ...vests,
                growth: z.optional(change).check(z.describe('How its price changes a year. Not at all unless said.')),
              }),
            )
            .check(z.describe('Listed stock, sold as it vests.')),
        }),
      )
      .check(z.describe('Another offer, in money, to compare with.')),
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
