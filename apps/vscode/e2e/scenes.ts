import { cardScenes } from './card-scenes.ts';
import { debriefScenes } from './debrief-scenes.ts';
import { labDrillsScenes } from './lab-drills-scenes.ts';
import { labIncidentScenes } from './lab-incident-scenes.ts';
import { labOfferScenes } from './lab-offer-scenes.ts';
import { labOpinionScenes } from './lab-opinion-scenes.ts';
import { transcriptScenes } from './lab-transcript-scenes.ts';
import { labVectorsScenes } from './lab-vectors-scenes.ts';
import { packScenes } from './pack-scenes.ts';
import { practiceScenes } from './practice-scenes.ts';
import { practiseScenes } from './practise-scenes.ts';
import { progressScenes } from './progress-scenes.ts';
import type { Session } from './session.ts';

/** A picture for the documentation: what to do in the window before it is taken. */
export type Scene = {
  /** The picture's name: docs/images/NAME-light.png and NAME-dark.png. */
  readonly name: string;
  /** What the picture shows, in one sentence, for whoever reads this list. */
  readonly shows: string;
  /** It brings an extension of its own, which only a window with the test driver takes; such a window shows no toasts. */
  readonly extension?: boolean;
  /** Brings the window, which has examples/ open, to the moment of the picture. */
  readonly prepare: (session: Session) => Promise<void>;
};

/** Opens an answer with the checklist beside it, and waits until lenses and hints have come. */
const openAnswer = async ({ workbench }: Session, file: string): Promise<void> => {
  await workbench.openFile(file);
  await workbench.palette.run('Rubricate: Focus Checklist');
  await workbench.tree('Checklist').items();
  // An editor that loses the focus before its lenses came asks for them when it has the focus again.
  await workbench.palette.run('View: Focus Active Editor Group');
  await workbench.page.locator('.codelens-decoration > a').first().waitFor();
  await workbench.page.waitForTimeout(1_000);
};

export const scenes: readonly Scene[] = [
  {
    name: 'hints',
    shows: 'A weak answer with its hints, lenses and the checklist.',
    prepare: async (session) => {
      await openAnswer(session, 'home-feed-weak.md');
    },
  },
  {
    name: 'checklist',
    shows: 'The checklist of a strong answer, with the words that earned something marked in the text.',
    prepare: async (session) => {
      await openAnswer(session, 'home-feed-strong.md');
      await session.workbench.palette.run('Rubricate: Show Evidence');
      await session.page.waitForTimeout(1_000);
    },
  },
  {
    name: 'hover',
    shows: 'What a hint says when pointed at: what to write, the bar of the level, and why.',
    prepare: async (session) => {
      await openAnswer(session, 'home-feed-weak.md');
      await session.workbench.editor.hover('For this we use a machine');
      // Its parts come one by one, the slower the busier the machine.
      await session.page.locator('.monaco-hover', { hasText: 'Loading...' }).waitFor({ state: 'hidden' });
      await session.page.waitForTimeout(700);
    },
  },
  {
    name: 'quick-fixes',
    shows: 'The fixes that a hint offers: insert the sentence, dismiss it with a reason, or have it explained.',
    prepare: async (session) => {
      await openAnswer(session, 'home-feed-weak.md');
      await session.workbench.editor.quickFixes('# Pinterest home feed');
      await session.page.waitForTimeout(500);
    },
  },
  {
    name: 'explanation',
    shows: 'The page that explains a criterion, beside the answer.',
    prepare: async (session) => {
      await openAnswer(session, 'home-feed-weak.md');
      await session.workbench.palette.run('Rubricate: Explain Criterion…');
      await session.page.locator('.quick-input-title', { hasText: 'Explain criterion' }).waitFor();
      await session.workbench.palette.choose('Scale estimate');
      await session.page.locator('.tab', { hasText: 'scale-estimate.md' }).waitFor();
      await session.page.waitForTimeout(2_500);
    },
  },
  ...practiceScenes,
  ...progressScenes,
  ...practiseScenes,
  ...cardScenes,
  ...debriefScenes,
  ...packScenes,
  ...labDrillsScenes,
  ...labIncidentScenes,
  ...labOfferScenes,
  ...labVectorsScenes,
  ...transcriptScenes,
  ...labOpinionScenes,
];
