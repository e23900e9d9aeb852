import type { Pack, Question } from '@rubricate/core/model';
import { claimOf } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { claimLine } from '../explain/claim-words.ts';
import { escapeMarkdown } from '../wording.ts';

/** A question as Markdown: its prompt, its minutes, and where it comes from with how far that is borne out. */
export function describeQuestion(question: Question, pack: Pack, packs: readonly Pack[]): string {
  const line = claimLine(claimOf(pack, question, packs));
  return [
    `**${escapeMarkdown(question.title)}** · ${vscode.l10n.t('{0} minutes', question.minutes)}`,
    escapeMarkdown(question.prompt),
    vscode.l10n.t('Judged by: {0}', question.rubrics.join(', ')),
    [`${originName(question.origin)}.`, line].filter(Boolean).join(' '),
  ].join('\n\n');
}

function originName(origin: Question['origin']): string {
  switch (origin) {
    case 'reported':
      return vscode.l10n.t('Reported as asked');
    case 'classic':
      return vscode.l10n.t('Widely practised');
    case 'ours':
      return vscode.l10n.t('Written for practice, not reported as asked');
  }
}
