import { bars, type Level, type Pack, type WorkspaceConfig } from '../model/index.ts';
import type { Library } from '../review/index.ts';

/** What a workspace prepares for. */
export interface PracticeTarget {
  readonly pack: Pack;
  readonly level: Level;
}

/** Why there is no target: nothing is named, or `name` is of no pack or ladder. */
export interface NoTarget {
  readonly code: 'not-set' | 'unknown-company' | 'unknown-role' | 'unknown-level';
  readonly name: string;
}

export type TargetReading =
  | { readonly ok: true; readonly target: PracticeTarget }
  | { readonly ok: false; readonly reason: NoTarget };

/** The target that a `rubricate.yaml` names. A level may be of the ladder or a bar; with none named, the senior one. */
export function practiceTarget({ company, role, level }: WorkspaceConfig, library: Library): TargetReading {
  if (company === undefined) return fail('not-set', '');
  const pack = library.packFor(company, role);
  if (!pack) return fail('unknown-company', company);
  if (role !== undefined && pack.role !== role) return fail('unknown-role', role);
  const wanted = level?.toLowerCase() ?? 'senior';
  const bar = bars.find((one) => one === wanted);
  const found = pack.levels.find(({ id }) => id.toLowerCase() === wanted) ?? pack.levels.find((one) => one.bar === bar);
  // A ladder need not have a rung for every bar; where nobody asked for one, its first will do.
  const rung = found ?? (level === undefined ? pack.levels[0] : undefined);
  return rung ? { ok: true, target: { pack, level: rung } } : fail('unknown-level', level ?? '');
}

function fail(code: NoTarget['code'], name: string): TargetReading {
  return { ok: false, reason: { code, name } };
}
