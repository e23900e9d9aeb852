import { diagnosisFile, englishGradeWords } from '@rubricate/core/labs/incident';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { gradeWords } from '../../src/labs/incident/incident-words.ts';
import { eventually, fileUri, readRunFacts } from './support.ts';

const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`rubricate.${command}`, ...args);
const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
const reports = (): readonly vscode.Tab[] =>
  tabs().filter(
    ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('rubricate.incident'),
  );
const marksOf = (uri: vscode.Uri): readonly vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ code }) => String(code).startsWith('incident/'));

interface Points {
  readonly points: number;
  readonly of: number;
}

describe('Data incidents', () => {
  let seed = 4200;
  const created = async (): Promise<vscode.TextEditor> => {
    seed += 1;
    const file = await run<vscode.Uri | undefined>('newIncident', { difficulty: 'easy', seed });
    if (!file) throw new Error('Nothing was written.');
    return eventually('the diagnosis', () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === file.toString()),
    );
  };
  const write = async (editor: vscode.TextEditor, text: string): Promise<void> => {
    const { document } = editor;
    const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
    await editor.edit((edit) => edit.replace(all, text));
  };
  afterEach(async () => {
    await vscode.workspace.saveAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('says in the editor what the command says', () => {
    assert.deepEqual(gradeWords(), englishGradeWords);
  });

  it('writes an incident once, and opens its brief beside the diagnosis', async () => {
    const { document } = await created();
    assert.match(document.uri.path, new RegExp(`/incidents/${seed}/${diagnosisFile}$`));
    const names = (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(document.uri, '..'))).map(
      ([name]) => name,
    );
    assert.includeMembers(names, ['brief.md', 'events.csv', 'events.jsonl', 'deploy_log.csv', 'truth.sealed']);
    await eventually('the brief', () => tabs().some(({ label }) => label.includes('brief.md')));
    assert.isUndefined(await run('newIncident', { difficulty: 'easy', seed }));
  });

  it('grades a template with nothing, in one report however often', async () => {
    const { document } = await created();
    const first = await run<Points | undefined>('gradeIncident', document.uri);
    const second = await run<Points | undefined>('hintIncident', document.uri);
    assert.equal(first?.points, 0);
    assert.deepEqual(second, first);
    const [report, ...others] = await eventually('the report', () => (reports().length > 0 ? reports() : undefined));
    assert.equal(report?.label, `Incident ${seed}, graded`);
    assert.isEmpty(others);
    assert.isEmpty(marksOf(document.uri));
  });

  it('marks a fault that is not there where it is claimed, until the text changes', async () => {
    const editor = await created();
    const { document } = editor;
    const log = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(document.uri, '..', 'deploy_log.csv'));
    const day = new TextDecoder().decode(log).split('\n')[1]?.slice(0, 10);
    // One of the two is not there, since an easy incident has one fault.
    await write(
      editor,
      `# Diagnosis\n\nSince ${day} rows are duplicated under two values of event_id.\n\nSince ${day} the surface was renamed.\n`,
    );
    await run('gradeIncident', document.uri);
    const [mark] = await eventually('the mark', () =>
      marksOf(document.uri).length > 0 ? marksOf(document.uri) : undefined,
    );
    assert.match(mark?.message ?? '', /^Not in the data: /);
    assert.match(document.getText(mark?.range), /^Since /);
    await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), 'More.\n'));
    await eventually('no mark', () => marksOf(document.uri).length === 0);
  });

  it('writes the case of exposure, grades it, and marks the tempting conclusion', async () => {
    seed += 1;
    const file = await run<vscode.Uri | undefined>('newIncident', { variant: 'exposure', seed });
    if (!file) throw new Error('Nothing was written.');
    const folder = vscode.Uri.joinPath(file, '..');
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    assert.includeMembers(names, ['brief.md', 'exposure.csv', 'deploy_log.csv', 'truth.sealed', diagnosisFile]);
    const editor = await eventually('the diagnosis', () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === file.toString()),
    );
    const data = new TextDecoder().decode(
      await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, 'exposure.csv')),
    );
    const rows = data.trim().split('\n').slice(1);
    const shown = (ring: string): number =>
      rows.map((row) => row.split(',')).reduce((sum, cells) => sum + (cells[2] === ring ? Number(cells[5]) : 0), 0);
    const gap = (100 * (1 - shown('outer') / shown('inner'))).toFixed(1);
    const wrong = 'The ranker treats outer areas unfairly.';
    await write(editor, `# Diagnosis\n\nOuter areas get ${gap}% fewer impressions. ${wrong}\n`);
    // The gap as counted is worth 2 of 19, and the conclusion costs more than that.
    assert.deepEqual(await run<Points | undefined>('gradeIncident', file), { points: 0, of: 19 });
    const [mark] = await eventually('the mark', () => (marksOf(file).length > 0 ? marksOf(file) : undefined));
    assert.equal(mark?.code, 'incident/exposure');
    assert.equal(editor.document.getText(mark?.range).trim(), wrong);
    await eventually('the report', () => reports().some(({ label }) => label === `Exposure ${seed}, graded`));
    await write(editor, `# Diagnosis\n\nOuter areas get ${gap}% fewer impressions.\n`);
    assert.deepEqual(await run<Points | undefined>('gradeIncident', file), { points: 2, of: 19 });
    assert.isEmpty(marksOf(file));
  });

  it('says what is wrong where there is nothing to grade by', async () => {
    const facts = await readRunFacts();
    const file = fileUri(`lone-${facts.host}.md`);
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('# Alone\n'));
    assert.isUndefined(await run('gradeIncident', file));
  });
});
