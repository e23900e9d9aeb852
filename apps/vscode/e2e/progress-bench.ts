// Measures the progress tree in a real VS Code with a large journal: `node apps/vscode/e2e/progress-bench.ts`. It wants the
// packed extension (`pnpm build`, then `pnpm --filter rubricate-vscode run pack:vsix`).
//   --events=10000   events in the journal, each a file
//   --answers=1000   answers, each a file of about 2 KB
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder } from '../../../scripts/temporary-folder.ts';
import { readBench } from './bench-journal.ts';
import { openWorkbench } from './pages/workbench.ts';
import { startSession } from './session.ts';

const option = (name: string, usual: number): number =>
  Number(process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? usual);
const events = option('events', 10_000);
const answers = option('answers', 1_000);

const parent = await makeTemporaryFolder('progress-bench');
const workspace = join(parent.path, 'prep');
const journal = join(workspace, '.rubricate', 'journal');
await mkdir(journal, { recursive: true });
await writeFile(
  join(workspace, 'rubricate.yaml'),
  'company: pinterest\nrole: software-engineer\nlevel: L5\ninterview: 2099-01-18\nhoursAWeek: 12\n',
);
const { eventOf, questions, body, pick } = await readBench();
for (let index = 0; index < events; index += 1) {
  const event = eventOf(index);
  const name = `${String(event.at).replaceAll(/[-:.]/g, '')}-bench-${String(event.id)}.json`;
  await writeFile(join(journal, name), JSON.stringify(event));
}
await mkdir(join(workspace, 'answers'));
for (let index = 0; index < answers; index += 1) {
  const text = `---\nquestion: ${pick(questions, index)}\nlevel: L5\n---\n${body}\nAnswer ${index}.\n`;
  await writeFile(join(workspace, 'answers', `answer-${index}.md`), text);
}

const session = await startSession({ workspace });
try {
  const { page } = session;
  let { workbench } = session;
  let start = 0;
  // The extension starts with the window, since there is a rubricate.yaml; the tree is asked for here.
  const firstTree = async (what: string): Promise<void> => {
    await page.waitForTimeout(5_000);
    start = performance.now();
    await workbench.palette.run('Rubricate: Focus Progress');
    await workbench.tree('Progress').item('Pinterest').waitFor({ timeout: 120_000 });
    console.log(`first tree, from the command, ${what}: ${Math.round(performance.now() - start)} ms`);
  };
  await firstTree('in the first window');
  await page.waitForTimeout(10_000);
  // The window opens with the view that it was left with.
  await workbench.palette.run('View: Show Explorer');
  await page.waitForTimeout(2_000);
  await page.reload();
  workbench = await openWorkbench(page);
  await firstTree('in every later one');
  const tree = workbench.tree('Progress');

  const box = page.locator('.custom-view-tree-node-item-checkbox').first();
  const plan = tree.item('tasks');
  const times: number[] = [];
  await page.waitForTimeout(5_000);
  for (let round = 0; round < 10; round += 1) {
    const before = await plan.innerText();
    start = performance.now();
    await box.click();
    await page.waitForFunction(
      ([text]) =>
        ![...document.querySelectorAll('.pane .monaco-list-row')].some(
          (row) => (row as HTMLElement).innerText === text,
        ),
      [before],
      { polling: 10 },
    );
    times.push(performance.now() - start);
    await page.waitForTimeout(1_500);
  }
  times.sort((a, b) => a - b);
  console.log(
    `a box ticked, until the plan counts it: median ${Math.round(times[5] ?? 0)} ms, slowest ${Math.round(times.at(-1) ?? 0)} ms`,
  );
} finally {
  await session.stop();
  parent.remove();
}
