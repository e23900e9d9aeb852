import { assert } from 'chai';
import * as vscode from 'vscode';
import { explainUri } from '../../src/explain/explain-uri.ts';
import { messages } from '../../src/messages.ts';
import { rowsOf } from '../../src/practice/progress/rows.ts';
import { allRows, anotherJournal, withWorkspaceAt } from './practice-support.ts';
import { judged, openText, skipUnlessTrusted, writeFile } from './review-support.ts';
import { assertHarmless, assertPlain, hostile, writeHostilePack } from './safety-support.ts';
import { eventually, fileUri, hintsOf } from './support.ts';

const answer = `---
question: bakery/oven-plan
level: L2
---

# Ovens ${hostile}

## Scope

Rolls are out of scope, because ${hostile} the shop next door has them.

<!-- rubricate-dismiss oven/minutes: [go](command:workbench.action.quit) <img src=x onerror=alert(1)> -->

The oven simply handles everything, ${hostile}. The dough rests.
`;

const textOf = async (uri: vscode.Uri): Promise<string> => (await vscode.workspace.openTextDocument(uri)).getText();

const wordsOf = (shown: string | vscode.MarkdownString | undefined): string =>
  typeof shown === 'object' ? shown.value : (shown ?? '');

/** The hovers at every few characters of a document. */
async function hoversOf(document: vscode.TextDocument, step: number): Promise<readonly vscode.Hover[]> {
  const found: vscode.Hover[] = [];
  for (let offset = 0; offset < document.getText().length; offset += step) {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(offset),
    );
    found.push(...hovers);
  }
  return found;
}

describe('a pack, an answer and a workspace that mean harm', () => {
  let document: vscode.TextDocument;
  before(async function () {
    await skipUnlessTrusted(this);
    this.timeout(60_000);
    await writeHostilePack('safety/evil/bakery');
    await writeFile(
      'safety/rubricate.yaml',
      'company: bakery\nrole: baker\nlevel: L2\ninterview: 2027-01-20\npacks: [evil]\n',
    );
    await writeFile('safety/stories/one.md', `---\nstory: "${'x'.repeat(9)}"\n---\n\n# ${hostile}\n\nWe did it.\n`);
    ({ document } = await openText('safety/answer.md', answer));
    await judged(document.uri);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(fileUri('safety'), { recursive: true }).then(undefined, () => undefined);
  });

  it('are judged: what follows looks at their texts', async () => {
    const { target, review } = await judged(document.uri);
    assert.include(target.lens.pack.title, 'onerror');
    assert.isNotEmpty(review.criteria.filter(({ status }) => status === 'met'));
    assert.include(review.criteria.map(({ criterion }) => criterion.hint).join(), 'onerror');
    await eventually('hints', () => hintsOf(document.uri));
  });

  it('put no link, no HTML and no picture into a hover', async function () {
    this.timeout(60_000);
    const hovers = await hoversOf(document, 7);
    const values = hovers.flatMap(({ contents }) => contents);
    const own = values.filter((one) => typeof one === 'object' && one.value.includes('onerror'));
    assert.isNotEmpty(own, 'hovers with texts of the pack');
    // The editor itself shows the links of the text and its pictures, which nobody but it decides.
    for (const one of own) assertHarmless(one, 'a hover');
  });

  it('put none into what is offered while one types, nor into fixes and lenses', async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(1, 'question: '.length),
      undefined,
      200,
    );
    const documented = items.filter(({ documentation }) => documentation !== undefined);
    assert.isTrue(documented.some(({ documentation }) => wordsOf(documentation).includes('onerror')));
    for (const { documentation } of documented) assertHarmless(documentation, 'a completion');
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    const foreign = lenses.flatMap(({ command }) => command?.command ?? []).filter((id) => !/^rubricate\./.test(id));
    assert.deepEqual(foreign, []);
    for (const { code } of hintsOf(document.uri))
      if (typeof code === 'object') assert.equal(code.target.scheme, 'rubricate-explain');
  });

  it('put none into the pages that explain, list and compare', async function () {
    this.timeout(60_000);
    const { review, target } = await judged(document.uri);
    const explained = { pack: target.lens.pack.id, level: target.level };
    const refs = [
      ...review.criteria.map(({ criterion }) => criterion),
      ...review.pitfalls.map(({ pitfall }) => pitfall),
    ];
    for (const { ref } of refs) {
      const page = await textOf(explainUri({ ...explained, ref }));
      assert.include(page, 'onerror');
      assertPlain(page, ref);
    }
    assertPlain(await textOf(explainUri({ ...explained, ref: hostile })), 'a page of nothing');
    const pages = {
      showPack: 'rubricate-pack',
      storyMatrix: 'rubricate-stories',
      quizStatistics: 'rubricate-quiz',
      explainConfiguration: 'rubricate-configuration',
    } as const;
    for (const [command, scheme] of Object.entries(pages)) {
      await vscode.window.showTextDocument(document);
      const given = command === 'showPack' ? [explained.pack] : [];
      void vscode.commands.executeCommand(`rubricate.${command}`, ...given);
      const page = await eventually(`the page of ${command}`, () =>
        vscode.workspace.textDocuments.find(
          ({ uri }) => uri.scheme === scheme && (command !== 'showPack' || uri.path.includes(explained.pack)),
        ),
      );
      // The page of a pack shows addresses, which a reader sees before following them.
      const isShown = command === 'showPack';
      assertPlain(isShown ? page.getText().replace(/https:\S+|mail@\S+/g, '') : page.getText(), command);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
    await vscode.window.showTextDocument(document);
  });

  it('put none into the tooltips of the progress tree', async () => {
    const log = vscode.window.createOutputChannel('safety', { log: true });
    const journal = anotherJournal(log);
    const { progress } = await journal.read();
    const rows = await withWorkspaceAt(log, fileUri('safety/answer.md'), (workspace) =>
      rowsOf(workspace, progress, '2026-11-21'),
    );
    for (const one of [journal, log]) one.dispose();
    const told = allRows(rows).filter(({ tooltip }) => tooltip.includes('onerror'));
    assert.isNotEmpty(told);
    for (const { tooltip, label } of told) assertPlain(tooltip, `the row ${label}`);
  });

  it('put no link into a message: the editor would run whatever command it names', () => {
    const shown: string[] = [];
    const { showInformationMessage, showWarningMessage, showErrorMessage } = vscode.window;
    const take = async (message: string): Promise<undefined> => void shown.push(message);
    Object.assign(vscode.window, { showInformationMessage: take, showWarningMessage: take, showErrorMessage: take });
    try {
      for (const show of Object.values(messages)) void show(hostile);
    } finally {
      Object.assign(vscode.window, { showInformationMessage, showWarningMessage, showErrorMessage });
    }
    assert.lengthOf(shown, 3);
    for (const message of shown) assert.notMatch(message, /\[[^\]]+\]\((?:https?:\/\/|command:|file:)/i);
  });
});
