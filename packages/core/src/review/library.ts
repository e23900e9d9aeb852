import {
  type CompiledEvidence,
  compileEvidence,
  fingerprintsOf,
  makeReadingCache,
  type ReadingCache,
} from '../evidence/index.ts';
import type {
  Composition,
  Criterion,
  Dimension,
  Frame,
  Level,
  Override,
  Pack,
  Pitfall,
  Problem,
  Question,
  Rubric,
  Structure,
} from '../model/index.ts';
import { nearest } from '../model/index.ts';
import { readAnswer } from '../text/index.ts';

/** A rubric with what it inherits, as one list. Ids are `rubric/criterion`. */
export interface ResolvedRubric {
  readonly id: string;
  readonly title: string;
  /** The rubric's own id and those it extends, base first. */
  readonly chain: readonly string[];
  readonly dimensions: readonly Dimension[];
  readonly criteria: readonly ResolvedCriterion[];
  readonly pitfalls: readonly ResolvedPitfall[];
}

export interface ResolvedCriterion extends Criterion {
  readonly ref: string;
  readonly rubric: string;
  /** 1 unless the pack says otherwise; 0 when switched off; negative when its sign is turned. */
  readonly weight: number;
  readonly override: Override | undefined;
}

export interface ResolvedPitfall extends Pitfall {
  readonly ref: string;
  readonly rubric: string;
  readonly weight: number;
  readonly override: Override | undefined;
}

/** A pack with everything it builds on: what a text is judged through. */
export interface Lens {
  readonly pack: Pack;
  readonly levels: readonly Level[];
  readonly rubrics: ReadonlyMap<string, ResolvedRubric>;
  readonly structures: readonly Structure[];
  readonly frames: readonly Frame[];
  readonly evidence: CompiledEvidence;
  readonly composition: Composition;
  /** Sentences of the packs themselves; pasted into an answer they earn nothing. */
  readonly hushed: ReadonlySet<number>;
  readonly cache: ReadingCache;
}

export interface FoundQuestion {
  readonly pack: Pack;
  readonly question: Question;
}

/** All packs that are loaded. */
export interface Library {
  readonly packs: readonly Pack[];
  readonly problems: readonly LibraryProblem[];
  /** Questions by id; several packs may carry the same one for different roles. */
  question(id: string): readonly FoundQuestion[];
  readonly questions: readonly FoundQuestion[];
  lens(packId: string): Lens | undefined;
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
  const problems: LibraryProblem[] = [];
  const byId = new Map<string, Pack>();
  for (const pack of packs) {
    if (byId.has(pack.id))
      problems.push({ pack: pack.id, path: ['id'], message: `Another pack is already named "${pack.id}".` });
    else byId.set(pack.id, pack);
  }
  const questions = [...byId.values()].flatMap((pack) =>
    (pack.questions ?? []).map((question) => ({ pack, question })),
  );
  const byQuestion = new Map<string, FoundQuestion[]>();
  for (const found of questions) {
    const same = byQuestion.get(found.question.id) ?? [];
    if (same.some(({ pack }) => pack.role === found.pack.role && pack.company === found.pack.company)) {
      problems.push({
        pack: found.pack.id,
        path: ['questions', found.question.id],
        message: `Another pack for this role already has the question "${found.question.id}".`,
      });
      continue;
    }
    byQuestion.set(found.question.id, [...same, found]);
  }
  const lenses = new Map<string, Lens | undefined>();
  const lens = (id: string): Lens | undefined => {
    if (!lenses.has(id)) {
      const pack = byId.get(id);
      lenses.set(id, pack ? makeLens(pack, byId, problems) : undefined);
    }
    return lenses.get(id);
  };
  return {
    packs: [...byId.values()],
    problems,
    questions,
    question: (id) => byQuestion.get(id) ?? [],
    lens,
    packFor: (company, role) =>
      [...byId.values()].find((pack) => pack.company === company && (role === undefined || pack.role === role)) ??
      [...byId.values()].find((pack) => pack.company === company),
    packWithRubric: (rubric) => [...byId.values()].find((pack) => pack.rubrics?.some(({ id }) => id === rubric)),
  };
}

function makeLens(pack: Pack, byId: ReadonlyMap<string, Pack>, problems: LibraryProblem[]): Lens | undefined {
  const lineage = lineageOf(pack, byId, problems);
  reportRedefined(pack, lineage, problems);
  const { evidence, problems: evidenceProblems } = compileEvidence({
    concepts: Object.assign({}, ...lineage.map((part) => part.concepts ?? {})),
    signals: Object.assign({}, ...lineage.map((part) => part.signals ?? {})),
    rules: Object.assign({}, ...lineage.map((part) => part.rules ?? {})),
  });
  problems.push(...evidenceProblems.map((problem) => ({ ...problem, pack: pack.id })));
  const composition = [...lineage].reverse().find((part) => part.composition)?.composition;
  if (!composition) {
    problems.push({
      pack: pack.id,
      path: ['composition'],
      message: 'Neither this pack nor one it extends says how statuses become a hire signal (composition).',
    });
    return undefined;
  }
  const overrides: Readonly<Record<string, Override>> = Object.assign(
    {},
    ...lineage.map((part) => part.overrides ?? {}),
  );
  const sources = new Map(lineage.flatMap((part) => part.rubrics ?? []).map((rubric) => [rubric.id, rubric]));
  const rubrics = new Map<string, ResolvedRubric>();
  for (const rubric of sources.values()) {
    const resolved = resolveRubric(rubric, sources, overrides, (message) =>
      problems.push({ pack: pack.id, path: ['rubrics', rubric.id], message }),
    );
    if (resolved) rubrics.set(rubric.id, resolved);
  }
  reportUnknownRefs(pack, rubrics, problems);
  const structures = lineage.flatMap((part) => part.structures ?? []);
  const frames = lineage.flatMap((part) => part.frames ?? []);
  let hushed: ReadonlySet<number> | undefined;
  return {
    pack,
    levels: pack.levels,
    rubrics,
    structures,
    frames,
    evidence,
    composition,
    get hushed() {
      hushed ??= fingerprintsOf(readAnswer(proseOf(lineage)), evidence);
      return hushed;
    },
    cache: makeReadingCache(),
  };
}

/** A name that a base already has would change how the base's rules read, and nobody would see it. */
function reportRedefined(pack: Pack, lineage: readonly Pack[], problems: LibraryProblem[]): void {
  for (const kind of ['concepts', 'signals', 'rules'] as const) {
    for (const name of Object.keys(pack[kind] ?? {})) {
      const base = lineage.find((part) => part !== pack && Object.hasOwn(part[kind] ?? {}, name));
      if (!base) continue;
      problems.push({
        pack: pack.id,
        path: [kind, name],
        message: `The pack "${base.id}" already defines "${name}", and its rules use it. Choose another name.`,
      });
    }
  }
}

/** Rules, overrides and gates of a pack name criteria and pitfalls that exist. */
function reportUnknownRefs(pack: Pack, rubrics: ReadonlyMap<string, ResolvedRubric>, problems: LibraryProblem[]): void {
  const known = new Set(
    [...rubrics.values()].flatMap(({ criteria, pitfalls }) => [...criteria, ...pitfalls].map(({ ref }) => ref)),
  );
  const check = (ref: string, path: readonly (string | number)[]): void => {
    if (known.has(ref)) return;
    const guess = nearest(ref, known);
    problems.push({
      pack: pack.id,
      path,
      message: `No rubric has the criterion or pitfall "${ref}".${guess ? ` Did you mean "${guess}"?` : ''}`,
    });
  };
  for (const ref of Object.keys(pack.rules ?? {})) check(ref, ['rules', ref]);
  for (const ref of Object.keys(pack.overrides ?? {})) check(ref, ['overrides', ref]);
  for (const [index, { when }] of (pack.composition?.gates ?? []).entries())
    check(when, ['composition', 'gates', index, 'when']);
}

/** The packs a pack builds on, base first, itself last. A cycle is a problem and is cut. */
function lineageOf(pack: Pack, byId: ReadonlyMap<string, Pack>, problems: LibraryProblem[]): readonly Pack[] {
  const lineage: Pack[] = [];
  const visit = (part: Pack, trail: readonly string[]): void => {
    for (const name of part.extends ?? []) {
      const base = byId.get(name);
      if (!base) {
        const guess = nearest(name, byId.keys());
        problems.push({
          pack: part.id,
          path: ['extends'],
          message: `No pack is named "${name}".${guess ? ` Did you mean "${guess}"?` : ''}`,
        });
      } else if (trail.includes(name)) {
        problems.push({ pack: part.id, path: ['extends'], message: `"${part.id}" and "${name}" extend each other.` });
      } else visit(base, [...trail, name]);
    }
    if (!lineage.includes(part)) lineage.push(part);
  };
  visit(pack, [pack.id]);
  return lineage;
}

function resolveRubric(
  rubric: Rubric,
  sources: ReadonlyMap<string, Rubric>,
  overrides: Readonly<Record<string, Override>>,
  report: (message: string) => void,
): ResolvedRubric | undefined {
  const chain: Rubric[] = [rubric];
  for (let part: Rubric | undefined = rubric; part?.extends; ) {
    const name: string = part.extends;
    const base = sources.get(name);
    if (!base) {
      const guess = nearest(name, sources.keys());
      report(`No rubric is named "${name}".${guess ? ` Did you mean "${guess}"?` : ''}`);
      return undefined;
    }
    if (chain.includes(base)) {
      report(`"${rubric.id}" and "${name}" extend each other.`);
      return undefined;
    }
    chain.unshift(base);
    part = base;
  }
  const settings = (ref: string): { readonly weight: number; readonly override: Override | undefined } => ({
    weight: overrides[ref]?.weight ?? 1,
    override: overrides[ref],
  });
  return {
    id: rubric.id,
    title: rubric.title,
    chain: chain.map(({ id }) => id),
    dimensions: chain.flatMap((part) => part.dimensions ?? []),
    criteria: chain.flatMap((part) =>
      part.criteria.map((criterion) => {
        const ref = `${part.id}/${criterion.id}`;
        return { ...criterion, ref, rubric: part.id, ...settings(ref) };
      }),
    ),
    pitfalls: chain.flatMap((part) =>
      (part.pitfalls ?? []).map((pitfall) => {
        const ref = `${part.id}/${pitfall.id}`;
        return { ...pitfall, ref, rubric: part.id, ...settings(ref) };
      }),
    ),
  };
}

/** What the packs themselves say, as a text: prompts, examples, hints and frames with their placeholders unfilled. */
function proseOf(lineage: readonly Pack[]): string {
  const lines: string[] = [];
  for (const pack of lineage) {
    for (const rubric of pack.rubrics ?? []) {
      for (const criterion of rubric.criteria) {
        lines.push(
          criterion.hint,
          criterion.why,
          criterion.weak,
          criterion.strong,
          criterion.earns.met,
          criterion.earns.partial,
        );
        lines.push(...Object.values(criterion.bars));
        if (criterion.frame) lines.push(unfilled(criterion.frame));
      }
      for (const pitfall of rubric.pitfalls ?? [])
        lines.push(pitfall.hint, pitfall.why, pitfall.weak, pitfall.strong, pitfall.when);
    }
    for (const question of pack.questions ?? [])
      lines.push(question.prompt, ...(question.covers ?? []), ...(question.followUps ?? []));
    for (const structure of pack.structures ?? []) {
      for (const section of structure.sections) lines.push(section.prompt, ...(section.frames ?? []).map(unfilled));
    }
    for (const frame of pack.frames ?? []) lines.push(...frame.body.map(unfilled));
    for (const level of pack.levels) lines.push(...level.expects);
  }
  return lines.map((line) => line.replace(/\s*\n\s*/g, ' ')).join('\n\n');
}

/** A snippet as it looks when nothing was typed into it: `${1:reason}` is "reason", a choice its first word. */
export function unfilled(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|}]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^${}]*)\}/g, '$1')
    .replace(/\$\{\d+\}|\$\d+/g, '')
    .replace(/\\([$}\\])/g, '$1');
}
