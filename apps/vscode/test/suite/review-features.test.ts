import { assert } from 'chai';
import * as vscode from 'vscode';
import { api, codesOf, frontMatter, judged, openText, skipUnlessTrusted } from './review-support.ts';
import { eventually, hintsOf } from './support.ts';

const plan = `${frontMatter}# One oven

## Scope

Rolls are out of scope.

## Plan

The machine simply works.
`;

async function settled(editor: vscode.TextEditor): Promise<readonly vscode.Diagnostic[]> {
  await judged(editor.document.uri);
  return eventually('hints', () => hintsOf(editor.document.uri));
}

const actionsAt = (document: vscode.TextDocument, range: vscode.Range): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, range);

const hoverText = async (document: vscode.TextDocument, words: string): Promise<string> => {
  const position = document.positionAt(document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
    .join('\n\n');
};

describe('features of a review', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('tell at the evidence what it earns and at the hint what is missing', async () => {
    const editor = await openText('hover.md', plan);
    await settled(editor);
    const earned = await hoverText(editor.document, 'Rolls are out');
    assert.include(earned, '**Scope** · met');
    assert.include(earned, 'It shows that you choose');
    assert.include(earned, 'command:rubricate.explain');
    const pitfall = await hoverText(editor.document, 'The machine simply');
    assert.include(pitfall, '**Magic** · pitfall');
    const missing = await hoverText(editor.document, '## Plan');
    assert.include(missing, '**Baking time** · missing');
    assert.include(missing, 'A time for each bread', 'the bar of the target level');
  });

  it('sum up over the answer and over each section', async () => {
    const editor = await openText('lens.md', plan);
    await settled(editor);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      editor.document.uri,
      20,
    );
    const at = (line: number) => lenses.find(({ range }) => range.start.line === line)?.command;
    assert.include(at(0)?.title ?? '', '1 of 2 met');
    assert.equal(at(0)?.command, 'rubricate.focusChecklist');
    const lineOf = (words: string) => editor.document.positionAt(editor.document.getText().indexOf(words)).line;
    assert.include(at(lineOf('## Scope'))?.title ?? '', 'Scope');
    assert.include(at(lineOf('## Plan'))?.title ?? '', 'missing here: Baking time');
    const known = await vscode.commands.getCommands(true);
    for (const { command } of lenses) assert.include(known, command?.command);
  });

  it('can go without lenses', async () => {
    const editor = await openText('no-lens.md', plan);
    await settled(editor);
    const settings = vscode.workspace.getConfiguration('rubricate', editor.document.uri);
    await settings.update('codeLens.enabled', false, vscode.ConfigurationTarget.Workspace);
    try {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        editor.document.uri,
      );
      assert.isEmpty(lenses);
    } finally {
      await settings.update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('insert the missing sentence by a quick fix', async () => {
    const editor = await openText('fix.md', plan);
    const hints = await settled(editor);
    const hint = hints[codesOf(hints).indexOf('oven/minutes')];
    assert.isDefined(hint);
    const actions = await actionsAt(editor.document, hint.range);
    const fix = actions.find(({ title }) => title === 'Insert the sentence for "Baking time"');
    assert.isDefined(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    await eventually('the sentence', () => editor.document.getText().includes('A batch stays in the oven for'));
    assert.match(editor.document.getText(), /The machine simply works\.\n\nA batch stays in the oven for/);
  });

  it('offer the missing sentences on their heading, also where no hint shows', async () => {
    const editor = await openText('heading.md', plan);
    await settled(editor);
    const settings = vscode.workspace.getConfiguration('rubricate', editor.document.uri);
    await settings.update('hints.most', 0, vscode.ConfigurationTarget.Workspace);
    try {
      await eventually('no hint', () => hintsOf(editor.document.uri).length === 0);
      const at = editor.document.positionAt(editor.document.getText().indexOf('## Plan'));
      const actions = await actionsAt(editor.document, new vscode.Range(at, at));
      assert.include(
        actions.map(({ title }) => title),
        'Insert the sentence for "Baking time"',
      );
    } finally {
      await settings.update('hints.most', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('insert the missing sentence by a command, with the cursor in its first gap', async () => {
    const editor = await openText('insert.md', plan);
    await settled(editor);
    await vscode.commands.executeCommand('rubricate.insertSentence', 'oven/minutes');
    assert.include(editor.document.getText(), 'A batch stays in the oven for [time].');
    await eventually('the gap to be selected', () => editor.document.getText(editor.selection) === '[time]');
  });

  it('dismiss hints with their reasons, also two of one place', async () => {
    const editor = await openText('dismiss.md', `${frontMatter}## Scope and plan\n\nWe serve the morning.\n`);
    await settled(editor);
    for (const code of ['oven/scope', 'oven/minutes']) {
      assert.include(codesOf(hintsOf(editor.document.uri)), code);
      await vscode.commands.executeCommand(
        'rubricate.dismissHint',
        code,
        editor.document.uri.toString(),
        'the interviewer said so',
      );
      await eventually('the hint to go', () => !codesOf(hintsOf(editor.document.uri)).includes(code));
      assert.include(editor.document.getText(), `<!-- rubricate-dismiss ${code}: the interviewer said so -->`);
    }
    assert.isEmpty(hintsOf(editor.document.uri));
  });

  it('explain a criterion on a page of its own', async () => {
    const uri = vscode.Uri.from({
      scheme: 'rubricate-explain',
      path: '/oven/minutes.md',
      query: 'pack=bakery-baker&level=L2',
    });
    const editor = await openText('explain.md', plan);
    await settled(editor);
    const page = (await vscode.workspace.openTextDocument(uri)).getText();
    assert.include(page, '# Baking time');
    assert.include(page, '▶ **senior (L2)**, your target');
    assert.include(page, 'A batch of rye stays in the oven for 50 minutes');
    const judgement = await (await api()).review(uri);
    assert.isUndefined(judgement, 'the page itself is not judged');
  });

  it('open from the link of each hint the page of that very criterion or pitfall', async () => {
    const editor = await openText('link.md', plan);
    const hints = await settled(editor);
    assert.sameMembers([...codesOf(hints)], ['oven/magic', 'oven/minutes']);
    for (const { code } of hints) {
      assert.isObject(code);
      const { value, target } = code as { readonly value: string; readonly target: vscode.Uri };
      await vscode.commands.executeCommand('vscode.open', target);
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      // The preview of the editor, which is a custom editor: the page is read, not edited.
      assert.instanceOf(input, vscode.TabInputCustom);
      assert.equal((input as vscode.TabInputCustom).uri.toString(), target.toString());
      const page = (await vscode.workspace.openTextDocument(target)).getText();
      assert.include(page, `\`${value}\``);
      assert.include(page, value === 'oven/magic' ? '# Magic' : '# Baking time');
      assert.include(page, '## How it is detected');
      assert.include(page, value === 'oven/magic' ? 'The pitfall is there with: **' : 'Met with: **');
      assert.include(page, `<!-- rubricate-dismiss ${value}: `);
    }
  });

  it('hold back pitfalls of absence until a review is asked for', async () => {
    const editor = await openText('absence.md', plan);
    assert.notInclude(codesOf(await settled(editor)), 'oven/no-fire');
    await vscode.commands.executeCommand('rubricate.reviewNow');
    await eventually('the pitfall', () => codesOf(hintsOf(editor.document.uri)).includes('oven/no-fire'));
  });

  it('count a long text as finished once it is left alone', async () => {
    const { delays } = await api();
    const usual = delays.finished;
    delays.finished = 600;
    try {
      const words = 'The bakers shape the loaves by hand before dawn. '.repeat(40);
      const document = await vscode.workspace.openTextDocument({
        language: 'markdown',
        content: `${plan}\n${words}\n`,
      });
      await vscode.window.showTextDocument(document);
      await judged(document.uri);
      assert.notInclude(codesOf(hintsOf(document.uri)), 'oven/no-fire');
      await eventually('the pitfall', () => codesOf(hintsOf(document.uri)).includes('oven/no-fire'));
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    } finally {
      delays.finished = usual;
    }
  });

  it('show no more hints than asked for, and none when switched off', async () => {
    const editor = await openText('most.md', plan.replace('Rolls are out of scope.', 'Morning.'));
    assert.lengthOf(await settled(editor), 3);
    const settings = vscode.workspace.getConfiguration('rubricate', editor.document.uri);
    try {
      await settings.update('hints.most', 1, vscode.ConfigurationTarget.Workspace);
      await eventually('one hint', () => hintsOf(editor.document.uri).length === 1);
      await settings.update('enable', false, vscode.ConfigurationTarget.Workspace);
      await eventually('no hint', () => hintsOf(editor.document.uri).length === 0);
    } finally {
      await settings.update('hints.most', undefined, vscode.ConfigurationTarget.Workspace);
      await settings.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('go from hint to hint by command', async () => {
    const editor = await openText('next.md', plan.replace('Rolls are out of scope.', 'Morning.'));
    await settled(editor);
    const lines: string[] = [];
    for (let step = 0; step < 4; step++) {
      await vscode.commands.executeCommand('rubricate.nextHint');
      lines.push(editor.document.lineAt(editor.selection.active.line).text);
    }
    assert.deepEqual(lines, ['## Scope', '## Plan', 'The machine simply works.', '## Scope']);
    await vscode.commands.executeCommand('rubricate.previousHint');
    assert.equal(editor.document.lineAt(editor.selection.active.line).text, 'The machine simply works.');
  });

  it('offer commands that all exist', async () => {
    const extension = vscode.extensions.getExtension('rubricate.rubricate-vscode');
    assert.isDefined(extension);
    const { contributes } = extension.packageJSON as {
      readonly contributes: { readonly commands: readonly { readonly command: string; readonly category: string }[] };
    };
    const known = await vscode.commands.getCommands(true);
    for (const { command, category } of contributes.commands) {
      assert.include(known, command);
      assert.equal(category, 'Rubricate');
    }
  });
});
