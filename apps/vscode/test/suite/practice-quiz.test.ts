import type { Card } from '@rubricate/core/model';
import {
  archiveOf,
  type CardAnswer,
  type DealtCard,
  eventFileText,
  type QuizJournal,
  type QuizMove,
  type QuizUi,
  rightAnswer,
  runQuiz,
} from '@rubricate/core/practice';
import { assert } from 'chai';
import * as vscode from 'vscode';
import { cardRows } from '../../src/practice/progress/card-row.ts';
import { chosenText } from '../../src/practice/quiz/card-words.ts';
import { deckOf, timingOf } from '../../src/practice/quiz/deck.ts';
import { findOwnSentence, openOwnSentence } from '../../src/practice/quiz/own-sentence.ts';
import { makeQuickPickUi } from '../../src/practice/quiz/quick-pick-ui.ts';
import { statisticsPage } from '../../src/practice/quiz/statistics-page.ts';
import {
  anotherJournal,
  answeredEvent,
  emptyJournal,
  journalFiles,
  journalUri,
  nameOf,
  readFile,
  withWorkspace,
} from './practice-support.ts';
import { api, skipUnlessTrusted } from './review-support.ts';

const common = { topic: 'bread', explanation: 'So it is.', source: 'gazette' } as const;
const choice: Card = {
  ...common,
  id: 'rye',
  skill: 'Rye',
  kind: 'choice',
  prompt: 'What raises rye?',
  options: ['Sourdough', 'Hope', 'Soda'],
  answer: 1,
};
const numeric: Card = {
  ...common,
  id: 'loaves',
  skill: 'Loaves',
  kind: 'numeric',
  prompt: 'How many?',
  answer: 40,
  unit: 'loaves',
  tolerance: 0,
  working: '40',
};
const several: Card = {
  ...common,
  id: 'grains',
  skill: 'Grains',
  kind: 'multiple',
  prompt: 'Which?',
  options: ['Rye', 'Salt', 'Spelt'],
  answers: [0, 2],
};
const order: Card = {
  ...common,
  id: 'batch',
  skill: 'Batch',
  kind: 'order',
  prompt: 'In which order?',
  items: ['Knead', 'Rest', 'Bake'],
};
const match: Card = {
  ...common,
  id: 'faults',
  skill: 'Faults',
  kind: 'match',
  prompt: 'Which cause?',
  targets: ['Too much water', 'Too little heat'],
  items: [
    { text: 'A flat loaf', target: 0 },
    { text: 'A pale crust', target: 1 },
  ],
};
const spot: Card = {
  ...common,
  id: 'promise',
  skill: 'Promises',
  kind: 'spot-pitfall',
  prompt: 'Which pitfall?',
  sample: 'The oven simply handles everything.',
  options: ['oven/magic', 'oven/no-fire'],
  answer: 0,
};
const reasons: Card = {
  ...common,
  id: 'proof',
  skill: 'Proof',
  kind: 'true-false',
  prompt: 'Cold dough rises faster.',
  answer: false,
  reasons: [
    { verdict: true, because: 'cold wakes the yeast' },
    { verdict: false, because: 'cold slows the yeast' },
  ],
  reason: 1,
};
const gap: Card = {
  ...common,
  id: 'yeast',
  skill: 'Yeast',
  kind: 'cloze',
  prompt: 'Fill the gap.',
  text: 'Dough rises by ___.',
  accepted: ['yeast', 'leaven'],
};
const deal = (card: Card, order: readonly number[] = []): DealtCard => ({
  key: `bakery-baker/${card.id}`,
  card,
  source: undefined,
  pitfalls: card.kind === 'spot-pitfall' ? ['Magic', 'No word on fire'] : [],
  order,
});

const quickPickUi = makeQuickPickUi();

/** A journal that notes what it is told. */
function noting(notes: string[], say: (key: string, right: boolean) => string = (key) => key): QuizJournal {
  return {
    answer: async ({ key }, { right }) => `event ${notes.push(say(key, right))}`,
    undo: async (event) => void notes.push(`undo ${event}`),
    suspend: async ({ key }) => void notes.push(`suspend ${key}`),
    report: async ({ key }, reason) => void notes.push(`report ${key} ${reason}`),
  };
}

/** A person who makes these moves, one for each page; what each page was is noted. */
function scripted(moves: readonly QuizMove[]): { readonly ui: QuizUi; readonly pages: string[] } {
  const pages: string[] = [];
  const left = [...moves];
  const move = (page: string): Promise<QuizMove> => {
    pages.push(page);
    return Promise.resolve(left.shift() ?? { kind: 'quit' });
  };
  return {
    pages,
    ui: {
      card: ({ number, answer }) => move(`card ${number}${answer ? ' again' : ''}`),
      explanation: ({ number, answer }) => move(`${answer.right ? 'right' : 'wrong'} ${number}`),
      score: ({ right, answered }) => move(`score ${right}/${answered}`),
    },
  };
}

describe('a quiz', () => {
  const answer = (chosen: CardAnswer['chosen']): QuizMove => ({ kind: 'answer', chosen });
  const next: QuizMove = { kind: 'next' };
  const back: QuizMove = { kind: 'back' };

  it('shows each card, then its explanation, then the score, and records each answer once and at once', async () => {
    const { ui, pages } = scripted([
      answer(1),
      back,
      next,
      next,
      answer(39),
      next,
      { kind: 'read', key: 'bakery-baker/loaves' },
      next,
      { kind: 'quit' },
    ]);
    const recorded: string[] = [];
    const { quiz, again } = await runQuiz({
      cards: [deal(choice), deal(numeric)],
      ui,
      journal: noting(recorded, (key, right) => `${key} ${right} after ${pages.at(-1)}`),
    });
    assert.deepEqual(pages, [
      'card 1',
      'right 1',
      'card 1 again',
      'right 1',
      'card 2',
      'wrong 2',
      'score 1/2',
      'wrong 2',
      'score 1/2',
    ]);
    assert.deepEqual(recorded, ['bakery-baker/rye true after card 1', 'bakery-baker/loaves false after card 2']);
    assert.deepEqual(
      [...quiz.answers.values()],
      [
        { chosen: 1, right: true },
        { chosen: 39, right: false },
      ],
    );
    assert.isFalse(again);
  });

  it('that is quit keeps what was answered', async () => {
    const { ui } = scripted([answer(0), next, { kind: 'quit' }]);
    const recorded: string[] = [];
    const { quiz } = await runQuiz({
      cards: [deal(choice), deal(numeric)],
      ui,
      journal: noting(recorded),
    });
    assert.deepEqual(recorded, ['bakery-baker/rye']);
    assert.lengthOf(quiz.answers, 1);
  });
});

describe('an answer', () => {
  const wrong: QuizMove = { kind: 'answer', chosen: 0 };
  const right: QuizMove = { kind: 'answer', chosen: 1 };

  it('that is undone is asked for anew, and the journal is told which one it was', async () => {
    const { ui, pages } = scripted([wrong, { kind: 'undo' }, right, { kind: 'next' }]);
    const notes: string[] = [];
    const { quiz } = await runQuiz({ cards: [deal(choice)], ui, journal: noting(notes) });
    assert.deepEqual(pages, ['card 1', 'wrong 1', 'card 1', 'right 1', 'score 1/1']);
    assert.deepEqual(notes, ['bakery-baker/rye', 'undo event 1', 'bakery-baker/rye']);
    assert.deepEqual([...quiz.answers.values()], [{ chosen: 1, right: true }]);
  });

  it('is followed by what can be done about its card', async () => {
    const { ui, pages } = scripted([wrong, { kind: 'report', reason: 'unclear' }, { kind: 'suspend' }]);
    const notes: string[] = [];
    await runQuiz({ cards: [deal(choice)], ui, journal: noting(notes) });
    assert.deepEqual(pages, ['card 1', 'wrong 1', 'wrong 1', 'score 0/1']);
    assert.deepEqual(notes, ['bakery-baker/rye', 'report bakery-baker/rye unclear', 'suspend bakery-baker/rye']);
  });
});

describe('the quiz of the editor', () => {
  const press = (command: string): Thenable<unknown> => vscode.commands.executeCommand(`workbench.action.${command}`);
  const pause = (ms = 300): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  /** A page needs a moment to show before it takes keys. */
  const pressOn = async (move: Promise<QuizMove>, ...commands: readonly string[]): Promise<QuizMove> => {
    for (const command of commands) {
      await pause();
      await press(command);
    }
    return move;
  };

  it('takes the option that Enter is on, as the pack counts it', async () => {
    const page = { kind: 'card', number: 1, card: deal(choice, [2, 1, 0]), answer: undefined } as const;
    assert.deepEqual(await pressOn(quickPickUi.card(page, 2), 'acceptSelectedQuickOpenItem'), {
      kind: 'answer',
      chosen: 2,
    });
    assert.deepEqual(await pressOn(quickPickUi.card(page, 2), 'quickOpenSelectNext', 'acceptSelectedQuickOpenItem'), {
      kind: 'answer',
      chosen: 1,
    });
  });

  it('goes back, and quits on Escape, from every kind of page', async function () {
    this.timeout(60_000);
    const kinds = [
      deal(choice, [0, 1, 2]),
      deal(several, [0, 1, 2]),
      deal(numeric),
      deal(order, [2, 0, 1]),
      deal(match, [1, 0]),
      deal(spot, [0, 1]),
      deal(reasons, [1, 0]),
      deal(gap),
    ];
    for (const card of kinds) {
      const page = { kind: 'card', number: 2, card, answer: undefined } as const;
      assert.deepEqual(await pressOn(quickPickUi.card(page, 2), 'quickInputBack'), { kind: 'back' }, card.key);
      assert.deepEqual(await pressOn(quickPickUi.card(page, 2), 'closeQuickOpen'), { kind: 'quit' }, card.key);
      const explained = { kind: 'explanation', number: 2, card, answer: { chosen: 0, right: false } } as const;
      assert.deepEqual(await pressOn(quickPickUi.explanation(explained, 2), 'quickInputBack'), { kind: 'back' });
      assert.deepEqual(await pressOn(quickPickUi.explanation(explained, 2), 'closeQuickOpen'), { kind: 'quit' });
      assert.deepEqual(await pressOn(quickPickUi.explanation(explained, 2), 'acceptSelectedQuickOpenItem'), {
        kind: 'next',
      });
    }
  });

  const enter = 'acceptSelectedQuickOpenItem';
  const down = 'quickOpenSelectNext';

  it('has items put in order one by one, and takes the last one back', async () => {
    const page = { kind: 'card', number: 1, card: deal(order, [2, 0, 1]), answer: undefined } as const;
    // Bake is taken back, by the key for going back; then Knead, Rest, Bake, and the whole of it is checked.
    const back = 'quickInputBack';
    assert.deepEqual(await pressOn(quickPickUi.card(page, 2), enter, back, down, enter, down, enter, enter, enter), {
      kind: 'answer',
      chosen: [0, 1, 2],
    });
  });

  it('takes the last step back with Backspace while nothing is typed', async () => {
    const page = { kind: 'card', number: 1, card: deal(order, [2, 0, 1]), answer: undefined } as const;
    const answered = quickPickUi.card(page, 2);
    await pause();
    await press(enter);
    await pause();
    await vscode.commands.executeCommand('rubricate.quizBack');
    assert.deepEqual(await pressOn(answered, enter, enter, enter, enter), { kind: 'answer', chosen: [2, 0, 1] });
  });

  it('asks of one item after the other what it belongs to, and answers in the order of the pack', async () => {
    const page = { kind: 'card', number: 1, card: deal(match, [1, 0]), answer: undefined } as const;
    // The pale crust comes first: too little heat; then the flat loaf: too much water.
    assert.deepEqual(await pressOn(quickPickUi.card(page, 2), down, enter, enter, enter), {
      kind: 'answer',
      chosen: [0, 1],
    });
  });

  it('takes a pitfall, or a verdict with its reason, as the pack counts it', async () => {
    const found = { kind: 'card', number: 1, card: deal(spot, [1, 0]), answer: undefined } as const;
    assert.deepEqual(await pressOn(quickPickUi.card(found, 2), down, enter), { kind: 'answer', chosen: 0 });
    const judged = { kind: 'card', number: 1, card: deal(reasons, [1, 0]), answer: undefined } as const;
    assert.deepEqual(await pressOn(quickPickUi.card(judged, 2), enter), { kind: 'answer', chosen: 1 });
  });

  it('words the right answer of each kind in full', () => {
    const right = [choice, several, numeric, order, match, spot, reasons, gap].map((card) =>
      chosenText(deal(card), rightAnswer(card)),
    );
    assert.deepEqual(right, [
      ['Hope'],
      ['Rye', 'Spelt'],
      ['40 loaves'],
      ['1. Knead', '2. Rest', '3. Bake'],
      ['A flat loaf → Too much water', 'A pale crust → Too little heat'],
      ['Magic'],
      ['False: cold slows the yeast'],
      ['Dough rises by [yeast].'],
    ]);
  });

  it('goes on from a card that has its answer, and changes nothing', async () => {
    const page = {
      kind: 'card',
      number: 1,
      card: deal(choice, [2, 1, 0]),
      answer: { chosen: 1, right: true },
    } as const;
    assert.deepEqual(await pressOn(quickPickUi.card(page, 2), 'acceptSelectedQuickOpenItem'), { kind: 'next' });
  });

  it('started by its command, journals an answer as soon as it is given', async function () {
    await skipUnlessTrusted(this);
    await api();
    await emptyJournal();
    this.timeout(60_000);
    // A card that asks for a number cannot be typed into from here. Chance decides which comes first; another quiz then.
    for (let attempt = 0; attempt < 10 && (await journalFiles()).length === 0; attempt++) {
      let isOver = false;
      const quiz = vscode.commands.executeCommand('rubricate.quiz').then(() => {
        isOver = true;
      });
      await pause(800);
      await press('quickPickManyToggle');
      await press('acceptSelectedQuickOpenItem');
      // Its first page may come later than that; then this press is for nothing and the next one ends it.
      while (!isOver) {
        await pause();
        await press('closeQuickOpen');
      }
      await quiz;
    }
    const files = await journalFiles();
    assert.lengthOf(files, 1);
    const event = JSON.parse(await readFile(vscode.Uri.joinPath(journalUri(), files[0] ?? '')));
    assert.include(event, { v: 1, kind: 'card-answered' });
    assert.match(event.card, /^(bakery-baker|foundations)\//);
  });
});

describe('cards', () => {
  const log = vscode.window.createOutputChannel('Rubricate test', { log: true });
  after(async () => {
    await emptyJournal();
    log.dispose();
  });
  before(async function () {
    await skipUnlessTrusted(this);
    await api();
  });
  beforeEach(emptyJournal);
  const write = async (name: string, text: string): Promise<void> => {
    await vscode.workspace.fs.createDirectory(journalUri());
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(journalUri(), name), new TextEncoder().encode(text));
  };
  const record = (facts: Parameters<typeof answeredEvent>[0]): Promise<void> => {
    const event = answeredEvent(facts);
    return write(nameOf(event), eventFileText(event));
  };
  const progressNow = async () => {
    const journal = anotherJournal(log);
    try {
      return await journal.read();
    } finally {
      journal.dispose();
    }
  };
  const cardRow = async () => {
    const { progress } = await progressNow();
    return withWorkspace(log, (workspace) => cardRows(workspace, progress)[0]);
  };

  it('are counted in the progress tree within a day of twenty, due ones on the badge', async () => {
    assert.include(await cardRow(), { label: 'Quiz cards', description: '20 new', badge: 0 });
    await record({ card: 'bakery-baker/yeast', right: false, at: '2026-01-05T09:00:00.000Z' });
    await record({ card: 'bakery-baker/batch', right: true, at: new Date().toISOString() });
    assert.include(await cardRow(), { description: '1 due · 18 new', badge: 1 });
  });

  it('have a page of statistics, by topic', async () => {
    await record({ card: 'bakery-baker/yeast', right: false, at: '2026-01-05T09:00:00.000Z' });
    const { progress } = await progressNow();
    const page = await withWorkspace(log, (workspace) =>
      statisticsPage(deckOf(workspace), progress, timingOf(workspace)),
    );
    assert.include(page, 'Today: 0 answered, 1 due, 19 new. A day asks for 20 cards at most');
    assert.include(page, 'has fallen to 90%.');
    const now = timingOf(await withWorkspace(log, (workspace) => workspace));
    const dated = await withWorkspace(log, (workspace) =>
      statisticsPage(deckOf(workspace), progress, { ...now, interview: now.now + 86_400_000 }),
    );
    assert.include(dated, 'over the 21 days before the interview that rises to 97%.');
    assert.match(page, /^\| oven \| \d+ \| 0 \| 0 \| – \|$/m);
    assert.match(page, /^\| bread \| \d+ \| 1 \| 1 \| \d+% \|$/m);
    await vscode.commands.executeCommand('rubricate.quizStatistics');
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.instanceOf(tab, vscode.TabInputCustom);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('keep their answers when the journal is compacted', async () => {
    const events = ['yeast', 'batch'].map((card) => answeredEvent({ card: `bakery-baker/${card}` }));
    const files = events.map((event) => ({ name: nameOf(event), text: eventFileText(event) }));
    await write('archive-20261121T090000000Z-cafe-abcdef01.json', archiveOf(files).text);
    await write(files[0]?.name ?? '', files[0]?.text ?? '');
    const { progress, damaged } = await progressNow();
    assert.deepEqual([...progress.answers.keys()].sort(), ['bakery-baker/batch', 'bakery-baker/yeast']);
    assert.equal(progress.events, 2);
    assert.isEmpty(damaged);
  });

  it('lead to a sentence of one’s own that says what was answered wrongly', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '# Plan\n\nOur plan is simple: dough rises by hope alone.\n',
    });
    const { progress } = await progressNow();
    const found = await findOwnSentence(deal(gap), 'hope', progress, []);
    assert.equal(found?.name, document.uri.toString());
    assert.isUndefined(await findOwnSentence(deal(gap), 'yeast and flour', progress, []));
    if (found) await openOwnSentence(found);
    const editor = vscode.window.activeTextEditor;
    assert.include(editor?.document.getText(editor.selection), 'dough rises by hope alone');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });
});
