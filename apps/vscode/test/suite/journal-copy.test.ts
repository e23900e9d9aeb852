import { eventFileText, fold } from '@rubricate/core/practice';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { journalCopy } from '../../src/practice/journal-copy.ts';
import { type JournalFolder, journalFolder } from '../../src/practice/journal-folder.ts';
import { MemoryFiles } from './memory-files.ts';
import { answeredEvent, nameOf, readFile } from './practice-support.ts';
import { eventually } from './support.ts';

describe('the copy of a large journal', () => {
  const size = 250;
  let files: MemoryFiles;
  let provider: vscode.Disposable;
  let folder: vscode.Uri;
  let copies: vscode.Uri;
  let runs = 0;
  /** The folder as a window has it that has just opened. */
  const window = (uri = folder): JournalFolder => journalFolder(uri, journalCopy(copies, uri));
  const write = (name: string, text: string): void =>
    files.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
  const fill = (count: number): readonly string[] => {
    files.createDirectory(folder);
    return Array.from({ length: count }, () => {
      const event = answeredEvent();
      write(nameOf(event), eventFileText(event));
      return nameOf(event);
    });
  };
  const copyNames = (): readonly string[] => files.names().filter((name) => name.endsWith('.journal'));
  /** An editor may take the old file away a moment before the new one is in its place. */
  const copyText = (file: vscode.Uri): Promise<string> => readFile(file).catch(() => '');
  const eventsOf = async (one: JournalFolder): Promise<number> => fold((await one.read()).events).events;
  /** A first window reads the files and leaves a copy. */
  const leaveCopy = async (): Promise<void> => {
    assert.equal(await eventsOf(window()), size);
    await eventually('a copy', () => copyNames().length === 1);
  };
  beforeEach(() => {
    files = new MemoryFiles();
    const scheme = `copies${runs++}`;
    provider = vscode.workspace.registerFileSystemProvider(scheme, files);
    folder = vscode.Uri.parse(`${scheme}:/.rubricate/journal`);
    copies = vscode.Uri.parse(`${scheme}:/copies`);
  });
  afterEach(() => provider.dispose());

  it('is read in the place of the files, and what was added since is read from them', async () => {
    fill(size);
    await leaveCopy();
    fill(3);
    files.reads = 0;
    const next = window();
    assert.equal(await eventsOf(next), size + 3);
    assert.equal(files.reads, 4);
    assert.isFalse(await next.check());
    assert.isAbove(files.reads, size);
  });

  it('gives way to the files where one was changed, and what is wrong with it is told', async () => {
    const names = fill(size);
    await leaveCopy();
    write(names[7] ?? '', '{ "v": 1');
    const next = window();
    assert.equal(await eventsOf(next), size);
    assert.isTrue(await next.check());
    const { events, damaged } = await next.read();
    assert.lengthOf(events, size - 1);
    assert.deepEqual(
      damaged.map(({ file }) => file.path.slice(file.path.lastIndexOf('/') + 1)),
      [names[7]],
    );
    assert.isEmpty(copyNames());
  });

  it('keeps nothing of what was deleted', async () => {
    const [first = ''] = fill(size);
    await leaveCopy();
    files.delete(vscode.Uri.joinPath(folder, first));
    assert.equal(await eventsOf(window()), size - 1);
    const [copy = ''] = copyNames();
    const id = first.slice(first.lastIndexOf('-') + 1, -'.json'.length);
    await eventually('a copy without it', async () => {
      const text = await copyText(vscode.Uri.joinPath(copies, copy));
      return text !== '' && !text.includes(id);
    });
    for (const name of files.names().filter((one) => one.endsWith('.json')))
      files.delete(vscode.Uri.joinPath(folder, name));
    assert.equal(await eventsOf(window()), 0);
    assert.isEmpty(copyNames());
  });

  it('is no matter where it is damaged, belongs to another folder or cannot be written', async () => {
    fill(size);
    await leaveCopy();
    const [copy = ''] = copyNames();
    const file = vscode.Uri.joinPath(copies, copy);
    const sound = await readFile(file);
    for (const text of [sound.slice(0, -20), sound.replace('/.rubricate/', '/elsewhere/'), '', '\n{}']) {
      files.writeFile(file, new TextEncoder().encode(text));
      assert.equal(await eventsOf(window()), size);
      await eventually('a sound copy', async () => (await copyText(file)).length === sound.length);
    }
    files.delete(file);
    files.room = 0;
    assert.equal(await eventsOf(window()), size);
    await journalCopy(copies, folder).write([answeredEvent()]);
    assert.isEmpty(files.names().filter((name) => !name.endsWith('.json')));
  });

  it('is not made of a small one', async () => {
    fill(20);
    const small = window();
    assert.equal(await eventsOf(small), 20);
    await small.check();
    assert.isEmpty(copyNames());
  });
});
