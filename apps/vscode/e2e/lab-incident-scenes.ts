import type { FrameLocator } from 'playwright-core';
import type { Scene } from './scenes.ts';
import type { Session } from './session.ts';

/** The report, which stands in a frame within a frame. */
const report = ({ page }: Session): FrameLocator =>
  page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

const grade = async (session: Session, file: string): Promise<void> => {
  const { workbench, page } = session;
  await workbench.openFile(file);
  // The text and its report need the room.
  await workbench.palette.run('View: Toggle Primary Side Bar Visibility');
  await workbench.palette.run('View: Split Editor Right');
  await workbench.palette.run('Rubricate: Grade Incident Diagnosis');
  await report(session).locator('h1').waitFor();
  await page.mouse.move(700, 790);
  await page.waitForTimeout(800);
};

export const labIncidentScenes: readonly Scene[] = [
  {
    name: 'lab-incident',
    shows: 'A new incident: the brief as one reads it, and the diagnosis to be written beside it.',
    prepare: async ({ workbench, page }) => {
      await workbench.openFile('home-feed-draft.md');
      await workbench.palette.run('Rubricate: New Incident…');
      await page.locator('.quick-input-title', { hasText: 'New incident' }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.tab', { hasText: 'diagnosis.md' }).waitFor();
      await workbench.palette.run('View: Toggle Primary Side Bar Visibility');
      await page.mouse.move(700, 790);
      await page.waitForTimeout(2_000);
    },
  },
  {
    name: 'lab-incident-graded',
    shows: 'A weak diagnosis, graded: a share that the data do not bear out and a red herring are marked in the text.',
    prepare: (session) => grade(session, 'diagnosis-weak.md'),
  },
  {
    name: 'lab-incident-found',
    shows: 'A strong diagnosis, graded: each fault with the words that found it, and the figures recomputed.',
    prepare: (session) => grade(session, 'labs/incident/diagnosis.md'),
  },
  {
    name: 'lab-incident-exposure',
    shows: 'A naive diagnosis of the case of exposure, graded: the tempting conclusion is marked in the text.',
    prepare: (session) => grade(session, 'naive.md'),
  },
];
