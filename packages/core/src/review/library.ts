import type { Pack, Problem, Question } from '../model/index.ts';
import { nearest } from '../model/index.ts';
import { type Lens, makeLens } from './lens.ts';

export type { ResolvedCriterion, ResolvedPitfall } from './lens.ts';

export interface FoundQuestion {
  readonly pack: Pack;
  readonly question: Question;
}

/** All packs that are loaded. */
export interface Library {
  readonly packs: readonly Pack[];
  /** What is wrong in any pack, pack by pack. Asking makes every lens; ask `problemsOf` where one pack is meant. */
  readonly problems: readonly LibraryProblem[];
  /** What is wrong in one pack itself; what is wrong in a pack it builds on is a problem of that one. */
  problemsOf(packId: string): readonly LibraryProblem[];
  /** Questions by id; several packs may carry the same one for different roles. */
  question(id: string): readonly FoundQuestion[];
  readonly questions: readonly FoundQuestion[];
  lens(packId: string): Lens | undefined;
  /** The packs a pack builds on, base first, itself last; empty for a pack that is not loaded. */
  lineage(packId: string): readonly Pack[];
  /** The pack for a company and role, or the company's first. */
  packFor(company: string, role?: string): Pack | undefined;
  /** The pack through which a rubric with no question is judged: the first that knows it. */
  packWithRubric(rubric: string): Pack | undefined;
}

export interface LibraryProblem extends Problem {
  readonly pack: string;
}

/** Joins packs. Never throws: what is wrong in one pack is a problem of that pack, and the others work. */
export function makeLibrary(packs: readonly Pack[]): Library {
  const problems = new Map<string, LibraryProblem[]>();
  const report = (pack: string, { path, message }: Problem): void => {
    const list = problems.get(pack) ?? [];
    problems.set(pack, list);
    list.push({ pack, path, message });
  };
  const byId = new Map<string, Pack>();
  for (const pack of packs) {
    if (byId.has(pack.id)) report(pack.id, { path: ['id'], message: `Another pack is already named "${pack.id}".` });
    else byId.set(pack.id, pack);
  }
  const { questions, byQuestion } = gatherQuestions([...byId.values()], report);
  const lineages = new Map<string, readonly Pack[]>();
  const lineage = (id: string): readonly Pack[] => {
    const known = lineages.get(id);
    if (known) return known;
    const pack = byId.get(id);
    const found = pack ? lineageOf(pack, byId, (problem) => report(id, problem)) : [];
    lineages.set(id, found);
    return found;
  };
  const lenses = new Map<string, Lens | undefined>();
  const lens = (id: string): Lens | undefined => {
    if (!lenses.has(id)) {
      const pack = byId.get(id);
      lenses.set(id, pack && makeLens(pack, lineage(id), (problem) => report(id, problem)));
    }
    return lenses.get(id);
  };
  const problemsOf = (id: string): readonly LibraryProblem[] => {
    lens(id);
    return problems.get(id) ?? [];
  };
  return {
    packs: [...byId.values()],
    get problems() {
      return [...byId.keys()].flatMap(problemsOf);
    },
    problemsOf,
    questions,
    question: (id) => byQuestion.get(id) ?? [],
    lens,
    lineage,
    packFor: (company, role) =>
      [...byId.values()].find((pack) => pack.company === company && (role === undefined || pack.role === role)) ??
      [...byId.values()].find((pack) => pack.company === company),
    packWithRubric: (rubric) => [...byId.values()].find((pack) => pack.rubrics?.some(({ id }) => id === rubric)),
  };
}

function gatherQuestions(
  packs: readonly Pack[],
  report: (pack: string, problem: Problem) => void,
): { readonly questions: readonly FoundQuestion[]; readonly byQuestion: ReadonlyMap<string, FoundQuestion[]> } {
  const questions = packs.flatMap((pack) => (pack.questions ?? []).map((question) => ({ pack, question })));
  const byQuestion = new Map<string, FoundQuestion[]>();
  for (const found of questions) {
    const same = byQuestion.get(found.question.id) ?? [];
    if (same.some(({ pack }) => pack.role === found.pack.role && pack.company === found.pack.company)) {
      report(found.pack.id, {
        path: ['questions', (found.pack.questions ?? []).indexOf(found.question), 'id'],
        message: `Another pack for this role already has the question "${found.question.id}".`,
      });
      continue;
    }
    same.push(found);
    byQuestion.set(found.question.id, same);
  }
  return { questions, byQuestion };
}

/** The packs a pack builds on, base first, itself last. A cycle is a problem and is cut. */
function lineageOf(pack: Pack, byId: ReadonlyMap<string, Pack>, report: (problem: Problem) => void): readonly Pack[] {
  const lineage: Pack[] = [];
  const seen = new Set<Pack>([pack]);
  const visit = (part: Pack): void => {
    for (const [index, name] of (part.extends ?? []).entries()) {
      const base = byId.get(name);
      if (!base && part === pack) {
        const guess = nearest(name, byId.keys());
        report({
          path: ['extends', index],
          message: `No pack is named "${name}".${guess ? ` Did you mean "${guess}"?` : ''}`,
        });
      }
      if (!base || seen.has(base)) continue;
      seen.add(base);
      visit(base);
      lineage.push(base);
    }
  };
  visit(pack);
  for (const [index, name] of (pack.extends ?? []).entries()) {
    if (!reaches(name, pack.id, byId)) continue;
    report({ path: ['extends', index], message: `"${pack.id}" and "${name}" extend each other.` });
  }
  return [...lineage, pack];
}

/** Whether a pack builds on another, however far down. */
function reaches(from: string, to: string, byId: ReadonlyMap<string, Pack>): boolean {
  const seen = new Set([from]);
  for (const id of seen) for (const base of byId.get(id)?.extends ?? []) seen.add(base);
  return seen.has(to);
}
