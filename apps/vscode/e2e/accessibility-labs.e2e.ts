import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { root } from '../../../scripts/paths.ts';
import { debriefPage } from './debrief-scenes.ts';
import { createKeyboard } from './pages/keyboard.ts';
import { useSession } from './session.ts';

/** Every lab from its command to its result, with no mouse. */
describe('the labs, by keyboard alone', { timeout: 120_000 }, () => {
  const session = useSession({ workspace: join(root, 'examples') });
  const keyboard = () => createKeyboard(session().page);
  const report = () => debriefPage(session());
  const open = (path: string): Promise<void> => session().workbench.openFile(path);
  /** What has the focus in a page: the id of a control, else the name of the element. */
  const focused = (): Promise<string> =>
    report()
      .locator('body')
      .evaluate(({ ownerDocument }) => ownerDocument.activeElement?.id || ownerDocument.activeElement?.tagName || '');
  const selected = () => session().page.locator('.statusbar-item', { hasText: /\(\d+ selected\)/ });
  const tab = (name: string) => session().page.locator('.tab', { hasText: name });

  afterEach(() => session().workbench.closeEditors());

  it('turns the vector playground', async () => {
    const { run, pressUntil, press } = keyboard();
    // By then the window knows the commands.
    await open('home-feed-draft.md');
    await session().page.locator('.codelens-decoration > a').first().waitFor();
    await run('Rubricate: Vector Playground');
    await report().locator('svg.trade').waitFor({ timeout: 60_000 });
    const before = await report().locator('#status').innerText();
    await pressUntil('Tab', async () => (await focused()) === 'k');
    const spoken = () => report().locator('#k').getAttribute('aria-valuetext');
    const was = await spoken();
    await press('ArrowRight');
    await expect.poll(spoken).not.toBe(was);
    await expect.poll(() => report().locator('#status').innerText(), { timeout: 30_000 }).not.toBe(before);
  });

  it('works out an offer, and reads it', async () => {
    const { run, pressUntil } = keyboard();
    await open('start-up-or-large-company.offer.yaml');
    await run('Rubricate: Show Offer');
    await report().locator('h1', { hasText: 'Offer' }).waitFor();
    const top = (): Promise<number> =>
      report()
        .locator('body')
        .evaluate(({ ownerDocument }) => ownerDocument.defaultView?.scrollY ?? 0);
    await pressUntil('PageDown', async () => (await top()) > 0);
  });

  it('reviews a spoken round, and goes from a time mark to its words', async () => {
    const { run, press, pressUntil } = keyboard();
    await open('home-feed.vtt');
    await run('Rubricate: Review Transcript');
    await session().page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
    await press('Enter');
    await report().locator('h1', { hasText: 'Spoken practice' }).waitFor();
    await pressUntil('Tab', async () => (await focused()) === 'BUTTON');
    await press('Enter');
    await selected().waitFor();
  });

  it('grades a diagnosis, and begins an incident', async () => {
    const { run, press, title } = keyboard();
    await open('diagnosis-weak.md');
    await session().workbench.palette.run('View: Split Editor Right');
    await session().workbench.palette.run('Rubricate: Grade Incident Diagnosis');
    await report().locator('h1').waitFor();
    await session().workbench.closeEditors();
    await run('Rubricate: New Incident…');
    await title.filter({ hasText: 'New incident' }).waitFor();
    await press('Enter');
    await tab('diagnosis.md').waitFor({ timeout: 60_000 });
  });

  it('lets something fail, and gives it up', async () => {
    const { run } = keyboard();
    const { page } = session();
    await open('labs/drills/short-links.md');
    await page.locator('.codelens-decoration > a').first().waitFor();
    await run('Rubricate: Failure Drill');
    await page.locator('.review-widget').first().waitFor();
    await session().workbench.palette.run('View: Focus Active Editor Group');
    await run('Rubricate: Give Up Drill');
    await page.locator('.review-widget').first().waitFor({ state: 'detached' });
  });
});
