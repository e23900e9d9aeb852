// Measures the progress tree in a real VS Code with a large journal: `node apps/vscode/e2e/progress-bench.ts`. It wants the
// packed extension (`pnpm build`, then `pnpm --filter rubricate-vscode run pack:vsix`).
//   --events=10000   events in the journal, each a file
//   --answers=1000   answers, each a file of about 2 KB
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../scripts/paths.ts';
import { makeTemporaryFolder } from '../../../scripts/temporary-folder.ts';
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
const packs = join(root, 'apps', 'vscode', 'dist', 'packs');
const read = async (id: string) =>
  JSON.parse(await readFile(join(packs, `${id}.json`), 'utf8')) as {
    readonly questions: readonly { readonly id: string }[];
    readonly cards?: readonly { readonly id: string }[];
  };
const [pinterest, foundations] = [await read('pinterest-software-engineer'), await read('foundations')];
const questions = [...pinterest.questions, ...foundations.questions].map(({ id }) => id);
const cards = (foundations.cards ?? []).map(({ id }) => `foundations/${id}`);
const strong = await readFile(join(root, 'examples', 'home-feed-strong.md'), 'utf8');
const body = strong.slice(strong.indexOf('\n# ')).slice(0, 2_000);
const pick = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('The packs have nothing to practise.');
  return found;
};

/** Nine cards to one attempt, over some months. */
const eventOf = (index: number): Record<string, unknown> => {
  const at = new Date(Date.UTC(2026, 0, 1) + index * 30 * 60_000).toISOString();
  const common = { v: 1, id: `bench${String(index).padStart(8, '0')}`, at, writer: 'bench' };
  if (index % 10 !== 0)
    return { ...common, kind: 'card-answered', card: pick(cards, index), right: index % 3 !== 0, chosen: 0 };
  const signal = pick(['strong-no', 'lean-no', 'lean-yes'], index / 10);
  return {
    ...common,
    kind: 'attempt-recorded',
    question: pick(questions, index / 10),
    pack: 'pinterest-software-engineer',
    level: 'L5',
    text: `${body}\n${index}`,
    review: {
      words: 300,
      hire: { signal, low: signal, high: signal },
      reading: { bar: 'mid', low: 'mid', high: 'senior' },
      criteria: Array.from({ length: 12 }, (_, one) => ({
        ref: `system-design/${one}`,
        status: pick(['met', 'partial', 'missing'], one + index),
        expected: true,
      })),
      pitfalls: [],
    },
  };
};
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
  const { workbench, page } = session;
  const since = async (what: string, start: number): Promise<void> => {
    console.log(`${what}: ${Math.round(performance.now() - start)} ms`);
  };
  // The extension starts with the window, since there is a rubricate.yaml; the tree is asked for here.
  await page.waitForTimeout(1_000);
  let start = performance.now();
  await workbench.palette.run('Rubricate: Focus Progress');
  const tree = workbench.tree('Progress');
  await tree.item('Pinterest').waitFor({ timeout: 120_000 });
  await since('first tree, from the command', start);

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
