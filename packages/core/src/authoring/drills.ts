import { compileEvidence } from '../evidence/index.ts';
import type { Concept, Drill, Pack, Problem } from '../model/index.ts';
import type { Library } from '../review/index.ts';
import { namesIn, type PackFinding, type PackFindingCode, type Path } from './finding.ts';

/**
 * What is wrong in how failures are recognised: a name in `drillParts` that stands for nothing, and a phrase of a drill that
 * cannot be read. A failure with such a phrase is never raised, or never closes, and nothing else would say why.
 */
export function lintDrills(pack: Pack, library: Library): readonly PackFinding[] {
  return [...partFindings(pack, library), ...phraseFindings(pack.drills ?? [])];
}

function partFindings({ id, drillParts }: Pack, library: Library): readonly PackFinding[] {
  if (!drillParts) return [];
  const concepts = Object.assign({}, ...library.lineage(id).map((part) => part.concepts ?? {}));
  const { problems } = compileEvidence({ concepts, signals: drillParts, rules: {} });
  // What is wrong in the concepts themselves is said where they stand.
  return problems.flatMap(({ path: [list, ...path], message }) =>
    list === 'signals' ? [finding('library', { path: ['drillParts', ...path], message })] : [],
  );
}

function phraseFindings(drills: readonly Drill[]): readonly PackFinding[] {
  const places = new Map<string, Path>();
  const concepts: Record<string, Concept> = {};
  for (const [index, drill] of drills.entries()) {
    for (const key of ['names', 'about'] as const) {
      for (const [at, phrase] of (drill[key] ?? []).entries()) {
        const path = ['drills', index, key, at];
        const name = path.join(' ');
        places.set(name, path);
        concepts[name] = [phrase];
      }
    }
  }
  const { problems } = compileEvidence({ concepts, signals: {}, rules: {} });
  return problems.flatMap(({ path: [, name], message }) => {
    const path = places.get(String(name));
    return path ? [finding('phrase', { path, message })] : [];
  });
}

function finding(code: PackFindingCode, { path, message }: Problem): PackFinding {
  return { severity: 'error', code, path, message, ...namesIn(message) };
}
