import { assert } from 'chai';
import * as vscode from 'vscode';
import { emptyJournal } from './practice-support.ts';
import { openText } from './review-support.ts';
import { eventually, readRunFacts } from './support.ts';

const run = <T>(command: string, ...args: readonly unknown[]): Thenable<T> =>
  vscode.commands.executeCommand<T>(`rubricate.${command}`, ...args);
const spoken = (): readonly string[] =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('rubricate.transcript'))
    .map(({ label }) => label);

const captions = 'WEBVTT\n\n00:00:01.000 --> 00:00:09.000\n<v Sam>Rolls are out of scope. Rye stays for 50 minutes.\n';
const design = '# Design\n\nA redirect asks Redis first, which holds the links of the last three days.\n';

/** Data incidents, offers and the playground run as a whole in a folder that nobody trusts: they read no pack of the folder. */
describe('labs that judge by packs, in a folder that is trusted or not', () => {
  let isTrusted = false;
  before(async () => {
    isTrusted = (await readRunFacts()).trust === 'off';
  });
  beforeEach(emptyJournal);
  afterEach(async () => {
    await vscode.workspace.saveAll(false);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await emptyJournal();
  });

  it('a failure of a pack that ships is raised, trusted or not', async () => {
    const { document } = await openText(
      'drill-shipped.md',
      `---\nquestion: foundations/url-shortener\n---\n\n${design}`,
    );
    await run('drill');
    await eventually('the failure in the text', async () => {
      if (document.getText().includes('<!-- drill foundations/')) return true;
      await run('commentDrill');
      return undefined;
    });
  });

  it('an answer to a question of the folder has no failure where the folder is not trusted', async function () {
    if (isTrusted) this.skip();
    const { document } = await openText('drill-own.md', `---\nquestion: bakery/oven-plan\n---\n\n${design}`);
    const before = document.getText();
    await run('drill');
    await run('commentDrill');
    assert.equal(document.getText(), before);
  });

  it('a transcript is judged by the packs of the folder only where it is trusted', async () => {
    const own = await openText('own.vtt', captions);
    await run('reviewTranscript', { file: own.document.uri.toString(), speaker: 'Sam', question: 'bakery/oven-plan' });
    const shipped = await openText('shipped.vtt', captions);
    const asked = { speaker: 'Sam', question: 'foundations/url-shortener' };
    await run('reviewTranscript', { ...asked, file: shipped.document.uri.toString() });
    await eventually('the report', () => spoken().includes('Spoken: shipped.vtt'));
    assert.equal(spoken().includes('Spoken: own.vtt'), isTrusted);
  });
});
