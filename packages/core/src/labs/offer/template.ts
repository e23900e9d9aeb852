/** A figure of a pack, told as its source tells it. */
export interface OfferFigure {
  readonly text: string;
  /** Who says so, when, and whether anybody else does. */
  readonly source: string;
}

/** The text of a new offer file: it works as it stands, and each number is to be replaced. */
export function offerTemplate({ figures = [] }: { readonly figures?: readonly OfferFigure[] } = {}): string {
  const told = figures.flatMap(({ text, source }) => [...commented(text), ...commented(source, '#   ')]);
  return [
    '# An offer with what may become of it. Every number here is invented: put yours in its place.',
    '# Amounts are in the currency below (220000, 220k, 1.5M); percents have their sign (0.25%); times say years or months.',
    'title: A start-up, with a large company as the other offer',
    'currency: USD',
    'horizon: 4 years       # how long you mean to stay',
    'exitAfter: 6 years     # when you think it is sold or listed',
    '',
    ...(told.length > 0 ? ['# What the sources of your pack say of pay:', ...told] : []),
    'offer:',
    '  base: 200k',
    '  bonus: 0%',
    '',
    'equity:',
    '  kind: options        # or shares, which have no strike',
    '  grant: 0.2%          # of all shares, or a number such as 40,000 shares',
    '  fullyDiluted: 50,000,000 shares',
    '  strike: 2.50',
    '  vesting: 4 years',
    '  cliff: 1 year',
    '',
    'dilution:',
    '  perRound: 18%',
    '  rounds: 2',
    '',
    'preference:            # what investors get back first',
    '  raised: 120M',
    '  kind: non-participating',
    '  investors: 55%       # what they hold now',
    '  perRound: 80M        # what each further round raises',
    '',
    'exits:                 # all chances together come to 100%',
    '  - name: Nothing is left',
    '    value: 0',
    '    probability: 55%',
    '  - name: Sold for what was put in',
    '    value: 280M',
    '    probability: 25%',
    '  - name: Sold well',
    '    value: 1B',
    '    probability: 15%',
    '  - name: Listed',
    '    value: 5B',
    '    probability: 5%',
    '',
    'tax:                   # flat rates',
    '  income: 35%',
    '  equity: 25%',
    '',
    'rival:',
    '  name: A large company',
    '  base: 200k',
    '  bonus: 15%',
    '  stock:',
    '    grant: 400k',
    '    refresh: 10%',
    '',
  ].join('\n');
}

const lineWidth = 110;

/** A text as comment lines; nothing in it can end the comment. */
function commented(text: string, lead = '# '): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && lead.length + line.length + 1 + word.length > lineWidth) {
      lines.push(lead + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, lead + line];
}
