import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { amountText, percentText, shortAmount } from '../../src/labs/offer/figures.ts';
import {
  englishOfferWords,
  offerFigures,
  offerJsonSchema,
  offerPage,
  offerReport,
  offerTemplate,
  readOffer,
} from '../../src/labs/offer/index.ts';
import { parseMoney, parseMonths, parsePercent, parseShares } from '../../src/labs/offer/units.ts';
import type { Pack } from '../../src/model/index.ts';
import { debriefHtml, debriefMarkdown, englishWords } from '../../src/practice/index.ts';

const examples = join(import.meta.dirname, '../../../../examples/labs/offer');

/** What is wrong, as `line:column words`. */
function problemsOf(text: string): readonly string[] {
  const reading = readOffer(text);
  return reading.ok ? [] : reading.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('units', () => {
  it.each([
    [220000, 220_000],
    ['220,000', 220_000],
    ['220k', 220_000],
    ['1.1M', 1_100_000],
    ['USD 2.5B', 2_500_000_000],
    ['0.4175 USD', 0.4175],
  ])('reads the amount %s', (raw, value) => {
    expect(parseMoney(raw, 'USD')).toEqual({ value });
  });

  it.each(['-5', '22,00', '1e6', '$5', '5m', '5 EUR', '', null, '900000B'])('refuses the amount %s', (raw) => {
    expect(parseMoney(raw, 'USD')).toHaveProperty('problem');
  });

  it('never guesses what a number without its unit means', () => {
    expect(parsePercent('0.25%')).toEqual({ value: 0.0025 });
    expect(parsePercent(0.25)).toHaveProperty('problem', expect.stringContaining('0.25 means'));
    expect(parsePercent('101%')).toHaveProperty('problem');
    expect(parseMonths('1.5 years')).toEqual({ value: 18 });
    expect(parseMonths('18 months')).toEqual({ value: 18 });
    expect(parseMonths(4)).toHaveProperty('problem', expect.stringContaining('4 may be either'));
    expect(parseMonths('0.3 years')).toHaveProperty('problem');
    expect(parseShares('20M shares')).toEqual({ value: 20_000_000 });
  });

  it('prints figures without the help of a locale', () => {
    expect([0, 999.5, 1234567.4, -1234567, -0.2].map(amountText)).toEqual([
      '0',
      '1,000',
      '1,234,567',
      '−1,234,567',
      '0',
    ]);
    expect([0, 950, 12_500, 300e6, 999_999_999, 2.5e9].map(shortAmount)).toEqual([
      '0',
      '950',
      '12.5k',
      '300M',
      '1B',
      '2.5B',
    ]);
    expect([0, 0.5, 0.001275, 0.0155, 1].map(percentText)).toEqual(['0%', '50%', '0.1275%', '1.55%', '100%']);
  });
});

describe('an offer file', () => {
  const begun = 'currency: USD\nexitAfter: 5 years\noffer: {base: 100k}\n';
  const exits = 'exits:\n  - {name: nothing, value: 0, probability: 100%}\n';
  const equity = 'equity: {kind: shares, grant: 1%}\n';

  it('needs little', () => {
    expect(problemsOf(begun + equity + exits)).toEqual([]);
  });

  it('says what is wrong, where, and what to write', () => {
    expect(problemsOf(`${begun}equty: 3\nequity:\n  kind: option\n  grant: 0.25\n${exits}`)).toEqual([
      '4:1 Unknown key "equty". Did you mean "equity"?',
      '6:9 Expected one of options, shares. Did you mean "options"?',
      '7:10 Expected a percent of all shares such as 0.25%, or a number of them such as "40,000 shares".',
    ]);
  });

  it('marks a key that nobody knows, wherever it stands, and the beginning of what lacks one', () => {
    const text = `${begun}${equity}exits:\n  - name: nothing\n    worth: 0\n    probability: 100%\ndilution:\n  perRound: 100%\n  rounds: 1\n`;
    expect(problemsOf(text)).toEqual([
      '6:5 "value" is needed. Expected an amount such as 220000, 220k, 1.5M or 2B (in USD).',
      '7:5 Unknown key "worth". Known: name, value, probability, after, rounds.',
    ]);
    expect(problemsOf(text.replace('worth', 'value'))).toEqual([
      '10:13 A round that takes everything leaves no company to own.',
    ]);
  });

  it('counts in one currency', () => {
    expect(problemsOf(begun.replace('100k', '100k EUR') + equity + exits)).toEqual([
      '3:15 This is in EUR, and the file counts in USD. Convert it.',
    ]);
  });

  it('says how far chances are from 100%, and scales what is only rounded', () => {
    const chances = (...all: readonly string[]): string =>
      `${begun}${equity}exits:\n${all.map((one, at) => `  - {name: e${at}, value: ${at}M, probability: ${one}}\n`).join('')}`;
    expect(problemsOf(chances('50%', '40%'))).toEqual(['5:1 The probabilities come to 90%: 10% is missing.']);
    expect(problemsOf(chances('50%', '50.75%'))).toEqual(['5:1 The probabilities come to 100.75%: 0.75% is too much.']);
    const reading = readOffer(chances('33.3%', '33.3%', '33.3%'));
    if (!reading.ok) throw new Error('It was refused.');
    const report = offerReport(reading.offer);
    expect(report.outcomes.reduce((sum, { exit }) => sum + exit.probability, 0)).toBeCloseTo(1, 12);
    expect(debriefMarkdown(offerPage(report, englishOfferWords))).toContain('They came to 99.9% and were scaled');
  });

  it.each([
    ['kind: options, grant: 1%', '4:16 Options have a price: add "strike:", what one of them costs to exercise.'],
    [
      'kind: options, grant: 1%, strike: 2',
      '4:44 Without the number of all shares nobody can say what this is a share of. Add "fullyDiluted:".',
    ],
    [
      'kind: shares, grant: 1%, strike: 2, fullyDiluted: 1M',
      '4:43 Shares are not exercised, so they have no strike. Leave it out, or write "kind: options".',
    ],
    ['kind: shares, grant: 2M shares, fullyDiluted: 1M', '4:31 This is more than all shares there are (fullyDiluted).'],
    ['kind: shares, grant: 1%, cliff: 5 years', '4:42 The cliff comes after everything has vested.'],
    ['kind: shares, grant: 1%, vesting: [25%, 25%, 40%]', '4:35 The years come to 90%, and a grant is 100%.'],
    [
      'kind: shares, grant: 1%, vesting: [50%, 50]',
      '4:50 Expected a percent with its sign, such as 0.25% or 25%. Nobody can tell what 50 means.',
    ],
    ['kind: shares, grant: 1%, vesting: []', '4:35 Expected a percent for each year, 10 years at most.'],
    [
      'kind: shares, grant: 1%, vesting: [50%, 50%], cliff: 3 years',
      '4:63 The cliff comes after everything has vested.',
    ],
    ['kind: shares, grant: 1%, every: 5 months', '4:42 The time of vesting is no multiple of this.'],
  ])('says what does not go together in {%s}', (given, problem) => {
    expect(problemsOf(`${begun}equity: {${given}}\n${exits}`)).toEqual([problem]);
  });

  it.each([
    ['an empty file', '', 'Expected keys'],
    ['a list', '- a\n- b\n', 'Expected keys'],
    ['half a list', 'currency: [', 'Flow sequence'],
    ['an alias within itself', 'a: &a [*a]\n', 'Unknown key'],
    ['deep nesting', '['.repeat(20_000), 'beyond measure'],
    ['a large file', 'x'.repeat(100_001), 'larger than 100 KB'],
    ['a file that lacks most', 'currency: USD\nexits: []\n', '"equity" is needed. Expected the equity'],
  ])('never throws for %s', (_, text, part) => {
    expect(problemsOf(text).join('\n')).toContain(part);
  });

  it('may be read with another horizon', () => {
    const reading = readOffer(begun + equity + exits, 24);
    expect(reading.ok && offerReport(reading.offer).pay.gross).toBe(200_000);
  });

  it('has a schema that describes each key', () => {
    const undescribed: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties, items } = schema as { readonly properties?: Record<string, object>; readonly items?: object };
      for (const [key, child] of Object.entries(properties ?? {})) {
        if (!('description' in child)) undescribed.push(`${path}${key}`);
        visit(child, `${path}${key}.`);
      }
      visit(items, `${path}[].`);
    };
    visit(offerJsonSchema(), '');
    expect(undescribed).toEqual([]);
    expect(offerJsonSchema()).toHaveProperty('required', ['currency', 'exitAfter', 'offer', 'equity', 'exits']);
  });
});

describe('a new offer', () => {
  it('works as it stands', () => {
    expect(problemsOf(offerTemplate())).toEqual([]);
  });

  it('quotes what a pack says of pay, with its source, and nothing in it leaves the comment', () => {
    const pack = {
      compensation: [
        {
          id: 'a',
          text: `Base is 220,000.\ncurrency: EUR ${'and so on '.repeat(20)}`,
          amount: {},
          source: 's',
          state: 'claimed',
        },
        { id: 'b', text: 'A refresh of 10 to 15 percent.', source: 'unknown', state: 'disputed' },
        { id: 'c', text: 'It is golden handcuffs.', source: 's', state: 'claimed' },
      ],
      sources: [{ id: 's', title: 'Pay', publisher: 'example.com', date: 'undated' }],
    } as unknown as Pack;
    const text = offerTemplate({ figures: offerFigures(pack) });
    expect(text).toContain('#   example.com · Pay · undated · claimed');
    expect(text).toContain('# A refresh of 10 to 15 percent.\n#   unknown · disputed\n');
    expect(text).not.toContain('handcuffs');
    expect(problemsOf(text)).toEqual([]);
    expect(text.split('\n').filter((line) => line.startsWith('currency'))).toEqual(['currency: USD']);
  });
});

describe("an offer's page", () => {
  const report = (name: string) => {
    const reading = readOffer(readFileSync(join(examples, name), 'utf8'));
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    return offerReport(reading.offer);
  };

  it.each(['start-up-or-large-company', 'refresh'])('of the example %s has the same bytes everywhere', async (name) => {
    const page = offerPage(report(`${name}.offer.yaml`), englishOfferWords);
    await expect(debriefMarkdown(page)).toMatchFileSnapshot(`golden/offer-${name}.md`);
    await expect(debriefHtml(page, englishWords)).toMatchFileSnapshot(`golden/offer-${name}.html`);
  });

  it('says once that it is no advice', () => {
    const text = debriefMarkdown(offerPage(report('refresh.offer.yaml'), englishOfferWords));
    expect(text.match(/advice/g)).toHaveLength(1);
  });

  it('leaves nothing of the file as mark-up in the page or the picture', () => {
    const evil = '<script>alert(1)</script>';
    const text = offerTemplate().replace('A large company', evil).replace('name: Listed', `name: ${evil}`);
    const reading = readOffer(text);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const html = debriefHtml(offerPage(offerReport(reading.offer), englishOfferWords), englishWords);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });

  it('draws a bar for the pay, the equity and the chance of each exit, and a line for the rival', () => {
    const html = debriefHtml(offerPage(report('refresh.offer.yaml'), englishOfferWords), englishWords);
    expect(html.match(/fill="var\(--link\)"/g)).toHaveLength(4 + 1);
    expect(html.match(/stroke-dasharray/g)).toHaveLength(1 + 1);
    expect(html).toContain('<title id="offer-title">');
    expect(html).not.toContain('NaN');
  });
});
