import type { Library, Review, Status } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import { irrelevantTexts } from './irrelevant.ts';
import { reviewBy, rubricIn } from './judge.ts';
import type { LabelledAnswer } from './labels.ts';
import { makeRandom } from './random.ts';
import { sentencesOf } from './rewriting.ts';

/** A status that a change to the text moved although the change gives no reason to. */
export interface Move {
  readonly answer: string;
  readonly ref: string;
  readonly from: Status | 'absent' | 'present';
  readonly to: Status | 'absent' | 'present';
}

export interface StabilityResult {
  readonly title: string;
  /** Statuses looked at. */
  readonly tried: number;
  readonly moves: readonly Move[];
}

const rank: Readonly<Record<Status, number>> = { missing: 0, partial: 1, met: 2 };

function reviewOf(answer: LabelledAnswer, text: string, library: Library): Review | undefined {
  const found = rubricIn(library, answer.rubrics.at(-1) as string);
  return found && reviewBy(found, readAnswer(text), 'senior');
}

/** Shuffling the sentences of a text must not raise a status. */
export function shuffledSentences(answers: readonly LabelledAnswer[], library: Library): StabilityResult {
  const random = makeRandom(7);
  const moves: Move[] = [];
  let tried = 0;
  for (const answer of answers) {
    const sentences = sentencesOf(answer.text).map((sentence) =>
      /[.!?:]$/.test(sentence) ? sentence : `${sentence}.`,
    );
    // The plain text with its sentences in order is what the shuffled one is held against: neither has headings or tables.
    const before = reviewOf(answer, sentences.join(' '), library);
    const after = reviewOf(answer, random.shuffled(sentences).join(' '), library);
    if (!before || !after) continue;
    for (const [index, { criterion, status }] of before.criteria.entries()) {
      tried++;
      const other = after.criteria[index]?.status ?? 'missing';
      if (rank[other] > rank[status]) moves.push({ answer: answer.id, ref: criterion.ref, from: status, to: other });
    }
  }
  return { title: 'Shuffling the sentences raises a status', tried, moves };
}

/** Words about something else, at the end or in the middle, add no met and no pitfall. */
export function padded(answers: readonly LabelledAnswer[], library: Library): StabilityResult {
  const moves: Move[] = [];
  let tried = 0;
  for (const answer of answers) {
    const before = reviewOf(answer, answer.text, library);
    for (const words of irrelevantTexts) {
      const after = reviewOf(answer, `${answer.text}\n\n${words}\n`, library);
      if (!before || !after) continue;
      for (const [index, { criterion, status }] of before.criteria.entries()) {
        tried++;
        const other = after.criteria[index]?.status ?? 'missing';
        if (other === 'met' && status !== 'met')
          moves.push({ answer: answer.id, ref: criterion.ref, from: status, to: other });
      }
      for (const [index, { pitfall, present }] of before.pitfalls.entries()) {
        tried++;
        if (after.pitfalls[index]?.present && !present)
          moves.push({ answer: answer.id, ref: pitfall.ref, from: 'absent', to: 'present' });
      }
    }
  }
  return { title: '500 words about something else add a met or a pitfall', tried, moves };
}

/** Without the sentences shown as evidence, and any others then shown in their place, a criterion is not met. */
export function withoutEvidence(answers: readonly LabelledAnswer[], library: Library): StabilityResult {
  const moves: Move[] = [];
  let tried = 0;
  for (const answer of answers) {
    const first = reviewOf(answer, answer.text, library);
    if (!first) continue;
    for (const { criterion, status } of first.criteria) {
      if (status !== 'met') continue;
      tried++;
      let { text } = answer;
      for (let round = 0; round < 60; round++) {
        const now = reviewOf(answer, text, library)?.criteria.find((one) => one.criterion.ref === criterion.ref);
        if (now?.status !== 'met') break;
        if (now.evidence.length === 0) {
          moves.push({ answer: answer.id, ref: criterion.ref, from: 'met', to: 'met' });
          break;
        }
        for (const { start, end } of [...now.evidence].sort((a, b) => b.start - a.start))
          text = text.slice(0, start) + text.slice(end);
      }
    }
  }
  return { title: 'A criterion stays met with all that was shown for it deleted', tried, moves };
}

/** The three as a table, as Markdown. */
export function stabilityTable(answers: readonly LabelledAnswer[], library: Library): string {
  const rows = [shuffledSentences, padded, withoutEvidence].map((change) => {
    const { title, tried, moves } = change(answers, library);
    return `| ${title} | ${tried} | ${moves.length} |`;
  });
  return ['| what must not happen | statuses tried | times it did |', '| --- | --: | --: |', ...rows].join('\n');
}
