import type { Equity, Exit, Vesting } from './offer.ts';

/** What has vested of one grant so many months after it was made, from 0 to 1. */
export function vestedShare(of: Vesting, elapsed: number, hasCliff = true): number {
  const { vesting, byYear, cliff, every } = of;
  if (elapsed < 0 || (hasCliff && elapsed < cliff)) return 0;
  if (elapsed >= vesting) return 1;
  const counted = Math.floor(elapsed / every) * every;
  if (!byYear) return counted / vesting;
  // Within a year every month brings the same.
  return byYear.reduce((sum, share, year) => sum + (share * Math.min(12, Math.max(0, counted - year * 12))) / 12, 0);
}

/** The months at which grants are made by a time, the first at 0; `size` is of the first grant. */
export function grantsUntil(
  { refresh }: Vesting,
  until: number,
): readonly { readonly at: number; readonly size: number }[] {
  const grants = [{ at: 0, size: 1 }];
  // Nobody gets a grant on the day of leaving.
  if (refresh > 0) for (let at = 12; at < until; at += 12) grants.push({ at, size: refresh });
  return grants;
}

/** All that has vested by the exit or by when you leave, as a multiple of the first grant. */
export function vestedAt(equity: Equity, horizon: number, { after }: Pick<Exit, 'after'>): number {
  const grants = grantsUntil(equity, Math.min(horizon, after));
  const isThere = after < horizon;
  const until = isThere && equity.atExit === 'lapse' ? after : horizon;
  return grants.reduce((sum, { at, size }) => {
    const isAtOnce = isThere && equity.atExit === 'accelerate';
    return sum + size * (isAtOnce ? 1 : vestedShare(equity, until - at, at === 0));
  }, 0);
}
