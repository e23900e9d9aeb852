import type { Confirmation, Source } from '@rubricate/core/model';
import type { Claim, ClaimedFact } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { escapeMarkdown } from '../wording.ts';

/** The words for where something was read and how far it is borne out, so that every feature says it alike. */

/** Title, publisher and date of a source, with what its publisher sells, as Markdown. */
export function sourceLine({ title, publisher, date, url, sells }: Source): string {
  const name = url ? `[${escapeMarkdown(title)}](${url})` : escapeMarkdown(title);
  const interest = sells ? ` ${escapeMarkdown(interestSentence(sells))}` : '';
  return `${name}, ${escapeMarkdown(publisher)}, ${escapeMarkdown(dateWords(date))}.${interest}`;
}

/** Where a claim was read and how far it is borne out, as a line of Markdown; empty where it has no source. */
export function claimLine({ source, state, confirmedBy }: Claim): string {
  if (!source) return '';
  const standing = state ? ` *${stateSentence(state)}*` : '';
  const others = confirmedBy.filter(({ id }) => id !== source.id).map(({ title }) => escapeMarkdown(title));
  const bearing = others.length > 0 ? ` ${vscode.l10n.t('Confirmed by: {0}.', others.join('; '))}` : '';
  return `${vscode.l10n.t('Source:')} ${sourceLine(source)}${standing}${bearing}`;
}

/** A fact with its source, and below it, side by side, those that say otherwise; as lines of a Markdown list. */
export function factLines({ fact, claim, against }: ClaimedFact): readonly string[] {
  const note = fact.note === undefined ? '' : ` ${escapeMarkdown(fact.note)}`;
  return [
    `- ${escapeMarkdown(fact.text)} ${claimLine(claim)}${note}`,
    ...against.map(
      (other) => `- ${vscode.l10n.t('Another account:')} ${escapeMarkdown(other.fact.text)} ${claimLine(other.claim)}`,
    ),
  ];
}

/** "A paper, 2026, claimed": for a row, which has no mark-up. */
export function sourceWords({ publisher, date }: Source, state: Confirmation | undefined): string {
  return [publisher, dateWords(date), ...(state ? [stateName(state)] : [])].join(', ');
}

/** What the publisher of a source sells to its readers, as a sentence; undefined where it sells nothing. */
export function interestWords({ sells }: Source): string | undefined {
  return sells === undefined ? undefined : interestSentence(sells);
}

function interestSentence(sells: string): string {
  return vscode.l10n.t('This source sells: {0}.', sells.replace(/\.$/, ''));
}

export function stateName(state: Confirmation): string {
  switch (state) {
    case 'claimed':
      return vscode.l10n.t('claimed');
    case 'confirmed':
      return vscode.l10n.t('confirmed');
    case 'disputed':
      return vscode.l10n.t('disputed');
  }
}

function dateWords(date: Source['date']): string {
  return date === 'undated' ? vscode.l10n.t('undated') : date;
}

function stateSentence(state: Confirmation): string {
  switch (state) {
    case 'claimed':
      return vscode.l10n.t('Claimed: nobody else is known to confirm it.');
    case 'confirmed':
      return vscode.l10n.t('Confirmed: another source bears it out.');
    case 'disputed':
      return vscode.l10n.t('Disputed: another account says otherwise.');
  }
}
