import type { FrameLocator } from 'playwright-core';
import type { Scene } from './scenes.ts';
import type { Session } from './session.ts';

const playground = ({ page }: Session): FrameLocator =>
  page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

/** Opens the playground beside nothing but an answer, and waits for its first result. */
const openPlayground = async (session: Session): Promise<FrameLocator> => {
  const { workbench } = session;
  // By then the window knows the commands.
  await workbench.openFile('home-feed-draft.md');
  await session.page.locator('.codelens-decoration > a').first().waitFor();
  await workbench.palette.run('Rubricate: Vector Playground');
  const frame = playground(session);
  await frame.locator('svg.trade').waitFor({ timeout: 60_000 });
  await workbench.palette.run('View: Close Primary Side Bar');
  await session.page.mouse.move(640, 790);
  return frame;
};

/** Waits until the result is that of the last change. */
const settle = async (frame: FrameLocator, { page }: Session): Promise<void> => {
  await page.waitForTimeout(500);
  await frame.locator('#busy').waitFor({ state: 'hidden', timeout: 60_000 });
  await page.waitForTimeout(300);
};

export const labVectorsScenes: readonly Scene[] = [
  {
    name: 'lab-vectors',
    shows: 'The vector playground: sliders, the curve of recall over distances for each index, and the table of it.',
    prepare: async (session) => {
      const frame = await openPlayground(session);
      await settle(frame, session);
    },
  },
  {
    name: 'lab-vectors-hnsw',
    shows: 'One index, a slider moved by the keyboard, with the focus on it.',
    prepare: async (session) => {
      const frame = await openPlayground(session);
      await frame.locator('#index').selectOption('hnsw');
      await frame.locator('#efSearch').focus();
      await session.page.keyboard.press('ArrowRight');
      await session.page.keyboard.press('ArrowRight');
      await settle(frame, session);
    },
  },
  {
    name: 'lab-vectors-filter',
    shows: 'A narrow filter in three ways, and dense, sparse and hybrid search.',
    prepare: async (session) => {
      const frame = await openPlayground(session);
      await frame.locator('#index').selectOption('hnsw');
      await frame.locator('#filter').focus();
      await session.page.keyboard.press('End');
      await frame.locator('#hybrid').check();
      await settle(frame, session);
      await frame.locator('section').nth(1).scrollIntoViewIfNeeded();
      await frame.locator('section').last().scrollIntoViewIfNeeded();
      await session.page.waitForTimeout(400);
    },
  },
];
