import * as vscode from 'vscode';
import { attemptsScheme } from '../judged-documents.ts';
import { partLoader } from '../load-part.ts';
import type { Journal } from '../practice/journal.ts';
import type { Services } from '../services.ts';
import { attemptScheme, type Debriefing, type DebriefPart, debriefIds, debriefPanel } from './debrief.ts';

/** The report of an answer and the attempts before it. Only wires; what it does is a part that is loaded when asked for. */
export function registerDebrief(context: vscode.ExtensionContext, services: Services, journal: Journal): void {
  const load = partLoader<DebriefPart, Debriefing>(context.extensionUri, 'debrief', (part) => {
    const debriefing = part.createDebriefing({ services, journal });
    context.subscriptions.push(debriefing);
    return debriefing;
  });
  context.subscriptions.push(
    vscode.commands.registerCommand(debriefIds.debrief, async (asked?: unknown) => (await load()).show(asked)),
    vscode.commands.registerCommand(debriefIds.exportDebrief, async (asked?: unknown) => (await load()).export(asked)),
    vscode.commands.registerCommand(debriefIds.compareAttempts, async (asked?: unknown) =>
      (await load()).compare(asked),
    ),
    vscode.commands.registerCommand(debriefIds.openAttempt, async (asked?: unknown) => (await load()).open(asked)),
    vscode.window.registerWebviewPanelSerializer(debriefPanel, {
      deserializeWebviewPanel: async (panel: vscode.WebviewPanel, state: unknown) =>
        (await load()).restore(panel, state),
    }),
    // An old text never changes, so it needs no event; a window that opens again asks for it anew.
    vscode.workspace.registerTextDocumentContentProvider(attemptScheme, {
      provideTextDocumentContent: async ({ query }) => {
        const { progress } = await journal.read();
        const kept = [...progress.attempts.values()].flat().find(({ id }) => id === query);
        return kept?.text ?? vscode.l10n.t('This attempt is no longer in the journal.');
      },
    }),
    vscode.workspace.registerTextDocumentContentProvider(attemptsScheme, {
      provideTextDocumentContent: async (uri) => (await load()).comparison(uri),
    }),
  );
}
