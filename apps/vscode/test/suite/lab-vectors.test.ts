import { createPlayground, defaultSettings, finish } from '@rubricate/core/labs/vectors';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { type HostMessage, readMessage, steps } from '../../src/labs/vectors/messages.ts';
import { pageHtml } from '../../src/labs/vectors/page.ts';
import { resultHtml } from '../../src/labs/vectors/result.ts';
import { vectorRun } from '../../src/labs/vectors/run.ts';
import { eventually } from './support.ts';

/** What the page sends when nothing was touched, with small data so that a test is short. */
const asked = {
  ...{ index: 'all', metric: 'cosine', seed: 1, hybrid: false, filter: 1 },
  ...{ n: 500, d: 16, k: 10, M: 8, efConstruction: 60, efSearch: 40, nlist: 16, nprobe: 8, m: 8, nbits: 4 },
};
const run = (settings: object = asked): object => ({ kind: 'run', settings });
const tabs = (): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('rubricate.vectors'));

/** A run whose messages are kept. */
function watchedRun() {
  const sent: HostMessage[] = [];
  const watched = vectorRun(async (message) => sent.push(message) > 0);
  const result = (): Promise<HostMessage> => eventually('a result', () => sent.find(({ kind }) => kind === 'result'));
  return { watched, sent, result };
}

describe('Vector playground', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens once, and its page asks for a first run and gets it', async function () {
    // The first run builds every index, which takes a busy machine a while.
    this.timeout(90_000);
    await vscode.commands.executeCommand('rubricate.vectors');
    await vscode.commands.executeCommand('rubricate.vectors');
    const [tab, ...others] = await eventually('the playground', tabs);
    assert.equal(tab?.label, 'Vector playground');
    assert.isEmpty(others);
  });

  it('gives the numbers that the command gives', async () => {
    const { watched, result } = watchedRun();
    watched.receive(run({ ...asked, filter: 0.1, hybrid: true }));
    const message = await result();
    const { filter: _, ...same } = asked;
    const settings = {
      ...defaultSettings,
      ...same,
      index: 'all',
      metric: 'cosine',
      filters: [0.1],
      hybrid: true,
    } as const;
    const report = finish(createPlayground().run(settings));
    assert.equal(message.kind === 'result' && message.html, resultHtml(report));
    assert.match(message.text, /^Recall of the 10 nearest\. exact: recall 1\.000 for 500 distances; hnsw: /);
  });

  it('ends what runs when something else is asked for, and when it is told to stop', async () => {
    const { watched, sent, result } = watchedRun();
    watched.receive(run({ ...asked, n: 20_000, d: 128 }));
    watched.receive(run({ ...asked, index: 'exact' }));
    assert.match((await result()).text, /^Recall of the 10 nearest\. exact: recall 1\.000 for 500 distances\.$/);
    assert.lengthOf(
      sent.filter(({ kind }) => kind === 'result'),
      1,
    );
    watched.receive(run({ ...asked, n: 20_000, d: 128 }));
    watched.receive({ kind: 'stop' });
    assert.equal(sent.at(-1)?.kind, 'stopped');
  });

  it('leaves the editor free while it runs', async () => {
    const { watched, sent } = watchedRun();
    watched.receive(run({ ...asked, index: 'hnsw', n: 2000, d: 64 }));
    let turns = 0;
    while (!sent.some(({ kind }) => kind === 'result')) {
      await new Promise((done) => setTimeout(done));
      turns += 1;
    }
    // Others had their turn again and again before it was done.
    assert.isAbove(turns, 5);
  });

  it('takes from a page only what its controls can say', () => {
    assert.equal(readMessage(run())?.kind, 'run');
    for (const wrong of [
      undefined,
      'run',
      { kind: 'run' },
      { kind: 'go', settings: asked },
      run({ ...asked, index: 'lsh' }),
      run({ ...asked, n: 1_000_000 }),
      run({ ...asked, n: '500' }),
      run({ ...asked, seed: 1.5 }),
      run({ ...asked, filter: 0 }),
      run({ ...asked, hybrid: 'yes' }),
      run({ ...asked, nlist: 4, nprobe: 16 }),
      run({ ...asked, k: 50, efSearch: 10 }),
    ])
      assert.isUndefined(readMessage(wrong), JSON.stringify(wrong));
  });

  it('starts from settings that the sliders have, and loads nothing from anywhere', () => {
    for (const [name, own] of Object.entries(steps))
      if (name !== 'filter')
        assert.include(own as readonly number[], defaultSettings[name as keyof typeof defaultSettings] as number);
    const html = pageHtml('0123');
    assert.include(
      html,
      "default-src 'none'; style-src 'nonce-0123'; script-src 'nonce-0123'".replaceAll("'", '&#39;'),
    );
    assert.notMatch(html, /https?:|\son\w+=|\sstyle=/);
    for (const [, id] of html.matchAll(/<(?:select|input)[^>]* id="(\w+)"/g))
      assert.include(html, `<label for="${id}"`);
  });
});
