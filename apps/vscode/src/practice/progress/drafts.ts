import { coverageOf, type Draft } from '@rubricate/core/practice';
import { findTarget, reviewAnswer } from '@rubricate/core/review';
import { readAnswer, readFrontMatter, sizeLimit } from '@rubricate/core/text';
import * as vscode from 'vscode';
import type { Services } from '../../services.ts';
import { readText } from '../write-new.ts';

/** What is being written: the files that answer a question, of each question the one that was changed last. */
export interface Drafts extends vscode.Disposable {
  /** By question. What is known so far: files are read and judged in the background. */
  of(folder: vscode.Uri | undefined): ReadonlyMap<string, Draft>;
  /** Everything that was asked for is read and judged. */
  settled(): Promise<void>;
}

interface AnswerFile {
  readonly uri: vscode.Uri;
  /** Its address, and that of the folder of the workspace it is in: told once, since telling takes long for a thousand files. */
  readonly address: string;
  readonly root: string;
  readonly question: string;
  readonly changed: number;
  draft: Draft | undefined;
}

const pattern = '**/*.{md,markdown}';
const passedBy = '**/{node_modules,.git,.rubricate}/**';
/** More answers than anybody writes; a bound for a folder that is something else altogether. */
const mostFiles = 5_000;
/** Files opened at the same time. */
const together = 32;
/** A save and what the watcher tells of it come together; git brings many files at once. */
const pauseMs = 300;
/** While somebody types, the tree need not move with every word. */
const typingMs = 1_000;

interface DraftsOptions {
  /** Something shows differently now. */
  readonly changed: () => void;
  /** Whether an attempt of the question has this text: such a file is nothing that waits to be recorded. */
  readonly isRecorded: (question: string, text: string) => boolean;
}

/** Follows the answers of the workspace. Of a thousand files only one a question is judged, and only when it changed. */
export function createDrafts(services: Services, { changed, isRecorded }: DraftsOptions): Drafts {
  const { reviews, config, packs, log } = services;
  const files = new Map<string, AnswerFile>();
  const pending = new Map<string, vscode.Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDisposed = false;
  let work: Promise<void> = Promise.resolve();
  let told = '';

  const judge = async (file: AnswerFile): Promise<void> => {
    const { uri } = file;
    const judgement = reviews.current(uri);
    const isHidden = judgement && !judgement.ok && judgement.reason.code === 'mock';
    const text = judgement?.answer.text ?? (await readText(uri));
    // Nobody writes freely under a red pencil: not here either.
    const coverage = isHidden ? undefined : await coverageIn(uri, text, services);
    file.draft = isHidden || coverage ? { file: uri.toString(), text, coverage } : undefined;
  };
  /** The files that stand for their questions and are not judged yet, one after the other, with pauses for other work. */
  const judgeNewest = async (): Promise<void> => {
    for (const file of newest(files.values())) {
      if (file.draft || isDisposed) continue;
      await judge(file).catch((error: unknown) => log.debug(`${file.uri.toString(true)}: ${String(error)}`));
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  const tell = (): void => {
    const now = newest(files.values()).map(({ address, question, draft }) =>
      draft ? [address, question, draft.coverage, isRecorded(question, draft.text)] : [],
    );
    const shown = JSON.stringify(now);
    if (isDisposed || shown === told) return;
    told = shown;
    changed();
  };
  const readFiles = async (uris: readonly vscode.Uri[]): Promise<void> => {
    for (let start = 0; start < uris.length && !isDisposed; start += together) {
      await Promise.all(
        uris.slice(start, start + together).map(async (uri) => {
          const found = await answerIn(uri);
          if (found) files.set(uri.toString(), found);
          else files.delete(uri.toString());
        }),
      );
    }
    await judgeNewest();
    tell();
  };
  const then = (next: () => Promise<void>): void => {
    work = work.then(next).catch((error: unknown) => log.error(`Answers cannot be followed: ${String(error)}`));
  };
  const readAll = async (): Promise<void> => {
    files.clear();
    await readFiles(await vscode.workspace.findFiles(pattern, passedBy, mostFiles));
  };
  const readSoon = (uri: vscode.Uri, pause = pauseMs): void => {
    if (!vscode.workspace.getWorkspaceFolder(uri) || !/\.(?:md|markdown)$/i.test(uri.path)) return;
    pending.set(uri.toString(), uri);
    timer ??= setTimeout(() => {
      timer = undefined;
      const uris = [...pending.values()];
      pending.clear();
      then(() => readFiles(uris));
    }, pause);
  };
  const judgeAgain = (): void =>
    then(async () => {
      for (const file of files.values()) file.draft = undefined;
      await judgeNewest();
      tell();
    });

  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  const subscriptions = vscode.Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => readSoon(uri)),
    watcher.onDidChange((uri) => readSoon(uri)),
    watcher.onDidDelete((uri) => readSoon(uri)),
    // Not every file system tells of its changes.
    vscode.workspace.onDidSaveTextDocument(({ uri }) => readSoon(uri)),
    reviews.onDidReview(({ document }) => {
      if (document.isDirty || files.get(document.uri.toString())?.draft?.coverage === undefined)
        readSoon(document.uri, typingMs);
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => then(readAll)),
    packs.onDidChange(judgeAgain),
    config.onDidChange(judgeAgain),
  );
  then(readAll);
  return {
    of(folder) {
      const root = folder?.toString().replace(/\/?$/, '/');
      const inside = [...files.values()].filter(({ address }) => root === undefined || address.startsWith(root));
      return new Map(newest(inside).flatMap(({ question, draft }) => (draft ? [[question, draft]] : [])));
    },
    async settled() {
      while (timer !== undefined) await new Promise((resolve) => setTimeout(resolve, 20));
      await work;
    },
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
      subscriptions.dispose();
    },
  };
}

/** Of each question in each folder of the workspace, the file that was changed last. */
function newest(files: Iterable<AnswerFile>): readonly AnswerFile[] {
  const found = new Map<string, AnswerFile>();
  for (const file of files) {
    const key = `${file.root} ${file.question}`;
    const known = found.get(key);
    if (!known || known.changed < file.changed || (known.changed === file.changed && known.uri.path < file.uri.path))
      found.set(key, file);
  }
  return [...found.values()];
}

/** A file that names its question; undefined for every other one, and for one that is gone. */
async function answerIn(uri: vscode.Uri): Promise<AnswerFile | undefined> {
  try {
    const text = openText(uri) ?? (await readText(uri));
    if (text.length > sizeLimit) return undefined;
    const question = readFrontMatter(text)?.entries.find(({ key }) => key === 'question')?.value;
    if (typeof question !== 'string') return undefined;
    const { mtime } = await vscode.workspace.fs.stat(uri);
    const root = vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '';
    return { uri, address: uri.toString(), root, question, changed: mtime, draft: undefined };
  } catch {
    return undefined;
  }
}

/** What is being written counts as it is, saved or not. */
function openText(uri: vscode.Uri): string | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.getText();
}

async function coverageIn(uri: vscode.Uri, text: string, { packs, config }: Services): Promise<Draft['coverage']> {
  const [library, settings] = await Promise.all([packs.library(uri), config.settings(uri)]);
  const { company, role, level } = settings?.config ?? {};
  const answer = readAnswer(text);
  const found = findTarget(answer.frontMatter, library, { workspace: { company, role, level } });
  return found.ok && found.target.question ? coverageOf(reviewAnswer(answer, found.target).criteria) : undefined;
}
