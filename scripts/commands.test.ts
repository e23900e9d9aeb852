// Every command of the extension can be found and reached with the keyboard alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extensionFolder } from './paths.ts';

type Command = { readonly command: string; readonly category?: string; readonly title: string; readonly icon?: string };
type Entry = { readonly command: string; readonly when?: string; readonly group?: string };
type Step = { readonly id: string; readonly description: string; readonly completionEvents: readonly string[] };
type Manifest = {
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly menus: Readonly<Record<string, readonly Entry[]>>;
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
  };
};

const read = <T>(name: string): T => JSON.parse(readFileSync(join(extensionFolder, name), 'utf8')) as T;
const { contributes } = read<Manifest>('package.json');
const strings = read<Readonly<Record<string, string>>>('package.nls.json');
const { commands, menus, walkthroughs } = contributes;
const ofMenu = (name: string): readonly Entry[] => menus[name] ?? [];
const isHidden = (command: string): boolean =>
  ofMenu('commandPalette').some((entry) => entry.command === command && entry.when === 'false');

describe('the commands', () => {
  it('stand under one category', () => {
    expect(commands.filter(({ category }) => category !== 'Rubricate')).toEqual([]);
  });

  it('are named differently, each with capitals as the editor has them', () => {
    const titles = commands.map(({ title }) => strings[title.replaceAll('%', '')] ?? '');
    expect(new Set(titles).size).toBe(titles.length);
    // "Debrief: Export…", "Go to Next Hint": small words stay small.
    const small = /^(?:a|an|and|as|at|back|by|for|from|in|of|on|or|the|this|to|with)$/;
    const words = titles.flatMap((title) => title.split(/[\s:]+/));
    expect(words.filter((word) => /^[a-z]/.test(word) && !small.test(word))).toEqual([]);
  });

  it('have icons of the editor, which follow every theme', () => {
    expect(commands.filter(({ icon }) => icon !== undefined && !/^\$\([a-z-]+\)$/.test(icon))).toEqual([]);
  });

  it('are in the palette but those that mean nothing without a row or a step', () => {
    expect(
      commands
        .map(({ command }) => command)
        .filter(isHidden)
        .sort(),
    ).toEqual([
      'rubricate.goTo',
      'rubricate.openDrill',
      'rubricate.openLastAnswer',
      'rubricate.openStory',
      'rubricate.quizBack',
      'rubricate.tickTask',
    ]);
  });

  // A button in a row is for the mouse; the row's menu opens by the keyboard.
  it('that are buttons in a row are in the menu of that row too', () => {
    const entries = ofMenu('view/item/context');
    const inMenus = entries.filter(({ group }) => !group?.startsWith('inline'));
    const onlyButtons = entries.filter(
      ({ command, when, group }) =>
        group?.startsWith('inline') && !inMenus.some((entry) => entry.command === command && entry.when === when),
    );
    expect(onlyButtons.map(({ command, when }) => `${command} when ${when}`)).toEqual([]);
  });

  it('in the head of a view have an icon, or stand in its menu', () => {
    const icons = new Map(commands.map(({ command, icon }) => [command, icon]));
    const bare = ofMenu('view/title').filter(
      ({ command, group }) => group?.startsWith('navigation') && icons.get(command) === undefined,
    );
    expect(bare).toEqual([]);
  });
});

describe('the walkthrough', () => {
  const own = new Set(commands.map(({ command }) => command));
  const steps = walkthroughs.flatMap((one) => one.steps);

  it.each(steps.map((step) => [step.id, step] as const))('ticks "%s" when its button was used', (_id, step) => {
    const text = strings[step.description.replaceAll('%', '')] ?? '';
    const [first] = [...text.matchAll(/\]\(command:(rubricate\.\w+)/g)].map(([, command]) => command);
    expect(own).toContain(first);
    expect(step.completionEvents).toContain(`onCommand:${first}`);
    for (const event of step.completionEvents) expect(own).toContain(event.replace('onCommand:', ''));
  });
});
