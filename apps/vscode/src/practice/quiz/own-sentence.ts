import {
  type Chosen,
  type DeckCard,
  journalFolder,
  type OwnSentence,
  type OwnText,
  type Progress,
  sentenceRelyingOn,
} from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { isJudged } from '../../judged-documents.ts';
import { readText } from '../write-new.ts';

/** Enough for anyone's answers, and not too many to read while an explanation shows. */
const mostFiles = 60;

/** The sentence of the person's own that says what was answered wrongly, in what is open or was attempted. */
export async function findOwnSentence(
  card: DeckCard,
  chosen: Chosen,
  progress: Progress,
  folders: readonly vscode.Uri[],
): Promise<OwnSentence | undefined> {
  const texts = new Map<string, OwnText>();
  for (const document of vscode.workspace.textDocuments.filter(isJudged)) {
    const name = document.uri.toString();
    texts.set(name, { name, text: document.getText() });
  }
  const attempted = attemptedFiles(progress, folders).filter((uri) => !texts.has(uri.toString()));
  await Promise.all(
    attempted.slice(0, mostFiles).map(async (uri) => {
      const name = uri.toString();
      // A file that is gone says nothing.
      const text = await readText(uri).catch(() => undefined);
      if (text !== undefined) texts.set(name, { name, text });
    }),
  );
  // Whichever was read first must not decide.
  return sentenceRelyingOn(
    card,
    chosen,
    [...texts.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
}

function attemptedFiles(progress: Progress, folders: readonly vscode.Uri[]): readonly vscode.Uri[] {
  const suffix = `/${journalFolder}`;
  const roots = folders
    .filter(({ path }) => path.endsWith(suffix))
    .map((uri) => uri.with({ path: uri.path.slice(0, -suffix.length) || '/' }));
  const files = new Set([...progress.attempts.values()].flatMap((attempts) => attempts.at(-1)?.file ?? []));
  return (
    [...files]
      .flatMap((file) => roots.map((root) => ({ root, uri: vscode.Uri.joinPath(root, file) })))
      // A journal may come from somebody else; it does not decide what else of a machine is read.
      .filter(({ root, uri }) => uri.path.startsWith(root.path.replace(/\/?$/, '/')))
      .map(({ uri }) => uri)
  );
}

/** Shows the sentence, selected. */
export async function openOwnSentence({ name, start, end }: OwnSentence): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(name, true));
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
  await vscode.window.showTextDocument(document, { selection });
}
