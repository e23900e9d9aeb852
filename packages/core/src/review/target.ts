import { answerFrontMatter, type Bar, bars, check, nearest, type Question } from '../model/index.ts';
import type { FrontMatter, Range } from '../text/index.ts';
import type { Lens, ResolvedRubric } from './lens.ts';
import type { FoundQuestion, Library } from './library.ts';

/** What a text is judged against. */
export interface Target {
  readonly question: Question | undefined;
  readonly lens: Lens;
  /** The level's id on the company's ladder, and its bar. */
  readonly level: string;
  readonly bar: Bar;
  readonly rubrics: readonly ResolvedRubric[];
}

/** Why a text is not judged, in words, with where the reason stands. */
export interface NotJudged {
  readonly code:
    | 'no-target'
    | 'unknown-question'
    | 'unknown-rubric'
    | 'unknown-level'
    | 'bad-front-matter'
    | 'too-large';
  readonly message: string;
  readonly range?: Range;
}

/** What the caller asks for or the workspace says; the text's own front matter comes before the workspace. */
export interface TargetOptions {
  /** Asked for outright (a flag of the command); these come before the front matter. */
  readonly question?: string;
  readonly rubrics?: readonly string[];
  readonly level?: string;
  readonly role?: string;
  /** From `rubricate.yaml`. */
  readonly workspace?: {
    readonly company?: string | undefined;
    readonly role?: string | undefined;
    readonly level?: string | undefined;
    readonly rubrics?: readonly string[] | undefined;
  };
}

export type Targeted =
  | { readonly ok: true; readonly target: Target }
  | { readonly ok: false; readonly reason: NotJudged };

/** Finds what a text is to be judged against. */
export function findTarget(frontMatter: FrontMatter | undefined, library: Library, options: TargetOptions): Targeted {
  const own = readOwn(frontMatter);
  if ('reason' in own) return { ok: false, reason: own.reason };
  const role = options.role ?? own.role ?? options.workspace?.role;
  const wanted = options.rubrics?.length ? undefined : (options.question ?? (own.rubrics ? undefined : own.question));
  if (wanted !== undefined) return byQuestion({ id: wanted, role, own, library, options, frontMatter });
  const rubrics = options.rubrics?.length ? options.rubrics : (own.rubrics ?? options.workspace?.rubrics);
  if (!rubrics?.length) {
    return fail(
      'no-target',
      'This text names neither a question nor a rubric. Add "question: …" or "rubric: [system-design]" to its front matter.',
    );
  }
  return byRubrics({ rubrics, own, library, options, frontMatter });
}

interface Own {
  readonly question?: string | undefined;
  readonly rubrics?: readonly string[] | undefined;
  readonly level?: string | undefined;
  readonly role?: string | undefined;
}

function readOwn(frontMatter: FrontMatter | undefined): Own | { readonly reason: NotJudged } {
  if (!frontMatter) return {};
  const data = Object.fromEntries(
    // What is wrong with a dismissal is no reason not to judge.
    frontMatter.entries
      .filter(({ key, value }) => value !== null && key !== 'dismiss')
      .map(({ key, value }) => [key, value]),
  );
  const checked = check(answerFrontMatter, data);
  if (!checked.ok) {
    // People keep a `level:` or a `role:` of their own; without a question or a rubric they mean nothing here.
    if (!('question' in data) && !('rubric' in data)) return {};
    const problem = checked.problems[0];
    const key = String(problem?.path[0] ?? '');
    const range = frontMatter.entries.find((entry) => entry.key === key)?.valueRange;
    return {
      reason: {
        code: 'bad-front-matter',
        message: `${key}: ${problem?.message ?? 'This is not understood.'}`,
        ...(range ? { range } : {}),
      },
    };
  }
  const { question, level, role, rubric } = checked.value;
  return {
    question,
    level,
    role,
    rubrics: rubric === undefined ? undefined : typeof rubric === 'string' ? [rubric] : rubric,
  };
}

interface Search {
  readonly own: Own;
  readonly library: Library;
  readonly options: TargetOptions;
  readonly frontMatter: FrontMatter | undefined;
}

function byQuestion(search: Search & { readonly id: string; readonly role: string | undefined }): Targeted {
  const { id, role, library } = search;
  const found = library.question(id);
  if (found.length === 0) {
    const guess = nearest(
      id,
      library.questions.map(({ question }) => question.id),
    );
    return fail(
      'unknown-question',
      `No pack has the question "${id}".${guess ? ` Did you mean "${guess}"?` : ''}`,
      rangeOf(search, 'question'),
    );
  }
  const choice = choose(found, role);
  const lens = library.lens(choice.pack.id);
  if (!lens)
    return fail(
      'unknown-question',
      `The pack "${choice.pack.id}" cannot be used: ${firstProblem(library, choice.pack.id)}`,
    );
  const rubrics = choice.question.rubrics.map((rubric) => lens.rubrics.get(rubric));
  const missing = choice.question.rubrics.find((_, index) => !rubrics[index]);
  if (missing)
    return fail('unknown-rubric', `The question "${id}" asks for the rubric "${missing}", which no pack has.`);
  return withLevel(search, lens, choice.question, rubrics as readonly ResolvedRubric[]);
}

function choose(found: readonly FoundQuestion[], role: string | undefined): FoundQuestion {
  return found.find(({ pack }) => pack.role === role) ?? (found[0] as FoundQuestion);
}

function byRubrics(search: Search & { readonly rubrics: readonly string[] }): Targeted {
  const { library, rubrics, options } = search;
  const workspacePack = options.workspace?.company
    ? library.packFor(options.workspace.company, options.workspace.role)
    : undefined;
  const first = rubrics[0] as string;
  const candidates = [workspacePack, library.packWithRubric(first)];
  for (const pack of candidates) {
    const lens = pack ? library.lens(pack.id) : undefined;
    if (!lens) continue;
    const resolved = rubrics.map((rubric) => lens.rubrics.get(rubric));
    if (resolved.every((rubric) => rubric !== undefined)) return withLevel(search, lens, undefined, resolved);
  }
  const known = library.packs.flatMap((pack) => (pack.rubrics ?? []).map(({ id }) => id));
  const unknown = rubrics.find((rubric) => !known.includes(rubric));
  if (unknown === undefined)
    return fail(
      'unknown-rubric',
      `No single pack has all of the rubrics ${rubrics.join(', ')}.`,
      rangeOf(search, 'rubric'),
    );
  const guess = nearest(unknown, known);
  return fail(
    'unknown-rubric',
    `No pack has the rubric "${unknown}".${guess ? ` Did you mean "${guess}"?` : ` Known: ${[...new Set(known)].join(', ')}.`}`,
    rangeOf(search, 'rubric'),
  );
}

function withLevel(
  search: Search,
  lens: Lens,
  question: Question | undefined,
  rubrics: readonly ResolvedRubric[],
): Targeted {
  const { options, own } = search;
  const asked = options.level ?? own.level;
  const level = asked === undefined ? defaultLevel(lens, options) : findLevel(lens, asked);
  if (!level) {
    const known = lens.levels.map(({ id }) => id);
    const guess = nearest(asked ?? '', known);
    return fail(
      'unknown-level',
      `${lens.pack.title} has no level "${asked}".${guess ? ` Did you mean "${guess}"?` : ''} Levels: ${known.join(', ')}.`,
      options.level === undefined ? rangeOf(search, 'level') : undefined,
    );
  }
  return { ok: true, target: { question, lens, level: level.id, bar: level.bar, rubrics } };
}

/** A level of the ladder, or a bar by its own name. */
function findLevel(lens: Lens, name: string): { readonly id: string; readonly bar: Bar } | undefined {
  const own = lens.levels.find(({ id }) => id.toLowerCase() === name.toLowerCase());
  if (own) return own;
  const bar = bars.find((known) => known === name.toLowerCase());
  return bar ? (lens.levels.find((level) => level.bar === bar) ?? { id: bar, bar }) : undefined;
}

/** With no level named: the workspace's where this ladder has it, else the one that asks for the senior bar. */
function defaultLevel(lens: Lens, options: TargetOptions): { readonly id: string; readonly bar: Bar } {
  const fromWorkspace = options.workspace?.level ? findLevel(lens, options.workspace.level) : undefined;
  return fromWorkspace ?? findLevel(lens, 'senior') ?? { id: 'senior', bar: 'senior' };
}

function rangeOf(search: Search, key: string): Range | undefined {
  return search.frontMatter?.entries.find((entry) => entry.key === key)?.valueRange;
}

function fail(code: NotJudged['code'], message: string, range?: Range): Targeted {
  return { ok: false, reason: { code, message, ...(range ? { range } : {}) } };
}

function firstProblem(library: Library, pack: string): string {
  return library.problemsOf(pack)[0]?.message ?? 'its content is damaged.';
}
