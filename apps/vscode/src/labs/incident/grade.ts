import {
  diagnosisFile,
  type ExposureGrade,
  exposureFile,
  exposurePage,
  exposureSums,
  figureOfText,
  figureText,
  gradeDiagnosis,
  gradeExposure,
  gradePage,
  type IncidentGrade,
  measuresOf,
  type Quote,
  readExposureTruth,
  readTruth,
  truthFile,
} from '@rubricate/core/labs/incident';
import { type DebriefPage, debriefHtml, englishWords } from '@rubricate/core/practice';
import { findTarget, type Review, reviewAnswer } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import * as vscode from 'vscode';
import { panelStyle } from '../../debrief/panel-page.ts';
import { messages } from '../../messages.ts';
import { exists, randomId, readText } from '../../practice/write-new.ts';
import type { Services } from '../../services.ts';
import { gradeWords } from './incident-words.ts';

/** How much a grade says of what was not found. */
export interface GradeAsked {
  readonly hints: number;
  readonly reveal: boolean;
}

export interface Grading extends vscode.Disposable {
  grade(file: unknown, asked: GradeAsked): Promise<{ readonly points: number; readonly of: number } | undefined>;
}

/** A window holds a whole file in memory; the command streams one. */
const mostBytes = 60_000_000;

/** Grades diagnoses: a report beside the text, and marks in it where the data say otherwise. */
export function gradeIncidents(services: Services): Grading {
  const marks = vscode.languages.createDiagnosticCollection('rubricate-incident');
  const panels = new Map<string, vscode.WebviewPanel>();
  const changes = vscode.Disposable.from(
    // A mark is of the text as it was graded.
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) marks.delete(document.uri);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => marks.delete(uri)),
  );
  return {
    async grade(file, asked) {
      const diagnosis = file instanceof vscode.Uri ? file : ((await activeDiagnosis()) ?? (await chooseDiagnosis()));
      if (!diagnosis) return undefined;
      if (asked.reveal && !(await confirmReveal())) return undefined;
      const document = await vscode.workspace.openTextDocument(diagnosis);
      const text = document.getText();
      const read = await readIncident(vscode.Uri.joinPath(diagnosis, '..'));
      if ('problem' in read) {
        void messages.showErrorMessage(read.problem);
        return undefined;
      }
      const { grade, page, marked } = read.graded(text, await reviewOf(services, diagnosis, text), asked);
      marks.set(
        diagnosis,
        marked.map(({ quote: { start, end }, message, code }) => {
          const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
          const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
          return Object.assign(diagnostic, { source: 'Rubricate', code });
        }),
      );
      show(panels, diagnosis, page);
      return { points: grade.points, of: grade.of };
    },
    dispose() {
      changes.dispose();
      marks.dispose();
      for (const panel of [...panels.values()]) panel.dispose();
    },
  };
}

/** The Markdown that is being written, where a truth lies beside it. */
async function activeDiagnosis(): Promise<vscode.Uri | undefined> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  for (const editor of [...(activeTextEditor ? [activeTextEditor] : []), ...visibleTextEditors]) {
    const { uri, languageId } = editor.document;
    if (languageId === 'markdown' && (await exists(vscode.Uri.joinPath(uri, '..', truthFile)))) return uri;
  }
  return undefined;
}

const mostIncidents = 50;

async function chooseDiagnosis(): Promise<vscode.Uri | undefined> {
  const truths = await vscode.workspace.findFiles(`**/${truthFile}`, '**/node_modules/**', mostIncidents);
  if (truths.length === 0) {
    const create = vscode.l10n.t('New incident');
    const message = vscode.l10n.t('There is no incident in this folder yet.');
    if ((await messages.showInformationMessage(message, create)) === create)
      await vscode.commands.executeCommand('rubricate.newIncident');
    return undefined;
  }
  const items = truths
    .map((truth) => ({ file: vscode.Uri.joinPath(truth, '..', diagnosisFile) }))
    .map(({ file }) => ({ label: vscode.workspace.asRelativePath(file), file }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  if (items.length === 1) return items[0]?.file;
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Grade a diagnosis'),
    placeHolder: vscode.l10n.t('Choose the diagnosis'),
  });
  return choice?.file;
}

async function confirmReveal(): Promise<boolean> {
  const reveal = vscode.l10n.t('Reveal');
  const detail = vscode.l10n.t('Afterwards there is nothing left to find in this incident.');
  const message = vscode.l10n.t('Show what was put into the data?');
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, reveal)) === reveal;
}

/** What the rubric of data incidents says of it, whatever question its front matter names. */
async function reviewOf(services: Services, diagnosis: vscode.Uri, text: string): Promise<Review | undefined> {
  const library = await services.packs.library(diagnosis);
  const found = findTarget(undefined, library, { rubrics: ['data-incident'] });
  return found.ok ? reviewAnswer(readAnswer(text), found.target) : undefined;
}

/** Words of a diagnosis against which something is to be said. */
interface Mark {
  readonly quote: Quote;
  readonly message: string;
  readonly code: string;
}

interface Graded {
  readonly grade: IncidentGrade | ExposureGrade;
  readonly page: DebriefPage;
  readonly marked: readonly Mark[];
}

type Incident =
  | { readonly graded: (text: string, review: Review | undefined, asked: GradeAsked) => Graded }
  | { readonly problem: string };

/** Reads the truth and the rows of an incident, of either case. */
async function readIncident(folder: vscode.Uri): Promise<Incident> {
  let sealed: string;
  try {
    sealed = await readText(vscode.Uri.joinPath(folder, truthFile));
  } catch {
    return { problem: vscode.l10n.t('No {0} lies beside this text, so there is nothing to grade it by.', truthFile) };
  }
  const exposure = readExposureTruth(sealed);
  if (exposure) {
    const sums = exposureSums();
    const problem = await readRows(vscode.Uri.joinPath(folder, exposureFile), sums.columns, sums.add);
    return problem === undefined
      ? {
          graded(text, _review, { reveal }) {
            const grade = gradeExposure(text, exposure, sums);
            const page = exposurePage({ grade, truth: exposure, text, reveal }, gradeWords());
            return { grade, page, marked: exposureMarks(grade) };
          },
        }
      : { problem };
  }
  const truth = readTruth(sealed);
  if (!truth) return { problem: vscode.l10n.t('{0} is damaged or of another version.', truthFile) };
  const measures = measuresOf(truth);
  const problem = await readRows(vscode.Uri.joinPath(folder, truth.data), truth.table.columns, (row) => {
    for (const measure of measures) measure.add(row);
  });
  return problem === undefined
    ? {
        graded(text, review, asked) {
          const grade = gradeDiagnosis({ text, truth, measures, ...(review ? { review } : {}) });
          return { grade, page: gradePage({ grade, truth, text, ...asked }, gradeWords()), marked: marksOf(grade) };
        },
      }
    : { problem };
}

/** Reads a table row by row. Gives what is wrong with it, if anything. */
async function readRows(
  file: vscode.Uri,
  columns: readonly string[],
  add: (row: readonly string[]) => void,
): Promise<string | undefined> {
  const name = vscode.workspace.asRelativePath(file);
  try {
    if ((await vscode.workspace.fs.stat(file)).size > mostBytes)
      return vscode.l10n.t('{0} is too large for a window. Use the command: rubricate incident grade', name);
    const [head = [], ...rows] = parse(await readText(file), { bom: true, skip_empty_lines: true });
    if (head.join(',') !== columns.join(','))
      return vscode.l10n.t('{0}:1:1 These are not the columns that were written.', name);
    for (const row of rows) add(row);
    return undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return error instanceof CsvError
      ? vscode.l10n.t('{0}:{1}:1 {2}', name, Number(error.lines), why)
      : vscode.l10n.t('{0} cannot be read: {1}', name, why);
  }
}

/** A figure that the data do not bear out, a red herring, a fault that is not there. */
function marksOf(grade: IncidentGrade): readonly Mark[] {
  const all = vscode.l10n.t('all rows');
  const words = gradeWords();
  return [
    ...grade.figures
      .filter(({ right }) => !right)
      .map(({ quote, figure, rows }) => {
        const of = figureOfText(figure, words);
        const message = vscode.l10n.t('The data say {0} {1} ({2}).', figureText(figure), of, rows || all);
        return { quote, message, code: 'incident/figure' };
      }),
    ...grade.herrings.map(({ quote, herring }) => {
      const message = vscode.l10n.t('{0} brought none of it: a red herring.', herring.entry.id);
      return { quote, message, code: 'incident/red-herring' };
    }),
    ...grade.claims.map(({ quote, kind }) => {
      const message = vscode.l10n.t('Not in the data: {0}.', words.kinds[kind]);
      return { quote, message, code: 'incident/not-there' };
    }),
  ];
}

/** The tempting conclusion. */
function exposureMarks({ wrong }: ExposureGrade): readonly Mark[] {
  if (!wrong) return [];
  const message = vscode.l10n.t('The count alone does not bear this out. Compare with what could have been shown.');
  return [{ quote: wrong, message, code: 'incident/exposure' }];
}

/** The report of a diagnosis, in one window however often it is graded. */
function show(panels: Map<string, vscode.WebviewPanel>, diagnosis: vscode.Uri, page: DebriefPage): void {
  const key = diagnosis.toString();
  let panel = panels.get(key);
  if (!panel) {
    panel = vscode.window.createWebviewPanel(
      'rubricate.incident',
      page.title,
      // Where the brief stands, so that the text keeps its place.
      { viewColumn: vscode.ViewColumn.One, preserveFocus: true },
      { enableScripts: false, enableFindWidget: true, localResourceRoots: [] },
    );
    panels.set(key, panel);
    panel.onDidDispose(() => panels.delete(key));
  } else panel.reveal(undefined, true);
  panel.webview.html = debriefHtml(page, englishWords, { nonce: randomId(16), script: '', style: panelStyle });
}
