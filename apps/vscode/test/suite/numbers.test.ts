import { assert } from 'chai';
import * as vscode from 'vscode';
import { codesOf, frontMatter, judged, openText, skipUnlessTrusted } from './review-support.ts';
import { eventually, hintsOf } from './support.ts';

const wrong = `${frontMatter}# One oven

Each day 200M loaves × 800 B = 160 MB of labels.

We have 100M DAU.

At 300 million daily active users the oven is full.
`;

describe('numbers that do not hold', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('are marked where they stand, and a quick fix shows the working and puts the right one there', async () => {
    const { document } = await openText('numbers.md', wrong);
    await judged(document.uri);
    const hints = await eventually('hints', () => hintsOf(document.uri));
    const slip = hints.find(({ code }) => code === 'numbers/unit-slip');
    assert.isDefined(slip);
    if (!slip) return;
    assert.equal(document.getText(slip.range), '160 MB');
    assert.include(slip.message, '200M loaves × 800 B = 160,000 MB');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      slip.range,
    );
    const correct = actions.find(({ title }) => title.startsWith('Write 160,000 MB in place of 160 MB'));
    assert.isDefined(correct, actions.map(({ title }) => title).join('; '));
    assert.isTrue(actions.some(({ title }) => title.startsWith('Dismiss "160 MB"')));
    if (!correct?.edit) throw new Error('The correction has no edit.');
    await vscode.workspace.applyEdit(correct.edit);
    assert.include(document.getText(), '200M loaves × 800 B = 160,000 MB of labels');
    await judged(document.uri);
    await eventually('the mark to go', () =>
      codesOf(vscode.languages.getDiagnostics(document.uri)).includes('numbers/unit-slip') ? undefined : true,
    );
  });

  it('say where one quantity has two values', async () => {
    const { document } = await openText('two-values.md', wrong);
    await judged(document.uri);
    const hints = await eventually('hints', () => hintsOf(document.uri));
    const two = hints.find(({ code }) => code === 'numbers/two-values');
    assert.equal(two && document.getText(two.range), '300 million daily active users');
    assert.include(two?.message ?? '', '100M DAU');
  });
});
