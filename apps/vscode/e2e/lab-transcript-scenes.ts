import { debriefPage } from './debrief-scenes.ts';
import type { Scene } from './scenes.ts';
import type { Session } from './session.ts';

/** Opens the report of the example beside its captions, as its only speaker who answers. */
const openReport = async (session: Session): Promise<void> => {
  const { workbench, page } = session;
  await workbench.openFile('home-feed.vtt');
  await workbench.palette.run('Rubricate: Review Transcript');
  // The first of the speakers is who speaks most.
  await page
    .locator('.quick-input-widget')
    .getByText('Who are you?')
    .or(page.getByPlaceholder('Who are you?'))
    .waitFor();
  await page.keyboard.press('Enter');
  await debriefPage(session).locator('h1').waitFor();
  await page.waitForTimeout(800);
};

export const transcriptScenes: readonly Scene[] = [
  {
    name: 'lab-transcript',
    shows: 'A spoken round beside its captions: the figures, and the hour as a picture.',
    prepare: async (session) => {
      await openReport(session);
      await session.page.mouse.move(700, 790);
    },
  },
  {
    name: 'lab-transcript-hour',
    shows: 'Who speaks when, silences, phases against their budget, and where evidence was given.',
    prepare: async (session) => {
      await openReport(session);
      await debriefPage(session).locator('#hour').scrollIntoViewIfNeeded();
      await debriefPage(session)
        .locator('#hour')
        .evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
      await session.page.waitForTimeout(500);
    },
  },
  {
    name: 'lab-transcript-silences',
    shows: 'A time mark was chosen: its caption is selected in the file.',
    prepare: async (session) => {
      await openReport(session);
      await debriefPage(session)
        .locator('#silences')
        .evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
      await debriefPage(session).locator('#silences ~ ul blockquote button').nth(1).press('Enter');
      await session.page.waitForTimeout(1_000);
    },
  },
];
