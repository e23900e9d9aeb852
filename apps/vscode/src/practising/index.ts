import { outlineOf, storiesFolder } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import type { HushedReviews } from '../hushed-reviews.ts';
import { storiesScheme } from '../judged-documents.ts';
import { partLoader } from '../load-part.ts';
import { practiceIds } from '../practice/ids.ts';
import type { Journal } from '../practice/journal.ts';
import { questionOf } from '../practice/new-answer.ts';
import { findQuestion, pickQuestion } from '../practice/questions.ts';
import { targetOf, workspaceTarget } from '../practice/target.ts';
import type { Services } from '../services.ts';
import { type MockStep, mockKey, type Practising, type PractisingPart, type StoryRows } from './practising.ts';

const stepIds: Readonly<Record<MockStep, string>> = {
  pause: practiceIds.mockPause,
  resume: practiceIds.mockResume,
  extend: practiceIds.mockExtend,
  next: practiceIds.mockNext,
  finish: practiceIds.mockFinish,
  abandon: practiceIds.mockAbandon,
  actions: practiceIds.mockActions,
};

/** Practising a question, with or without a clock. Only wires; what it does is a part that is loaded when asked for. */
export function registerPractising(
  context: vscode.ExtensionContext,
  services: Services,
  reviews: HushedReviews,
  journal: Journal,
): StoryRows {
  const load = partLoader<PractisingPart, Practising>(context.extensionUri, 'practising', (part) =>
    part.createPractising({
      context,
      reviews,
      log: services.log,
      async outline() {
        const workspace = await workspaceTarget(services);
        const target = targetOf(workspace);
        return outlineOf({
          packs: workspace.library.packs,
          target: target && { pack: target.pack, level: target.level.id },
          progress: (await journal.readFresh()).progress,
        });
      },
      pick: async () => (await pickQuestion(await workspaceTarget(services), journal))?.question.id,
      workspace: () => workspaceTarget(services),
      async question(id) {
        const workspace = await workspaceTarget(services);
        const found = findQuestion(id, workspace.library, targetOf(workspace)?.pack);
        const lens = found && workspace.library.lens(found.pack.id);
        return found && lens && { question: found.question, lens };
      },
    }),
  );
  context.subscriptions.push(
    vscode.commands.registerCommand(practiceIds.practise, async (asked?: unknown) =>
      (await load()).practise(questionOf(asked)),
    ),
    vscode.commands.registerCommand(practiceIds.mock, async (asked?: unknown) =>
      (await load()).mock(questionOf(asked)),
    ),
    vscode.commands.registerCommand(practiceIds.openExample, async () => (await load()).openExample()),
    ...Object.entries(stepIds).map(([step, id]) =>
      vscode.commands.registerCommand(id, async () => (await load()).mockStep(step as MockStep)),
    ),
  );
  const stories = registerStories(context, load);
  const interrupted = context.workspaceState.get<{ readonly document?: unknown }>(mockKey)?.document;
  if (typeof interrupted !== 'string') return stories;
  // Hidden before anything shows; the clock follows as soon as the part is loaded.
  reviews.setHushed(vscode.Uri.parse(interrupted, true), true);
  load().catch((error: unknown) => {
    services.log.error(`The mock interview cannot be taken up again: ${String(error)}`);
  });
  return stories;
}

/** Where stories lie, at any depth. */
const storyFiles = `**/${storiesFolder}/**/*.{md,markdown}`;
/** A save and what the watcher tells of it come together; git brings many files at once. */
const pauseMs = 300;

function registerStories(context: vscode.ExtensionContext, load: () => Promise<Practising>): StoryRows {
  const changed = new vscode.EventEmitter<void>();
  const pageChanged = new vscode.EventEmitter<vscode.Uri>();
  const page = vscode.Uri.from({ scheme: storiesScheme, path: `/${vscode.l10n.t('Story matrix')}.md` });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changedSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      changed.fire();
      pageChanged.fire(page);
    }, pauseMs);
  };
  const watcher = vscode.workspace.createFileSystemWatcher(storyFiles);
  context.subscriptions.push(
    changed,
    pageChanged,
    watcher,
    watcher.onDidCreate(changedSoon),
    watcher.onDidChange(changedSoon),
    watcher.onDidDelete(changedSoon),
    // Not every file system tells of its changes.
    vscode.workspace.onDidSaveTextDocument(({ uri }) => {
      if (uri.path.includes(`/${storiesFolder}/`)) changedSoon();
    }),
    vscode.workspace.onDidDeleteFiles(changedSoon),
    vscode.workspace.onDidRenameFiles(changedSoon),
    { dispose: () => clearTimeout(timer) },
    vscode.workspace.registerTextDocumentContentProvider(storiesScheme, {
      onDidChange: pageChanged.event,
      provideTextDocumentContent: async () => (await load()).storyPage(),
    }),
    vscode.commands.registerCommand(practiceIds.newStory, async (asked?: unknown) => {
      const story = await (await load()).newStory(asked);
      changedSoon();
      return story;
    }),
    vscode.commands.registerCommand(practiceIds.openStory, async (asked?: unknown) => (await load()).openStory(asked)),
    vscode.commands.registerCommand(practiceIds.storyMatrix, async () => {
      pageChanged.fire(page);
      await vscode.commands.executeCommand('vscode.open', page, { preview: true });
    }),
  );
  return { onDidChange: changed.event, rows: async () => (await load()).storyRows() };
}
