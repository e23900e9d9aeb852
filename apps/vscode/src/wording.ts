import type { HireSignal, LevelReading } from '@rubricate/core/model';
import type { CriterionReview, Review, Status, Target } from '@rubricate/core/review';
import * as vscode from 'vscode';

/** The words for what a review says, so that every feature says it alike. */

export function signalName(signal: HireSignal): string {
  switch (signal) {
    case 'strong-no':
      return vscode.l10n.t('Strong no');
    case 'lean-no':
      return vscode.l10n.t('Lean no');
    case 'lean-yes':
      return vscode.l10n.t('Lean yes');
    case 'strong-yes':
      return vscode.l10n.t('Strong yes');
  }
}

export function readingName(reading: LevelReading): string {
  switch (reading) {
    case 'below':
      return vscode.l10n.t('below mid');
    case 'mid':
      return vscode.l10n.t('mid');
    case 'senior':
      return vscode.l10n.t('senior');
    case 'staff':
      return vscode.l10n.t('staff');
  }
}

export function statusName(status: Status): string {
  switch (status) {
    case 'met':
      return vscode.l10n.t('met');
    case 'partial':
      return vscode.l10n.t('partly met');
    case 'missing':
      return vscode.l10n.t('missing');
  }
}

/** "Lean no to lean yes", or one word where the range is none. */
export function hireRange({ hire }: Review): string {
  const [low, high] = [signalName(hire.low), signalName(hire.high)];
  return hire.low === hire.high ? low : vscode.l10n.t('{0} to {1}', low, high.toLocaleLowerCase());
}

export function levelRange({ level }: Review): string {
  const [low, high] = [readingName(level.low), readingName(level.high)];
  return level.low === level.high ? low : vscode.l10n.t('{0} to {1}', low, high);
}

/** Criteria that the target level asks for. Those above it are a plus and those with no weight are switched off. */
export function expectedCriteria(review: Review): readonly CriterionReview[] {
  return review.criteria.filter(({ expected, criterion }) => expected && criterion.weight > 0);
}

export function metCount(review: Review): string {
  const expected = expectedCriteria(review);
  const met = expected.filter(({ status }) => status === 'met').length;
  return vscode.l10n.t('{0} of {1} met', met, expected.length);
}

/** What is judged, by the question's title or the rubrics' names. */
export function subject({ target }: Review): string {
  return target.question?.title ?? target.rubrics.map(({ title }) => title).join(', ');
}

/** A rung of a ladder: "L5, senior engineer", or its title alone where that says the same. */
export function levelTitle({ id, title }: { readonly id: string; readonly title: string }): string {
  return plainWords(title).includes(plainWords(id)) ? title : `${id}, ${title}`;
}

/** The level aimed at, for a line with little room: "L5", or its title where the id is only that with hyphens. */
export function levelName({ lens, level }: Pick<Target, 'lens' | 'level'>): string {
  const rung = lens.levels.find(({ id }) => id === level);
  return rung && sameWords(rung.title, rung.id) ? rung.title : level;
}

function sameWords(a: string, b: string): boolean {
  return plainWords(a) === plainWords(b);
}

function plainWords(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/g, ' ');
}

/** Text of a pack in Markdown of ours: nothing in it becomes a link or mark-up. */
export function escapeMarkdown(text: string): string {
  return (
    text
      // An address and a mailbox would become links of their own accord.
      .replace(/[\\`*_{}[\]()#+\-.!<>|~$&@]|:(?=\/\/)/g, '\\$&')
      .replace(/\s*\n\s*/g, ' ')
  );
}
