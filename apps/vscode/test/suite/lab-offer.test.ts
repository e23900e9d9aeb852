import { englishOfferWords } from '@rubricate/core/labs/offer';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { offerPanel } from '../../src/labs/offer/offer-files.ts';
import { offerWords } from '../../src/labs/offer/offer-words.ts';
import { offerPanels } from '../../src/labs/offer/panels.ts';
import { eventually, hintsOf, openFile } from './support.ts';

const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`rubricate.${command}`, ...args);

const offerTabs = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('rubricate.offer'));

async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const { document } = editor;
  const at = document.getText().indexOf(from);
  assert.isAtLeast(at, 0, from);
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + from.length));
  await editor.edit((edit) => edit.replace(range, to));
}

describe('The offer model', () => {
  let count = 0;
  const created = async (): Promise<vscode.TextEditor> => {
    count += 1;
    const file = await run<vscode.Uri | undefined>('newOffer', `tried-${count}.offer.yaml`);
    if (!file) throw new Error('Nothing was written.');
    return eventually('the editor', () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === file.toString()),
    );
  };
  afterEach(async () => {
    await vscode.workspace.saveAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('says in the editor what the command says', () => {
    assert.deepEqual(offerWords(), englishOfferWords);
  });

  it('writes an offer that works, and nothing over another', async () => {
    const { document } = await created();
    assert.include(document.getText(), 'currency: USD');
    assert.isEmpty(hintsOf(document.uri));
    assert.isUndefined(await run('newOffer', `tried-${count}.offer.yaml`));
    assert.isUndefined(await run('newOffer', '../outside.offer.yaml'));
    assert.isUndefined(await run('newOffer', 'notes.yaml'));
  });

  it('marks what is wrong where it stands, and lets go when it is mended', async () => {
    const editor = await created();
    const { uri } = editor.document;
    await replace(editor, 'grant: 0.2%', 'grant: 0.2');
    const [problem] = await eventually('the mark', () => hintsOf(uri));
    assert.match(problem?.message ?? '', /percent of all shares such as 0\.25%/);
    assert.equal(problem && editor.document.getText(problem.range), '0.2');
    await replace(editor, 'grant: 0.2 ', 'grant: 0.2% ');
    await eventually('no mark', () => hintsOf(uri).length === 0);
  });

  it('mends a mistyped key', async () => {
    const editor = await created();
    const { uri } = editor.document;
    await replace(editor, 'equity:', 'equty:');
    const problem = await eventually('the mark', () => hintsOf(uri).find(({ message }) => message.includes('"equty"')));
    const actions = await eventually('the fix', async () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, problem.range),
    );
    assert.include(
      actions.map(({ title }) => title),
      'Change to "equity"',
    );
  });

  it('completes keys and values, and says what they mean', async () => {
    const editor = await created();
    const { uri } = editor.document;
    const end = editor.document.positionAt(editor.document.getText().indexOf('tax:'));
    await editor.edit((edit) => edit.insert(end, 'dis'));
    const list = await eventually('completion', async () => {
      const found = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        end.translate(0, 3),
      );
      return found.items.filter(({ label }) => (typeof label === 'string' ? label : label.label) === 'discount');
    });
    assert.lengthOf(list, 1);
    await vscode.commands.executeCommand('undo');
    const strike = editor.document.positionAt(editor.document.getText().indexOf('strike:') + 1);
    const hovers = await eventually('the hover', async () =>
      vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, strike),
    );
    const told = hovers
      .flatMap(({ contents }) => contents)
      .map((part) => (typeof part === 'string' ? part : part.value));
    assert.include(told.join('\n'), 'What one option costs to exercise.');
  });

  it('is shown once beside its file, however often it is asked for', async () => {
    const { document } = await created();
    await run('showOffer');
    await run('showOffer', document.uri);
    const [tab, ...others] = await eventually('the report', offerTabs);
    assert.equal(tab?.label, `Offer: tried-${count}.offer.yaml`);
    assert.isEmpty(others);
    assert.notEqual(tab?.group.viewColumn, vscode.ViewColumn.One);
  });

  it('is not shown while it is wrong; the first place to mend is', async () => {
    const editor = await created();
    await replace(editor, 'probability: 55%', 'probability: 45%');
    await run('showOffer');
    assert.isEmpty(offerTabs());
    const active = await eventually('the place', () => vscode.window.activeTextEditor);
    assert.equal(active.document.lineAt(active.selection.active.line).text.trimEnd().slice(0, 6), 'exits:');
  });

  it('comes back with its window: the report, why there is none, or nothing where nothing was kept', async () => {
    const editor = await created();
    const { uri } = editor.document;
    const panels = offerPanels();
    const restored = async (state: unknown): Promise<vscode.WebviewPanel | undefined> => {
      const panel = vscode.window.createWebviewPanel(offerPanel, 'Offer', vscode.ViewColumn.Beside);
      let isThere = true;
      panel.onDidDispose(() => {
        isThere = false;
      });
      await panels.restore(panel, state);
      return isThere ? panel : undefined;
    };
    try {
      const panel = await restored({ offer: uri.toString(), top: 40 });
      assert.include(panel?.webview.html, '<h1');
      // The page keeps its offer again, for the next time.
      assert.include(panel?.webview.html, `"offer":${JSON.stringify(uri.toString())}`);
      const before = panel?.webview.html;
      await replace(editor, 'grant: 0.2%', 'grant: 0.3%');
      await eventually('the report of the changed offer', () => panel?.webview.html !== before);
      assert.isUndefined(await restored({ offer: uri.toString() }), 'there is one of it already');
      assert.isUndefined(await restored({ top: 3 }));
      assert.isUndefined(await restored(undefined));
      const gone = vscode.Uri.joinPath(uri, '..', 'gone.offer.yaml');
      assert.include((await restored({ offer: gone.toString() }))?.webview.html, 'gone.offer.yaml is no longer there.');
    } finally {
      panels.dispose();
    }
  });

  it('leaves other YAML alone', async () => {
    const editor = await openFile('rubricate.yaml');
    assert.isFalse(hintsOf(editor.document.uri).some(({ message }) => message.includes('exitAfter')));
  });
});
