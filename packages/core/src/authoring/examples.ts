import type { Pack } from '../model/index.ts';
import { type Lens, type Library, type ResolvedRubric, type Review, reviewAnswer } from '../review/index.ts';
import { readAnswer } from '../text/index.ts';
import { type PackFinding, type Path, warning } from './finding.ts';

/** Of more criteria and pitfalls than these the examples are not tried: no pack has them, and each costs two reviews. */
const mostExamples = 1_000;

/**
 * Tries the examples of a pack's own criteria and pitfalls: the strong one of a criterion earns met, the weak one does
 * not; the weak one of a pitfall falls into it, the better one does not.
 */
export function lintExamples(pack: Pack, library: Library): readonly PackFinding[] {
  const found = library.lens(pack.id);
  if (!found) return [];
  // Each example stands alone and as a candidate's words; the pack's own words would count for nothing.
  const lens: Lens = Object.create(found, { hushed: { value: new Set<number>() } });
  const findings: PackFinding[] = [];
  let room = mostExamples;
  for (const [index, { id, criteria, pitfalls }] of (pack.rubrics ?? []).entries()) {
    const rubric = lens.rubrics.get(id);
    if (!rubric) continue;
    for (const [at, { id: own, strong, weak }] of criteria.entries()) {
      const path = ['rubrics', index, 'criteria', at];
      const ref = `${id}/${own}`;
      const rule = lens.evidence.rules.get(ref);
      if (!rule || !('met' in rule)) {
        findings.push(noRule(ref, 'met and partial', rule !== undefined, path));
        continue;
      }
      room--;
      if (room < 0) return findings;
      const statusOf = (text: string): string =>
        review(text, lens, rubric).criteria.find(({ criterion }) => criterion.ref === ref)?.status ?? 'missing';
      const earned = statusOf(strong);
      if (earned !== 'met')
        findings.push(
          warning(
            'example',
            [...path, 'strong'],
            `The strong example earns ${earned}, not met. Let it say what the rule of "${ref}" asks for, or change the rule.`,
          ),
        );
      if (statusOf(weak) === 'met')
        findings.push(
          warning(
            'example',
            [...path, 'weak'],
            `The weak example earns met: the rule of "${ref}" asks for too little.`,
          ),
        );
    }
    for (const [at, { id: own, strong, weak, absence }] of (pitfalls ?? []).entries()) {
      const path = ['rubrics', index, 'pitfalls', at];
      const ref = `${id}/${own}`;
      const rule = lens.evidence.rules.get(ref);
      if (!rule || !('present' in rule)) {
        findings.push(noRule(ref, 'present', rule !== undefined, path));
        continue;
      }
      // What a whole text leaves out one sentence cannot show, and one that this role does not judge is never present.
      const weight = rubric.pitfalls.find((pitfall) => pitfall.ref === ref)?.weight;
      if (absence || weight === 0) continue;
      room--;
      if (room < 0) return findings;
      const isPresent = (text: string): boolean =>
        review(text, lens, rubric).pitfalls.some(({ pitfall, present }) => pitfall.ref === ref && present);
      if (isPresent(strong))
        findings.push(
          warning('example', [...path, 'strong'], `The better example falls into the pitfall "${ref}" itself.`),
        );
      if (!isPresent(weak))
        findings.push(
          warning('example', [...path, 'weak'], `The weak example does not fall into the pitfall "${ref}".`),
        );
    }
  }
  return findings;
}

function noRule(ref: string, keys: string, isOther: boolean, path: Path): PackFinding {
  return warning(
    'no-rule',
    [...path, 'id'],
    `"${ref}" has no rule that says ${keys}${isOther ? ' (it has one of another form)' : ''}, so no text can show it. Add one under "rules".`,
  );
}

function review(text: string, lens: Lens, rubric: ResolvedRubric): Review {
  return reviewAnswer(readAnswer(text), { question: undefined, lens, level: 'mid', bar: 'mid', rubrics: [rubric] });
}
