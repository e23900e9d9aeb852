import * as vscode from 'vscode';
import { type ActiveAnswer, judgedNow } from '../active-answer.ts';
import { commandIds } from '../command-ids.ts';
import { compareScheme, isOwnPage } from '../judged-documents.ts';
import { ownTarget, type Services } from '../services.ts';
import { isChoice } from './lens-choices.ts';
import type { Compared, LensPart } from './lens-part.ts';

/** A page is read, not watched: it need not follow every key. */
const pauseMs = 400;

/** Shows one text through two lenses: a read-only Markdown page beside the answer, which follows what is written. */
export function registerCompareLenses(
  context: vscode.ExtensionContext,
  services: Services,
  active: ActiveAnswer,
  load: () => Promise<LensPart>,
): void {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const refreshPagesOf = (answer: vscode.Uri): void => {
    for (const { uri } of vscode.workspace.textDocuments) {
      const key = uri.toString();
      if (uri.scheme !== compareScheme || timers.has(key)) continue;
      if (readCompareUri(uri).answer.toString() !== answer.toString()) continue;
      timers.set(
        key,
        setTimeout(() => {
          timers.delete(key);
          changed.fire(uri);
        }, pauseMs),
      );
    }
  };
  context.subscriptions.push(
    changed,
    new vscode.Disposable(() => {
      for (const timer of timers.values()) clearTimeout(timer);
    }),
    services.reviews.onDidReview(({ document }) => refreshPagesOf(document.uri)),
    vscode.workspace.registerTextDocumentContentProvider(compareScheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (uri) => (await load()).comparison(readCompareUri(uri), services),
    }),
    vscode.commands.registerCommand(commandIds.compareLenses, async (asked?: unknown) => {
      const judged = await judgedNow(active, services.reviews);
      if (!judged) return;
      const { uri } = judged.document;
      const own = ownTarget(judged);
      const now = judged.target;
      const isLensed = now !== own;
      const choice = isChoice(asked)
        ? asked
        : isLensed
          ? { pack: now.lens.pack.id, level: now.level }
          : await (await load()).chooseLens({
              title: vscode.l10n.t('Compare lenses'),
              placeholder: vscode.l10n.t("Choose the lens to compare the answer's own with"),
              library: await services.packs.library(uri),
              own,
              now,
              canGoBack: false,
            });
      if (choice && choice !== 'own') await show(compareUri({ ...choice, answer: uri }));
    }),
  );
}

function compareUri({ answer, pack, level }: Compared): vscode.Uri {
  const name = (answer.path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const query = new URLSearchParams({ answer: answer.toString(), pack, level }).toString();
  return vscode.Uri.from({ scheme: compareScheme, path: `/${name}.lenses.md`, query });
}

function readCompareUri(uri: vscode.Uri): Compared {
  const query = new URLSearchParams(uri.query);
  return {
    answer: vscode.Uri.parse(query.get('answer') ?? '', false),
    pack: query.get('pack') ?? '',
    level: query.get('level') ?? '',
  };
}

async function show(uri: vscode.Uri): Promise<void> {
  const group = vscode.window.tabGroups.all.find(({ isActive, tabs }) => !isActive && tabs.some(isOwnPage));
  const viewColumn = group?.viewColumn ?? vscode.ViewColumn.Beside;
  await vscode.commands.executeCommand('vscode.open', uri, {
    viewColumn,
    preview: true,
  } satisfies vscode.TextDocumentShowOptions);
}
