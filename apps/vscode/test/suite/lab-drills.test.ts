import { eventFileText, eventVersion, fold, type PracticeEvent, readEvents } from '@rubricate/core/practice';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { drillRow } from '../../src/labs/drills/drills.ts';
import { drillRows } from '../../src/labs/drills/rows.ts';
import { emptyJournal, journalFiles, journalUri, nameOf, readFile } from './practice-support.ts';
import { judged, openText, skipUnlessTrusted } from './review-support.ts';
import { eventually } from './support.ts';

const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`rubricate.${command}`, ...args);

const head = '---\nquestion: foundations/url-shortener\n---\n\n# Short links\n\n';
const design = 'A redirect asks Redis first, which holds the links of the last three days.\n';
const answer = `When the cache comes back empty, all 12,000 reads a second reach the store, and people wait two seconds. An alert on the hit rate fires below 60% for 30 seconds and pages the engineer on call. Meanwhile the edge serves stale redirects up to an hour old. Each node is warmed from the store at 2,000 keys a second, in order of use.\n`;

async function progress(): Promise<ReturnType<typeof fold>> {
  const names = await journalFiles();
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(vscode.Uri.joinPath(journalUri(), name)) })),
  );
  return fold(readEvents(files).events);
}

let count = 0;
/** As if the failure of an empty cache had been raised for an answer before. Gives the event's id. */
async function raiseCacheWiped(file: string): Promise<string> {
  count += 1;
  const event: PracticeEvent = {
    v: eventVersion,
    kind: 'drill-raised',
    id: `drill${String(count).padStart(8, '0')}`,
    at: '2026-11-21T09:00:00.000Z',
    writer: 'tests',
    drill: 'foundations/cache-wiped',
    title: 'The cache comes back empty',
    question: 'foundations/url-shortener',
    file,
    sentence: design.trim(),
  };
  await vscode.workspace.fs.writeFile(
    vscode.Uri.joinPath(journalUri(), nameOf(event)),
    new TextEncoder().encode(eventFileText(event)),
  );
  return event.id;
}

/** A command of one failure, until the journal has told the extension of it. */
async function until(command: string, state: 'closed' | 'given-up', about?: unknown): Promise<void> {
  await eventually(`the failure is ${state}`, async () => {
    if ((await progress()).drills.some((one) => one.state === state)) return true;
    await run(command, about);
    return undefined;
  });
}

describe('Failure drills', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  beforeEach(emptyJournal);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('raises a failure at a component that the answer names, and keeps it open', async () => {
    const { document } = await openText('raised.md', `${head}${design}`);
    await judged(document.uri);
    await run('drill');
    const [drill, ...others] = (await progress()).drills;
    assert.isEmpty(others);
    assert.deepInclude(drill?.raised, { file: 'raised.md', question: 'foundations/url-shortener' });
    assert.include(document.getText(), drill?.raised.sentence ?? 'a sentence of the answer');
    assert.equal(drill?.state, 'open');
  });

  it('does not raise a second one while one is open', async () => {
    const { document } = await openText('raised-once.md', `${head}${design}`);
    await judged(document.uri);
    await run('drill');
    await run('drill');
    assert.lengthOf((await progress()).drills, 1);
  });

  it('raises none where the text names nothing, or is not judged', async () => {
    await openText('nothing.md', `${head}Nothing is said yet of how it is built.\n`);
    await run('drill');
    await openText('note.md', 'Just a note.\n');
    await run('drill');
    assert.isEmpty(await journalFiles());
  });

  it('stays open until the text gives all four parts, then keeps the words that gave them', async () => {
    await raiseCacheWiped('closing.md');
    const editor = await openText('closing.md', `${head}${design}`);
    await judged(editor.document.uri);
    await run('closeDrill');
    assert.equal((await progress()).drills[0]?.state, 'open');
    await editor.edit((edit) => edit.insert(new vscode.Position(editor.document.lineCount, 0), `\n${answer}`));
    await until('closeDrill', 'closed');
    const { closed } = (await progress()).drills[0] ?? {};
    assert.deepEqual(
      closed?.quotes.map(({ part }) => part),
      ['impact', 'detection', 'degradation', 'recovery'],
    );
    assert.include(closed?.quotes[2]?.quote, 'the edge serves stale redirects');
  });

  it('writes the failure below the paragraph that names its component, where it earns nothing', async () => {
    await raiseCacheWiped('commented.md');
    const { document } = await openText('commented.md', `${head}${design}\nIt ends here.\n`);
    const before = (await judged(document.uri)).review.words;
    await eventually('the comment', async () => {
      if (/three days\.\n\n<!-- drill foundations\/cache-wiped: [^>]+ -->\n\nIt ends here\./.test(document.getText()))
        return true;
      await run('commentDrill');
      return undefined;
    });
    assert.equal((await judged(document.uri)).review.words, before);
    await vscode.commands.executeCommand('workbench.action.files.save');
  });

  it('is given up from its row in the tree, although the answer is gone', async () => {
    const id = await raiseCacheWiped('gone.md');
    const row = drillRows(await progress());
    assert.equal(row.description, '1 open, 0 answered');
    assert.deepEqual(
      row.rows.map((one) => [one.id, one.label, one.description, one.spoken]),
      [[`${drillRow}${id}`, 'The cache comes back empty', 'gone.md', 'The cache comes back empty, open in gone.md']],
    );
    await until('giveUpDrill', 'given-up', row.rows[0]);
    assert.isEmpty(drillRows(await progress()).rows);
  });

  it('is hidden in a mock interview until that ends', async () => {
    await run('mockInterview', 'foundations/url-shortener');
    const editor = await eventually('the answer', () => vscode.window.activeTextEditor);
    const { document } = editor;
    try {
      await editor.edit((edit) => edit.insert(new vscode.Position(document.lineCount, 0), `\n${design}`));
      const id = await raiseCacheWiped(vscode.workspace.asRelativePath(document.uri));
      const row = { id: `${drillRow}${id}` };
      await eventually('the failure in the journal', async () => (await progress()).drills);
      const before = document.getText();
      // A thread that is shown is what the comment is written for.
      await run('commentDrill', row);
      await run('openDrill', row);
      await run('commentDrill');
      assert.equal(document.getText(), before);
      void run('mockAbandon');
      await eventually('the thread', async () => {
        if (document.getText() !== before) return true;
        await run('commentDrill', row);
        return undefined;
      });
      assert.include(document.getText(), '<!-- drill foundations/cache-wiped: ');
    } finally {
      void run('mockAbandon');
      await vscode.workspace.saveAll(false);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(document.uri);
    }
  });
});
