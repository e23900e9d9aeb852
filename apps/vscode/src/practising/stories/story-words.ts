import type { Story } from '@rubricate/core/practice';
import * as vscode from 'vscode';

/** Names of stories by their ids. */
export function titlesOf(ids: readonly string[], stories: readonly Story[]): string {
  return ids.map((id) => stories.find((story) => story.id === id)?.title ?? id).join(', ');
}

/** What is weak about a story, most telling first. */
export function weaknesses({ isOverused, isBelowLevel, pitfalls, unmet, unknown, slots }: Story): readonly string[] {
  return [
    ...pitfalls,
    ...(isBelowLevel ? [vscode.l10n.t('reads below your level')] : []),
    ...(isOverused ? [vscode.l10n.t('named for {0} questions', slots.length)] : []),
    ...unmet.map(({ title }) => vscode.l10n.t('not in full: {0}', title)),
    ...unknown.map((name) => vscode.l10n.t('"{0}" is no question or competency', name)),
  ];
}
