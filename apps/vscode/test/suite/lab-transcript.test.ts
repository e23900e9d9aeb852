import { englishSpokenWords } from '@rubricate/core/labs/transcript';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { spokenWords } from '../../src/labs/transcript/spoken-words.ts';
import { allRows, emptyJournal, progressRows, readFile } from './practice-support.ts';
import { openText, skipUnlessTrusted } from './review-support.ts';
import { eventually, fileUri } from './support.ts';

const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`rubricate.${command}`, ...args);
const reports = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('rubricate.transcript'));

const captions = `WEBVTT

NOTE question: bakery/oven-plan

00:00:01.000 --> 00:00:04.000
<v Kim>How would you plan the ovens?

00:00:10.000 --> 00:00:14.000
<v Sam>Um, how many ovens do we have?

00:00:15.000 --> 00:00:16.000
<v Kim>Two of them.

00:00:17.000 --> 00:00:25.000
<v Sam>Rolls are out of scope. Rye stays in the oven for 50 minutes.
`;

describe('Spoken practice', () => {
  let log: vscode.LogOutputChannel;
  before(async function () {
    await skipUnlessTrusted(this);
    log = vscode.window.createOutputChannel('Rubricate transcript tests', { log: true });
  });
  after(() => log?.dispose());
  beforeEach(emptyJournal);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('says in the editor what the command says', () => {
    assert.deepEqual(spokenWords(), englishSpokenWords);
  });

  it('shows its report once beside the transcript, however often it is asked for', async () => {
    const { document } = await openText('round.vtt', captions);
    await run('reviewTranscript', { file: document.uri.toString(), speaker: 'Sam' });
    await run('reviewTranscript', { file: document.uri.toString(), speaker: 'Sam' });
    const [tab, ...others] = await eventually('the report', reports);
    assert.equal(tab?.label, 'Spoken: round.vtt');
    assert.isEmpty(others);
    assert.notEqual(tab?.group.viewColumn, vscode.ViewColumn.One);
  });

  it('reads SubRip and plain text as well', async () => {
    const plain = await openText(
      'round.txt',
      'Kim: How would you plan the ovens?\nSam: Rolls are out of scope.\nKim: Fine.\n',
    );
    const asked = { speaker: 'Sam', question: 'bakery/oven-plan' };
    await run('reviewTranscript', { ...asked, file: plain.document.uri.toString() });
    const subRip = await openText('round.srt', '1\n00:00:01,000 --> 00:00:03,000\nRolls are out of scope.\n');
    await run('reviewTranscript', { question: asked.question, file: subRip.document.uri.toString() });
    await eventually('both reports', () => reports().length === 2);
    assert.sameMembers(
      reports().map(({ label }) => label),
      ['Spoken: round.txt', 'Spoken: round.srt'],
    );
  });

  it('shows nothing for a speaker who is not there, a file that is gone, or one in which nobody speaks', async () => {
    const { document } = await openText('round.vtt', captions);
    await run('reviewTranscript', { file: document.uri.toString(), speaker: 'Nobody' });
    await run('reviewTranscript', { file: fileUri('gone.vtt').toString(), speaker: 'Sam' });
    const silent = await openText('silent.vtt', 'WEBVTT\n\nNOTE nothing\n');
    await run('reviewTranscript', { file: silent.document.uri.toString() });
    assert.isEmpty(reports());
  });

  it('is recorded as an attempt with its times and figures, which the debrief shows', async () => {
    const { document } = await openText('round.vtt', captions);
    const file = await run<vscode.Uri | undefined>('recordTranscript', {
      file: document.uri.toString(),
      speaker: 'Sam',
    });
    if (!file) throw new Error('Nothing was recorded.');
    const event = JSON.parse(await readFile(file));
    assert.equal(event.question, 'bakery/oven-plan');
    assert.equal(event.file, 'round.vtt');
    assert.include(event.text, 'Rye stays in the oven');
    assert.notInclude(event.text, 'How would you plan');
    assert.deepInclude(event.spoken, { silences: 1, medianSilence: 6, firstQuestion: 10, fillers: 1, hedges: 0 });
    assert.equal(event.times.used, 24);
    const rows = allRows(await progressRows(log));
    assert.isDefined(rows.find(({ attempt }) => attempt === event.id));
    await run('debrief', { attempt: event.id });
    await eventually('the debrief', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('rubricate.debrief')),
    );
  });
});
