import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { root } from '../../../scripts/paths.ts';
import { addAttempts, debriefPage, openDebrief } from './debrief-scenes.ts';
import type { SpokenRow } from './pages/tree.ts';
import { useSession } from './session.ts';

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** By these rules, which are those of WCAG 2.2 AA and what axe holds to be good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const themes = ['Light Modern', 'Dark Modern', 'Dark High Contrast', 'Light High Contrast'];

/** A row that assistive technology could say nothing of. */
const isMute = ({ role, label, level }: SpokenRow): boolean => role !== 'treeitem' || label === '' || level < 1;

describe('the window for those who see it otherwise, or hear it', () => {
  const session = useSession({ workspace: join(root, 'examples') });

  /** What the rules of axe find in the page that a webview shows. Code that the test brings is not bound by the page's policy. */
  const findings = async (
    looked: readonly string[] = ['color-contrast', 'list', 'page-has-heading-one'],
  ): Promise<readonly string[]> => {
    const body = await debriefPage(session()).locator('body').elementHandle();
    const frame: Frame | null | undefined = await body?.ownerFrame();
    if (!frame) throw new Error('There is no page.');
    await frame.evaluate(await readFile(axeFile, 'utf8'));
    const { violations, passes } = await frame.evaluate(
      (only) =>
        (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
          runOnly: { type: 'tag', values: only },
        }),
      tags,
    );
    // They did look: at the colours, too.
    expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining([...looked]));
    return violations.flatMap(({ id, impact, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${impact} ${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
  };

  it('has nothing against the page of a debrief, in any theme', async () => {
    await addAttempts(session());
    await openDebrief(session(), 'home-feed-draft.md');
    for (const theme of themes) {
      await session().workbench.chooseTheme(theme);
      await session().page.waitForTimeout(500);
      expect(await findings(), theme).toEqual([]);
    }
    // The colours are those of the theme, not some that the page fell back to.
    const background = await debriefPage(session())
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(background).toBe('rgb(255, 255, 255)');
    await session().workbench.chooseTheme('Light Modern');
  }, 120_000);

  const pages: readonly (readonly [what: string, open: () => Promise<void>])[] = [
    [
      'a spoken round',
      async () => {
        await session().workbench.openFile('home-feed.vtt');
        await session().workbench.palette.run('Rubricate: Review Transcript');
        await session().page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
        await session().page.keyboard.press('Enter');
      },
    ],
    [
      'an offer',
      async () => {
        await session().workbench.openFile('start-up-or-large-company.offer.yaml');
        await session().workbench.palette.run('Rubricate: Show Offer');
      },
    ],
    // A graded diagnosis is shown by VS Code's own preview of Markdown, whose page is not ours.
    [
      'the vector playground',
      async () => {
        await session().workbench.palette.run('Rubricate: Vector Playground');
        await debriefPage(session()).locator('svg.trade').waitFor({ timeout: 60_000 });
      },
    ],
  ];

  it.each(pages)(
    'has nothing against the page of %s, in any theme',
    async (_, open) => {
      const { workbench, page } = session();
      await workbench.closeEditors();
      await open();
      await debriefPage(session()).locator('h1').waitFor();
      for (const theme of themes) {
        await workbench.chooseTheme(theme);
        await page.waitForTimeout(500);
        expect(await findings(['color-contrast', 'page-has-heading-one']), theme).toEqual([]);
      }
      await workbench.chooseTheme('Light Modern');
    },
    120_000,
  );

  it('tells of each row of the checklist by its role, its place and its state', async () => {
    const { closeEditors, openFile, palette, tree } = session().workbench;
    await closeEditors();
    await openFile('home-feed-draft.md');
    await palette.run('Rubricate: Focus Checklist');
    await tree('Checklist').items();
    const rows = await tree('Checklist').spoken();
    expect(rows.filter(isMute)).toEqual([]);
    expect(rows).toContainEqual({
      role: 'treeitem',
      label: expect.stringMatching(/^Failure modes, missing, Name two things/),
      level: 2,
      opens: '',
      box: '',
    });
    expect(rows).toContainEqual(
      expect.objectContaining({ label: expect.stringMatching(/ met, of 2$/), opens: 'expanded' }),
    );
  });

  it('tells of each row of the progress tree likewise', async () => {
    const { palette, tree } = session().workbench;
    await palette.run('Rubricate: Focus Progress');
    await tree('Progress').item('This week').waitFor();
    const rows = await tree('Progress').spoken();
    expect(rows.filter(isMute)).toEqual([]);
    expect(rows).toContainEqual({
      role: 'treeitem',
      label: expect.stringMatching(/^Answer the home feed once/),
      level: 3,
      opens: '',
      box: 'unchecked',
    });
    expect(rows).toContainEqual(expect.objectContaining({ label: expect.stringMatching(/^Target: L5/), level: 1 }));
  });
});
