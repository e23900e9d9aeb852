import { type HireSignal, hireSignals } from '@rubricate/core/model';
import { type Library, type Review, reviewAnswer, unfilled } from '@rubricate/core/review';
import { type Answer, readAnswer } from '@rubricate/core/text';
import { glossary } from './glossary.ts';
import { isReal, type LabelledAnswer } from './labels.ts';
import { makeRandom, type Random } from './random.ts';
import { linesOf, proseOf, sentencesOf } from './rewriting.ts';

/** A text that shows nothing a careful grader would accept, made to look like an answer. */
export interface AttackText {
  readonly rubric: string;
  readonly pack: string;
  /** The question it pretends to answer, where the attack is about that. */
  readonly question?: string;
  readonly text: string;
}

export interface Attack {
  readonly id: string;
  readonly title: string;
  texts(material: Material): readonly AttackText[];
}

export interface AttackResult {
  readonly attack: Attack;
  readonly tried: number;
  /** Those that read as lean-yes or better. */
  readonly passed: readonly AttackText[];
  readonly best: HireSignal;
  /** Share of the criteria met, over all texts of the attack. */
  readonly met: number;
}

export interface Material {
  readonly library: Library;
  /** Answers of the tune half that both graders call strong, by the rubric they were graded by. */
  readonly strong: readonly LabelledAnswer[];
  readonly random: Random;
}

/** Public answers whose strength nobody disputes: what the attacks deface. */
export function strongAnswers(labelled: readonly LabelledAnswer[]): readonly LabelledAnswer[] {
  return labelled.filter(
    (answer) => answer.half === 'tune' && !isReal(answer) && answer.hire.every((signal) => signal === 'strong-yes'),
  );
}

const rubricOf = (answer: LabelledAnswer): string => answer.rubrics.at(-1) as string;

/** The same change made to every strong answer. */
function defaced(change: (text: string, random: Random) => string): Attack['texts'] {
  return ({ library, strong, random }) =>
    strong.flatMap((answer) => {
      const rubric = rubricOf(answer);
      const pack = library.packWithRubric(rubric)?.id;
      return pack === undefined ? [] : [{ rubric, pack, text: change(answer.text, random) }];
    });
}

/** One text for every rubric, made from the rubric itself. */
function fromRubric(make: (rubric: RubricProse, library: Library) => string): Attack['texts'] {
  return ({ library }) =>
    library.packs.flatMap((pack) =>
      (pack.rubrics ?? []).map((rubric) => {
        const base = library.lens(pack.id)?.rubrics.get(rubric.id);
        const prose = {
          id: rubric.id,
          pack: pack.id,
          about: rubric.about,
          criteria: base?.criteria ?? rubric.criteria,
        };
        return { rubric: rubric.id, pack: pack.id, text: make(prose, library) };
      }),
    );
}

interface RubricProse {
  readonly id: string;
  readonly pack: string;
  readonly about: string;
  readonly criteria: readonly {
    readonly title: string;
    readonly hint: string;
    readonly why: string;
    readonly earns: { readonly met: string; readonly partial: string };
    readonly bars: Readonly<Record<string, string>>;
    readonly weak: string;
    readonly strong: string;
    readonly frame?: string | undefined;
  }[];
}

const filler = 'This part matters a great deal and will be looked at with care in the course of the work.';

const auxiliary =
  /\b(is|are|was|were|will|would|can|could|should|must|may|might|has|have|had|does|do|did|am)\b(?! not)/i;

/** The attacks, in the order of the table. */
export const attacks: readonly Attack[] = [
  {
    id: 'keywords',
    title: 'The words of a strong answer as a list, separated by commas',
    texts: defaced((text) => `${contentWords(text).join(', ')}.`),
  },
  {
    id: 'keyword-items',
    title: 'The same words as list items of four',
    texts: defaced((text) =>
      groupsOf(contentWords(text), 4)
        .map((words) => `- ${words.join(' ')}`)
        .join('\n'),
    ),
  },
  {
    id: 'keyword-sentences',
    title: 'The same words as short sentences: "A, B and C."',
    texts: defaced((text) =>
      groupsOf(contentWords(text), 5)
        .map((words) => `We use ${words.slice(0, -1).join(', ')} and ${words.at(-1)}.`)
        .join(' '),
    ),
  },
  {
    id: 'titles',
    title: 'The titles of the criteria as headings, nothing under them',
    texts: fromRubric(({ criteria }) => criteria.map(({ title }) => `## ${title}\n`).join('\n')),
  },
  {
    id: 'titles-filler',
    title: 'The titles as headings, with a sentence that says nothing',
    texts: fromRubric(({ criteria }) => criteria.map(({ title }) => `## ${title}\n\n${filler}\n`).join('\n')),
  },
  {
    id: 'rubric-pasted',
    title: 'The rubric pasted: hints, reasons, bars, what earns, examples',
    texts: fromRubric(({ about, criteria }) =>
      [
        about,
        ...criteria.flatMap(({ title, hint, why, bars, earns, weak, strong }) => [
          `## ${title}`,
          hint,
          why,
          ...Object.values(bars),
          earns.met,
          earns.partial,
          weak,
          strong,
        ]),
      ].join('\n\n'),
    ),
  },
  {
    id: 'question-pasted',
    title: 'The question pasted, with what it covers and its follow-ups',
    texts: ({ library }) =>
      library.questions.map(({ pack, question }) => ({
        rubric: question.rubrics[0] as string,
        pack: pack.id,
        question: question.id,
        text: [
          question.prompt,
          ...(question.covers ?? []).map((line) => `- ${line}`),
          ...(question.followUps ?? []),
        ].join('\n\n'),
      })),
  },
  {
    id: 'structure',
    title: 'A structure inserted and left unfilled',
    texts: ({ library }) =>
      library.packs.flatMap((pack) =>
        (pack.structures ?? []).flatMap((structure) =>
          (structure.rubrics ?? []).map((rubric) => ({
            rubric,
            pack: pack.id,
            text: structure.sections
              .map(({ heading, prompt, frames }) =>
                [`## ${heading}`, prompt, ...(frames ?? []).map((frame) => unfilled(frame))].join('\n\n'),
              )
              .join('\n\n'),
          })),
        ),
      ),
  },
  {
    id: 'negated',
    title: 'A strong answer with every sentence denied ("we will not …")',
    texts: defaced((text) =>
      rewriteSentences(text, (sentence) =>
        auxiliary.test(sentence)
          ? sentence.replace(auxiliary, (verb) => `${verb} not`)
          : `We will not do this: ${sentence}`,
      ),
    ),
  },
  {
    id: 'denied',
    title: 'A strong answer with "It is not true that" before every sentence',
    texts: defaced((text) => rewriteSentences(text, (sentence) => `It is not true that ${lowerFirst(sentence)}`)),
  },
  {
    id: 'put-off',
    title: 'A strong answer with every sentence put off ("later we might decide whether")',
    texts: defaced((text) =>
      rewriteSentences(text, (sentence) => `To be decided later, if at all: whether ${lowerFirst(sentence)}`),
    ),
  },
  {
    id: 'comments',
    title: 'A strong answer inside comments',
    texts: defaced((text) => `<!--\n${text.replaceAll('-->', '')}\n-->`),
  },
  {
    id: 'quotes',
    title: 'A strong answer as a block quote',
    texts: defaced((text) =>
      linesOf(text)
        .map((line) => `> ${line}`)
        .join('\n'),
    ),
  },
  {
    id: 'fences',
    title: 'The prose of a strong answer inside a fence',
    texts: defaced((text) => `\`\`\`\n${proseOf(text)}\n\`\`\``),
  },
  {
    id: 'glossary',
    title: 'A glossary: terms and their definitions',
    texts: fromRubric(() => glossary.map(([term, meaning]) => `- **${term}**: ${meaning}`).join('\n')),
  },
  {
    id: 'glossary-sentences',
    title: 'The same glossary as sentences',
    texts: fromRubric(() => glossary.map(([term, meaning]) => `${term} is ${meaning}`).join('\n\n')),
  },
  {
    id: 'shuffled-words',
    title: 'A strong answer with the words of each line shuffled',
    texts: defaced((text, random) =>
      linesOf(text)
        .map((line) => (/^\s*(#|```|$)/.test(line) ? line : random.shuffled(line.trim().split(/\s+/)).join(' ')))
        .join('\n'),
    ),
  },
  {
    id: 'shuffled-text',
    title: 'A strong answer with all its words shuffled',
    texts: defaced((text, random) => {
      const words = random.shuffled(proseOf(text).split(/\s+/));
      return groupsOf(words, 14)
        .map((group) => `${group.join(' ')}.`)
        .join(' ');
    }),
  },
  {
    id: 'one-point',
    title: 'One point of a strong answer (a paragraph of up to 120 words), ten times over',
    texts: ({ library, strong }) =>
      strong.flatMap((answer) => {
        const rubric = rubricOf(answer);
        const pack = library.packWithRubric(rubric)?.id;
        if (pack === undefined) return [];
        return paragraphsOf(answer.text).map((paragraph) => ({
          rubric,
          pack,
          text: Array.from({ length: 10 }, () => paragraph).join('\n\n'),
        }));
      }),
  },
  {
    id: 'other-question',
    title: 'A strong answer to another question',
    texts: ({ library, strong }) =>
      strong.flatMap((answer) =>
        library.questions
          .filter(({ question }) => !question.rubrics.some((rubric) => answer.rubrics.includes(rubric)))
          .map(({ pack, question }) => ({
            rubric: question.rubrics[0] as string,
            pack: pack.id,
            question: question.id,
            text: answer.text,
          })),
      ),
  },
];

/** Judges every text of an attack at each bar; it passes when one of them reads lean-yes or better. */
export function runAttack(attack: Attack, material: Material): AttackResult {
  const passed: AttackText[] = [];
  let best = 0;
  let met = 0;
  let criteria = 0;
  const texts = attack.texts(material);
  const parsed = new Map<string, Answer>();
  for (const one of texts) {
    const reviews = (['mid', 'senior', 'staff'] as const).flatMap(
      (bar) => judgeText(one, bar, material.library, parsed) ?? [],
    );
    const signal = Math.max(0, ...reviews.map(({ hire }) => hireSignals.indexOf(hire.signal)));
    best = Math.max(best, signal);
    if (signal >= hireSignals.indexOf('lean-yes')) passed.push(one);
    const first = reviews[0];
    met += first?.criteria.filter(({ status }) => status === 'met').length ?? 0;
    criteria += first?.criteria.length ?? 0;
  }
  return {
    attack,
    tried: texts.length,
    passed,
    best: hireSignals[best] as HireSignal,
    met: criteria === 0 ? 0 : met / criteria,
  };
}

export function judgeText(
  { rubric, pack, question, text }: AttackText,
  bar: 'mid' | 'senior' | 'staff',
  library: Library,
  parsed = new Map<string, Answer>(),
): Review | undefined {
  const lens = library.lens(pack);
  const resolved = lens?.rubrics.get(rubric);
  if (!lens || !resolved) return undefined;
  const asked = question === undefined ? undefined : library.question(question)[0]?.question;
  const answer = parsed.get(text) ?? readAnswer(text);
  parsed.set(text, answer);
  return reviewAnswer(answer, { question: asked, lens, level: bar, bar, rubrics: [resolved] });
}

/** The table of the attacks, as Markdown. */
export function attackTable(results: readonly AttackResult[]): string {
  const rows = results.map(
    ({ attack, tried, passed, best, met }) =>
      `| ${attack.title} | ${tried} | ${passed.length} | ${best} | ${Math.round(met * 100)}% |`,
  );
  return [
    '| attack | texts | lean-yes or better | best signal | criteria met |',
    '| --- | --: | --: | --- | --: |',
    ...rows,
  ].join('\n');
}

export function runAttacks(library: Library, labelled: readonly LabelledAnswer[]): readonly AttackResult[] {
  const strong = strongAnswers(labelled);
  return attacks.map((attack) => runAttack(attack, { library, strong, random: makeRandom(20260601) }));
}

function rewriteSentences(text: string, rewrite: (sentence: string) => string): string {
  return sentencesOf(text).map(rewrite).join(' ');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .split(/\n{2,}/)
    .filter((part) => !part.startsWith('#') && wordsIn(part) >= 15 && wordsIn(part) <= 120);
}

function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

function groupsOf<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}

const stopWords = new Set(
  'a an the this that these those it its they their them we our us i my you your he she who which what when where how why is are was were be been being am do does did has have had will would can could should may might must shall and or but so because since as if then than while until unless of to in on at by for from with without into over under between through per via after before not no only also just more most each every any all some both'.split(
    ' ',
  ),
);

function contentWords(text: string): readonly string[] {
  const words = proseOf(text).match(/[\p{L}\p{N}][\p{L}\p{N}%.-]*/gu) ?? [];
  return [...new Set(words.filter((word) => word.length > 1 && !stopWords.has(word.toLowerCase())))];
}
