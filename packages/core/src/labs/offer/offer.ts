import type { Problem } from '../../model/index.ts';
import type { OfferFile } from './schema.ts';
import type { Bonus } from './units.ts';

/** When a grant vests. Months from its own start. */
export interface Vesting {
  readonly vesting: number;
  /** How much of it vests in each year, from 0 to 1; undefined where every month brings the same. */
  readonly byYear: readonly number[] | undefined;
  readonly cliff: number;
  readonly every: number;
  /** Granted again at each full year, as a share of the first grant. */
  readonly refresh: number;
}

export interface Pay {
  readonly base: number;
  readonly bonus: Bonus;
  readonly signing: number;
  readonly raise: number;
}

export interface Equity extends Vesting {
  readonly kind: 'options' | 'shares';
  /** The first grant as a share of all there are today. */
  readonly share: number;
  /** What it costs to exercise all of the first grant; 0 for shares. */
  readonly cost: number;
  readonly atExit: 'lapse' | 'continue' | 'accelerate';
}

export interface Exit {
  readonly name: string;
  readonly value: number;
  readonly probability: number;
  /** Months from the start. */
  readonly after: number;
  readonly rounds: number;
}

export interface Preference {
  readonly kind: 'non-participating' | 'participating' | 'capped';
  readonly raised: number;
  readonly perRound: number;
  readonly multiple: number;
  readonly cap: number;
  readonly investors: number;
}

export interface Rival {
  readonly name: string | undefined;
  readonly pay: Pay;
  readonly stock: (Vesting & { readonly grant: number; readonly growth: number }) | undefined;
}

/** An offer with everything said, in units of its currency, months and fractions of one. */
export interface Offer {
  readonly title: string | undefined;
  readonly currency: string;
  readonly horizon: number;
  readonly discount: number;
  readonly pay: Pay;
  readonly equity: Equity;
  readonly perRound: number;
  /** When the exit comes, and after how many rounds, where an exit does not say otherwise. */
  readonly usual: { readonly after: number; readonly rounds: number };
  readonly preference: Preference | undefined;
  /** By value; their probabilities come to one. */
  readonly exits: readonly Exit[];
  /** What the probabilities came to as they were written. */
  readonly sum: number;
  readonly tax: { readonly income: number; readonly equity: number };
  readonly rival: Rival | undefined;
}

/** Chances written in percent are rounded: as far as this from one they are scaled, beyond it something is missing. */
const tolerance = 0.005;

/** Makes the offer of a file, or says what in it cannot be together. `horizon` in months comes before that of the file. */
export function offerOf(
  file: OfferFile,
  horizon?: number,
): { readonly offer: Offer } | { readonly problems: readonly Problem[] } {
  const problems = conflicts(file);
  if (problems.length > 0) return { problems };
  const { equity, dilution, preference, tax, rival } = file;
  const sum = file.exits.reduce((total, { probability }) => total + probability, 0);
  const usual = { after: file.exitAfter, rounds: dilution?.rounds ?? 0 };
  const offer: Offer = {
    title: file.title,
    currency: file.currency,
    horizon: horizon ?? file.horizon ?? 48,
    discount: file.discount ?? 0,
    pay: payOf(file.offer),
    equity: {
      ...vestingOf(equity),
      kind: equity.kind,
      share: equity.grant.kind === 'percent' ? equity.grant.share : equity.grant.count / (equity.fullyDiluted ?? 1),
      cost: (equity.strike ?? 0) * grantedShares(equity),
      atExit: equity.atExit ?? 'lapse',
    },
    perRound: dilution?.perRound ?? 0,
    usual,
    preference: preference && {
      kind: preference.kind,
      raised: preference.raised,
      perRound: preference.perRound ?? 0,
      multiple: preference.multiple ?? 1,
      cap: preference.cap ?? Number.POSITIVE_INFINITY,
      investors: preference.investors,
    },
    exits: file.exits
      .map(({ name, value, probability, after, rounds }) => ({
        name,
        value,
        probability: probability / sum,
        after: after ?? usual.after,
        rounds: rounds ?? usual.rounds,
      }))
      .sort((a, b) => a.value - b.value),
    sum,
    tax: { income: tax?.income ?? 0, equity: tax?.equity ?? 0 },
    rival: rival && {
      name: rival.name,
      pay: payOf(rival),
      stock: rival.stock && {
        ...vestingOf(rival.stock),
        grant: rival.stock.grant,
        growth: rival.stock.growth ?? 0,
      },
    },
  };
  return { offer };
}

function payOf({ base, bonus, signing, raise }: OfferFile['offer']): Pay {
  return { base, bonus: bonus ?? { kind: 'amount', amount: 0 }, signing: signing ?? 0, raise: raise ?? 0 };
}

type WrittenVesting = Partial<Pick<OfferFile['equity'], 'vesting' | 'cliff' | 'every' | 'refresh'>>;

function vestingOf(of: WrittenVesting): Vesting {
  const { months: vesting, byYear } = of.vesting ?? { months: 48, byYear: undefined };
  // A grant that vests sooner than a usual cliff has none unless it says so.
  const cliff = of.cliff ?? Math.min(12, vesting);
  return { vesting, byYear, cliff, every: of.every ?? 1, refresh: of.refresh ?? 0 };
}

function grantedShares({ grant, fullyDiluted = 0 }: OfferFile['equity']): number {
  return grant.kind === 'shares' ? grant.count : grant.share * fullyDiluted;
}

/** What a schema cannot say: values that do not go together. */
function conflicts(file: OfferFile): readonly Problem[] {
  const { equity, preference, exits, rival } = file;
  const problems: Problem[] = [];
  const add = (path: Problem['path'], message: string): void => void problems.push({ path, message });
  if (file.horizon === 0) add(['horizon'], 'Expected at least one month.');
  if (equity.kind === 'options' && equity.strike === undefined)
    add(['equity', 'kind'], 'Options have a price: add "strike:", what one of them costs to exercise.');
  if (equity.kind === 'shares' && equity.strike !== undefined)
    add(
      ['equity', 'strike'],
      'Shares are not exercised, so they have no strike. Leave it out, or write "kind: options".',
    );
  if (equity.fullyDiluted === 0) add(['equity', 'fullyDiluted'], 'Expected the number of all shares, which is not 0.');
  if (equity.fullyDiluted === undefined && (equity.grant.kind === 'shares' || equity.strike !== undefined))
    add(
      ['equity', equity.grant.kind === 'shares' ? 'grant' : 'strike'],
      'Without the number of all shares nobody can say what this is a share of. Add "fullyDiluted:".',
    );
  if (equity.grant.kind === 'shares' && equity.fullyDiluted !== undefined && equity.grant.count > equity.fullyDiluted)
    add(['equity', 'grant'], 'This is more than all shares there are (fullyDiluted).');
  for (const [path, of] of [
    [['equity'], equity],
    [['rival', 'stock'], rival?.stock],
  ] as const) {
    const { vesting, cliff, every } = vestingOf(of ?? {});
    if (cliff > vesting) add([...path, 'cliff'], 'The cliff comes after everything has vested.');
    if (every === 0) add([...path, 'every'], 'Expected at least one month.');
    else if (vesting % every !== 0) add([...path, 'every'], 'The time of vesting is no multiple of this.');
  }
  if (file.dilution?.perRound === 1)
    add(['dilution', 'perRound'], 'A round that takes everything leaves no company to own.');
  if (preference) {
    const { kind, cap, multiple = 1, investors } = preference;
    if (kind === 'capped' && cap === undefined)
      add(['preference', 'kind'], 'Add "cap:", the most they get, such as 3x.');
    if (kind !== 'capped' && cap !== undefined) add(['preference', 'cap'], 'A cap belongs to "kind: capped".');
    if (cap !== undefined && cap < multiple) add(['preference', 'cap'], 'The cap is less than what comes back first.');
    if (investors >= 1) add(['preference', 'investors'], 'Investors cannot hold everything: you hold some.');
  }
  const sum = exits.reduce((total, { probability }) => total + probability, 0);
  if (Math.abs(sum - 1) > tolerance) {
    const off = Math.round(Math.abs(sum - 1) * 1e6) / 1e4;
    const total = Math.round(sum * 1e6) / 1e4;
    add(['exits'], `The probabilities come to ${total}%: ${off}% ${sum < 1 ? 'is missing' : 'is too much'}.`);
  }
  return problems;
}
