import { type DeckCard, eventVersion } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { messages } from '../../messages.ts';
import { type Journal, recordOrSay } from '../journal.ts';

/** Offers the suspended cards; those that are ticked are asked again. */
export async function resumeCards(deck: readonly DeckCard[], journal: Journal, folder: vscode.Uri): Promise<void> {
  const { progress } = await journal.readFresh();
  const items = [...progress.suspended].sort().map((key) => {
    const card = deck.find((one) => one.key === key)?.card;
    return { label: card?.skill ?? key, description: key, ...(card ? { detail: card.prompt } : {}), key };
  });
  if (items.length === 0) {
    void messages.showInformationMessage(
      vscode.l10n.t('No card is suspended. A card can be suspended below its explanation, in a quiz.'),
    );
    return;
  }
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Resume suspended cards'),
    placeHolder: vscode.l10n.t('Tick the cards that are to be asked again'),
    canPickMany: true,
    matchOnDetail: true,
  });
  for (const { key } of chosen ?? []) {
    const event = { v: eventVersion, ...journal.occasion(), kind: 'card-resumed', card: key } as const;
    if (!(await recordOrSay(journal, event, folder, () => {}))) return;
  }
}
