// Measures how long the extension takes to start, as VS Code itself tells it: `node apps/vscode/e2e/activation-bench.ts`. It
// wants the packed extension (`pnpm build`, then `pnpm --filter rubricate-vscode run pack:vsix`).
//   --windows=10   how many windows are opened, one after the other
import { openWorkbench } from './pages/workbench.ts';
import { startSession } from './session.ts';

const windows = Number(process.argv.find((argument) => argument.startsWith('--windows='))?.slice(10) ?? 10);
const session = await startSession();
try {
  const { page } = session;
  let { workbench } = session;
  const times: number[] = [];
  for (let round = 0; round < windows; round += 1) {
    await page.waitForTimeout(4_000);
    await workbench.palette.run('Developer: Show Running Extensions');
    const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'rubricate' }).first();
    await row.waitFor();
    const told = /Activation[^\d]*(\d+)\s*ms/.exec(await row.innerText())?.[1];
    if (told === undefined) throw new Error('VS Code does not say how long the extension took to start.');
    times.push(Number(told));
    await page.reload();
    workbench = await openWorkbench(page);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  console.log(`activation: median ${at(0.5)} ms, fastest ${at(0)} ms, slowest ${at(1)} ms of ${times.length} windows`);
} finally {
  await session.stop();
}
