import type { Pack } from '../model/index.ts';
import { type PackFinding, type Path, warning } from './finding.ts';

/** A hint is read beside the text, in passing. */
const longestHint = 120;

/** Hints of criteria and pitfalls that are long, or that are no sentence. */
export function lintWording(pack: Pack): readonly PackFinding[] {
  return (pack.rubrics ?? []).flatMap(({ criteria, pitfalls }, index) => [
    ...criteria.flatMap(({ hint }, at) => hintFindings(hint, ['rubrics', index, 'criteria', at, 'hint'])),
    ...(pitfalls ?? []).flatMap(({ hint }, at) => hintFindings(hint, ['rubrics', index, 'pitfalls', at, 'hint'])),
  ]);
}

function hintFindings(hint: string, path: Path): readonly PackFinding[] {
  const findings: PackFinding[] = [];
  if (hint.length > longestHint)
    findings.push(
      warning('wording', path, `This hint has ${hint.length} characters; up to ${longestHint} are read in passing.`),
    );
  if (!/[.?!…]["'”’)\]]*$/u.test(hint.trim()))
    findings.push(warning('wording', path, 'A hint is a sentence: end it with a full stop.'));
  return findings;
}
