import { englishWords } from '@rubricate/core/practice';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { debriefWords } from '../../src/debrief/debrief-words.ts';
import { allRows, emptyJournal, progressRows, readFile } from './practice-support.ts';
import { api, frontMatter, openText, skipUnlessTrusted } from './review-support.ts';
import { eventually, fileUri } from './support.ts';

const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`rubricate.${command}`, ...args);
const tabs = (): readonly vscode.Tab[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs);
const debriefTabs = (): readonly vscode.Tab[] =>
  tabs().filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('rubricate.debrief'));

const scope = '## Scope\n\nRolls are out of scope.\n';
const both = `${scope}\nRye stays in the oven for 50 minutes.\n`;

/** Records two attempts, the better one last. Gives their events as they were written. */
async function recordTwo(): Promise<readonly { readonly id: string; readonly text: string }[]> {
  const events = [];
  for (const text of [scope, both]) {
    await openText('tried.md', `${frontMatter}${text}`);
    const editor = vscode.window.activeTextEditor;
    if (editor && editor.document.getText() !== `${frontMatter}${text}`)
      await vscode.commands.executeCommand('workbench.action.files.revert');
    const file = await run<vscode.Uri | undefined>('recordAttempt');
    if (!file) throw new Error('Nothing was recorded.');
    events.push(JSON.parse(await readFile(file)));
  }
  return events;
}

describe('Debrief', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  beforeEach(emptyJournal);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('says in the editor what the command says', () => {
    const { reason: reasonIn, ...words } = debriefWords();
    const { reason, ...english } = englishWords;
    assert.deepEqual(words, english);
    // Reasons are worded by functions, which are never equal; what they say is.
    const missing = { code: 'missing', titles: ['Numbers', 'Failure modes'], more: 3 } as const;
    const met = { code: 'expected-met', met: 4, expected: 9 } as const;
    for (const one of [missing, met]) assert.equal(reasonIn(one), reason(one));
  });

  it('opens once beside the answer, however often it is asked for', async () => {
    const { document } = await openText('told.md', `${frontMatter}${scope}`);
    await run('debrief');
    await run('debrief');
    const [tab, ...others] = await eventually('the debrief', debriefTabs);
    assert.equal(tab?.label, 'Debrief: told.md');
    assert.isEmpty(others);
    assert.notEqual(tab?.group.viewColumn, vscode.ViewColumn.One);
    assert.include(
      vscode.window.visibleTextEditors.map((editor) => editor.document),
      document,
    );
  });

  it('is of an attempt where that is asked for, or of the last one of a question', async () => {
    const [first] = await recordTwo();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('debrief', { attempt: first?.id });
    assert.equal((await eventually('the debrief', debriefTabs))[0]?.label, 'Debrief: bakery/oven-plan');
    await run('debrief', 'bakery/oven-plan');
    await eventually('another debrief', () => debriefTabs().length === 2);
  });

  it('shows nothing for what is not judged', async () => {
    await openText('untold.md', 'No question is named here.\n');
    await run('debrief');
    assert.isEmpty(debriefTabs());
    assert.isUndefined(await run('exportDebrief', { form: 'html', file: fileUri('untold.html').toString() }));
  });

  it('is written as Markdown and as HTML that needs nothing else', async () => {
    const [, last] = await recordTwo();
    assert.include(last?.text, 'Rye');
    await openText('tried.md', `${frontMatter}${both}`);
    const written = async (form: string, name: string): Promise<string> => {
      const file = await run<vscode.Uri | undefined>('exportDebrief', { form, file: fileUri(name).toString() });
      if (!file) throw new Error('Nothing was written.');
      return readFile(file);
    };
    const markdown = await written('markdown', 'tried.debrief.md');
    assert.match(markdown, /^# Debrief: /);
    assert.include(markdown, 'On the whole better than the attempt before.');
    assert.include(markdown, 'Rolls are out of scope.');
    const html = await written('html', 'tried.debrief.html');
    assert.match(html, /^<!doctype html>/);
    assert.include(html, '<svg');
    assert.notMatch(html, /<script|<button| src=/);
  });
});

describe('Attempts', () => {
  let log: vscode.LogOutputChannel;
  before(async function () {
    await skipUnlessTrusted(this);
    log = vscode.window.createOutputChannel('Rubricate attempts tests', { log: true });
  });
  after(() => log?.dispose());
  beforeEach(emptyJournal);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('stand under their question, the newest first, each with what it came to', async () => {
    const [first, last] = await recordTwo();
    const rows = allRows(await progressRows(log));
    const question = rows.find((row) => row.question === 'bakery/oven-plan');
    assert.deepEqual(
      question?.rows.map(({ attempt, kind }) => [attempt, kind]),
      [
        [last?.id, 'attempt.comparable'],
        [first?.id, 'attempt'],
      ],
    );
    for (const row of question?.rows ?? []) {
      assert.match(row.spoken, /^Attempt of .+: .+ at L2, reads as .+, \d+ words$/);
      assert.equal(row.command?.id, 'rubricate.openAttempt');
    }
  });

  it('are read as they were, and nobody judges or changes them', async () => {
    const [first] = await recordTwo();
    await run('openAttempt', { attempt: first?.id });
    const editor = await eventually('the text', () =>
      vscode.window.activeTextEditor?.document.uri.scheme === 'rubricate-attempt'
        ? vscode.window.activeTextEditor
        : undefined,
    );
    assert.equal(editor.document.getText(), first?.text);
    assert.isUndefined(await (await api()).review(editor.document.uri));
    assert.isNotTrue(vscode.workspace.fs.isWritableFileSystem('rubricate-attempt'));
  });

  it('are compared: the texts as a change, and what each earned', async () => {
    const [first, last] = await recordTwo();
    await run('compareAttempts', { attempt: last?.id });
    const diff = await eventually(
      'the comparison',
      () => tabs().find(({ input }) => input instanceof vscode.TabInputTextDiff)?.input,
    );
    if (!(diff instanceof vscode.TabInputTextDiff)) throw new Error('It is no comparison.');
    assert.deepEqual([diff.original.query, diff.modified.query], [first?.id, last?.id]);
    const page = await eventually(
      'the page',
      () => tabs().find(({ input }) => input instanceof vscode.TabInputCustom)?.input,
    );
    if (!(page instanceof vscode.TabInputCustom)) throw new Error('It is no page.');
    const text = (await vscode.workspace.openTextDocument(page.uri)).getText();
    const differs = text.split('## What differs')[1]?.split('## What stayed')[0] ?? '';
    assert.include(differs, '| Baking time | missing | met |');
    assert.notInclude(differs, '| Scope |');
  });
});
