import * as vscode from 'vscode';
import type { RubricateApi } from '../../src/extension.ts';
import type { Judged, Judgement } from '../../src/services.ts';
import { fileUri, readRunFacts } from './support.ts';

/** The running extension. */
export async function api(): Promise<RubricateApi> {
  const extension = vscode.extensions.getExtension<RubricateApi>('rubricate.rubricate-vscode');
  if (!extension) throw new Error('The extension is not installed.');
  return extension.activate();
}

/** The tests of reviews use the pack of the workspace, which counts only where the workspace is trusted. */
export async function skipUnlessTrusted(test: Mocha.Context): Promise<void> {
  if ((await readRunFacts()).trust !== 'off') test.skip();
}

export async function writeFile(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
}

/** Writes a Markdown file of its own for one test and opens it. */
export async function openText(name: string, text: string): Promise<vscode.TextEditor> {
  await writeFile(name, text);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(name)), { preview: false });
}

export async function judged(uri: vscode.Uri): Promise<Judged> {
  const judgement: Judgement | undefined = await (await api()).review(uri);
  if (!judgement?.ok) throw new Error(`Not judged: ${judgement?.reason.message ?? 'no judgement'}`);
  return judgement;
}

export const frontMatter = '---\nquestion: bakery/oven-plan\nlevel: L2\n---\n\n';

/** The codes of the hints shown on a document. */
export const codesOf = (hints: readonly vscode.Diagnostic[]): readonly string[] =>
  hints.map(({ code }) => String(typeof code === 'object' ? code.value : code));
