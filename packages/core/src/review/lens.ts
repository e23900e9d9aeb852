import { type CompiledEvidence, compileEvidence, cueNames, fingerprintsOf } from '../evidence/index.ts';
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
  Rubric,
  Source,
  Structure,
} from '../model/index.ts';
import { nearest } from '../model/index.ts';
import { readAnswer } from '../text/index.ts';
import { unfilled } from './snippet.ts';

/** A rubric with what it inherits, as one list. Ids are `rubric/criterion`. */
export interface ResolvedRubric {
  readonly id: string;
  readonly title: string;
  /** The rubric's own id and those it extends, base first. */
  readonly chain: readonly string[];
  /** Its answers tell what happened, about whatever it was. */
  readonly story: boolean;
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
  /**
   * Rubrics of the pack that knows the words of the field. What builds on them is of that field; another rubric of a pack
   * that builds on it may be of a trade with words of its own.
   */
  readonly fieldRubrics: ReadonlySet<string>;
  readonly composition: Composition;
  /** Sources of the pack and of those it builds on, by id. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Sentences of the packs themselves; pasted into an answer they earn nothing. */
  readonly hushed: ReadonlySet<number>;
}

/**
 * Makes the lens of a pack from its lineage (base first, itself last). Reports what is wrong in the pack itself; a base
 * reports its own when its lens is made. Undefined where nothing says how statuses become a hire signal.
 */
export function makeLens(pack: Pack, lineage: readonly Pack[], report: Report): Lens | undefined {
  reportRedefined(pack, lineage, report);
  const { evidence, problems } = compileEvidence({
    concepts: Object.assign({}, ...lineage.map((part) => part.concepts ?? {})),
    signals: Object.assign({}, ...lineage.map((part) => part.signals ?? {})),
    rules: Object.assign({}, ...lineage.map((part) => part.rules ?? {})),
  });
  for (const problem of problems) if (isOwn(problem, pack)) report(problem);
  const composition = [...lineage].reverse().find((part) => part.composition)?.composition;
  if (!composition) {
    report({
      path: ['composition'],
      message: 'Neither this pack nor one it extends says how statuses become a hire signal (composition).',
    });
    return undefined;
  }
  const overrides: Readonly<Record<string, Override>> = Object.assign(
    {},
    ...lineage.map((part) => part.overrides ?? {}),
  );
  const rubricById = new Map(lineage.flatMap((part) => part.rubrics ?? []).map((rubric) => [rubric.id, rubric]));
  const rubrics = new Map<string, ResolvedRubric>();
  for (const rubric of rubricById.values()) {
    const index = (pack.rubrics ?? []).indexOf(rubric);
    const resolved = resolveRubric(rubric, rubricById, overrides, (message) => {
      if (index >= 0) report({ path: ['rubrics', index, 'extends'], message });
    });
    if (resolved) rubrics.set(rubric.id, resolved);
  }
  reportUnknownRefs(pack, rubrics, report);
  const fieldOf = lineage.findIndex((part) => Object.hasOwn(part.concepts ?? {}, cueNames.field));
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
    fieldRubrics: new Set(lineage.slice(0, fieldOf + 1).flatMap((part) => (part.rubrics ?? []).map(({ id }) => id))),
    composition,
    sources: new Map(lineage.flatMap((part) => part.sources ?? []).map((source) => [source.id, source])),
    get hushed() {
      hushed ??= fingerprintsOf(readAnswer(proseOf(lineage)));
      return hushed;
    },
  };
}

type Report = (problem: Problem) => void;

/** A problem of the joined evidence belongs to the pack that gives the concept, signal or rule. */
function isOwn({ path: [kind, name] }: Problem, pack: Pack): boolean {
  if (kind !== 'concepts' && kind !== 'signals' && kind !== 'rules') return true;
  return name === undefined || Object.hasOwn(pack[kind] ?? {}, name);
}

/** A name that a base already has would change how the base's rules read, and nobody would see it. */
function reportRedefined(pack: Pack, lineage: readonly Pack[], report: Report): void {
  const bases = lineage.filter((part) => part !== pack);
  for (const kind of ['concepts', 'signals', 'rules'] as const) {
    for (const name of Object.keys(pack[kind] ?? {})) {
      const base = bases.find((part) => Object.hasOwn(part[kind] ?? {}, name));
      if (!base) continue;
      report({
        path: [kind, name],
        message: `The pack "${base.id}" already defines "${name}", and its rules use it. Choose another name.`,
      });
    }
  }
  for (const [index, { id }] of (pack.rubrics ?? []).entries()) {
    const base = bases.find((part) => part.rubrics?.some((rubric) => rubric.id === id));
    if (!base) continue;
    report({
      path: ['rubrics', index, 'id'],
      message: `The pack "${base.id}" already has the rubric "${id}". Choose another name; "extends: ${id}" adds to it.`,
    });
  }
}

/** A pack with more wrong names than these is told of them without the nearest right one. */
const mostGuesses = 500;

/** Rules, overrides and gates of a pack name criteria and pitfalls that exist. */
function reportUnknownRefs(pack: Pack, rubrics: ReadonlyMap<string, ResolvedRubric>, report: Report): void {
  const known = new Set(
    [...rubrics.values()].flatMap(({ criteria, pitfalls }) => [...criteria, ...pitfalls].map(({ ref }) => ref)),
  );
  let told = 0;
  const check = (ref: string, path: readonly (string | number)[]): void => {
    if (known.has(ref)) return;
    told++;
    // Each guess costs a comparison with every name there is.
    const guess = told <= mostGuesses ? nearest(ref, known) : undefined;
    report({
      path,
      message: `No rubric has the criterion or pitfall "${ref}".${guess ? ` Did you mean "${guess}"?` : ''}`,
    });
  };
  for (const ref of Object.keys(pack.rules ?? {})) check(ref, ['rules', ref]);
  for (const ref of Object.keys(pack.overrides ?? {})) check(ref, ['overrides', ref]);
  for (const [index, { when }] of (pack.composition?.gates ?? []).entries())
    check(when, ['composition', 'gates', index, 'when']);
}

function resolveRubric(
  rubric: Rubric,
  rubricById: ReadonlyMap<string, Rubric>,
  overrides: Readonly<Record<string, Override>>,
  report: (message: string) => void,
): ResolvedRubric | undefined {
  const chain: Rubric[] = [rubric];
  for (let part: Rubric | undefined = rubric; part?.extends; ) {
    const name: string = part.extends;
    const base = rubricById.get(name);
    if (!base) {
      const guess = nearest(name, rubricById.keys());
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
    story: chain.some((part) => part.story === true),
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
      lines.push(rubric.about);
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
