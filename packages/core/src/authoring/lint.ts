import type { Pack } from '../model/index.ts';
import type { Library } from '../review/index.ts';
import { lintCards } from './cards.ts';
import { lintDrills } from './drills.ts';
import { lintExamples } from './examples.ts';
import { mostFindings, namesIn, type PackFinding } from './finding.ts';
import { lintReferences } from './references.ts';
import { lintUnused } from './unused.ts';
import { lintWording } from './wording.ts';

/**
 * All that is to be said of a pack that reads without a problem (`readPackFiles` says what does not): first what its
 * library found wrong between it and other packs, then names that stand for nothing, then warnings. `library` holds the
 * pack and those it builds on. Pure; the cost is bounded whatever the pack holds.
 */
export function lintPack(pack: Pack, { library }: { readonly library: Library }): readonly PackFinding[] {
  const findings: readonly PackFinding[] = [
    ...library.problemsOf(pack.id).map(
      ({ path, message }): PackFinding => ({
        severity: 'error',
        code: 'library',
        path,
        message,
        ...namesIn(message),
      }),
    ),
    ...lintReferences(pack, library),
    ...lintDrills(pack, library),
    ...lintExamples(pack, library),
    ...lintUnused(pack, library),
    ...lintWording(pack),
    ...lintCards(pack),
  ];
  if (findings.length <= mostFindings) return findings;
  const left = findings.slice(mostFindings);
  const severity = left.some((finding) => finding.severity === 'error') ? 'error' : 'warning';
  const message = 'There is more; it is listed once some of this is corrected.';
  return [...findings.slice(0, mostFindings), { severity, code: 'too-many', path: [], message }];
}
