import type { Pack } from './pack.ts';
import type { Problem } from './problem.ts';

type Path = readonly (string | number)[];

/** Ids that stand twice where each must stand once. Names of concepts and such are keys, and no key stands twice. */
export function repeatedIds(pack: Pack): readonly Problem[] {
  const problems: Problem[] = [];
  const check = (
    what: string,
    list: readonly { readonly id: string }[] | undefined,
    path: Path,
    seen = new Set<string>(),
  ): void => {
    for (const [index, { id }] of (list ?? []).entries()) {
      if (seen.has(id.toLowerCase()))
        problems.push({
          path: [...path, index, 'id'],
          message: `Another ${what} is already named "${id}". Choose another name.`,
        });
      seen.add(id.toLowerCase());
    }
  };
  check('source', pack.sources, ['sources']);
  check('fact', pack.facts, ['facts']);
  check('level', pack.levels, ['levels']);
  check('contrast', pack.profile?.contrasts, ['profile', 'contrasts']);
  check('entry', pack.compensation, ['compensation']);
  check('promotion', pack.promotions, ['promotions']);
  check('entry', pack.reading, ['reading']);
  check('round', pack.loop?.rounds, ['loop', 'rounds']);
  check('rubric', pack.rubrics, ['rubrics']);
  for (const [index, { dimensions, criteria, pitfalls }] of (pack.rubrics ?? []).entries()) {
    const path = ['rubrics', index];
    check('dimension', dimensions, [...path, 'dimensions']);
    // Both are named rubric/id: a criterion and a pitfall may not share a name either.
    const seen = new Set<string>();
    check('criterion', criteria, [...path, 'criteria'], seen);
    check('criterion or pitfall', pitfalls, [...path, 'pitfalls'], seen);
  }
  check('question', pack.questions, ['questions']);
  check('structure', pack.structures, ['structures']);
  check('frame', pack.frames, ['frames']);
  check('card', pack.cards, ['cards']);
  check('drill', pack.drills, ['drills']);
  check('background', pack.plan?.backgrounds, ['plan', 'backgrounds']);
  check('phase', pack.plan?.phases, ['plan', 'phases']);
  const tasks = new Set<string>();
  for (const [index, phase] of (pack.plan?.phases ?? []).entries())
    check('task', phase.tasks, ['plan', 'phases', index, 'tasks'], tasks);
  return problems;
}
