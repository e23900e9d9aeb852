import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { extensionFolder } from '../../../scripts/paths.ts';
import { openWorkbench, type Workbench } from './pages/workbench.ts';
import { useSession } from './session.ts';

const answer = '---\nquestion: bakery/counter\nlevel: L2\n---\n\n## Scope\n\nRolls are out of scope.\n';

const eventsIn = async (folder: string): Promise<readonly Record<string, unknown>[]> => {
  const journal = join(folder, '.rubricate', 'journal');
  const names = await readdir(journal).catch(() => []);
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(journal, name), 'utf8')) as Record<string, unknown>),
  );
};

describe('a window with two folders, each with its own target', () => {
  const session = useSession();
  const folderOf = (name: string): string => join(session().folder, '..', name);
  let workbench: Workbench;

  beforeAll(async () => {
    const original = join(extensionFolder, 'test', 'workspace');
    for (const [name, level] of [
      ['north', 'L1'],
      ['south', 'L2'],
    ] as const) {
      const folder = folderOf(name);
      await mkdir(folder);
      await cp(join(original, 'packs'), join(folder, 'packs'), { recursive: true });
      await writeFile(
        join(folder, 'rubricate.yaml'),
        `company: bakery\nrole: baker\nlevel: ${level}\ninterview: 2099-01-15\npacks: [packs]\n`,
      );
      await writeFile(join(folder, `${name}.md`), answer);
    }
    const file = join(folderOf('north'), '..', 'both.code-workspace');
    await writeFile(file, JSON.stringify({ folders: [{ path: 'north' }, { path: 'south' }], settings: {} }));
    const { page } = session();
    const url = new URL(page.url());
    url.searchParams.delete('folder');
    url.searchParams.set('workspace', file);
    await page.goto(url.href);
    workbench = await openWorkbench(page);
  });

  const items = async (): Promise<string> => (await workbench.tree('Progress').items()).join('\n');

  it('shows both in the tree, each with its target', async () => {
    await workbench.openFile('south.md');
    await workbench.palette.run('Rubricate: Focus Progress');
    await expect.poll(items, { timeout: 20_000 }).toMatch(/^north.*L1 · The bakery, baker/m);
    const { page } = session();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(items, { timeout: 20_000 }).toMatch(/^south.*L2 · The bakery, baker/m);
  });

  it('records an attempt, and a tick, in the journal of its folder', async () => {
    const { page } = session();
    await workbench.openFile('south.md');
    await workbench.palette.run('Rubricate: Record Attempt');
    await page.locator('.notification-list-item-message', { hasText: 'Recorded: Plan the counter at L2.' }).waitFor();
    await workbench.palette.run('Notifications: Clear All Notifications');
    await expect.poll(async () => (await eventsIn(folderOf('south'))).length, { timeout: 10_000 }).toBe(1);
    expect((await eventsIn(folderOf('south')))[0]).toMatchObject({ kind: 'attempt-recorded', file: 'south.md' });
    expect(await eventsIn(folderOf('north'))).toEqual([]);

    // North is folded away, so the first box is of the south.
    await workbench.palette.run('Rubricate: Focus Progress');
    await workbench
      .tree('Progress')
      .item('Knead ten loaves')
      .locator('.monaco-checkbox, .custom-view-tree-node-item-checkbox')
      .first()
      .click();
    await expect.poll(async () => (await eventsIn(folderOf('south'))).length, { timeout: 10_000 }).toBe(2);
    expect((await eventsIn(folderOf('south'))).map(({ kind }) => kind).sort()).toEqual([
      'attempt-recorded',
      'task-ticked',
    ]);
    expect(await eventsIn(folderOf('north'))).toEqual([]);
  });

  it('opens the last answer of the folder it was recorded in', async () => {
    const { page } = session();
    await writeFile(join(folderOf('north'), 'south.md'), '# Another file of that name\n');
    await workbench.closeEditors();
    await workbench.palette.run('Rubricate: Focus Progress');
    await workbench.tree('Progress').item('Plan the counter').click();
    await page.locator('.tab.active[data-resource-name="south.md"]').waitFor();
    await expect
      .poll(async () => (await workbench.editor.lines()).join('\n'), { timeout: 15_000 })
      .toContain('Rolls are out of scope');
  });

  it('explains what applies to the answer at hand', async () => {
    const { page } = session();
    for (const [name, level] of [
      ['north', 'L1'],
      ['south', 'L2'],
    ] as const) {
      await workbench.closeEditors();
      await workbench.openFile(`${name}.md`);
      await page.waitForTimeout(500);
      await workbench.palette.run('Rubricate: Explain Configuration');
      await page.locator('.tab.active', { hasText: 'rubricate.configuration' }).waitFor();
      await expect
        .poll(
          async () => {
            for (const frame of page.frames()) {
              const text = await frame
                .locator('body')
                .innerText({ timeout: 500 })
                .catch(() => '');
              if (text.includes('What applies here') && text.includes(`level says ${level}`)) return text;
            }
            return (await workbench.editor.lines().catch(() => [])).join('\n');
          },
          { timeout: 20_000 },
        )
        .toContain(`${name}/rubricate.yaml`);
    }
  });
});
