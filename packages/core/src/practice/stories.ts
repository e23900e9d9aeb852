import { bars, type Pack, type Question } from '../model/index.ts';
import {
  type Lens,
  type Library,
  type ResolvedCriterion,
  type ResolvedRubric,
  type Review,
  reviewAnswer,
  subjectRelevance,
} from '../review/index.ts';
import { type Answer, readAnswer } from '../text/index.ts';
import { withBases } from './lineage.ts';
import type { PracticeTarget } from './target.ts';

/** Where the stories of a workspace lie, from the folder that holds `rubricate.yaml`. */
export const storiesFolder = 'stories';

/** A story as its file has it: a Markdown text whose front matter says `story: <name>`. */
export interface StoryFile {
  /** However the caller names it. */
  readonly file: string;
  readonly text: string;
}

/** One story with what it earns at the target's level. */
export interface Story {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly review: Review;
  /** The questions that its front matter names it for. */
  readonly slots: readonly string[];
  /** Names in its front matter that are neither a question nor a competency. */
  readonly unknown: readonly string[];
  /** What the level expects of a story and this one tells in part or not at all, in the order of the rubric. */
  readonly unmet: readonly ResolvedCriterion[];
  /** Titles of the pitfalls it falls into: nobody who did it, no ending. */
  readonly pitfalls: readonly string[];
  /** It reads as a story of a lower level than the target's. */
  readonly isBelowLevel: boolean;
  /** It is named for more questions than one loop can hear it in. */
  readonly isOverused: boolean;
}

/** A question that wants a story. */
export interface StorySlot {
  readonly question: Question;
  readonly pack: Pack;
  /** What the plan asks for in so many words; undefined where the plan does not name the question. */
  readonly task: string | undefined;
  /** Stories named for it, by id. */
  readonly stories: readonly string[];
  /** With none named: stories that speak of what the question is about. */
  readonly candidates: readonly string[];
}

/** What a story can show, with the stories that do. */
export interface StoryCompetency {
  readonly criterion: ResolvedCriterion;
  readonly isExpected: boolean;
  readonly met: readonly string[];
  readonly partial: readonly string[];
  /** Stories whose front matter claims it and whose text does not show it. */
  readonly claimed: readonly string[];
}

export interface StoryMatrix {
  readonly level: string;
  readonly stories: readonly Story[];
  /** Those the plan asks for first, in its order, then those of the pack, then those of what it builds on. */
  readonly slots: readonly StorySlot[];
  readonly competencies: readonly StoryCompetency[];
  /** Files that name a story that another file has already. */
  readonly doubles: readonly string[];
}

export interface StoryOptions {
  readonly files: Iterable<StoryFile>;
  readonly library: Library;
  /** With none, the first pack that judges stories, at the senior bar. */
  readonly target: PracticeTarget | undefined;
}

/** A story that answers more questions than this would be heard twice in one day. */
const mostSlots = 2;
/** Of what a question is about, how much a story mentions to be worth a look. */
const leastShare = 0.5;

/**
 * The stories of a person against what will be asked: for each question and each competency, which story there is, and
 * what is weak about each. Undefined where no pack judges stories.
 */
export function storyMatrix({ files, library, target }: StoryOptions): StoryMatrix | undefined {
  const judge = judgeOf(library, target);
  if (!judge) return undefined;
  const wanted = wantedSlots(judge.lens, library.packs);
  const told = toldStories(files, judge, wanted);
  const stories = told.read.map(({ story }) => story);
  return {
    level: judge.level,
    stories,
    slots: wanted.map((slot) => {
      const named = stories.filter(({ slots }) => slots.includes(slot.question.id)).map(({ id }) => id);
      const fits = (answer: Answer): boolean => {
        const { said, of } = subjectRelevance(answer, slot.question, judge.lens.hushed);
        return said / of >= leastShare;
      };
      const candidates = named.length > 0 ? [] : told.read.filter(({ answer }) => fits(answer));
      return { ...slot, stories: named, candidates: candidates.map(({ story }) => story.id) };
    }),
    competencies: judge.rubric.criteria
      .filter(({ weight }) => weight > 0)
      .map((criterion) => competencyOf(criterion, judge, told.read)),
    doubles: told.doubles,
  };
}

interface Judge {
  readonly lens: Lens;
  readonly level: string;
  readonly bar: (typeof bars)[number];
  readonly rubric: ResolvedRubric;
}

/** Through which pack, at which level and by which rubric stories are read. */
function judgeOf(library: Library, target: PracticeTarget | undefined): Judge | undefined {
  for (const pack of target ? [target.pack] : library.packs) {
    const lens = library.lens(pack.id);
    const rubric = lens && [...lens.rubrics.values()].find(({ story }) => story);
    if (!rubric) continue;
    const level = target?.level ?? lens.levels.find(({ bar }) => bar === 'senior') ?? lens.levels[0];
    if (level) return { lens, level: level.id, bar: level.bar, rubric };
  }
  return undefined;
}

type Wanted = Pick<StorySlot, 'question' | 'pack' | 'task'>;

function wantedSlots({ pack, rubrics }: Lens, packs: readonly Pack[]): readonly Wanted[] {
  const all = withBases(pack, packs).flatMap((one) =>
    (one.questions ?? [])
      .filter(({ rubrics: own }) => own.some((id) => rubrics.get(id)?.story))
      .map((question) => ({ question, pack: one })),
  );
  const tasks = (pack.plan?.phases ?? []).flatMap((phase) => phase.tasks);
  const wanted = new Map<string, Wanted>();
  for (const { question: id, text } of tasks) {
    const found = all.find(({ question }) => question.id === id);
    if (found && !wanted.has(found.question.id)) wanted.set(found.question.id, { ...found, task: text });
  }
  for (const one of all) if (!wanted.has(one.question.id)) wanted.set(one.question.id, { ...one, task: undefined });
  return [...wanted.values()];
}

interface Told {
  readonly story: Story;
  readonly answer: Answer;
  /** What its front matter claims, as written. */
  readonly claims: readonly string[];
}

function toldStories(files: Iterable<StoryFile>, judge: Judge, wanted: readonly Wanted[]) {
  const read = new Map<string, Told>();
  const doubles: string[] = [];
  for (const { file, text } of [...files].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const answer = readAnswer(text);
    const id = valueIn(answer, 'story');
    if (typeof id !== 'string' || id.trim() === '') continue;
    if (read.has(id)) doubles.push(file);
    else read.set(id, storyOf({ id, file, answer }, judge, wanted));
  }
  const byId = (a: Told, b: Told): number => (a.story.id < b.story.id ? -1 : 1);
  return { read: [...read.values()].sort(byId), doubles };
}

function storyOf(
  { id, file, answer }: { readonly id: string; readonly file: string; readonly answer: Answer },
  { lens, level, bar, rubric }: Judge,
  wanted: readonly Wanted[],
): Told {
  const review = reviewAnswer(answer, { question: undefined, lens, level, bar, rubrics: [rubric] });
  const claims = listOf(valueIn(answer, 'competencies'));
  const questions = wanted.map(({ question }) => question.id);
  const named = [...listOf(valueIn(answer, 'question')), ...claims].flatMap(
    (name) => questions.find((question) => isNamed(question, name)) ?? [],
  );
  const slots = [...new Set(named)];
  const refs = rubric.criteria.map(({ ref }) => ref);
  const expected = review.criteria.filter((one) => one.expected && one.criterion.weight > 0);
  const story: Story = {
    id,
    file,
    title: titleOf(answer) ?? id,
    review,
    slots,
    unknown: claims.filter((name) => ![...questions, ...refs].some((known) => isNamed(known, name))),
    unmet: expected.filter(({ status }) => status !== 'met').map(({ criterion }) => criterion),
    pitfalls: review.pitfalls
      .filter(({ present, pitfall }) => present && pitfall.weight > 0)
      .map(({ pitfall }) => pitfall.title),
    isBelowLevel: review.level.bar === 'below' || bars.indexOf(review.level.bar) < bars.indexOf(bar),
    isOverused: slots.length > mostSlots,
  };
  return { story, answer, claims };
}

function competencyOf(criterion: ResolvedCriterion, { bar }: Judge, told: readonly Told[]): StoryCompetency {
  const having = (status: 'met' | 'partial'): readonly string[] =>
    told.filter(({ story }) => statusIn(story, criterion) === status).map(({ story }) => story.id);
  return {
    criterion,
    isExpected: bars.indexOf(criterion.from) <= bars.indexOf(bar),
    met: having('met'),
    partial: having('partial'),
    claimed: told
      .filter(
        ({ story, claims }) =>
          statusIn(story, criterion) === 'missing' && claims.some((name) => isNamed(criterion.ref, name)),
      )
      .map(({ story }) => story.id),
  };
}

function statusIn({ review }: Story, { ref }: ResolvedCriterion) {
  return review.criteria.find(({ criterion }) => criterion.ref === ref)?.status;
}

/** `pinterest/data-pushback` may be written in full or as `data-pushback`. */
function isNamed(known: string, name: string): boolean {
  return known === name || known.slice(known.indexOf('/') + 1) === name;
}

function valueIn(answer: Answer, key: string): unknown {
  return answer.frontMatter?.entries.find((entry) => entry.key === key)?.value;
}

function listOf(value: unknown): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.filter((item): item is string => typeof item === 'string' && item !== '');
}

function titleOf({ text }: Answer): string | undefined {
  return /^# +(.+?)[ \t#]*$/m.exec(text)?.[1];
}
