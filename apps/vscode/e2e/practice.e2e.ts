import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Tree } from './pages/tree.ts';
import { type Session, useSession } from './session.ts';

const journalOf = ({ folder }: Session): string => join(folder, '.rubricate', 'journal');

const eventsOf = async (session: Session): Promise<readonly Record<string, unknown>[]> => {
  const names = await readdir(journalOf(session)).catch(() => []);
  return Promise.all(
    names.map(
      async (name) => JSON.parse(await readFile(join(journalOf(session), name), 'utf8')) as Record<string, unknown>,
    ),
  );
};

const rows = async (tree: Tree): Promise<string> => (await tree.items()).join('\n');

/** The cards of the bakery, each answered wrongly before, so that they are due and make up the next quiz. */
const usual = ['rye', 'grains', 'hot', 'loaves', 'salt'];
const makeDue = async (session: Session, cards: readonly string[] = usual): Promise<void> => {
  await mkdir(journalOf(session), { recursive: true });
  for (const card of cards) {
    const id = `00000000${card}`;
    const event = { v: 1, id, at: '2026-01-05T09:00:00.000Z', writer: 'cafe', kind: 'card-answered' };
    const text = JSON.stringify({ ...event, card: `bakery-baker/${card}`, right: false, chosen: 9 });
    await writeFile(join(journalOf(session), `20260105T090000000Z-cafe-${id}.json`), text);
  }
};

describe('practice in the workbench', () => {
  const session = useSession();

  it('shows the target and the rounds of its level', async () => {
    const { openFile, palette, tree } = session().workbench;
    await openFile('plan.md');
    await palette.run('Rubricate: Focus Progress');
    await expect.poll(() => rows(tree('Progress')), { timeout: 15_000 }).toContain('L2 · The bakery, baker');
    const items = await rows(tree('Progress'));
    expect(items).toMatch(/At the counter ?0 of 1/);
    expect(items).toMatch(/The owner ?sources are silent/);
    expect(items).not.toContain('Tasting');
  });

  it('makes an answer from a question that is chosen, and shows its attempt in the tree at once', async () => {
    const { palette, page, tree } = session().workbench;
    await palette.run('Rubricate: New Answer…');
    await palette.choose('Plan the counter');
    await page.locator('.tab.active[data-resource-name="counter.md"]').waitFor();
    await palette.run('Rubricate: Record Attempt');
    await page.locator('.notification-list-item-message', { hasText: 'Recorded: Plan the counter at L2.' }).waitFor();
    await expect.poll(() => rows(tree('Progress')), { timeout: 15_000 }).toMatch(/At the counter ?1 of 1/);
    const [event] = await eventsOf(session());
    expect(event).toMatchObject({
      kind: 'attempt-recorded',
      question: 'bakery/counter',
      level: 'L2',
      file: 'counter.md',
    });
    await palette.run('Notifications: Clear All Notifications');
  });

  it('asks five cards by keyboard alone, and journals each answer at once', async () => {
    await makeDue(session());
    const { palette, page } = session().workbench;
    const title = page.locator('.quick-input-title');
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const given = async () =>
      (await eventsOf(session())).filter(({ kind, writer }) => kind === 'card-answered' && writer !== 'cafe');
    await palette.run('Rubricate: Quiz: Five Cards');
    for (let number = 1; number <= usual.length; number += 1) {
      await title.filter({ hasText: `Card ${number} of 5` }).waitFor();
      const text = await title.innerText();
      if (text.includes('Loaves')) {
        await page.keyboard.type('some');
        await press('Enter');
        await page.locator('.quick-input-message', { hasText: 'Type a number' }).waitFor();
        await press('Control+A');
        await page.keyboard.type('40');
        await press('Enter');
      } else if (text.includes('Grains')) {
        for (const grain of ['Rye', 'Spelt']) {
          await page.keyboard.type(grain);
          await press('ArrowDown', 'Space');
          await page.locator('.quick-input-box input').first().focus();
          await press('Control+A', 'Backspace');
        }
        await press('Enter');
      } else {
        const right = { Rye: 'Sourdough', Heat: 'True', Salt: 'Two percent' };
        const option = Object.entries(right).find(([skill]) => text.includes(skill))?.[1] ?? '';
        await page.keyboard.type(option);
        await press('Enter');
      }
      await title.filter({ hasText: `Right · card ${number} of 5` }).waitFor();
      expect(await given()).toHaveLength(number);
      if (number === 1) {
        // VS Code's key to go back. Again if need be: a page that has just opened can miss a key.
        const goBack = async (): Promise<string> => {
          await press(process.platform === 'darwin' ? 'Control+Minus' : 'Control+Alt+Minus');
          await page.waitForTimeout(300);
          return title.innerText();
        };
        await expect.poll(goBack, { timeout: 10_000 }).toMatch(/^Card 1 of 5/);
        await press('Enter');
        await title.filter({ hasText: 'Right · card 1 of 5' }).waitFor();
      }
      await press('Enter');
    }
    await title.filter({ hasText: 'Quiz: 5 of 5 right' }).waitFor();
    await press('Escape');
    await title.waitFor({ state: 'hidden' });
    const events = await given();
    expect(events.map(({ card }) => card).sort()).toEqual(usual.map((card) => `bakery-baker/${card}`).sort());
    expect(events.every(({ right }) => right === true)).toBe(true);
  }, 120_000);

  it('has an order made, a match, a pitfall found, a gap filled and a verdict with its reason, by keyboard alone', async () => {
    const cards = ['batch', 'faults', 'promise', 'yeast', 'proof'];
    await makeDue(session(), cards);
    const { palette, page } = session().workbench;
    const title = page.locator('.quick-input-title');
    const box = page.locator('.quick-input-box input').first();
    const active = page.locator('.quick-input-list .monaco-list-row.focused');
    /** Types until the row is the one that Enter takes. */
    const choose = async (row: string, step: string): Promise<void> => {
      await title.filter({ hasText: step }).waitFor();
      await page.keyboard.type(row);
      await active.filter({ hasText: row }).waitFor();
      await page.keyboard.press('Enter');
    };
    const check = async (): Promise<void> => {
      await active.filter({ hasText: 'Check my answer' }).waitFor();
      await page.keyboard.press('Enter');
    };
    const answers: Readonly<Record<string, () => Promise<void>>> = {
      Batch: async () => {
        await choose('Bake', '1 of 3');
        await title.filter({ hasText: '2 of 3' }).waitFor();
        // Again if need be: a page that has just opened can miss a key.
        await expect
          .poll(
            async () => {
              await page.keyboard.press('Backspace');
              await page.waitForTimeout(300);
              return title.innerText();
            },
            { timeout: 10_000 },
          )
          .toContain('1 of 3');
        await choose('Knead', '1 of 3');
        await choose('Rest', '2 of 3');
        await choose('Bake', '3 of 3');
        await check();
      },
      Faults: async () => {
        const message = page.locator('.quick-input-message');
        for (const step of ['1 of 2', '2 of 2']) {
          await title.filter({ hasText: step }).waitFor();
          await message.filter({ hasText: /flat loaf|pale crust/ }).waitFor();
          const text = await message.innerText();
          await choose(text.includes('flat loaf') ? 'Too much water' : 'Too little heat', step);
        }
        await check();
      },
      Promises: async () => {
        await page.locator('.quick-input-message', { hasText: 'The oven simply handles everything.' }).waitFor();
        await choose('Magic', 'Promises');
      },
      Yeast: async () => {
        await page.locator('.quick-input-message', { hasText: 'Dough rises by ___' }).waitFor();
        await page.keyboard.type(' Yeast ');
        await page.keyboard.press('Enter');
      },
      Proof: () => choose('False: cold slows the yeast', 'Proof'),
    };
    await palette.run('Rubricate: Quiz: Five Cards');
    for (let number = 1; number <= 5; number += 1) {
      await title.filter({ hasText: `Card ${number} of 5` }).waitFor();
      const text = await title.innerText();
      const [, answer] = Object.entries(answers).find(([skill]) => text.includes(skill)) ?? [];
      await answer?.();
      await title.filter({ hasText: `Right · card ${number} of 5` }).waitFor();
      if (text.includes('Promises')) {
        await page.locator('.monaco-list-row', { hasText: 'Oven makers, undated, disputed' }).waitFor();
        await page.locator('.monaco-list-row', { hasText: 'This source sells: ovens.' }).waitFor();
      }
      await page.keyboard.press('Enter');
    }
    await title.filter({ hasText: 'Quiz: 5 of 5 right' }).waitFor();
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'hidden' });
    const asked = new Set(cards.map((card) => `bakery-baker/${card}`));
    const given = (await eventsOf(session())).filter(
      ({ writer, card }) => writer !== 'cafe' && asked.has(String(card)),
    );
    expect(given.map(({ card, chosen }) => [card, chosen]).sort()).toEqual([
      ['bakery-baker/batch', [0, 1, 2]],
      ['bakery-baker/faults', [0, 1]],
      ['bakery-baker/promise', 0],
      ['bakery-baker/proof', 1],
      ['bakery-baker/yeast', 'Yeast'],
    ]);
  }, 120_000);

  it('takes an answer back and suspends a card, by keyboard, and the journal says so', async () => {
    await makeDue(session());
    const { palette, page } = session().workbench;
    const title = page.locator('.quick-input-title');
    /** Chooses a row by typing its words. */
    const choose = async (words: string): Promise<void> => {
      await page.waitForTimeout(500);
      await page.keyboard.type(words);
      await page.waitForTimeout(500);
      await page.keyboard.press('Enter');
    };
    const kinds = async () =>
      (await eventsOf(session())).filter(({ writer }) => writer !== 'cafe').map(({ kind }) => kind);
    const earlier = (await kinds()).length;
    await palette.run('Rubricate: Quiz…');
    await choose('true or false');
    await choose('Start');
    await title.filter({ hasText: 'Card 1' }).waitFor();
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    await title.filter({ hasText: 'ight · card 1' }).waitFor();
    await choose('Undo');
    await title.filter({ hasText: 'Card 1' }).waitFor();
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    await title.filter({ hasText: 'ight · card 1' }).waitFor();
    await choose('Suspend');
    await expect
      .poll(async () => (await kinds()).slice(earlier).sort(), { timeout: 15_000 })
      .toEqual(['card-answered', 'card-answered', 'card-suspended', 'card-undone']);
    await page.keyboard.press('Escape');
  });
});
