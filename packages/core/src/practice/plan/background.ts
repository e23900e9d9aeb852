import { nearest, type Pack, type Plan } from '../../model/index.ts';
import { type Claim, claimOf } from '../claim.ts';
import { withBases } from '../lineage.ts';

type Background = NonNullable<Plan['backgrounds']>[number];

/** What the sources say one needs from a background, beside what there is. */
export interface BackgroundReading {
  readonly known: true;
  readonly background: Background;
  readonly claim: Claim;
  /** Hours it takes, where the source says with how many a week its weeks are counted. */
  readonly hours: { readonly min: number; readonly max: number } | undefined;
  /** Weeks and hours there are until the interview, those of tasks done already added; undefined where no date is set. */
  readonly have: { readonly weeks: number; readonly hours: number } | undefined;
  /** Whether that is less than what is claimed to be needed, within it, or more; in hours where these are known. */
  readonly verdict: 'less' | 'within' | 'more' | undefined;
}

/** A background that no pack tells of. */
export interface UnknownBackground {
  readonly known: false;
  readonly name: string;
  readonly nearest: string | undefined;
  readonly names: readonly string[];
}

/** The backgrounds that the packs of a target tell of; the pack's own before those of the packs it builds on. */
export function backgroundsOf(pack: Pack, packs: readonly Pack[]): readonly Background[] {
  const found = new Map<string, Background>();
  for (const { plan } of withBases(pack, packs))
    for (const one of plan?.backgrounds ?? []) if (!found.has(one.id)) found.set(one.id, one);
  return [...found.values()];
}

export interface Available {
  readonly days: number | undefined;
  readonly hoursAWeek: number;
  readonly doneHours: number;
}

export function readBackground(
  name: string,
  pack: Pack,
  packs: readonly Pack[],
  { days, hoursAWeek, doneHours }: Available,
): BackgroundReading | UnknownBackground {
  const all = backgroundsOf(pack, packs);
  const background = all.find(({ id }) => id === name);
  if (!background) {
    const names = all.map(({ id }) => id);
    return { known: false, name, nearest: nearest(name, names), names };
  }
  const { weeks, hoursAWeek: counted } = background;
  const hours = counted === undefined ? undefined : { min: weeks.min * counted, max: weeks.max * counted };
  const left = days === undefined ? undefined : Math.max(0, days) / 7;
  const have =
    left === undefined ? undefined : { weeks: left + doneHours / hoursAWeek, hours: left * hoursAWeek + doneHours };
  const needed = hours ?? weeks;
  const measure = hours ? have?.hours : have?.weeks;
  return {
    known: true,
    background,
    claim: claimOf(pack, background, packs),
    hours,
    have,
    verdict:
      measure === undefined ? undefined : measure < needed.min ? 'less' : measure > needed.max ? 'more' : 'within',
  };
}
