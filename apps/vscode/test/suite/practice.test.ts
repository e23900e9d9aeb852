import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Journal, JournalReading } from '../../src/practice/journal.ts';
import {
  allRows,
  anotherJournal,
  answeredEvent,
  emptyJournal,
  journalFiles,
  journalUri,
  nameOf,
  progressRows,
  readFile,
} from './practice-support.ts';
import { frontMatter, openText, skipUnlessTrusted, writeFile } from './review-support.ts';
import { eventually, fileUri } from './support.ts';

let log: vscode.LogOutputChannel;
before(() => {
  log = vscode.window.createOutputChannel('Rubricate tests', { log: true });
});
after(() => log.dispose());

const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`rubricate.${command}`, ...args);
const closeAll = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.closeAllEditors');

describe('New answer', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  afterEach(closeAll);

  it('makes a file with front matter, headings and prompts, the cursor at the first heading', async () => {
    await run('newAnswer', 'bakery/oven-plan');
    const editor = await eventually('the answer', () => vscode.window.activeTextEditor);
    assert.match(editor.document.uri.path, /\/oven-plan\.md$/);
    assert.equal(
      editor.document.getText(),
      [
        '---\nquestion: bakery/oven-plan\nlevel: L2\n---\n\n# Plan the ovens\n',
        '<!-- Plan how one oven serves three kinds of bread every morning. -->\n',
        '## Scope\n\n<!-- 5 min. What is baked and what is not. -->\n',
        '## Plan\n\n<!-- 25 min. The order of the batches. -->\n',
      ].join('\n'),
    );
    const { active } = editor.selection;
    assert.equal(editor.document.lineAt(active.line).text, '## Scope');
    assert.equal(active.character, '## Scope'.length);
  });

  it('takes the next free name and never writes over a file', async () => {
    await writeFile('night-shift.md', 'mine');
    await writeFile('night-shift-2.md', 'mine too');
    await run('newAnswer', 'bakery/night-shift');
    const editor = await eventually('the third', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('/night-shift-3.md')
        ? vscode.window.activeTextEditor
        : undefined,
    );
    assert.include(editor.document.getText(), 'question: bakery/night-shift');
    assert.equal(await readFile(fileUri('night-shift.md')), 'mine');
    assert.equal(await readFile(fileUri('night-shift-2.md')), 'mine too');
  });

  it('writes the level of another ladder by its bar', async () => {
    await run('newAnswer', 'foundations/url-shortener');
    const editor = await eventually('the answer', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('/url-shortener.md')
        ? vscode.window.activeTextEditor
        : undefined,
    );
    assert.include(editor.document.getText(), '\nlevel: senior\n');
  });

  it('leaves nothing but the answers behind', async () => {
    const names = (await vscode.workspace.fs.readDirectory(fileUri('.'))).map(([name]) => name);
    assert.isEmpty(names.filter((name) => name.endsWith('.tmp')));
  });
});

describe('Record attempt', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  beforeEach(emptyJournal);
  afterEach(closeAll);

  const record = (): Thenable<vscode.Uri | undefined> => run<vscode.Uri | undefined>('recordAttempt');

  it('writes one file with the review and the text, and never changes it', async () => {
    const editor = await openText('attempt.md', `${frontMatter}## Scope\n\nRolls are out of scope.\n`);
    const text = editor.document.getText();
    const file = await record();
    if (!file) throw new Error('Nothing was recorded.');
    const written = await readFile(file);
    const event = JSON.parse(written);
    assert.include(event, {
      v: 1,
      kind: 'attempt-recorded',
      question: 'bakery/oven-plan',
      level: 'L2',
      file: 'attempt.md',
      text,
    });
    assert.deepInclude(event.review.criteria, { ref: 'oven/scope', status: 'met', expected: true });
    assert.deepEqual(await journalFiles(), [nameOf(event)]);

    await editor.edit((edit) =>
      edit.insert(new vscode.Position(editor.document.lineCount, 0), '\nRye stays in the oven for 50 minutes.\n'),
    );
    await record();
    const files = await journalFiles();
    assert.lengthOf(files, 2);
    assert.equal(await readFile(file), written);
    const later = JSON.parse(await readFile(vscode.Uri.joinPath(journalUri(), files[1] ?? '')));
    assert.deepInclude(later.review.criteria, { ref: 'oven/minutes', status: 'met', expected: true });
    assert.equal(later.writer, event.writer);
  });

  it('records nothing of a text that answers no question', async () => {
    await openText('no-question.md', 'Just a text.\n');
    assert.isUndefined(await record());
    await openText('designs/rubric-alone.md', '## Scope\n\nBread.\n');
    assert.isUndefined(await record());
    assert.isEmpty(await journalFiles());
  });

  it('takes an untitled document, which has no file to name', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: `${frontMatter}Bread.\n`,
    });
    await vscode.window.showTextDocument(document);
    const file = await record();
    if (!file) throw new Error('Nothing was recorded.');
    assert.notProperty(JSON.parse(await readFile(file)), 'file');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});

describe('the journal', () => {
  const held: Journal[] = [];
  const window = (): Journal => {
    const journal = anotherJournal(log);
    held.push(journal);
    return journal;
  };
  beforeEach(emptyJournal);
  afterEach(() => {
    for (const journal of held.splice(0)) journal.dispose();
  });

  it('keeps what two windows write at the same time', async () => {
    const [one, other] = [window(), window()];
    assert.notEqual(one.occasion().writer, other.occasion().writer);
    const events = Array.from({ length: 40 }, (_, index) => ({
      ...answeredEvent(),
      ...(index % 2 === 0 ? one : other).occasion(),
      at: '2026-11-21T09:00:00.000Z',
    }));
    await Promise.all(events.map((event, index) => (index % 2 === 0 ? one : other).record(event, journalUri())));
    assert.lengthOf(await journalFiles(), 40);
    assert.equal((await window().read()).progress.events, 40);
    await eventually('each to see what the other wrote', async () => {
      const counts = await Promise.all([one.read(), other.read()]);
      return counts.every(({ progress }) => progress.events === 40);
    });
  });

  it('counts an event once that is recorded twice', async () => {
    const journal = window();
    const event = answeredEvent();
    await journal.record(event, journalUri());
    await window().record(event, journalUri());
    assert.deepEqual(await journalFiles(), [nameOf(event)]);
    assert.equal((await window().read()).progress.events, 1);
  });

  it('never writes over a file of the same name', async () => {
    const event = answeredEvent();
    const path = `.rubricate/journal/${nameOf(event)}`;
    await writeFile(path, '{"v": 1, "somebody": "else"}');
    let reason = '';
    await window()
      .record(event, journalUri())
      .catch((error: Error) => {
        reason = error.message;
      });
    assert.include(reason, nameOf(event));
    assert.equal(await readFile(fileUri(path)), '{"v": 1, "somebody": "else"}');
    assert.deepEqual(await journalFiles(), [nameOf(event)]);
  });

  it('skips a damaged file, reports it and leaves it where it is', async () => {
    const event = answeredEvent();
    await window().record(event, journalUri());
    await writeFile('.rubricate/journal/cut.json', '{"v": 1, "kind": "card-ans');
    await writeFile('.rubricate/journal/.half.json.1.tmp', '{"v"');
    const { progress, damaged } = await window().read();
    assert.equal(progress.events, 1);
    assert.deepEqual(
      damaged.map(({ file }) => file.path.split('/').at(-1)),
      ['cut.json'],
    );
    // Until its watcher has told it, the running extension may still report the file of the test before.
    const cut = await eventually('the check to name it', async () =>
      (await run<JournalReading>('checkJournal')).damaged.find(({ file }) => file.path.endsWith('/cut.json')),
    );
    assert.include(cut.message, 'not JSON');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    assert.includeMembers([...(await journalFiles())], ['cut.json', nameOf(event)]);

    await writeFile('.rubricate/journal/cut.json', JSON.stringify(answeredEvent()));
    assert.equal((await window().read()).progress.events, 2, 'a file that was mended counts');
  });

  it('refuses a file system that cannot be written, and says so', async () => {
    const readOnly = vscode.workspace.registerFileSystemProvider('bakery-archive', new EmptyArchive(), {
      isReadonly: true,
    });
    try {
      let reason = '';
      await window()
        .record(answeredEvent(), vscode.Uri.parse('bakery-archive:/.rubricate/journal'))
        .catch((error: Error) => {
          reason = error.message;
        });
      assert.include(reason, 'cannot be written to');
    } finally {
      readOnly.dispose();
    }
  });
});

/** A file system with nothing in it. */
class EmptyArchive implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  watch = (): vscode.Disposable => new vscode.Disposable(() => {});
  stat = (uri: vscode.Uri): vscode.FileStat => {
    throw vscode.FileSystemError.FileNotFound(uri);
  };
  readDirectory = (): [string, vscode.FileType][] => [];
  createDirectory = (): void => {};
  readFile = (uri: vscode.Uri): Uint8Array => {
    throw vscode.FileSystemError.FileNotFound(uri);
  };
  writeFile = (): void => {};
  delete = (): void => {};
  rename = (): void => {};
}

describe('the progress tree', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  beforeEach(emptyJournal);
  afterEach(closeAll);

  it('has the target, the rounds of its level with their questions, and the others in groups', async () => {
    const rows = await progressRows(log);
    assert.deepEqual(
      rows
        .slice(0, 6)
        .map(({ label, description, rows: inner }) => [label, description, inner.map((row) => row.label)]),
      [
        ['L2 · The bakery, baker', 'no date yet', []],
        [
          'About this loop',
          '',
          [
            'The role',
            'Levels',
            'Pay',
            'Promotions',
            'Time and silence',
            'Reading',
            'Where accounts differ',
            'Sources',
          ],
        ],
        ['At the counter', '0 of 1', ['Plan the counter']],
        ['The owner', 'sources are silent', []],
        ['Rounds of other levels', '0 of 1', ['Taste a loaf']],
        ['More to practise: The bakery, baker', '0 of 2', ['Plan the ovens', 'Staff the night shift']],
      ],
    );
    assert.equal(rows[6]?.label, 'More to practise: Foundations');
    assert.include(rows[2]?.tooltip, 'The bakery gazette, Gazette, 2026\\-06');
    assert.include(rows[2]?.tooltip, 'Claimed: nobody else is known to confirm it.');
    assert.include(rows[2]?.tooltip, 'Asked by: The shop manager');
    assert.include(rows[3]?.tooltip, 'The sources do not say what is asked in this round');
    assert.isEmpty(allRows(rows).filter(({ spoken, tooltip }) => spoken === '' || tooltip === ''));
  });

  it('tells about the loop, each thing with who says so and how far it is borne out', async () => {
    const rows = allRows(await progressRows(log));
    const row = (label: string) => rows.find((one) => one.label === label);
    assert.equal(row('L2, Baker')?.description, 'senior · your target');
    assert.include(row('L2, Baker')?.tooltip, '- A plan with numbers');
    const pay = row('L2: €30,000 to €36,000 a year');
    assert.equal(pay?.description, 'disputed · base');
    assert.include(pay?.tooltip, 'Another account: Bakers are paid 28,000');
    assert.include(pay?.tooltip, 'Disputed: another account says otherwise.');
    assert.include(pay?.tooltip, 'This source sells: ovens');
    assert.equal(row('L1 → L2')?.description, 'two years');
    assert.include(row('Two to three weeks')?.tooltip, 'Counted from the first call to the offer.');
    assert.equal(row('Silence of a week means nothing.')?.description, 'silence');
    assert.equal(row('The book of bread')?.description, 'not found in public');
    const dispute = row('There are three rounds.');
    assert.deepEqual(
      dispute?.rows.map(({ label }) => label),
      ['There are four rounds.'],
    );
    assert.include(dispute?.tooltip, 'Another account: There are four rounds');
    assert.include(row('The bakery gazette')?.description, 'Gazette, 2026-06');
    assert.include(row('Ovens of today')?.description, 'undated');
    assert.include(row('Orders')?.tooltip, 'flour');
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length, 'no two rows fold together');
  });

  it('shows an attempt at once, with its signal, level, date and trend', async () => {
    const editor = await openText(
      'counter.md',
      '---\nquestion: bakery/counter\nlevel: L2\n---\n\n## Scope\n\nBread.\n',
    );
    await run('recordAttempt');
    const find = async () => allRows(await progressRows(log)).find(({ question }) => question === 'bakery/counter');
    const before = await find();
    assert.equal(before?.kind, 'question.known.attempted');
    assert.match(before?.description ?? '', /^(Strong|Lean) (yes|no) · .+ · .*\d/);
    await editor.edit((edit) =>
      edit.insert(
        new vscode.Position(editor.document.lineCount, 0),
        'Rolls are out of scope. Rye stays in the oven for 50 minutes.\n',
      ),
    );
    await run('recordAttempt');
    const after = await find();
    assert.match(after?.description ?? '', /^↗ (Strong|Lean) (yes|no) · /);
    assert.include(after?.spoken, '2 attempts');
    assert.include(after?.spoken, 'better than the attempt before');
  });

  it('opens the file of the last attempt or, when it is gone, the text that was kept', async () => {
    await openText('last.md', `${frontMatter}Bread of the last attempt.\n`);
    await run('recordAttempt');
    await closeAll();
    await run('openLastAnswer', 'bakery/oven-plan');
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /\/last\.md$/);
    await closeAll();
    await vscode.workspace.fs.delete(fileUri('last.md'));
    await run('openLastAnswer', 'bakery/oven-plan');
    assert.isTrue(vscode.window.activeTextEditor?.document.isUntitled);
    assert.include(vscode.window.activeTextEditor?.document.getText(), 'Bread of the last attempt.');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
