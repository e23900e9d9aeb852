import { readWorkspaceConfig, type WorkspaceConfig } from '@rubricate/core/model';
import { type ChosenTarget, withTarget } from '@rubricate/core/practice';
import { assert } from 'chai';
import * as vscode from 'vscode';
import type { Leaving } from '../../src/practice/quiz/quick-input.ts';
import { setTarget } from '../../src/practice/set-target.ts';
import { targetOf } from '../../src/practice/target.ts';
import { chooseTarget, type StepUi } from '../../src/practice/target-steps.ts';
import { readFile, withWorkspace } from './practice-support.ts';
import { skipUnlessTrusted, writeFile } from './review-support.ts';
import { fileUri } from './support.ts';

let log: vscode.LogOutputChannel;
before(() => {
  log = vscode.window.createOutputChannel('Rubricate target tests', { log: true });
});
after(() => log.dispose());

/** Answers each page by a part of a row's label, a typed value, or a way out; says what was shown. */
type Answer = string | { readonly type: string } | Leaving['kind'];
function script(answers: readonly Answer[]): StepUi & { readonly pages: string[]; readonly left: () => number } {
  const rest = [...answers];
  const pages: string[] = [];
  const leaving = (answer: Answer | undefined): Leaving | undefined =>
    answer === 'back' || answer === 'quit' ? { kind: answer } : undefined;
  return {
    pages,
    left: () => rest.length,
    async pick(page) {
      const answer = rest.shift();
      pages.push(`${page.title}${page.canGoBack ? ' ←' : ''}`);
      const left = leaving(answer);
      if (left) return left;
      const row = page.items.find(({ label }) => typeof answer === 'string' && label.includes(answer));
      if (row?.move === undefined)
        throw new Error(`No row "${String(answer)}" in: ${page.items.map(({ label }) => label).join(' | ')}`);
      return row.move;
    },
    async ask(page) {
      for (;;) {
        const answer = rest.shift();
        const left = leaving(answer);
        if (left) return left;
        if (typeof answer !== 'object') throw new Error(`Nothing is typed on "${page.title}".`);
        const read = page.read(answer.type);
        if (typeof read !== 'string') return read;
        pages.push(read);
      }
    },
  };
}

async function choose(
  answers: readonly Answer[],
  config: WorkspaceConfig = {},
): Promise<{ readonly chosen: ChosenTarget | undefined; readonly pages: readonly string[] }> {
  const ui = script(answers);
  const chosen = await withWorkspace(log, (workspace) => {
    const current = targetOf(workspace);
    return chooseTarget(ui, {
      packs: workspace.library.packs,
      config,
      current: current && { pack: current.pack, level: current.level.id },
      today: '2026-11-21',
    });
  });
  assert.equal(ui.left(), 0, 'every answer was asked for');
  return { chosen, pages: ui.pages };
}

const baker = { company: 'bakery', role: 'baker', level: 'L2' };

describe('Set Target', () => {
  let original = '';
  before(async function () {
    await skipUnlessTrusted(this);
    original = await readFile(fileUri('rubricate.yaml'));
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    if (original !== '') await writeFile('rubricate.yaml', original);
  });

  it('asks five steps, all but the first with a way back', async () => {
    const { chosen, pages } = await choose([
      'The bakery',
      'L2',
      'Enter a date',
      { type: '2027-01-15' },
      'Enter hours',
      { type: '7.5' },
      'Miller',
    ]);
    assert.deepEqual(chosen, { ...baker, interview: '2027-01-15', hoursAWeek: 7.5, background: 'miller' });
    assert.equal(pages.length, 5);
    assert.match(pages[0] ?? '', /^Set target \(1 of 5\): company and role$/);
    assert.equal(pages[1], 'Set target (2 of 5): level ←');
    assert.equal(pages[4], 'Set target (5 of 5): background ←');
  });

  it('goes back to a step and from there on, and is given up with Escape', async () => {
    const { chosen, pages } = await choose([
      'The bakery',
      'L1',
      'Enter a date',
      'back',
      'back',
      'L2',
      'No date yet',
      'Not decided yet',
      'back',
      'Enter hours',
      { type: '4' },
      'None of these',
    ]);
    assert.deepEqual(chosen, { ...baker, interview: null, hoursAWeek: 4, background: null });
    assert.deepEqual(pages.filter((page) => page.includes('level')).length, 2, 'the level was asked again');
    assert.isUndefined((await choose(['The bakery', 'L2', 'quit'])).chosen);
    assert.isUndefined((await choose(['The bakery', 'L2', 'Enter a date', 'quit'])).chosen);
  });

  it('says what is wrong with a date or hours, and takes another', async () => {
    const { chosen, pages } = await choose([
      'The bakery',
      'L2',
      'Enter a date',
      { type: '2027-02-30' },
      { type: 'soon' },
      { type: '2026-11-20' },
      { type: '2026-11-21' },
      'Enter hours',
      { type: '0' },
      { type: '' },
      { type: '10' },
      'None of these',
    ]);
    assert.equal(chosen?.interview, '2026-11-21');
    assert.equal(chosen?.hoursAWeek, 10);
    assert.equal(pages.filter((page) => page === 'This is no date such as 2027-01-15.').length, 2);
    assert.equal(pages.filter((page) => page === 'That day has passed.').length, 1);
    assert.equal(pages.filter((page) => page === 'This is no number from 1 to 80.').length, 2);
  });

  it('offers to keep what the file says, and takes out what is not decided any more', async () => {
    const config = { interview: '2027-01-15', hoursAWeek: 5, background: 'miller' };
    const kept = await choose(['The bakery', 'L2', '2027', '5 hours a week', 'Miller'], config);
    assert.deepEqual(kept.chosen, { ...baker, ...config });
    const { chosen } = await choose(['The bakery', 'L2', 'No date yet', 'Not decided yet', 'None of these'], config);
    assert.isDefined(chosen);
    const text = '# mine\ninterview: 2027-01-15 # perhaps\ncompany: other\nhoursAWeek: 5\npacks: [packs]\n';
    const written = chosen && withTarget(text, chosen);
    assert.equal(written, '# mine\n# perhaps\ncompany: bakery\npacks: [packs]\nrole: baker\nlevel: L2\n');
    assert.isEmpty(readWorkspaceConfig(written ?? '').problems);
  });

  it('writes the file with its comments and order kept, as a step that can be undone, and shows it', async () => {
    const text = `# What I prepare for.\nlevel: L1 # for now\nrole: baker\ncompany: bakery\n\n# Own packs.\npacks: [packs]\n`;
    await writeFile('rubricate.yaml', text);
    const ui = script(['The bakery', 'L2', 'Enter a date', { type: '2099-01-15' }, 'Not decided yet', 'None of these']);
    await withWorkspace(log, (_workspace, services) => setTarget(services, fileUri('.'), ui));
    const expected = `${text.replace('L1', 'L2')}interview: 2099-01-15\n`;
    assert.equal(await readFile(fileUri('rubricate.yaml')), expected);
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /rubricate\.yaml$/);
    await vscode.commands.executeCommand('undo');
    assert.equal(vscode.window.activeTextEditor?.document.getText(), text);
  });

  it('leaves a file alone that is not understood', async () => {
    await writeFile('rubricate.yaml', 'company: [\n');
    const ui = script(['Foundations', 'senior', 'No date yet', 'Not decided yet']);
    await withWorkspace(log, (_workspace, services) => setTarget(services, fileUri('.'), ui)).catch(() => undefined);
    assert.equal(await readFile(fileUri('rubricate.yaml')), 'company: [\n');
  });
});
