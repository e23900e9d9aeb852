import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { Scene } from './scenes.ts';
import type { Session } from './session.ts';

const file = 'labs/offer/start-up-or-large-company.offer.yaml';

/** The report, which stands in a frame within a frame. */
const report = ({ page }: Session): FrameLocator =>
  page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

const showOffer = async (session: Session): Promise<void> => {
  const { workbench, page } = session;
  await workbench.openFile('start-up-or-large-company.offer.yaml');
  // The file and its report need the room.
  await workbench.palette.run('View: Toggle Primary Side Bar Visibility');
  await workbench.palette.run('Rubricate: Show Offer');
  await report(session).locator('h1').waitFor();
  await page.mouse.move(700, 790);
  await page.waitForTimeout(800);
};

export const labOfferScenes: readonly Scene[] = [
  {
    name: 'lab-offer',
    shows: 'An offer file with its report beside it: what is expected, the middle outcome, the break-even, each exit.',
    prepare: showOffer,
  },
  {
    name: 'lab-offer-picture',
    shows: 'Pay and equity at each exit against the other offer, with the chance of each, and the same as tables.',
    prepare: async (session) => {
      await showOffer(session);
      await report(session)
        .locator('#outcomes')
        .evaluate((heading) => heading.scrollIntoView());
      await session.page.waitForTimeout(500);
    },
  },
  {
    name: 'lab-offer-problem',
    shows: 'A percent without its sign, marked where it stands, with what to write instead.',
    prepare: async ({ folder, workbench }) => {
      const text = await readFile(join(folder, file), 'utf8');
      await writeFile(join(folder, 'labs', 'offer', 'acme.offer.yaml'), text.replace('grant: 0.15%', 'grant: 0.15'));
      await workbench.openFile('acme.offer.yaml');
      await workbench.editor.hover('0.15');
    },
  },
];
