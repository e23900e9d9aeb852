import { eventVersion, fold, isEventFileName, type PracticeEvent } from '@rubricate/core/practice';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { numbersOf, sharedJournal, sharedNumbers } from '../../../../scripts/shared-journal.ts';
import type { Journal } from '../../src/practice/journal.ts';
import { journalFolder } from '../../src/practice/journal-folder.ts';
import { recordOrSay, waitingEvents } from '../../src/practice/record-or-say.ts';
import { moveJournal, offerToMove } from '../../src/practice/recording/move-journal.ts';
import { MemoryFiles } from './memory-files.ts';
import { anotherJournal, answeredEvent, emptyJournal, journalFiles, journalUri, nameOf } from './practice-support.ts';
import { skipUnlessTrusted, writeFile } from './review-support.ts';
import { eventually, fileUri } from './support.ts';

/** Answers messages in the place of the user: with the words of a button, or by looking away. */
class Answering {
  readonly said: string[] = [];
  readonly #answers: (string | undefined)[] = [];
  readonly #own = { error: vscode.window.showErrorMessage, information: vscode.window.showInformationMessage };

  start(): void {
    const answer = async (message: string): Promise<unknown> => {
      this.said.push(message);
      // As long as the user reads; what fails meanwhile is no matter of a message of its own.
      await new Promise((resolve) => setTimeout(resolve, 200));
      return this.#answers.shift();
    };
    Object.assign(vscode.window, { showErrorMessage: answer, showInformationMessage: answer });
  }

  stop(): void {
    Object.assign(vscode.window, {
      showErrorMessage: this.#own.error,
      showInformationMessage: this.#own.information,
    });
  }

  with(...answers: readonly (string | undefined)[]): void {
    this.#answers.push(...answers);
  }
}

const ownStorage = (): vscode.Uri => fileUri('.storage/journal');
const quietly = (): void => {};

describe('a journal in trouble', () => {
  let log: vscode.LogOutputChannel;
  let journal: Journal;
  let files: MemoryFiles;
  let provider: vscode.Disposable;
  let user: Answering;
  let runs = 0;
  let folder: vscode.Uri;
  before(() => {
    log = vscode.window.createOutputChannel('Rubricate troubles', { log: true });
  });
  beforeEach(async () => {
    await emptyJournal();
    journal = anotherJournal(log);
    files = new MemoryFiles();
    const scheme = `oven${runs++}`;
    provider = vscode.workspace.registerFileSystemProvider(scheme, files);
    folder = vscode.Uri.parse(`${scheme}:/.rubricate/journal`);
    user = new Answering();
    user.start();
  });
  afterEach(async () => {
    user.stop();
    provider.dispose();
    journal.dispose();
    await vscode.workspace.fs.delete(fileUri('.storage'), { recursive: true }).then(undefined, quietly);
    await emptyJournal();
  });
  after(() => log.dispose());

  const recordAll = (events: readonly PracticeEvent[]): Promise<unknown> =>
    Promise.all(events.map((event) => recordOrSay(journal, event, folder, quietly)));
  const eventsIn = async (uri: vscode.Uri): Promise<number> =>
    fold((await journalFolder(uri).read()).events.flat()).events;

  it('is kept in a virtual file system as in any other', async () => {
    await recordAll([answeredEvent(), answeredEvent(), answeredEvent()]);
    assert.equal(await eventsIn(folder), 3);
    assert.isEmpty(user.said);
  });

  it('says that a disk is full, leaves no half of a file, and records what waited once there is room', async () => {
    const [first, second, third] = [answeredEvent(), answeredEvent(), answeredEvent()];
    await recordAll([first]);
    files.room = 40;
    assert.isUndefined(await recordOrSay(journal, second, folder, quietly));
    await eventually('the message', () => user.said);
    assert.include(user.said[0], 'The disk is full.');
    assert.deepEqual(files.names(), [nameOf(first)]);
    assert.equal(waitingEvents(journal), 1);

    files.room = Number.POSITIVE_INFINITY;
    await recordAll([third]);
    await eventually('what waited', () => waitingEvents(journal) === 0);
    assert.equal(await eventsIn(folder), 3);
    assert.deepEqual(files.names(), [first, second, third].map(nameOf).sort());
  });

  it('tries again all that waits, in one message, when it is asked to', async () => {
    files.failingRenames = 3;
    user.with('Try again');
    await recordAll([answeredEvent(), answeredEvent(), answeredEvent()]);
    await eventually('all three', async () => (await eventsIn(folder)) === 3);
    assert.lengthOf(user.said, 1);
    assert.isTrue(files.names().every(isEventFileName), 'no draft is left');
    // A file is there a moment before whoever wrote it knows.
    await eventually('nothing waits', () => waitingEvents(journal) === 0);
  });

  it('keeps in its own storage what cannot be written, when it is asked to, and counts it', async () => {
    const archive = vscode.workspace.registerFileSystemProvider(`archive${runs}`, files, { isReadonly: true });
    const readOnly = vscode.Uri.parse(`archive${runs}:/.rubricate/journal`);
    try {
      user.with("Keep in Rubricate's own storage");
      assert.isUndefined(await recordOrSay(journal, answeredEvent(), readOnly, quietly));
      await eventually('the event in its own storage', async () => (await eventsIn(ownStorage())) === 1);
      assert.include(user.said[0], 'cannot be written to');
      assert.equal((await journal.readFresh()).progress.events, 1);
      assert.isEmpty(files.names());
      assert.equal(waitingEvents(journal), 0);
    } finally {
      archive.dispose();
    }
  });

  it('still has what waits when the message was closed, and says how much when it fails again', async () => {
    files.room = 0;
    user.with(undefined, undefined);
    await recordOrSay(journal, answeredEvent(), folder, quietly);
    await eventually('a message', () => user.said);
    // A message that was closed is over only a moment later.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await recordOrSay(journal, answeredEvent(), folder, quietly);
    await eventually('another', () => user.said.length === 2);
    assert.match(user.said[1] ?? '', /^2 events are not recorded yet/);
    assert.equal(waitingEvents(journal), 2);
  });

  it('keeps the order of what was done when the clock is set back by a year', async () => {
    const common = { v: eventVersion, writer: 'tests', task: 'p/t' } as const;
    const ticked = { ...common, kind: 'task-ticked', id: 'ticked01', at: '2026-11-21T09:00:00.000Z' } as const;
    const unticked = { ...common, kind: 'task-unticked', id: 'ticked02', at: '2025-11-21T09:00:00.000Z' } as const;
    await journal.record(ticked, journalUri());
    await journal.record(unticked, journalUri());
    // Once more, as after a rename whose answer was lost: the same event is no other one.
    await journal.record(unticked, journalUri());
    const { progress } = await anotherReading();
    assert.equal(progress.events, 2);
    assert.isFalse(progress.ticks.has('p/t'));
  });

  const anotherReading = async () => {
    const other = anotherJournal(log);
    try {
      return await other.read();
    } finally {
      other.dispose();
    }
  };

  it('comes to the numbers that the command comes to', async () => {
    for (const { name, text } of sharedJournal) await writeFile(`.rubricate/journal/${name}`, text);
    const { progress, damaged } = await anotherReading();
    const names = damaged.map(({ file }) => file.path.slice(file.path.lastIndexOf('/') + 1));
    assert.deepEqual(numbersOf(progress, names), sharedNumbers);
  });

  describe('that was kept with no folder open', () => {
    before(async function () {
      await skipUnlessTrusted(this);
    });
    const memory = (): vscode.Memento => {
      const kept = new Map<string, unknown>();
      return {
        keys: () => [...kept.keys()],
        get: <T>(key: string) => kept.get(key) as T,
        update: async (key, value) => void (value === undefined ? kept.delete(key) : kept.set(key, value)),
      };
    };
    const keep = async (count: number): Promise<void> => {
      for (let index = 0; index < count; index++) await journal.record(answeredEvent(), journal.own);
    };

    it('is moved when that is wanted, and nothing is lost or counted twice', async () => {
      await keep(3);
      assert.equal((await journal.readFresh()).progress.events, 3);
      user.with('Move');
      await offerToMove(journal, memory());
      assert.match(user.said[0] ?? '', /^3 files of your journal/);
      assert.match(user.said[1] ?? '', /^3 files of your journal were moved/);
      assert.equal(await eventsIn(journalUri()), 3);
      assert.lengthOf(await journalFiles(), 3);
      assert.equal(await eventsIn(ownStorage()), 0);
      assert.equal((await journal.readFresh()).progress.events, 3);
    });

    it('is not offered again after a "not now", nor where there is nothing', async () => {
      const remembered = memory();
      await offerToMove(journal, remembered);
      assert.isEmpty(user.said);
      await keep(1);
      user.with('Not now');
      await offerToMove(journal, remembered);
      await offerToMove(journal, remembered);
      assert.lengthOf(user.said, 1);
      assert.equal(await eventsIn(ownStorage()), 1);
    });

    it('moves what an interruption left in both places, and leaves what is damaged', async () => {
      const event = answeredEvent();
      await journal.record(event, journal.own);
      await journal.record(event, journalUri());
      await writeFile('.storage/journal/cut.json', '{"v": 1');
      const { moved, stayed } = await moveJournal(journal.own, journalUri());
      assert.equal(moved, 1);
      assert.deepEqual(
        stayed.map(({ file }) => file.path.split('/').at(-1)),
        ['cut.json'],
      );
      assert.deepEqual(await journalFiles(), [nameOf(event)]);
      assert.equal((await journal.readFresh()).progress.events, 1);
    });

    it('stays where it is, each event of it, when the folder cannot be written', async () => {
      await keep(3);
      files.failingRenames = 1;
      const { moved, stayed } = await moveJournal(journal.own, folder);
      assert.deepEqual([moved, stayed.length], [2, 1]);
      assert.equal((await eventsIn(ownStorage())) + (await eventsIn(folder)), 3);
    });
  });
});
