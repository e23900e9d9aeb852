import { type DeckCard, deckFor, generalDeck } from '@rubricate/core/practice';
import { targetOf, type WorkspaceTarget } from '../target.ts';

/** The cards for the workspace's target; without one, those that hold for every company. */
export function deckOf(workspace: WorkspaceTarget): readonly DeckCard[] {
  const target = targetOf(workspace);
  const { packs } = workspace.library;
  return target ? deckFor(target.pack, target.level.bar, packs) : generalDeck(packs);
}

/** The time now, and when the days of today and of the interview begin where the person is; milliseconds since 1970. */
export function timingOf(workspace: WorkspaceTarget, now = new Date()) {
  const interview = targetOf(workspace) ? workspace.settings?.config.interview : undefined;
  return {
    now: now.getTime(),
    dayStart: new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime(),
    interview: interview === undefined ? undefined : new Date(`${interview}T00:00:00`).getTime(),
  };
}
