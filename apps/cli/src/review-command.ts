import { type HireSignal, hireSignals } from '@rubricate/core/model';
import type { Look } from './formats/format.ts';
import { makeFormat } from './formats/index.ts';
import { findInputs } from './inputs.ts';
import { exitCodes, type Installation, type Io } from './io.ts';
import type { Asked } from './judge.ts';
import type { FailedFile } from './report.ts';
import { reviewInputs } from './review-files.ts';

export interface ReviewRequest {
  readonly files: readonly string[];
  readonly asked: Asked;
  readonly look: Look;
  readonly failUnder: HireSignal | undefined;
  readonly threads: number | undefined;
}

/** `rubricate review`: prints as results come, in the order of the paths, and returns the exit code. */
export async function reviewCommand(request: ReviewRequest, io: Io, installation: Installation): Promise<number> {
  const inputs = await findInputs(request.files, io);
  const { asked, look, threads } = request;
  const format = makeFormat(look);
  const failures: FailedFile[] = [];
  const notices = new Set<string>();
  const rules = new Map<string, unknown>();
  let weakest: HireSignal | undefined;
  let first = true;
  await io.out(format.open);
  const setup = { packs: installation.packs, cwd: io.cwd, asked, look };
  for await (const result of reviewInputs(inputs, { setup, worker: installation.worker, threads })) {
    let text = '';
    for (const item of result.items) {
      text += first ? item : format.between + item;
      first = false;
    }
    await io.out(text);
    failures.push(...result.failures);
    for (const notice of result.notices) notices.add(notice);
    for (const [id, rule] of result.rules) if (!rules.has(id)) rules.set(id, rule);
    if (result.weakest !== undefined && (weakest === undefined || rank(result.weakest) < rank(weakest)))
      weakest = result.weakest;
  }
  const told = [...notices].sort();
  await io.out(format.close({ files: inputs.length, failures, notices: told, rules }));
  for (const notice of told) io.error(`${notice}\n`);
  if (failures.length > 0 || told.length > 0) return exitCodes.trouble;
  const below = request.failUnder !== undefined && weakest !== undefined && rank(weakest) < rank(request.failUnder);
  return below ? exitCodes.belowSignal : exitCodes.reviewed;
}

function rank(signal: HireSignal): number {
  return hireSignals.indexOf(signal);
}
