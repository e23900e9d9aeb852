import { noProgress, tickOf } from '@rubricate/core/practice';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { createPlanning } from '../../src/practice/plan/part.ts';
import { rowsWithPlan } from '../../src/practice/plan/plan-rows.ts';
import type { PlanFacts } from '../../src/practice/plan/planning.ts';
import { recordTicks } from '../../src/practice/plan/tick.ts';
import type { ProgressRow } from '../../src/practice/progress/row.ts';
import { plain } from '../../src/practice/progress/row.ts';
import { allRows, anotherJournal, emptyJournal, journalFiles, withWorkspace } from './practice-support.ts';
import { frontMatter, openText, skipUnlessTrusted } from './review-support.ts';
import { eventually } from './support.ts';

let log: vscode.LogOutputChannel;
before(() => {
  log = vscode.window.createOutputChannel('Rubricate plan tests', { log: true });
});
after(() => log.dispose());

const { configurationPage } = createPlanning();
const closeAll = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.closeAllEditors');

/** The rows of the plan, on a Monday, with a configuration of its own. */
async function planRows(
  config: NonNullable<PlanFacts['workspace']['settings']>['config'],
  facts: Partial<Omit<PlanFacts, 'workspace'>> = {},
): Promise<readonly ProgressRow[]> {
  return withWorkspace(log, (workspace) => {
    const { settings } = workspace;
    assert.isDefined(settings);
    const changed = settings && { ...settings, config: { ...settings.config, ...config } };
    const all = rowsWithPlan({
      progress: noProgress,
      today: '2026-11-23',
      ...facts,
      workspace: { ...workspace, settings: changed },
    });
    return all.filter(({ id }) => id === 'plan');
  });
}

const shown = (list: readonly ProgressRow[]): readonly (readonly [string, string])[] =>
  list.map(({ label, description }) => [label, description]);

describe('the plan in the progress tree', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  beforeEach(emptyJournal);
  afterEach(closeAll);

  it('opens this week, with a box for each task, and folds the rest away', async () => {
    const [plan] = await planRows({ interview: '2026-12-07', hoursAWeek: 3, background: 'miller' });
    assert.equal(plan?.description, '0 of 3 tasks');
    assert.isTrue(plan?.open);
    assert.deepEqual(
      plan?.rows.map(({ id, open }) => [id, open]),
      [
        ['plan/week/2026-11-23', true],
        ['plan/later', false],
        ['plan/background', false],
      ],
    );
    const [week, later] = plan?.rows ?? [];
    assert.match(week?.description ?? '', /^0 of 2 · /);
    assert.deepEqual(shown(week?.rows ?? []), [
      ['Knead ten loaves by hand.', '2 h'],
      ['Plan the ovens in thirty minutes.', '1 h'],
    ]);
    assert.deepEqual(
      week?.rows.map(({ checked, task, kind, question }) => [checked, task, kind, question]),
      [
        [false, 'bakery-baker/knead', 'plan.task', undefined],
        [false, 'bakery-baker/plan-ovens', 'plan.task.question', 'bakery/oven-plan'],
      ],
    );
    assert.include(week?.rows[0]?.tooltip, 'The bakery gazette');
    assert.deepEqual(
      later?.rows.map(({ rows: tasks }) => tasks.length),
      [1],
    );
    assert.include(plan?.rows[2]?.spoken, 'You have 2 weeks and 6 h, what is done counted. That is less.');
  });

  it('ticks what the journal has, and leaves out what does not fit, with the reason', async () => {
    const at = '2026-11-23T12:00:00.000Z';
    const event = tickOf('bakery-baker/knead', true, { id: 'test00000001', at, writer: 'tests' });
    assert.equal(event.kind, 'task-ticked');
    if (event.kind !== 'task-ticked') return;
    const progress = { ...noProgress, ticks: new Map([[event.task, event]]) };
    const [plan] = await planRows({ interview: '2026-11-30', hoursAWeek: 3 }, { progress });
    const all = allRows(plan ? [plan] : []);
    assert.equal(plan?.description, '1 of 3 tasks');
    assert.isTrue(all.find(({ task }) => task === 'bakery-baker/knead')?.checked);
    const dropped = all.find(({ id }) => id === 'plan/dropped');
    assert.isNotEmpty(dropped?.rows);
    for (const row of dropped?.rows ?? []) {
      assert.isFalse(row.checked);
      assert.match(row.spoken, /It practises no question|Its phase has no hours left/);
    }
  });

  it('records a tick at once, and taking it back', async () => {
    const journal = anotherJournal(log);
    const row: ProgressRow = { ...plain, id: 'x', label: 'x', task: 'bakery-baker/knead', checked: false };
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    try {
      await withWorkspace(log, async (_workspace, services) => {
        assert.isTrue(await recordTicks([[row, Checked]], services, journal));
        assert.isTrue((await journal.read()).progress.ticks.has('bakery-baker/knead'));
        assert.lengthOf(await journalFiles(), 1);
        await new Promise((done) => setTimeout(done, 5));
        assert.isTrue(await recordTicks([[row, Unchecked]], services, journal));
        assert.isFalse((await journal.read()).progress.ticks.has('bakery-baker/knead'));
        assert.lengthOf(await journalFiles(), 2);
      });
    } finally {
      journal.dispose();
    }
  });

  it('says that a background is not known, and which are', async () => {
    const [plan] = await planRows({ background: 'milker' });
    const row = plan?.rows.find(({ id }) => id === 'plan/background');
    assert.equal(row?.description, 'perhaps miller');
    assert.include(row?.tooltip, 'miller');
  });
});

describe('Explain Configuration', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  afterEach(closeAll);

  it('shows a page with the target and why, the packs, the patterns and the open answer', async () => {
    await openText('explained.md', `${frontMatter}# Ovens\n\nOne oven, three kinds of bread.\n`);
    await vscode.commands.executeCommand('rubricate.explainConfiguration');
    const text = await eventually('the page', async () => {
      const uri = vscode.Uri.parse('rubricate-configuration:/rubricate.configuration.md');
      const document = await vscode.workspace.openTextDocument(uri);
      return document.getText().includes('explained') ? document.getText() : undefined;
    });
    assert.include(text, '| Pack | The bakery, baker | `company` says `bakery`. |');
    assert.include(text, '`level` says `L2`.');
    assert.include(text, '`designs/**/*.md`: oven.');
    assert.include(text, 'the target');
    assert.match(
      text,
      /Question: bakery\/oven\\-plan, from its own front matter|Question: bakery\/oven-plan, from its own/,
    );
    assert.match(text, /Level: L2, from its own front matter/);
  });

  it('says what is missing where nothing is named', async () => {
    const page = await withWorkspace(log, (workspace) =>
      configurationPage(
        {
          workspace: {
            ...workspace,
            settings: undefined,
            reading: { ok: false, reason: { code: 'not-set', name: '' } },
          },
          progress: noProgress,
          today: '2026-11-23',
        },
        undefined,
      ),
    );
    assert.include(page, 'There is no rubricate.yaml.');
    assert.include(page, 'None: no company is named.');
  });
});
