import type { Pack, Question } from '@rubricate/core/model';
import * as vscode from 'vscode';
import { sourceLine } from '../explain/claim-words.ts';
import { escapeMarkdown } from '../wording.ts';

/** A question as Markdown: its prompt, its minutes, and where it comes from with how far that is borne out. */
export function describeQuestion(question: Question, pack: Pack): string {
  const facts = (pack.facts ?? []).filter(({ carries }) => carries?.some((claim) => question.carries?.includes(claim)));
  const states = new Set(facts.map(({ state }) => stateName(state)));
  const source = pack.sources?.find(({ id }) => id === question.source);
  const origin = source
    ? `${originName(question.origin)}: ${sourceLine(source)}${states.size > 0 ? ` *${[...states].join(', ')}*` : ''}`
    : `${originName(question.origin)}.`;
  return [
    `**${escapeMarkdown(question.title)}** · ${vscode.l10n.t('{0} minutes', question.minutes)}`,
    escapeMarkdown(question.prompt),
    vscode.l10n.t('Judged by: {0}', question.rubrics.join(', ')),
    origin,
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

function stateName(state: 'claimed' | 'confirmed' | 'disputed'): string {
  switch (state) {
    case 'claimed':
      return vscode.l10n.t('claimed by this source alone');
    case 'confirmed':
      return vscode.l10n.t('confirmed elsewhere');
    case 'disputed':
      return vscode.l10n.t('disputed');
  }
}
