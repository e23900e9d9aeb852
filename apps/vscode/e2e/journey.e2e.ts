import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Card } from '@rubricate/core/model';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/paths.ts';
import { debriefPage } from './debrief-scenes.ts';
import { createKeyboard } from './pages/keyboard.ts';
import { emptyWorkspace, useSession } from './session.ts';

const run = promisify(execFile);

const patient = { timeout: 15_000 };

/** Where to put pictures of the way, for somebody to look at; none are taken unless it is named. */
const pictures = process.env.RUBRICATE_PICTURES;

/** The whole way of a new user, from an empty folder to the progress of a first attempt, with no mouse. */
describe('the way from an empty folder, by keyboard alone', { timeout: 120_000 }, () => {
  const session = useSession({
    workspace: emptyWorkspace,
    settings: {
      'workbench.colorTheme': 'Light Modern',
      'editor.cursorBlinking': 'solid',
      'editor.minimap.enabled': false,
    },
  });
  const keyboard = () => createKeyboard(session().page);
  const file = (name: string): Promise<string> => readFile(join(session().folder, name), 'utf8');
  const tree = () => session().workbench.tree('Progress');
  /** What the command says of the same folder. */
  const command = async (...args: readonly string[]): Promise<string> =>
    (
      await run(process.execPath, [join(root, 'apps', 'cli', 'dist', 'rubricate.js'), ...args], {
        cwd: session().folder,
      })
    ).stdout;
  const picture = async (name: string): Promise<void> => {
    if (pictures === undefined) return;
    await mkdir(pictures, { recursive: true });
    await session().page.waitForTimeout(700);
    await session().page.screenshot({ path: join(pictures, `journey-${name}.png`), animations: 'disabled' });
  };

  /** What the editor said, to be held against what the command says. */
  const seen: string[] = [];

  it('sets a target, step by step', async () => {
    const { run: go, choose, answer, title } = keyboard();
    await go('Rubricate: Set Target…');
    await choose('Set target', 'Pinterest, software engineer', 'Pinterest, software engineer');
    await picture('target-level');
    await choose('level', 'L5', 'L5');
    const interview = new Date(Date.now() + 42 * 86_400_000).toISOString().slice(0, 10);
    await choose('interview date', 'Enter a date', 'Enter a date');
    await answer('interview date', interview);
    await choose('hours a week', 'Enter hours', 'Enter hours');
    await answer('hours a week', '12');
    await choose('background', 'ackend', 'backend');
    await title.waitFor({ state: 'hidden' });
    await session().page.locator('.tab.active[data-resource-name="rubricate.yaml"]').waitFor();
    const written = await file('rubricate.yaml');
    for (const line of ['company: pinterest', 'role: software-engineer', 'level: L5', `interview: ${interview}`])
      expect(written.split('\n')).toContain(line);
    expect(written).toMatch(/^hoursAWeek: 12$/m);
  });

  it('practises a question, sees what is found, takes a fix', async () => {
    const { run: go, choose, paste, press, pressUntil } = keyboard();
    const { page, workbench } = session();
    await go('Rubricate: Practise a Question…');
    await choose(/Practise/, 'Choose by round', 'Choose by round');
    await choose('New answer', 'Pinterest home feed', 'Pinterest home feed');
    await page.locator('.tab.active[data-resource-name="home-feed.md"]').waitFor();
    await expect.poll(() => workbench.editor.lines(), patient).toContain('question: pinterest/home-feed');
    // The text of an answer that its writer had no time to end.
    await paste(await readFile(join(root, 'examples', 'home-feed-draft.md'), 'utf8'));
    await expect
      .poll(async () => (await workbench.editor.lines()).join('\n'), patient)
      .toContain('because ${3:reason}.');
    await press('ControlOrMeta+S');
    await expect.poll(() => file('home-feed.md'), patient).toContain('ran out of time');
    await expect
      .poll(async () => (await workbench.editor.lenses()).join('\n'), patient)
      .toContain('missing here: Failure modes');

    await press('ControlOrMeta+Home');
    await go('Rubricate: Review Now');
    await expect.poll(async () => (await workbench.problems.counts()).infos, patient).toBeGreaterThan(0);
    await go('Rubricate: Go to Next Hint');
    const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
    await hover.waitFor();
    expect(await hover.innerText()).toContain('Nothing ever fails');
    await picture('hint');
    // Before the first one comes the last one: something is missing there.
    await go('Rubricate: Go to Previous Hint');
    await hover.filter({ hasText: 'Failure modes' }).waitFor();
    await press('Escape');
    const fixes = page.locator('.action-widget .monaco-list-row.action');
    await pressUntil('ControlOrMeta+.', () => fixes.first().isVisible(), 10);
    const titles = (await fixes.allInnerTexts()).map((text) => text.trim());
    const at = titles.findIndex((text) => text.startsWith('Insert'));
    expect(at).toBeGreaterThanOrEqual(0);
    await picture('quick-fix');
    await pressUntil('ArrowDown', () => fixes.nth(at).evaluate((row) => row.classList.contains('focused')));
    const before = await file('home-feed.md');
    await press('Enter');
    await fixes.first().waitFor({ state: 'hidden' });
    // A frame is a snippet whose gaps are still to be filled: its writer does.
    await press('Escape', 'ControlOrMeta+S');
    await expect.poll(() => file('home-feed.md'), patient).not.toBe(before);
  });

  it('records the attempt and reads its debrief, down to the words it quotes', async () => {
    const { run: go, pressUntil, press } = keyboard();
    const { page } = session();
    await go('Rubricate: Record Attempt');
    await page
      .locator('.notification-list-item-message', { hasText: 'Recorded: Pinterest home feed at L5.' })
      .waitFor();
    await go('Notifications: Clear All Notifications');
    await go('Rubricate: Debrief');
    const report = debriefPage(session());
    await report.locator('h1', { hasText: 'Debrief: Pinterest home feed' }).waitFor();
    expect(await report.locator('h2').allInnerTexts()).toEqual(
      expect.arrayContaining(['Verdict', 'Risk of a lower level', 'Cheapest edits to the next bar', 'Attempts']),
    );
    const [head = ''] = await report.locator('header p').allInnerTexts();
    expect(head).toMatch(/^Pinterest, software engineer, aimed at L5 \(senior\), \d+ words$/);
    seen.push(head, ...(await report.locator('section[aria-labelledby="verdict"] li').allInnerTexts()));
    await picture('debrief');
    const isAtQuote = (): Promise<boolean> =>
      report.locator('body').evaluate(({ ownerDocument }) => ownerDocument.activeElement?.tagName === 'BUTTON');
    await pressUntil('Tab', isAtQuote);
    await press('Enter');
    await page.locator('.statusbar-item', { hasText: /\(\d+ selected\)/ }).waitFor();
  });

  it('answers three cards, one of them wrongly, and takes that one back', async () => {
    const { run: go, choose, press, pressUntil, title } = keyboard();
    const { page } = session();
    await go('Rubricate: Quiz…');
    await choose('Quiz', 'true or false', 'true or false');
    await choose('true or false', 'Start', 'Start');
    const cards = await trueFalseCards();
    for (let number = 1; number <= 3; number += 1) {
      await title.filter({ hasText: `Card ${number} of` }).waitFor();
      const text = await title.innerText();
      const card = cards.find(({ skill }) => text.includes(skill));
      if (!card) throw new Error(`No pack has the card of "${text}".`);
      const isLast = number === 3;
      await page.waitForTimeout(300);
      await choose(`Card ${number} of`, isLast ? wrongOf(card) : rightOf(card), isLast ? wrongOf(card) : rightOf(card));
      await title.filter({ hasText: `${isLast ? 'Not right' : 'Right'} · card ${number}` }).waitFor();
      if (!isLast) await press('Enter');
    }
    await picture('quiz-explanation');
    await choose('Not right', 'Undo', 'Undo');
    await title.filter({ hasText: 'Card 3 of' }).waitFor();
    await pressUntil('Escape', () => title.isHidden());
  });

  it('sees all of it in the tree, and ticks a task there', async () => {
    const { run: go, press, pressUntil, takeFromRowMenu } = keyboard();
    const { page } = session();
    await go('Rubricate: Focus Progress');
    const rows = async (): Promise<string> => (await tree().items()).join('\n');
    await expect.poll(rows, patient).toContain('L5 · Pinterest, software engineer');
    const row = tree().item('Answer the home feed once');
    await row.waitFor();
    // The focus is in the tree; a view that was never shown has no row at first that could take it.
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')), patient).toBe('tree');
    await press('Home');
    await pressUntil('ArrowDown', () => row.evaluate((one) => one.classList.contains('focused')));
    await takeFromRowMenu('Tick or Untick Task');
    await expect.poll(rows, patient).toMatch(/1 of \d+ tasks/);
    await picture('tree');
  });

  it('finds the same in the command', async () => {
    const { pack, level, days, rounds, plan, cards } = JSON.parse(await command('progress', '--format', 'json'));
    expect({ pack, level }).toEqual({ pack: 'pinterest-software-engineer', level: 'L5' });
    const questions: readonly { readonly id: string; readonly attempts: number; readonly last: unknown }[] =
      rounds.flatMap(({ questions: of }: { readonly questions: readonly unknown[] }) => of);
    const rows = (await tree().items()).join('\n');
    expect(rows).toContain(`${days} days left`);
    expect(rows).toMatch(/Pinterest home feed ?Lean yes · L5/);
    expect(questions.filter(({ attempts }) => attempts > 0)).toEqual([
      expect.objectContaining({
        id: 'pinterest/home-feed',
        attempts: 1,
        last: expect.objectContaining({ level: 'L5', signal: 'lean-yes' }),
      }),
    ]);
    expect(rows).toContain(`${plan.done} of ${plan.all} tasks`);
    // Of the three answers one was taken back.
    expect(cards.answered).toBe(2);
    expect(rows).toContain(`${cards.fresh} new`);

    const debrief = await command('debrief', 'home-feed.md');
    expect(seen.length).toBeGreaterThan(3);
    for (const sentence of seen) expect(debrief).toContain(sentence);
    const history = JSON.parse(await command('history', '--format', 'json'));
    expect(history.questions).toHaveLength(1);
    const [{ attempts }] = history.questions;
    expect(attempts).toEqual([expect.objectContaining({ file: 'home-feed.md', level: 'L5' })]);
    expect(seen[0]).toContain(`${attempts[0].words} words`);
  });

  it.each([
    ['Dark Modern', 'vs-dark', 'rgb(31, 31, 31)'],
    ['Dark High Contrast', 'hc-black', 'rgb(0, 0, 0)'],
  ])('shows all of it in %s', async (theme, kind, background) => {
    const { run: go, choose, pressUntil, title } = keyboard();
    const { page } = session();
    await go('Preferences: Color Theme');
    await choose(undefined, theme, theme);
    await page.locator(`.monaco-workbench.${kind}`).waitFor();
    const body = debriefPage(session()).locator('body');
    await expect.poll(() => body.evaluate((one) => getComputedStyle(one).backgroundColor), patient).toBe(background);
    await picture(`all-${kind}`);
    await go('Rubricate: Quiz: Five Cards');
    await title.filter({ hasText: 'Card 1 of' }).waitFor();
    await picture(`quiz-${kind}`);
    await pressUntil('Escape', () => title.isHidden());
  });
});

type TrueFalse = Card & { readonly kind: 'true-false' };

const trueFalseCards = async (): Promise<readonly TrueFalse[]> => {
  const packs = join(root, 'packages', 'packs', 'dist');
  const index = ['foundations', 'pinterest-software-engineer'];
  const all = await Promise.all(
    index.map(
      async (id) => JSON.parse(await readFile(join(packs, `${id}.json`), 'utf8')) as { readonly cards: Card[] },
    ),
  );
  return all.flatMap(({ cards }) => cards.filter((card): card is TrueFalse => card.kind === 'true-false'));
};
const verdict = (answer: boolean): string => (answer ? 'True' : 'False');
/** Where the reason counts, the beginning of the right one; a row may hold no more of it. */
const rightOf = ({ answer, reasons, reason }: TrueFalse): string =>
  `${verdict(answer)}${reasons ? `: ${reasons[reason ?? 0]?.because.slice(0, 20)}` : ''}`;
const wrongOf = ({ answer }: TrueFalse): string => verdict(!answer);
