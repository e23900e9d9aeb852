import { assert } from 'chai';
import * as vscode from 'vscode';
import { emptyJournal, journalFiles, journalUri, readFile } from './practice-support.ts';
import { frontMatter, openText, skipUnlessTrusted } from './review-support.ts';
import { eventually, fileUri, hintsOf } from './support.ts';

const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`rubricate.${command}`, ...args);
const closeAll = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.closeAllEditors');

/** Starts an interview and gives the editor of its answer. */
async function start(): Promise<vscode.TextEditor> {
  await run('mockInterview', 'bakery/oven-plan');
  return eventually('the answer', () => vscode.window.activeTextEditor);
}

const write = async (editor: vscode.TextEditor, under: string, text: string): Promise<void> => {
  const offset = editor.document.getText().indexOf(under) + under.length;
  await editor.edit((edit) => edit.insert(editor.document.positionAt(offset), `\n\n${text}\n`));
};

/** The lenses of our own on a document. */
async function lensesOf(uri: vscode.Uri): Promise<readonly vscode.CodeLens[]> {
  const lenses = await vscode.commands.executeCommand<readonly vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
  );
  return lenses.filter(({ command }) => command?.command.startsWith('rubricate.'));
}

describe('Mock interview', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  beforeEach(emptyJournal);
  afterEach(async () => {
    void run('mockAbandon');
    // An editor with changes would ask before it closes.
    await vscode.workspace.saveAll(false);
    await closeAll();
    await vscode.workspace.fs.delete(fileUri('oven-plan.md')).then(undefined, () => undefined);
  });

  it('hides what is found until the end, then records the attempt with its times', async () => {
    const editor = await start();
    await write(editor, '## Scope', 'Rolls are in scope; cakes are out of scope.');
    await write(editor, '## Plan', 'We bake it all at once, obviously.');
    assert.isEmpty(await lensesOf(editor.document.uri));
    assert.isEmpty(hintsOf(editor.document.uri));

    await run('mockFinish');
    const [name] = await eventually('the attempt', journalFiles);
    const event = JSON.parse(await readFile(vscode.Uri.joinPath(journalUri(), name ?? '')));
    assert.equal(event.question, 'bakery/oven-plan');
    assert.include(event.text, 'Rolls are in scope');
    assert.equal(event.times.allowed, 30 * 60);
    assert.deepEqual(
      event.times.sections.map(({ heading }: { readonly heading: string }) => heading),
      ['Scope', 'Plan'],
    );
    await eventually('the lenses', () => lensesOf(editor.document.uri));
  });

  it('gives more time, and does not count a pause', async () => {
    const editor = await start();
    await run('mockPause');
    await write(editor, '## Scope', 'Written while the clock stands still.');
    await run('mockResume');
    await run('mockExtend');
    await run('mockNext');
    await run('mockFinish');
    const [name] = await eventually('the attempt', journalFiles);
    const { times } = JSON.parse(await readFile(vscode.Uri.joinPath(journalUri(), name ?? '')));
    assert.equal(times.allowed, 35 * 60);
    assert.isBelow(times.used, 60);
  });

  it('records nothing when it is abandoned, and shows again what is found', async () => {
    const editor = await start();
    await write(editor, '## Scope', 'Rolls are in scope; cakes are out of scope.');
    void run('mockAbandon');
    await eventually('the lenses', () => lensesOf(editor.document.uri));
    assert.isEmpty(await journalFiles());
    assert.include(editor.document.getText(), 'Rolls are in scope');
  });

  it('leaves other answers alone', async () => {
    await start();
    const other = await openText('other.md', `${frontMatter}## Scope\n\nRolls are out of scope.\n`);
    await eventually('the lenses of the other', () => lensesOf(other.document.uri));
  });
});
