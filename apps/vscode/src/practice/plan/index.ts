import * as vscode from 'vscode';
import { configurationScheme } from '../../judged-documents.ts';
import { partLoader } from '../../load-part.ts';
import type { Services } from '../../services.ts';
import { practiceIds } from '../ids.ts';
import type { Journal } from '../journal.ts';
import { folderOf, workspaceTarget } from '../target.ts';
import { answerFacts } from './answer-facts.ts';
import { dateOf } from './date-of.ts';
import type { PlanFacts, Planning, PlanningPart } from './planning.ts';

/** Loads what makes plans, once. */
export type LoadPlanning = () => Promise<Planning>;

/** The commands of the plan. Only wires; what they do is a part that is loaded when asked for. */
export function registerPlan(context: vscode.ExtensionContext, services: Services, journal: Journal): LoadPlanning {
  const load = partLoader<PlanningPart, Planning>(context.extensionUri, 'planning', (part) => part.createPlanning());
  const facts = async (scope?: vscode.Uri): Promise<PlanFacts> => {
    const [workspace, { progress }] = await Promise.all([workspaceTarget(services, scope), journal.read()]);
    return { workspace, progress, today: dateOf(new Date()) };
  };
  const page = vscode.Uri.from({ scheme: configurationScheme, path: '/rubricate.configuration.md' });
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const refresh = (): void => changed.fire(page);
  let asked: vscode.Uri | undefined;
  let folder: vscode.Uri | undefined;
  /** What applies to the answer at hand: the nearest file above it, which need not be the one of its workspace folder. */
  const configurationFacts = async (): Promise<PlanFacts> => {
    const settings = asked && workspaceFolder(asked) ? await services.config.settings(asked) : undefined;
    return facts(folder ?? settings?.file);
  };
  context.subscriptions.push(
    changed,
    services.config.onDidChange(refresh),
    services.packs.onDidChange(refresh),
    vscode.workspace.registerTextDocumentContentProvider(configurationScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async () => {
        const answer = asked && (await answerFacts(asked, services));
        return (await load()).configurationPage(await configurationFacts(), answer);
      },
    }),
    vscode.commands.registerCommand(practiceIds.setTarget, async (row?: unknown) =>
      (await load()).setTarget(services, folderOf(row)),
    ),
    vscode.commands.registerCommand(practiceIds.exportPlan, async (row?: unknown) =>
      (await load()).exportPlan(await facts(folderOf(row))),
    ),
    vscode.commands.registerCommand(practiceIds.explainConfiguration, async (row?: unknown) => {
      folder = folderOf(row);
      const active = vscode.window.activeTextEditor?.document.uri;
      // Of another folder than the one that is asked about, it says nothing here.
      const isOther = folder && active && workspaceFolder(active) !== workspaceFolder(folder);
      asked = isOther ? undefined : (active ?? asked);
      refresh();
      await vscode.commands.executeCommand('vscode.open', page, {
        preview: true,
      } satisfies vscode.TextDocumentShowOptions);
    }),
  );
  return load;
}

function workspaceFolder(uri: vscode.Uri): string | undefined {
  return vscode.workspace.getWorkspaceFolder(uri)?.uri.toString();
}
