import { assert } from 'chai';
import * as vscode from 'vscode';
import { MemoryFiles } from './memory-files.ts';
import { api } from './review-support.ts';
import { eventually, fileUri } from './support.ts';

const scheme = 'rubricate-virtual';
const at = (path: string): vscode.Uri => vscode.Uri.from({ scheme, path: `/${path}` });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`rubricate.${command}`, ...args);
const reportsOf = (kind: string): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(`rubricate.${kind}`));

const answer = '---\nquestion: pinterest/home-feed\nlevel: L5\n---\n\n# Home feed\n\nSearch is out of scope.\n';
const captions =
  'WEBVTT\n\nNOTE question: pinterest/home-feed\n\n00:00:01.000 --> 00:00:04.000\n<v Kim>How would you begin?\n\n00:00:10.000 --> 00:00:14.000\n<v Sam>How many people open it a day?\n';
const offer = `title: An offer
currency: USD
horizon: 4 years
exitAfter: 4 years
offer:
  base: 100,000
equity:
  kind: options
  grant: 0.1%
  fullyDiluted: 10,000,000 shares
  strike: 1.00
  vesting: 4 years
exits:
  - name: Nothing
    value: 0
    probability: 100%
`;

/** No file of this is on any disk: the editor has them from a provider in memory, as it may have them from a server. */
describe('files that are nowhere on a disk', () => {
  const files = new MemoryFiles();
  let registration: vscode.Disposable;
  before(() => {
    registration = vscode.workspace.registerFileSystemProvider(scheme, files);
  });
  after(() => registration.dispose());
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const open = async (name: string, text: string): Promise<vscode.Uri> => {
    files.writeFile(at(name), bytes(text));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at(name)));
    return at(name);
  };

  it('are judged, and have a report', async () => {
    const uri = await open('answer.md', answer);
    assert.isTrue((await (await api()).review(uri))?.ok);
    await run('debrief');
    await eventually('the report', () => reportsOf('debrief').length > 0);
  });

  it('are read as an offer and as a spoken round', async () => {
    await open('acme.offer.yaml', offer);
    await run('showOffer');
    await eventually('the offer', () => reportsOf('offer').length > 0);
    const round = await open('round.vtt', captions);
    await run('reviewTranscript', { file: round.toString(), speaker: 'Sam' });
    await eventually('the round', () => reportsOf('transcript').length > 0);
  });

  it('are graded as a diagnosis, with the incident beside it', async () => {
    const written = await run<vscode.Uri | undefined>('newIncident', { difficulty: 'easy', seed: 5100 });
    if (!written) throw new Error('Nothing was written.');
    const folder = vscode.Uri.joinPath(written, '..');
    for (const [name] of await vscode.workspace.fs.readDirectory(folder))
      files.writeFile(at(`incident/${name}`), await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
    const points = await run<{ readonly of: number } | undefined>('gradeIncident', at('incident/diagnosis.md'));
    assert.isAbove(points?.of ?? 0, 0);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(fileUri('incidents/5100'), { recursive: true });
  });
});
