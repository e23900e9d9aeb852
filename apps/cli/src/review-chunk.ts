import { type HireSignal, hireSignals } from '@rubricate/core/model';
import type { Format, Look } from './formats/format.ts';
import { makeFormat } from './formats/index.ts';
import type { Input } from './inputs.ts';
import { type Asked, judge } from './judge.ts';
import { readShippedPacks } from './packs.ts';
import type { FailedFile } from './report.ts';
import { makeWorkspaces } from './workspace.ts';

/** What a reviewer needs to begin; plain data, so that a thread can be handed it. */
export interface Setup {
  readonly packs: string;
  readonly cwd: string;
  readonly asked: Asked;
  readonly look: Look;
}

/** What came of some inputs, in their order; plain data as well. */
export interface ChunkResult {
  readonly items: readonly string[];
  readonly rules: ReadonlyMap<string, unknown>;
  readonly failures: readonly FailedFile[];
  /** The weakest signal of the files reviewed. */
  readonly weakest: HireSignal | undefined;
  /** `file:line:column message` of what is wrong beside the inputs. */
  readonly notices: readonly string[];
}

/** Makes the function that reviews some inputs. Packs and workspaces are read once and kept from chunk to chunk. */
export function makeReviewer({ packs, cwd, asked, look }: Setup): (inputs: readonly Input[]) => ChunkResult {
  const workspaces = makeWorkspaces(readShippedPacks(packs), cwd);
  const format = makeFormat(look);
  return (inputs) => {
    const items: string[] = [];
    const rules = new Map<string, unknown>();
    const failures: FailedFile[] = [];
    let weakest: HireSignal | undefined;
    for (const input of inputs) {
      const result = judge(input, { workspaces, asked, cwd });
      items.push(...format.one(result));
      if (!result.ok) {
        failures.push({ path: result.path, error: result.error });
        continue;
      }
      addRules(format, result, rules);
      const { signal } = result.review.hire;
      if (weakest === undefined || hireSignals.indexOf(signal) < hireSignals.indexOf(weakest)) weakest = signal;
    }
    const notices = workspaces.problems.map(
      ({ file, line, column, message }) => `${file}:${line}:${column} ${message}`,
    );
    return { items, rules, failures, weakest, notices };
  };
}

function addRules(
  format: Format,
  result: Parameters<NonNullable<Format['rulesOf']>>[0],
  rules: Map<string, unknown>,
): void {
  for (const [id, rule] of format.rulesOf?.(result) ?? []) if (!rules.has(id)) rules.set(id, rule);
}
