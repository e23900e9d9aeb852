import * as vscode from 'vscode';
import { configurationScheme } from '../../judged-documents.ts';
import { partLoader } from '../../load-part.ts';
import type { Services } from '../../services.ts';
import { practiceIds } from '../ids.ts';
import type { Journal } from '../journal.ts';
import { workspaceTarget } from '../target.ts';
import { answerFacts } from './answer-facts.ts';
import { dateOf } from './date-of.ts';
import type { PlanFacts, Planning, PlanningPart } from './planning.ts';

/** Loads what makes plans, once. */
export type LoadPlanning = () => Promise<Planning>;

/** The commands of the plan. Only wires; what they do is a part that is loaded when asked for. */
export function registerPlan(context: vscode.ExtensionContext, services: Services, journal: Journal): LoadPlanning {
  const load = partLoader<PlanningPart, Planning>(context.extensionUri, 'planning', (part) => part.createPlanning());
  const facts = async (): Promise<PlanFacts> => {
    const [workspace, { progress }] = await Promise.all([workspaceTarget(services), journal.read()]);
    return { workspace, progress, today: dateOf(new Date()) };
  };
  const page = vscode.Uri.from({ scheme: configurationScheme, path: '/rubricate.configuration.md' });
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const refresh = (): void => changed.fire(page);
  let asked: vscode.Uri | undefined;
  context.subscriptions.push(
    changed,
    services.config.onDidChange(refresh),
    services.packs.onDidChange(refresh),
    vscode.workspace.registerTextDocumentContentProvider(configurationScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async () =>
        (await load()).configurationPage(await facts(), asked && (await answerFacts(asked, services))),
    }),
    vscode.commands.registerCommand(practiceIds.exportPlan, async () => (await load()).exportPlan(await facts())),
    vscode.commands.registerCommand(practiceIds.explainConfiguration, async () => {
      asked = vscode.window.activeTextEditor?.document.uri ?? asked;
      refresh();
      await vscode.commands.executeCommand('vscode.open', page, {
        preview: true,
      } satisfies vscode.TextDocumentShowOptions);
    }),
  );
  return load;
}
