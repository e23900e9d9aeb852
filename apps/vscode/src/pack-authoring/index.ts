import * as vscode from 'vscode';
import { commandIds } from '../command-ids.ts';
import type { Packs } from '../packs.ts';
import type { Services } from '../services.ts';
import type { Authoring } from './authoring.ts';

/** The scheme of pages about packs. The manifest has it open rendered (`workbench.editorAssociations`). */
const pageScheme = 'rubricate-pack';

/** What helps to write packs and `rubricate.yaml`, with no other extension. Loaded when a YAML file is open or a command asks. */
export function registerPackAuthoring(
  context: vscode.ExtensionContext,
  { config, log }: Services,
  packs: Packs,
  authoring: () => Promise<Authoring>,
): void {
  let features: Promise<void> | undefined;
  const look = async ({ uri }: vscode.TextDocument): Promise<void> => {
    if (!uri.path.endsWith('.yaml') || !vscode.workspace.getWorkspaceFolder(uri)) return;
    try {
      features ??= authoring().then(
        (loaded) => void context.subscriptions.push(loaded.registerLanguageFeatures(packs)),
      );
      await features;
      // A pack that is open is read at once, so that what is wrong in it shows before an answer needs it.
      await packs.ownStates();
    } catch (error) {
      features = undefined;
      log.error(`What helps to write packs cannot be loaded: ${String(error)}`);
    }
  };
  const lookAll = (): void => {
    for (const document of vscode.workspace.textDocuments) void look(document);
  };
  let changes = 0;
  /** Packs that change while a page is made are no reason to show what was. */
  const page = async (uri: vscode.Uri): Promise<string> => {
    const loaded = await authoring();
    for (;;) {
      const before = changes;
      const text = await loaded.packPage(packs, uri);
      if (before === changes) return text;
    }
  };
  const pageChanged = new vscode.EventEmitter<vscode.Uri>();
  lookAll();
  context.subscriptions.push(
    pageChanged,
    vscode.workspace.onDidOpenTextDocument((document) => void look(document)),
    config.onDidChange(lookAll),
    vscode.workspace.onDidGrantWorkspaceTrust(lookAll),
    packs.onDidChange(() => {
      changes += 1;
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === pageScheme) pageChanged.fire(uri);
    }),
    vscode.workspace.registerTextDocumentContentProvider(pageScheme, {
      onDidChange: pageChanged.event,
      provideTextDocumentContent: page,
    }),
    vscode.commands.registerCommand(commandIds.newPack, async (given?: unknown) =>
      (await authoring()).newPack(packs, config, given),
    ),
    vscode.commands.registerCommand(commandIds.checkPacks, async () => (await authoring()).checkPacks(packs)),
    vscode.commands.registerCommand(commandIds.showPack, async (asked?: unknown) =>
      (await authoring()).showPack(packs, asked),
    ),
  );
}
