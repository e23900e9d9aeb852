import { type AttemptRecorded, eventVersion, fold, noFilter, type PracticeEvent } from '@rubricate/core/practice';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { createPlanning } from '../../src/practice/plan/part.ts';
import type { TreeReading } from '../../src/practice/plan/planning.ts';
import { readArrangement, unarranged } from '../../src/practice/progress/arrangement.ts';
import { createDrafts, type Drafts } from '../../src/practice/progress/drafts.ts';
import { type ProgressRow, plain } from '../../src/practice/progress/row.ts';
import { allRows, emptyJournal, withWorkspace } from './practice-support.ts';
import { frontMatter, openText, skipUnlessTrusted, writeFile } from './review-support.ts';
import { eventually, fileUri } from './support.ts';

let log: vscode.LogOutputChannel;
before(() => {
  log = vscode.window.createOutputChannel('Rubricate tree tests', { log: true });
});
after(() => log.dispose());

const { tree } = createPlanning();
const folder = 'tree-answers';
const closeAll = (): Thenable<unknown> => vscode.commands.executeCommand('workbench.action.closeAllEditors');

let count = 0;
function attempt(question: string, facts: Partial<AttemptRecorded> = {}, signal: 'lean-no' | 'lean-yes' = 'lean-yes') {
  count += 1;
  return {
    v: eventVersion,
    kind: 'attempt-recorded',
    id: `tree${String(count).padStart(8, '0')}`,
    at: '2026-11-20T09:00:00.000Z',
    writer: 'tests',
    question,
    pack: 'bakery-baker',
    level: 'L2',
    text: `An answer to ${question}.`,
    review: {
      words: 4,
      hire: { signal, low: signal, high: signal },
      reading: { bar: 'senior', low: 'senior', high: 'senior' },
      criteria: [],
      pitfalls: [],
    },
    ...facts,
  } satisfies AttemptRecorded;
}

interface Given {
  readonly events?: readonly PracticeEvent[];
  readonly arrangement?: typeof unarranged;
  readonly drafts?: Pick<Drafts, 'of'>;
  readonly others?: readonly ProgressRow[];
  /** How many folders have the target of the workspace. */
  readonly folders?: number;
}

const noDrafts = { of: () => new Map() };

function read({ events = [], folders = 1, ...facts }: Given = {}): Promise<TreeReading> {
  return withWorkspace(log, (workspace) =>
    tree({
      workspaces: Array.from({ length: folders }, (_, index) => ({
        ...workspace,
        settings: workspace.settings && {
          ...workspace.settings,
          folder: index === 0 ? workspace.settings.folder : fileUri(`folder-${index}`),
        },
      })),
      progress: fold(events),
      today: '2026-11-23',
      arrangement: unarranged,
      drafts: noDrafts,
      others: [],
      ...facts,
    }),
  );
}

const rowOf = ({ rows }: TreeReading, question: string): ProgressRow | undefined =>
  allRows(rows).find((row) => row.question === question && row.kind.startsWith('question'));
const questions = ({ rows }: TreeReading): readonly string[] =>
  allRows(rows).flatMap(({ question, kind }) => (kind.startsWith('question') ? (question ?? []) : []));

describe('the states of the progress tree', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });

  it('are told to the eye and to a screen reader: not started, in progress, ready, and the trend', async () => {
    const found = await read({
      events: [
        attempt('bakery/counter', { at: '2026-11-18T09:00:00.000Z' }, 'lean-no'),
        attempt('bakery/counter'),
        attempt('bakery/oven-plan', {}, 'lean-no'),
      ],
    });
    const ready = rowOf(found, 'bakery/counter');
    assert.match(ready?.description ?? '', /^↗ Lean yes · L2 · /);
    assert.include(ready?.spoken, 'ready');
    assert.include(ready?.spoken, 'better than the attempt before');
    assert.equal(ready?.icon, 'pass');
    assert.equal(ready?.size, 2);
    const begun = rowOf(found, 'bakery/oven-plan');
    assert.include(begun?.spoken, 'in progress');
    assert.equal(begun?.icon, 'color-mode');
    assert.include(rowOf(found, 'bakery/night-shift')?.spoken, 'not started');
    const round = allRows(found.rows).find(({ id }) => id === 'round/counter');
    assert.equal(round?.description, '1 of 1 · 1 ready');
    assert.include(found.rows[0]?.tooltip, '1 of 1 questions of the loop attempted, 1 ready.');
  });

  it('do not call a yes ready that reads below the target', async () => {
    const below = attempt('bakery/counter', {
      review: {
        ...attempt('bakery/counter').review,
        reading: { bar: 'mid', low: 'mid', high: 'mid' },
      },
    });
    const row = rowOf(await read({ events: [below] }), 'bakery/counter');
    assert.include(row?.spoken, 'in progress');
    assert.equal(row?.icon, 'color-mode');
  });
});

describe('answers that are being written', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });
  beforeEach(emptyJournal);
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(fileUri(folder), { recursive: true }).then(undefined, () => undefined);
  });

  const text = `${frontMatter}## Scope\n\nRolls are out of scope.\n`;

  /** Follows the answers of the workspace while something is done, with the events there are. */
  async function following(
    recorded: readonly string[],
    use: (drafts: Drafts, changes: () => number) => Promise<void>,
  ): Promise<void> {
    let changes = 0;
    await withWorkspace(log, async (_workspace, services) => {
      const drafts = createDrafts(services, {
        changed: () => {
          changes += 1;
        },
        isRecorded: (_question, one) => recorded.includes(one),
      });
      try {
        await drafts.settled();
        await use(drafts, () => changes);
      } finally {
        drafts.dispose();
      }
    });
  }

  it('show how much they cover, from the file that was changed last', async () => {
    await writeFile(`${folder}/old.md`, `${frontMatter}# Ovens\n\nNothing.\n`);
    await new Promise((done) => setTimeout(done, 20));
    await writeFile(`${folder}/new.md`, text);
    await following([], async (drafts) => {
      const draft = drafts.of(fileUri(folder)).get('bakery/oven-plan');
      assert.match(draft?.file ?? '', /new\.md$/);
      assert.equal(draft?.coverage?.met, 1);
      const found = await read({ drafts: { of: () => drafts.of(fileUri(folder)) } });
      const row = rowOf(found, 'bakery/oven-plan');
      assert.equal(row?.description, `begun · 1 of ${draft?.coverage?.expected}`);
      assert.include(row?.spoken, 'in progress');
      assert.include(row?.tooltip, 'not recorded yet');
      assert.equal(row?.kind, 'question.known.begun');
      assert.match(row?.draft ?? '', /new\.md$/);
    });
  });

  it('follow the file on the disk, and go with it', async () => {
    await following([], async (drafts, changes) => {
      assert.isUndefined(drafts.of(fileUri(folder)).get('bakery/oven-plan'));
      const before = changes();
      await writeFile(`${folder}/one.md`, text);
      await eventually('the draft', () => drafts.of(fileUri(folder)).get('bakery/oven-plan'));
      await eventually('that it is told', () => changes() > before);
      await vscode.workspace.fs.delete(fileUri(`${folder}/one.md`));
      await eventually('that it goes', () => !drafts.of(fileUri(folder)).has('bakery/oven-plan'));
    });
  });

  it('are nothing that waits where the text is recorded as it stands', async () => {
    await writeFile(`${folder}/one.md`, text);
    await following([text], async (drafts) => {
      const event = attempt('bakery/oven-plan', { text }, 'lean-no');
      const found = await read({ events: [event], drafts: { of: () => drafts.of(fileUri(folder)) } });
      assert.isUndefined(rowOf(found, 'bakery/oven-plan')?.draft);
    });
  });

  it('open from their row', async () => {
    await writeFile(`${folder}/one.md`, text);
    const row = {
      ...plain,
      id: 'x',
      label: 'x',
      question: 'bakery/oven-plan',
      draft: fileUri(`${folder}/one.md`).toString(),
    };
    await vscode.commands.executeCommand('rubricate.openLastAnswer', row);
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /one\.md$/);
  });

  it('leave other Markdown alone', async () => {
    await openText(`${folder}/notes.md`, '# Notes\n\nA batch of rye stays in the oven for 50 minutes.\n');
    await following([], async (drafts) => {
      assert.isEmpty([...drafts.of(fileUri(folder)).keys()]);
    });
  });
});

describe('a progress tree that is narrowed', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });

  const events = [attempt('bakery/counter'), attempt('bakery/oven-plan', {}, 'lean-no')];
  const filtered = (filter: Partial<typeof noFilter>) => ({ ...unarranged, filter: { ...noFilter, ...filter } });

  it('shows what passes, says that a filter is on and what it asks for', async () => {
    const found = await read({ events, arrangement: filtered({ states: ['ready'] }) });
    assert.deepEqual(questions(found), ['bakery/counter']);
    assert.deepEqual(
      found.rows.map(({ id }) => id),
      ['target', 'round/counter/found'],
    );
    assert.equal(found.message, 'Filter: ready. 1 question passes.');
    assert.include(found.description, 'filtered');
  });

  it('finds words of questions, tasks and other rows, with what they stand under opened', async () => {
    const row = {
      ...plain,
      id: 'stories',
      label: 'Stories',
      rows: [{ ...plain, id: 's', label: 'The queue of twelve' }],
    };
    const found = await read({ events, others: [row], arrangement: filtered({ text: 'queue' }) });
    assert.isEmpty(questions(found));
    const labels = allRows(found.rows).map(({ label }) => label);
    assert.include(labels, 'Greet a queue of twelve.');
    assert.include(labels, 'The queue of twelve');
    assert.notInclude(labels, 'Knead ten loaves by hand.');
    assert.isTrue(found.rows.find(({ id }) => id === 'stories/found')?.open);
    assert.equal(found.message, 'Filter: “queue”. No question passes.');
  });

  it('shows what is due: the open tasks of this week, the cards of today and the questions behind them', async () => {
    const found = await read({ events, arrangement: filtered({ due: true }) });
    assert.include(questions(found), 'bakery/oven-plan');
    assert.notInclude(questions(found), 'bakery/counter');
    const plan = found.rows.find(({ id }) => id === 'plan');
    assert.isTrue(allRows(plan?.rows ?? []).every(({ task, checked }) => task === undefined || checked === false));
  });

  it('comes weakest first where that is asked for, and says so', async () => {
    const found = await read({ events, arrangement: { ...unarranged, order: 'weakest' } });
    assert.equal(questions(found)[0], 'bakery/counter');
    assert.equal(found.message, 'Weakest first');
    assert.isUndefined((await read({ events })).message);
  });

  it('keeps of what was remembered what is understood', () => {
    const kept = { filter: { states: ['ready', 'else'], rounds: ['counter', 1], due: 'yes', text: 'x' }, order: 'odd' };
    assert.deepEqual(readArrangement(kept), {
      filter: { states: ['ready'], rounds: ['counter'], due: false, text: 'x' },
      order: 'loop',
    });
    assert.deepEqual(readArrangement(undefined), unarranged);
    assert.deepEqual(readArrangement('nonsense'), unarranged);
  });
});

describe('a progress tree of several folders', () => {
  before(async function () {
    await skipUnlessTrusted(this);
  });

  it('has a row for each, and rows below that know their folder and have ids of their own', async () => {
    const found = await read({ folders: 2, events: [attempt('bakery/counter')] });
    assert.deepEqual(
      found.rows.map(({ kind, open }) => [kind, open]),
      [
        ['folder', true],
        ['folder', true],
      ],
    );
    const all = allRows(found.rows);
    const ids = all.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const [first, second] = found.rows;
    assert.isTrue(allRows(first?.rows ?? []).every((row) => row.folder === first?.folder));
    assert.isTrue(allRows(second?.rows ?? []).every((row) => row.folder === second?.folder));
    assert.notEqual(first?.folder, second?.folder);
    const question = allRows(second?.rows ?? []).find(({ kind }) => kind.startsWith('question'));
    assert.include(question?.spoken, 'ready');
    assert.include(question?.tooltip, 'Plan what lies on the counter');
  });
});
