import { assert } from 'chai';
import * as vscode from 'vscode';
import { api, codesOf, frontMatter, judged, openText, skipUnlessTrusted, writeFile } from './review-support.ts';
import { eventually, fileUri, hintsOf, openFile } from './support.ts';

describe('hints', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('appear where a pitfall stands and on the heading where something is missing', async () => {
    const { document } = await openFile('answers/plan.md');
    const hints = await eventually('hints', () => hintsOf(document.uri));
    const at = (code: string) => document.getText(hints[codesOf(hints).indexOf(code)]?.range);
    assert.sameMembers([...codesOf(hints)], ['oven/scope', 'oven/minutes', 'oven/magic']);
    assert.equal(at('oven/scope'), '## Scope');
    assert.equal(at('oven/minutes'), '## Plan');
    assert.equal(at('oven/magic'), 'The machine simply works.');
  });

  it('go once the sentence is written', async () => {
    const { document } = await openText(
      'go.md',
      `${frontMatter}## Scope\n\nWe serve the morning.\n\n## Plan\n\nIt bakes.\n`,
    );
    await eventually('the scope to be missing', () => codesOf(hintsOf(document.uri)).includes('oven/scope'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      document.uri,
      document.positionAt(document.getText().indexOf('morning.') + 8),
      ' Rolls are out of scope.',
    );
    await vscode.workspace.applyEdit(edit);
    await eventually('the scope hint to go', () => !codesOf(hintsOf(document.uri)).includes('oven/scope'));
    assert.include(codesOf(hintsOf(document.uri)), 'oven/minutes');
  });

  it('leave a README alone', async () => {
    const { document } = await openFile('README.md');
    const judgement = await (await api()).review(document.uri);
    assert.isFalse(judgement?.ok);
    assert.isEmpty(vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Rubricate'));
  });

  it('of one document stand while another is edited and closed', async () => {
    const one = await openText('one.md', `${frontMatter}## Scope\n\nThe machine simply works.\n`);
    // Opened as a person does it: a document opened by code stays open for minutes after its editor is closed.
    await writeFile('two.md', `${frontMatter}## Scope\n\nThe machine simply works.\n`);
    await vscode.commands.executeCommand('vscode.open', fileUri('two.md'), { preview: false });
    const two = await eventually('the second editor', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('two.md') ? vscode.window.activeTextEditor : undefined,
    );
    await eventually(
      'hints on both',
      () => hintsOf(one.document.uri).length > 0 && hintsOf(two.document.uri).length > 0,
    );
    await two.edit((edit) => edit.insert(two.document.positionAt(two.document.getText().length), '\nMore bread.\n'));
    await judged(two.document.uri);
    assert.include(codesOf(hintsOf(one.document.uri)), 'oven/magic');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually('the closed document to be clear', () => hintsOf(two.document.uri).length === 0);
    assert.include(codesOf(hintsOf(one.document.uri)), 'oven/magic');
  });

  it('come for an untitled document', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: `${frontMatter}## Scope\n\nThe machine simply works.\n`,
    });
    await vscode.window.showTextDocument(document);
    const hints = await eventually('hints', () => hintsOf(document.uri));
    assert.include(codesOf(hints), 'oven/magic');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('are found by a file pattern of rubricate.yaml where the text names no question', async () => {
    const { document } = await openText('designs/deep/oven.md', '## Scope\n\nThe machine simply works.\n');
    const { target } = await judged(document.uri);
    assert.equal(target.question, undefined);
    assert.deepEqual(
      target.rubrics.map(({ id }) => id),
      ['oven'],
    );
  });
});

describe('a text kept up to date change by change', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });

  it('is judged as one read anew, after many edits of every kind', async () => {
    const editor = await openText(
      'edits.md',
      `${frontMatter}## Scope\r\n\r\nWe serve the morning.\r\n\r\n## Plan\r\n\r\n- a\r\n- b\r\n`,
    );
    const { document } = editor;
    const pieces = [
      'x',
      '\n',
      '\n\n## Plan\n\n',
      '```\n',
      '- rye\n  - spelt\n',
      '🥖',
      ' Rolls are out of scope. ',
      '| a | b |\n|---|---|\n| oven | 5 minutes |\n',
      '<!-- ',
      ' -->',
      '\r\n',
    ];
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let round = 0; round < 60; round++) {
      await editor.edit((edit) => {
        // Several changes in one event, as with several cursors; they may not overlap.
        const length = document.getText().length;
        const third = Math.floor(length / 3);
        for (let part = 0; part < 3; part++) {
          const at = part * third + random(Math.max(1, third - 6));
          const range = new vscode.Range(document.positionAt(at), document.positionAt(at + random(6)));
          edit.replace(range, random(3) === 0 ? '' : (pieces[random(pieces.length)] ?? ''));
        }
      });
      if (round % 20 === 10)
        await editor.edit((edit) => edit.setEndOfLine(round > 30 ? vscode.EndOfLine.LF : vscode.EndOfLine.CRLF));
      const judgement = await (await api()).review(document.uri);
      assert.equal(judgement?.version, document.version);
      assert.equal(judgement?.answer.text, document.getText());
    }
    const kept = await (await api()).review(document.uri);
    const fresh = await vscode.workspace.openTextDocument({ language: 'markdown', content: document.getText() });
    const anew = await (await api()).review(fresh.uri);
    assert.deepEqual(kept?.answer.chunks, anew?.answer.chunks);
    assert.deepEqual(kept?.ok && kept.review.criteria, anew?.ok && anew.review.criteria);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
