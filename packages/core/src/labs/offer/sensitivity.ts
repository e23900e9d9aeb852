import type { Exit, Offer } from './offer.ts';
import { resultOf } from './outcome.ts';

export const inputs = [
  'value',
  'nothing',
  'rounds',
  'after',
  'horizon',
  'grant',
  'base',
  'preference',
  'strike',
  'taxes',
] as const;
/** What is moved: the values of all exits, the chance of nothing, rounds, times, what is asked for. */
export type Input = (typeof inputs)[number];

/** One input moved down and up, and what the whole is then expected to come to. */
export interface Swing {
  readonly input: Input;
  /** Against the rival where there is one, else the total. */
  readonly low: number;
  readonly high: number;
  /** How far apart the two are. */
  readonly width: number;
}

type Move = (offer: Offer) => Offer;

const moves: Readonly<Record<Input, readonly [down: Move, up: Move]>> = {
  value: [
    withExits((exit) => ({ ...exit, value: exit.value * 0.5 })),
    withExits((exit) => ({ ...exit, value: exit.value * 1.5 })),
  ],
  nothing: [withNothing(-0.2), withNothing(0.2)],
  rounds: [
    withExits((exit) => ({ ...exit, rounds: Math.max(0, exit.rounds - 1) })),
    withExits((exit) => ({ ...exit, rounds: exit.rounds + 1 })),
  ],
  after: [
    withExits((exit) => ({ ...exit, after: Math.max(0, exit.after - 12) })),
    withExits((exit) => ({ ...exit, after: exit.after + 12 })),
  ],
  horizon: [
    (offer) => ({ ...offer, horizon: Math.max(1, offer.horizon - 12) }),
    (offer) => ({ ...offer, horizon: offer.horizon + 12 }),
  ],
  grant: [withGrant(0.75), withGrant(1.25)],
  base: [withBase(0.9), withBase(1.1)],
  preference: [withPreference(0.5), withPreference(1.5)],
  strike: [withStrike(0.5), withStrike(1.5)],
  taxes: [withTaxes(-0.1), withTaxes(0.1)],
};

/** How far each input, moved by itself, moves what the offer is expected to come to; the furthest first. */
export function swingsOf(offer: Offer): readonly Swing[] {
  const expected = (moved: Offer): number => {
    const { total, difference } = resultOf(moved).expected;
    return difference ?? total;
  };
  return inputs
    .map((input): Swing => {
      const [down, up] = moves[input];
      const [low, high] = [expected(down(offer)), expected(up(offer))];
      return { input, low, high, width: Math.abs(high - low) };
    })
    .filter(({ input }) => isThere(input, offer))
    .sort((a, b) => b.width - a.width);
}

/** What an offer does not have cannot be moved. */
function isThere(input: Input, { preference, equity }: Offer): boolean {
  return input === 'preference' ? preference !== undefined : input === 'strike' ? equity.cost > 0 : true;
}

function withExits(move: (exit: Exit) => Exit): Move {
  return (offer) => ({ ...offer, exits: offer.exits.map(move) });
}

/** Moves the chance of an exit that brings nothing; the other exits share what is left as before. */
function withNothing(by: number): Move {
  return (offer) => {
    const isNothing = ({ value }: Exit): boolean => value === 0;
    const chance = offer.exits.filter(isNothing).reduce((sum, { probability }) => sum + probability, 0);
    const moved = Math.min(1, Math.max(0, chance + by));
    const scaled = (exit: Exit): Exit => {
      const [share, of] = isNothing(exit) ? [moved, chance] : [1 - moved, 1 - chance];
      return { ...exit, probability: of > 0 ? (exit.probability / of) * share : 0 };
    };
    const nothing: Exit = { name: '', value: 0, probability: moved, ...offer.usual };
    const exits = offer.exits.map(scaled);
    // All chances on nothing leave no other exit to give any to.
    if (chance >= 1) return offer;
    return { ...offer, exits: chance > 0 || moved === 0 ? exits : [nothing, ...exits] };
  };
}

function withGrant(times: number): Move {
  return (offer) => {
    const { share, cost } = offer.equity;
    return { ...offer, equity: { ...offer.equity, share: share * times, cost: cost * times } };
  };
}

function withBase(times: number): Move {
  return (offer) => ({ ...offer, pay: { ...offer.pay, base: offer.pay.base * times } });
}

function withPreference(times: number): Move {
  return (offer) => {
    const { preference } = offer;
    if (!preference) return offer;
    const { raised, perRound } = preference;
    return { ...offer, preference: { ...preference, raised: raised * times, perRound: perRound * times } };
  };
}

function withStrike(times: number): Move {
  return (offer) => ({ ...offer, equity: { ...offer.equity, cost: offer.equity.cost * times } });
}

/** On the equity alone: a rate on pay falls on both offers. */
function withTaxes(by: number): Move {
  return (offer) => ({ ...offer, tax: { ...offer.tax, equity: Math.min(1, Math.max(0, offer.tax.equity + by)) } });
}
