import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scene } from './scenes.ts';
import type { Session } from './session.ts';

/** A pack as its author has it halfway: one rubric with a criterion, and the evidence for it. */
const files: Readonly<Record<string, string>> = {
  'pack.yaml': `# A pack of a study group, for a company that no pack ships for.
id: harbour-engineer
title: Harbour, engineer
about: What a team that runs a harbour's systems listens for.
company: harbour
role: engineer
extends: [foundations]

levels:
  - id: E2
    title: Engineer
    bar: senior
    summary: Runs a system that ships depend on.
    expects:
      - The hardest part, named before anyone asks.

sources:
  - id: handbook
    title: The harbour handbook
    publisher: Harbour office
    date: "2026-03"
    kind: documentation
`,
  'rubric.yaml': `rubrics:
  - id: handover
    title: Handover
    about: What a handover has to tell the team that takes over.
    dimensions:
      - {id: content, title: What is handed over}
    criteria:
      - id: first-week
        dimension: content
        from: mid
        title: First week
        hint: Say what the new team does in its first week.
        why: A team that knows its first week asks better questions.
        bars:
          mid: Says what happens in the first week.
          senior: Says what happens first, and why.
          staff: Says who decides when it is over.
        earns:
          met: A first week, and what the team does in it.
          partial: A first week.
        weak: There will be a first week.
        strong: In the first week the new team answers every alert together with us.
        belongs: [First week, Plan]
        source: handbook
`,
  'evidence.yaml': `concepts:
  harbour-first-week: ["first {week,days}"]
  harbour-team-does: [answer every, take over, shadow]

signals:
  harbour-week-named: {all: [harbour-first-week]}
  harbour-week-planned: {all: [harbour-first-week, harbour-team-does]}

rules:
  handover/first-week:
    met: harbour-week-planned
    partial: harbour-week-named
`,
};

/** Writes the pack into the open folder and opens one of its files. */
const openPack = async ({ folder, workbench, page }: Session, file: string): Promise<void> => {
  const pack = join(folder, 'packs', 'harbour-engineer');
  await mkdir(pack, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(pack, name), text);
  await workbench.openFile('rubricate.yaml');
  await page.keyboard.press('Control+H');
  await page.keyboard.press('Escape');
  await workbench.editor.clickAt('packs: [packs/quillfern-support-engineer]');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await workbench.editor.type(', packs/harbour-engineer');
  await page.keyboard.press('Control+S');
  await workbench.openFile(file);
  await page.waitForTimeout(1_500);
};

const endOf = async ({ workbench, page }: Session, text: string): Promise<void> => {
  await workbench.editor.clickAt(text);
  await page.keyboard.press('End');
};

const moveMouseAway = async ({ page }: Session): Promise<void> => {
  await page.mouse.move(640, 700);
};

export const packScenes: readonly Scene[] = [
  {
    name: 'pack-completion',
    shows: 'A pack that is being written: the keys a source may have, with what the chosen one means.',
    prepare: async (session) => {
      const { page } = session;
      await openPack(session, 'harbour-engineer/pack.yaml');
      await endOf(session, 'kind: documentation');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+Space');
      await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
      await page.keyboard.press('Control+Space');
      await moveMouseAway(session);
      await page.waitForTimeout(1_000);
    },
  },
  {
    name: 'pack-names',
    shows: 'The concepts, quantities and shapes that a signal may be made of.',
    prepare: async (session) => {
      const { page } = session;
      await openPack(session, 'harbour-engineer/evidence.yaml');
      await endOf(session, 'harbour-week-planned: {all');
      await page.keyboard.press('Enter');
      await page.keyboard.type('harbour-soon: {all: [har', { delay: 60 });
      await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
      await moveMouseAway(session);
      await page.waitForTimeout(1_000);
    },
  },
  {
    name: 'pack-problems',
    shows: 'What is wrong in a pack, marked at the very words, and the list of problems.',
    prepare: async (session) => {
      const { page, workbench } = session;
      await openPack(session, 'harbour-engineer/evidence.yaml');
      await endOf(session, 'met: harbour-week-planned');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Escape');
      await endOf(session, 'partial: harbour-week-named');
      await page.keyboard.press('Home');
      await workbench.editor.type('shwo: [harbour-week-named]');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(1_200);
      await workbench.palette.run('Problems: Focus on Problems View');
      await moveMouseAway(session);
      await page.waitForTimeout(1_500);
    },
  },
  {
    name: 'pack-hover',
    shows: 'What a name in a pack stands for: the concept and its phrases.',
    prepare: async (session) => {
      await openPack(session, 'harbour-engineer/evidence.yaml');
      await session.workbench.editor.hover('harbour-team-does]');
      await session.page.waitForTimeout(700);
    },
  },
  {
    name: 'pack-page',
    shows: 'A pack as a page to read, every claim with its source, date and state.',
    prepare: async (session) => {
      const { page, workbench } = session;
      await workbench.openFile('rubricate.yaml');
      await workbench.palette.run('Rubricate: Show Pack…');
      await page.locator('.quick-input-title', { hasText: 'Show pack' }).waitFor();
      await workbench.palette.choose('Pinterest, software engineer');
      await page.locator('.tab', { hasText: 'pinterest-software-engineer' }).waitFor();
      await page.waitForTimeout(2_500);
    },
  },
];
