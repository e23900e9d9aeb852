import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scene } from './scenes.ts';
import type { Session } from './session.ts';

/** Opens on the people and never reaches the data: right in one role, a pitfall in another. */
const answer = `---
question: pinterest/data-quality-incident
level: L5
---

# A data-quality incident

Users are not seeing relevant Pins, and that is the first thing I would care about. People lose trust when the home feed
shows them things they did not ask for, and people who lose trust come back less often.

I would talk to the support team, read what creators say, and write down the three complaints that come up most. Then I
would bring these complaints to the leads and agree with them which one to work on first this quarter.
`;

const openAnswer = async ({ workbench, page, folder }: Session): Promise<void> => {
  await writeFile(join(folder, 'incident.md'), answer);
  await workbench.openFile('incident.md');
  await workbench.palette.run('Rubricate: Focus Checklist');
  await workbench.tree('Checklist').items();
  await workbench.palette.run('View: Focus Active Editor Group');
  await workbench.palette.run('Rubricate: Review Now');
  await page.locator('.codelens-decoration > a').first().waitFor();
};

const chooseLens = async ({ workbench, page }: Session, command: string, title: string): Promise<void> => {
  await workbench.palette.run(command);
  await page.locator('.quick-input-title', { hasText: title }).waitFor();
};

const settle = async (page: Session['page'], ms = 1_000): Promise<void> => {
  // Where the mouse brings up no tooltip.
  await page.mouse.move(700, 790, { steps: 8 });
  await page.waitForTimeout(ms);
};

export const lensScenes: readonly Scene[] = [
  {
    name: 'lens-choice',
    shows: 'Choosing the role and level whose eyes a text is read with.',
    prepare: async (session) => {
      await openAnswer(session);
      await chooseLens(session, 'Rubricate: Judge Through Another Lens…', 'Judge through another lens');
      await settle(session.page);
    },
  },
  {
    name: 'lens-switch',
    shows: 'The same text judged through the lens of another role; nothing is written into it.',
    prepare: async (session) => {
      await openAnswer(session);
      await chooseLens(session, 'Rubricate: Judge Through Another Lens…', 'Judge through another lens');
      await session.workbench.palette.choose('Senior Product Manager');
      await session.page.locator('.codelens-decoration > a', { hasText: 'through the lens' }).waitFor();
      await settle(session.page);
    },
  },
  {
    name: 'lens-compare',
    shows: 'Two lenses side by side: what flips, how each counts it, why, and who says so.',
    prepare: async (session) => {
      await openAnswer(session);
      await chooseLens(session, 'Rubricate: Compare Lenses…', 'Compare lenses');
      await session.workbench.palette.choose('Senior Product Manager');
      await session.page.locator('.tab', { hasText: 'incident.lenses.md' }).waitFor();
      // The two side by side need the room.
      await session.workbench.palette.run('View: Toggle Primary Side Bar Visibility');
      await settle(session.page, 2_500);
    },
  },
];
