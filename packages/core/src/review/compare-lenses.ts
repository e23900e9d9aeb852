import { type Bar, bars, type Confirmation, nearest, type Source } from '../model/index.ts';
import type { HireReading, LevelVerdict, Status } from './composition.ts';
import type { ResolvedCriterion, ResolvedPitfall, ResolvedRubric } from './lens.ts';
import type { Library } from './library.ts';
import type { Review } from './review.ts';
import type { Target } from './target.ts';

/** Why a lens counts a criterion or pitfall otherwise than the rubric it stands in: its pack's override. */
export interface LensReason {
  readonly why: string;
  /** Undefined where the override names none. */
  readonly source: Source | undefined;
  readonly state: Confirmation | undefined;
}

/** What a finding does to the verdict: speaks for the answer, in part, against it, is asked for and missing, or nothing. */
export type LensEffect = 'for' | 'in-part' | 'against' | 'missing' | 'nothing';

/** How one lens counts a criterion or a pitfall, and what that makes of this text. */
export interface LensSide {
  /** Positive as the rubric means it, 0 switched off, negative turned round. */
  readonly weight: number;
  readonly status: Status | 'present' | 'absent';
  /** For a criterion: whether the level aimed at asks for it. */
  readonly expected: boolean;
  readonly effect: LensEffect;
  readonly reason: LensReason | undefined;
}

/** A criterion or pitfall that the two lenses judge differently. */
export interface LensFlip {
  readonly ref: string;
  readonly kind: 'criterion' | 'pitfall';
  readonly title: string;
  readonly here: LensSide;
  readonly there: LensSide;
  /** `sign`: for, off or against differs between the packs; `effect`: the same text earns something else. Often both. */
  readonly differs: readonly ('sign' | 'effect')[];
}

/** One text through two lenses, `here` and `there`. */
export interface LensComparison {
  readonly here: LensVerdict;
  readonly there: LensVerdict;
  /** What flips; what changes the verdict on this text first, then in the order of the rubrics. */
  readonly flips: readonly LensFlip[];
  /** Criteria and pitfalls that only one of the two judges, by `rubric/id`. */
  readonly onlyHere: readonly string[];
  readonly onlyThere: readonly string[];
}

/** Whose lens it is, and what it makes of the text as a whole. */
export interface LensVerdict {
  readonly pack: string;
  readonly packTitle: string;
  readonly level: string;
  readonly hire: HireReading;
  readonly reading: LevelVerdict;
}

/**
 * Compares two reviews of the same text, made through two lenses (see `throughLens`). Pure. What only one of them judges is
 * listed apart: it is no flip, the other lens merely does not know it.
 */
export function compareLenses(here: Review, there: Review): LensComparison {
  const ours = judgedOf(here);
  const theirs = judgedOf(there);
  const flips: LensFlip[] = [];
  for (const [ref, own] of ours) {
    const other = theirs.get(ref);
    if (!other) continue;
    const differs = [
      ...(Math.sign(own.side.weight) === Math.sign(other.side.weight) ? [] : (['sign'] as const)),
      ...(own.side.effect === other.side.effect ? [] : (['effect'] as const)),
    ];
    if (differs.length > 0)
      flips.push({ ref, kind: own.kind, title: own.title, here: own.side, there: other.side, differs });
  }
  const telling = (flip: LensFlip): number => (flip.differs.includes('effect') ? 0 : 1);
  return {
    here: verdictOf(here),
    there: verdictOf(there),
    flips: flips.sort((a, b) => telling(a) - telling(b)),
    onlyHere: [...ours.keys()].filter((ref) => !theirs.has(ref)),
    onlyThere: [...theirs.keys()].filter((ref) => !ours.has(ref)),
  };
}

interface JudgedItem {
  readonly kind: LensFlip['kind'];
  readonly title: string;
  readonly side: LensSide;
}

function judgedOf({ criteria, pitfalls, target }: Review): ReadonlyMap<string, JudgedItem> {
  const judged = new Map<string, JudgedItem>();
  for (const { criterion, status, expected } of criteria) {
    const side: Omit<LensSide, 'effect'> = {
      weight: criterion.weight,
      status,
      expected,
      reason: reasonOf(criterion, target),
    };
    judged.set(criterion.ref, {
      kind: 'criterion',
      title: criterion.title,
      side: { ...side, effect: effectOfCriterion(side) },
    });
  }
  for (const { pitfall, present } of pitfalls) {
    const { weight } = pitfall;
    const effect = !present || weight === 0 ? 'nothing' : weight > 0 ? 'against' : 'for';
    judged.set(pitfall.ref, {
      kind: 'pitfall',
      title: pitfall.title,
      side: {
        weight,
        status: present ? 'present' : 'absent',
        expected: true,
        effect,
        reason: reasonOf(pitfall, target),
      },
    });
  }
  return judged;
}

function effectOfCriterion({ weight, status, expected }: Omit<LensSide, 'effect'>): LensEffect {
  if (weight === 0) return 'nothing';
  if (weight < 0) return status === 'missing' ? 'nothing' : 'against';
  if (status === 'missing') return expected ? 'missing' : 'nothing';
  return status === 'met' ? 'for' : 'in-part';
}

function reasonOf({ override }: ResolvedCriterion | ResolvedPitfall, { lens }: Target): LensReason | undefined {
  if (!override) return undefined;
  return {
    why: override.why,
    source: override.source === undefined ? undefined : lens.sources.get(override.source),
    state: override.state ?? (override.source === undefined ? undefined : 'claimed'),
  };
}

function verdictOf({ target, hire, level }: Review): LensVerdict {
  return {
    pack: target.lens.pack.id,
    packTitle: target.lens.pack.title,
    level: target.level,
    hire,
    reading: level,
  };
}

export type Relensed =
  | {
      readonly ok: true;
      readonly target: Target;
      /** Rubrics of the text that the other pack does not know; it is judged by what they build on, where it knows that. */
      readonly unknown: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/**
 * The target of the same text through another pack's lens: the same rubrics as that pack counts them, at a level of its
 * ladder (`level`, else the level that asks for the same bar).
 */
export function throughLens(target: Target, library: Library, packId: string, level?: string): Relensed {
  const pack = library.packs.find(({ id }) => id === packId);
  const lens = pack && library.lens(packId);
  if (!pack) {
    const known = library.packs.map(({ id }) => id);
    const guess = nearest(packId, known);
    return no(`No pack is named "${packId}".${guess ? ` Did you mean "${guess}"?` : ` Packs: ${known.join(', ')}.`}`);
  }
  if (!lens)
    return no(`The pack "${packId}" cannot be used: ${library.problemsOf(packId)[0]?.message ?? 'it is damaged.'}`);
  const unknown: string[] = [];
  const rubrics: ResolvedRubric[] = [];
  for (const { id, chain } of target.rubrics) {
    const known = [...chain].reverse().find((name) => lens.rubrics.has(name));
    if (known !== id) unknown.push(id);
    const rubric = known === undefined ? undefined : lens.rubrics.get(known);
    if (rubric && !rubrics.includes(rubric)) rubrics.push(rubric);
  }
  if (rubrics.length === 0) {
    return no(`${pack.title} has none of the rubrics of this text (${unknown.join(', ')}), so it cannot judge it.`);
  }
  const aim = findAim(lens.levels, level, target.bar);
  if (!aim) {
    const known = lens.levels.map(({ id }) => id);
    const guess = nearest(level ?? '', known);
    return no(
      `${pack.title} has no level "${level}".${guess ? ` Did you mean "${guess}"?` : ''} Levels: ${known.join(', ')}.`,
    );
  }
  return { ok: true, target: { question: target.question, lens, level: aim.id, bar: aim.bar, rubrics }, unknown };
}

function no(message: string): Relensed {
  return { ok: false, message };
}

function findAim(
  levels: readonly { readonly id: string; readonly bar: Bar }[],
  asked: string | undefined,
  bar: Bar,
): { readonly id: string; readonly bar: Bar } | undefined {
  const wanted = asked?.toLowerCase() ?? bar;
  const own = asked === undefined ? undefined : levels.find(({ id }) => id.toLowerCase() === wanted);
  if (own) return own;
  const known = bars.find((one) => one === wanted);
  return known && (levels.find((level) => level.bar === known) ?? { id: known, bar: known });
}
