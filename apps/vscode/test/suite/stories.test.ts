import { assert } from 'chai';
import * as vscode from 'vscode';
import { copyExample } from '../../src/practising/example.ts';
import { readMatrix } from '../../src/practising/stories/read-stories.ts';
import { storiesRow } from '../../src/practising/stories/story-rows.ts';
import { allRows, readFile, withWorkspace } from './practice-support.ts';
import { openText, skipUnlessTrusted, writeFile } from './review-support.ts';
import { eventually, fileUri } from './support.ts';

const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`rubricate.${command}`, ...args);

let log: vscode.LogOutputChannel;
before(() => {
  log = vscode.window.createOutputChannel('Rubricate story tests', { log: true });
});
after(() => log.dispose());

/** The rows under "Stories", from the files as they are now. */
const rows = () =>
  withWorkspace(log, async (workspace) => {
    const matrix = await readMatrix(workspace);
    if (!matrix) throw new Error('No pack judges stories.');
    return allRows([storiesRow(matrix)]);
  });

describe('Stories', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(fileUri('stories'), { recursive: true }).then(undefined, () => undefined);
  });

  it('begin as a file with the headings of the structure, for a question', async () => {
    const uri = await run<vscode.Uri>('newStory', {
      question: 'foundations/conflict',
      title: 'The night of the ovens',
    });
    assert.match(uri.path, /\/stories\/the-night-of-the-ovens\.md$/);
    const text = await readFile(uri);
    assert.match(text, /^---\nstory: the-night-of-the-ovens\nquestion: foundations\/conflict\n/);
    assert.include(text, '\n## Situation\n');
    const again = await run<vscode.Uri>('newStory', {
      question: 'foundations/conflict',
      title: 'The night of the ovens',
    });
    assert.match(again.path, /\/the-night-of-the-ovens-2\.md$/);
    assert.equal(await readFile(uri), text);
    assert.include(await readFile(again), 'story: the-night-of-the-ovens-2\n');
  });

  it('fill the rows of the questions they are named for', async () => {
    const empty = await rows();
    const slot = empty.find(({ question }) => question === 'foundations/conflict');
    assert.equal(slot?.command?.id, 'rubricate.newStory');
    await writeFile(
      'stories/loaves.md',
      '---\nstory: loaves\ncompetencies: [conflict]\n---\n\n# The burnt loaves\n\nWe baked. We sold.\n',
    );
    const filled = (await rows()).find(({ question }) => question === 'foundations/conflict');
    assert.include(filled, { description: 'The burnt loaves', kind: 'slot' });
    await run('openStory', filled);
    await eventually('the story', () => vscode.window.activeTextEditor?.document.uri.path.endsWith('/loaves.md'));
  });

  it('are set against what is asked on a page that follows the files', async () => {
    await run('storyMatrix');
    const shows = (text: string) => (): boolean =>
      vscode.workspace.textDocuments.some(
        ({ uri, getText }) => uri.scheme === 'rubricate-stories' && getText().includes(text),
      );
    await eventually('the page', shows('no story yet'));
    const editor = await openText('stories/rolls.md', '---\nstory: rolls\n---\n\n# Rolls\n\nWe baked.\n');
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 2), 'The burnt '));
    await editor.document.save();
    await eventually('the page to follow', shows('The burnt Rolls'));
  });
});

describe('The example workspace', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  afterEach(() => vscode.workspace.fs.delete(fileUri('rubricate-example'), { recursive: true }));

  it('is copied as a folder of answers and a story, and overwrites nothing', async () => {
    const extension = vscode.extensions.getExtension('rubricate.rubricate-vscode');
    if (!extension) throw new Error('The extension is not installed.');
    await writeFile('rubricate-example/README.md', 'mine');
    const folder = await copyExample(extension.extensionUri, fileUri('.'));
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
    assert.deepEqual(names, [
      'README.md',
      'home-feed-draft.md',
      'home-feed-strong.md',
      'home-feed-weak.md',
      'rubricate.yaml',
      'stories',
    ]);
    assert.equal(await readFile(vscode.Uri.joinPath(folder, 'README.md')), 'mine');
    const story = await readFile(vscode.Uri.joinPath(folder, 'stories', 'address-parser.md'));
    assert.match(story, /^---\nstory: address-parser\n/);
  });
});
