import { lintPack, type PackFinding } from '@rubricate/core/authoring';
import * as vscode from 'vscode';
import type { ProblemsByFile } from './authoring.ts';
import type { OwnPack, OwnState } from './own-packs.ts';
import { textOf } from './pack-folders.ts';
import { namesOfPack } from './pack-names.ts';
import { offsetOf, type Span, spanOfProblem } from './places.ts';
import type { SchemaBook } from './schema.ts';
import { unknownNames } from './unknown-names.ts';
import { placeOf, readTree, type YamlTree } from './yaml-tree.ts';

/** The problems of the files of packs, and of the `rubricate.yaml` where a folder it names is not read. */
export async function problemsOf(state: OwnState, book: SchemaBook): Promise<ProblemsByFile> {
  const byFile = new Map<string, vscode.Diagnostic[]>();
  const add = (file: string, diagnostic: vscode.Diagnostic): void => {
    byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
  };
  for (const own of state.packs) packProblems(own, state, book, add);
  const refused = state.named.filter(({ problem }) => problem !== undefined);
  if (refused.length > 0) {
    const { file } = state.settings;
    const tree = readTree((await textOf(file)) ?? '');
    for (const { index, problem } of refused) {
      const place = placeOf(tree, ['packs', index]) ?? { start: 0, end: 1 };
      add(file.toString(), diagnosticAt(tree.text, place, problem ?? '', vscode.DiagnosticSeverity.Warning));
    }
  }
  return [...byFile].map(([file, list]) => [vscode.Uri.parse(file, true), list]);
}

function packProblems(
  { reading, files }: OwnPack,
  { library }: OwnState,
  book: SchemaBook,
  add: (file: string, diagnostic: vscode.Diagnostic) => void,
): void {
  const trees = new Map<string, YamlTree>();
  const treeOf = (file: string): YamlTree => {
    const known = trees.get(file);
    if (known) return known;
    const tree = readTree(files.find(({ path }) => path === file)?.text ?? '');
    trees.set(file, tree);
    return tree;
  };
  const report = (file: string, line: number, column: number, finding: Told): void => {
    const tree = treeOf(file);
    const span = spanOfProblem(tree, offsetOf(tree.text, line, column), finding.message, book);
    const diagnostic = diagnosticAt(tree.text, span, finding.message, severityOf(finding));
    if (finding.code !== undefined) diagnostic.code = finding.code;
    if (finding.code === 'unused') diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
    add(file, diagnostic);
  };
  for (const { file, line, column, message } of reading.problems)
    report(file, line, column, { severity: 'error', message: withoutPath(message) });
  if (!reading.pack) {
    // The engine looks at names once all else is right; an author need not wait for that.
    const all = files.map(({ path }) => ({ file: path, tree: treeOf(path) }));
    if (!all.every(({ tree }) => tree.isWhole)) return;
    const names = namesOfPack(
      all.map(({ tree }) => tree.data),
      library,
    );
    for (const { file, tree } of all) {
      for (const { span, message } of unknownNames(tree, book, names))
        add(file, diagnosticAt(tree.text, span, message, vscode.DiagnosticSeverity.Error));
    }
    return;
  }
  for (const finding of lintPack(reading.pack, { library })) {
    const { file, line, column } = reading.locate(finding.path);
    report(file, line, column, finding);
  }
}

/** The engine begins with the path of keys; in an editor the place says it. */
function withoutPath(message: string): string {
  const told = message.replace(/^[^\s":]+: /, '');
  return `${told.slice(0, 1).toUpperCase()}${told.slice(1)}`;
}

/** What nothing uses yet is often what its author is about to use: fainter than a warning. */
function severityOf({ severity, code }: Told): vscode.DiagnosticSeverity {
  if (severity === 'error') return vscode.DiagnosticSeverity.Error;
  return code === 'unused' ? vscode.DiagnosticSeverity.Information : vscode.DiagnosticSeverity.Warning;
}

type Told = Pick<PackFinding, 'severity' | 'message'> & Partial<Pick<PackFinding, 'code'>>;

/** A problem of a text that need not be open. */
export function diagnosticAt(
  text: string,
  { start, end }: Span,
  message: string,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  const range = new vscode.Range(positionAt(text, start), positionAt(text, Math.max(end, start + 1)));
  const diagnostic = new vscode.Diagnostic(range, message, severity);
  diagnostic.source = 'Rubricate';
  return diagnostic;
}

function positionAt(text: string, offset: number): vscode.Position {
  const before = text.slice(0, offset);
  const line = before.split('\n').length - 1;
  return new vscode.Position(line, offset - (before.lastIndexOf('\n') + 1));
}
