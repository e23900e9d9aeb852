// The entry of dist/lab-drills.js; `index.ts` loads it.

import {
  checkDrill,
  chooseDrill,
  type DrillRecord,
  drillComment,
  eventVersion,
  fittingDrills,
  journalFolder,
  readDrills,
} from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { messages } from '../../messages.ts';
import { recordOrSay } from '../../practice/journal.ts';
import { pathInWorkspace } from '../../practice/path-in-workspace.ts';
import { type Judged, type Judgement, ownTarget } from '../../services.ts';
import type { LabHost } from '../lab.ts';
import { missingPart, partName } from './drill-words.ts';
import { type DrillLab, drillRow } from './drills.ts';
import { fillThread, type Standing } from './thread.ts';

/** What dist/lab-drills.js exports. */
export interface DrillLabPart {
  createDrillLab(host: LabHost): DrillLab;
}

/** An open failure beside its text. */
interface Shown {
  readonly record: DrillRecord;
  readonly document: vscode.TextDocument;
  readonly thread: vscode.CommentThread;
  standing: Standing;
}

export function createDrillLab({ services, reviews, journal }: LabHost): DrillLab {
  const controller = vscode.comments.createCommentController('rubricate.drills', vscode.l10n.t('Failure drills'));
  /** By the id of the event that raised the failure. */
  const shown = new Map<string, Shown>();

  const remove = (id: string): void => {
    shown.get(id)?.thread.dispose();
    shown.delete(id);
  };
  const removeFrom = (uri: vscode.Uri): void => {
    for (const [id, { document }] of [...shown]) if (document.uri.toString() === uri.toString()) remove(id);
  };
  /** The failures raised for a document, oldest first. */
  const recordsOf = async (uri: vscode.Uri): Promise<readonly DrillRecord[]> => {
    const file = pathInWorkspace(uri);
    const { progress } = await journal.read();
    const places = [journal.folderFor(uri), journal.own].map(String);
    return progress.drills.filter(
      ({ raised }) => raised.file === file && places.includes(String(journal.originOf(raised.id))),
    );
  };
  const readingOf = async (judgement: Judged) =>
    readDrills(judgement.answer, ownTarget(judgement), await services.packs.library(judgement.document.uri));

  /** Shows the open failures of a document as its text stands now. In a mock interview there are none to see. */
  const draw = async (judgement: Judgement): Promise<void> => {
    const { document } = judgement;
    const open = (await recordsOf(document.uri)).filter(({ state }) => state === 'open');
    if (!judgement.ok || open.length === 0) return removeFrom(document.uri);
    const reading = await readingOf(judgement);
    // A judgement of a later version may have come meanwhile; its own drawing follows.
    if (document.isClosed || document.version !== judgement.version) return;
    const fitting = fittingDrills(reading);
    const kept = new Set<string>();
    for (const record of open) {
      const found = reading.drills.find(({ key }) => key === record.raised.drill);
      if (!found) continue;
      const component = fitting.find(({ key }) => key === found.key)?.component;
      const standing = { found, reading, component, check: checkDrill(reading, found) };
      kept.add(record.raised.id);
      show(record, document, standing);
    }
    for (const [id, one] of [...shown]) if (one.document === document && !kept.has(id)) remove(id);
  };
  const show = (record: DrillRecord, document: vscode.TextDocument, standing: Standing): void => {
    const { component } = standing;
    const range = component
      ? new vscode.Range(document.positionAt(component.start), document.positionAt(component.end))
      : new vscode.Range(0, 0, 0, 0);
    const known = shown.get(record.raised.id);
    const thread = known?.thread ?? controller.createCommentThread(document.uri, range, []);
    if (!known) {
      thread.canReply = false;
      thread.contextValue = 'drill';
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    }
    if (!thread.range?.isEqual(range)) thread.range = range;
    shown.set(record.raised.id, { record, document, thread, standing });
    fillThread(thread, document, standing);
  };
  const drawAll = (): void => {
    for (const { uri } of vscode.workspace.textDocuments) {
      const judgement = reviews.current(uri);
      if (judgement) void draw(judgement);
    }
  };

  const judged = async (): Promise<Judged | undefined> => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const judgement = uri && (await reviews.review(uri));
    if (judgement?.ok) return judgement;
    void messages.showInformationMessage(judgement?.reason.message ?? vscode.l10n.t('Open a Markdown answer first.'));
    return undefined;
  };

  /** The failure that a command is about: that of a thread or row, or one of the active answer. */
  const asked = async (about: unknown): Promise<Shown | undefined> => {
    const row = eventOf(about);
    const own = [...shown.values()].find(({ thread, record }) => thread === about || record.raised.id === row);
    if (own) return own;
    if (row !== undefined) return openRow(row);
    const judgement = await judged();
    if (!judgement) return undefined;
    await draw(judgement);
    const open = [...shown.values()].filter(({ document }) => document === judgement.document);
    if (open.length === 0) void messages.showInformationMessage(vscode.l10n.t('No failure is open in this answer.'));
    if (open.length <= 1) return open[0];
    const picked = await vscode.window.showQuickPick(
      open.map((one) => ({ label: one.standing.found.drill.title, one })),
      { placeHolder: vscode.l10n.t('Which failure?') },
    );
    return picked?.one;
  };

  const openRow = async (id: string): Promise<Shown | undefined> => {
    const { progress } = await journal.read();
    const record = progress.drills.find(({ raised }) => raised.id === id);
    if (!record) return undefined;
    const uri = fileOf(record, journal.originOf(id));
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { preview: false });
      const judgement = await reviews.review(uri);
      if (judgement) await draw(judgement);
    } catch {
      void messages.showWarningMessage(
        vscode.l10n.t('{0} cannot be opened. Give the drill up if the answer is gone.', record.raised.file),
      );
    }
    return shown.get(id);
  };

  const reveal = async ({ document, thread }: Shown): Promise<void> => {
    const editor = await vscode.window.showTextDocument(document, { preview: false });
    const start = thread.range?.start ?? new vscode.Position(0, 0);
    editor.selection = new vscode.Selection(start, start);
    // The thread stands below its line, and needs the room.
    editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.AtTop);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
  };

  const raiseIn = async (judgement: Judged, another: boolean): Promise<void> => {
    const { document } = judgement;
    const file = pathInWorkspace(document.uri);
    if (file === undefined) {
      void messages.showInformationMessage(
        vscode.l10n.t('Save the answer in a folder of the workspace first, so that the drill can be kept open.'),
      );
      return;
    }
    await draw(judgement);
    const before = [...shown.values()].find((one) => one.document === document);
    if (before && !another) {
      await reveal(before);
      const more = vscode.l10n.t('Raise another');
      const message = vscode.l10n.t('“{0}” is still open here.', before.standing.found.drill.title);
      void messages.showInformationMessage(message, more).then((choice) => {
        if (choice === more) void raise(true);
      });
      return;
    }
    const reading = await readingOf(judgement);
    const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
    const found = chooseDrill(reading, { raised: await recordsOf(document.uri), seed });
    if (!found) {
      void messages.showInformationMessage(
        fittingDrills(reading).length === 0
          ? vscode.l10n.t(
              'The text names nothing yet that a failure fits. Name the parts of the design, and what each is for.',
            )
          : vscode.l10n.t('Every failure that fits this answer is open or answered by the text.'),
      );
      return;
    }
    const question = reading.target.question?.id;
    const event = {
      v: eventVersion,
      ...journal.occasion(),
      kind: 'drill-raised',
      drill: found.key,
      title: found.drill.title,
      ...(question === undefined ? {} : { question }),
      file,
      sentence: reading.answer.slice(found.sentence.start, found.sentence.end).slice(0, 400).toWellFormed(),
    } as const;
    await recordOrSay(journal, event, journal.folderFor(document.uri), async () => {
      await draw(judgement);
      const one = shown.get(event.id);
      if (one) await reveal(one);
    });
  };
  const raise = async (another = false): Promise<void> => {
    const judgement = await judged();
    if (judgement) await raiseIn(judgement, another);
  };

  const close = async (about: unknown): Promise<void> => {
    const one = await asked(about);
    if (!one) return;
    // The thread may be of an earlier version: what counts is the text as it is now.
    const judgement = await reviews.review(one.document.uri);
    if (judgement) await draw(judgement);
    const { standing, record } = shown.get(one.record.raised.id) ?? one;
    const { check, found, reading } = standing;
    const title = found.drill.title;
    if (!check.closed) {
      await reveal(one);
      const [missing] = check.parts.filter(({ quote }) => !quote);
      const why =
        check.told === undefined || !missing
          ? vscode.l10n.t('the text does not speak of it yet.')
          : `${partName(missing.part)}. ${missingPart(missing.part)}`;
      void messages.showInformationMessage(vscode.l10n.t('“{0}” stays open: {1}', title, why));
      return;
    }
    const quotes = check.parts.flatMap(({ part, quote }) =>
      quote ? [{ part, quote: reading.answer.slice(quote.start, quote.end).slice(0, 1000).toWellFormed() }] : [],
    );
    const event = {
      v: eventVersion,
      ...journal.occasion(),
      kind: 'drill-closed',
      event: record.raised.id,
      quotes,
    } as const;
    await recordOrSay(journal, event, journal.folderFor(one.document.uri), () => {
      remove(record.raised.id);
      void messages.showInformationMessage(vscode.l10n.t('“{0}” is answered.', title));
    });
  };

  const giveUp = async (about: unknown): Promise<void> => {
    const row = eventOf(about);
    // A row can be given up although its file is gone.
    const one = row === undefined ? await asked(about) : undefined;
    const id = row ?? one?.record.raised.id;
    if (id === undefined) return;
    const event = { v: eventVersion, ...journal.occasion(), kind: 'drill-given-up', event: id } as const;
    const folder = journal.originOf(id) ?? journal.folderFor(one?.document.uri);
    await recordOrSay(journal, event, folder, () => remove(id));
  };

  /** Writes the failure below the paragraph that names its component. */
  const comment = async (about: unknown): Promise<void> => {
    const one = await asked(about);
    if (!one) return;
    const { document, standing } = one;
    const { component, reading } = standing;
    const chunk = reading.answer.chunks.findLast(({ start }) => start <= (component?.start ?? 0));
    const end = chunk ? chunk.start + chunk.chunk.length : reading.answer.length;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(end), `\n\n${drillComment(standing.found)}`);
    await vscode.workspace.applyEdit(edit);
  };

  const subscriptions = vscode.Disposable.from(
    controller,
    reviews.onDidReview((judgement) => void draw(judgement)),
    reviews.onDidClose(removeFrom),
    journal.onDidChange(drawAll),
  );
  drawAll();
  return {
    raise: () => raise(),
    close,
    giveUp,
    comment,
    async open(about) {
      const one = await asked(about);
      if (one) await reveal(one);
    },
    dispose: () => void subscriptions.dispose(),
  };
}

/** The event that a row of the tree stands for. */
function eventOf(about: unknown): string | undefined {
  if (typeof about !== 'object' || about === null || !('id' in about) || typeof about.id !== 'string') return undefined;
  return about.id.startsWith(drillRow) ? about.id.slice(drillRow.length) : undefined;
}

/** The answer of a failure, from the folder whose journal holds it. */
function fileOf({ raised }: DrillRecord, journal: vscode.Uri | undefined): vscode.Uri {
  const suffix = `/${journalFolder}`;
  const root = journal?.path.endsWith(suffix)
    ? journal.with({ path: journal.path.slice(0, -suffix.length) || '/' })
    : vscode.workspace.workspaceFolders?.[0]?.uri;
  return root ? vscode.Uri.joinPath(root, raised.file) : vscode.Uri.file(raised.file);
}
