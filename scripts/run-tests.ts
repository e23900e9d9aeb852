// The stages of `npm test`. All run even if one fails; the last line is the sum of their counts.
// `npm test -- --only=unit,node` runs some of them.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { checkBundles } from './check-bundles.ts';
import { ensureCodeServer } from './code-server.ts';
import { addCounts, type Counts, countsLine } from './counts.ts';
import { type EditorRun, editorRuns, runEditorSuite } from './editor-suite.ts';
import { root } from './paths.ts';
import { checkRelease } from './release-check.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

type Stage = {
  readonly name: string;
  readonly title: string;
  readonly run: () => Promise<Counts>;
  /** It says nothing that another stage does not say too, and runs where it is asked for by name. */
  readonly isSpare?: true;
};

const log = (line: string): void => console.log(line);

/** Runs a command and returns whether it succeeded; its output goes where ours goes. */
const succeeds = (command: string, ...args: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });

/** A check counts as one. */
const check =
  (command: string, ...args: readonly string[]) =>
  async (): Promise<Counts> => {
    const isGood = await succeeds(command, ...args);
    return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
  };

type VitestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
};

const runVitest = async (args: readonly string[]): Promise<VitestReport> => {
  const folder = await makeTemporaryFolder('vitest');
  const report = join(folder.path, 'report.json');
  try {
    await succeeds('vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...args);
    return JSON.parse(await readFile(report, 'utf8')) as VitestReport;
  } finally {
    folder.remove();
  }
};

/** A run that fails without a failed test, or has none, counts as one failure. */
const vitestCounts = ({ numPassedTests, numFailedTests, success }: VitestReport): Counts => {
  const isUnexplained = numFailedTests === 0 && (!success || numPassedTests === 0);
  return { passed: numPassedTests, failed: numFailedTests + (isUnexplained ? 1 : 0) };
};

/** Runs Vitest and counts its tests. */
const vitest =
  (...args: readonly string[]) =>
  async (): Promise<Counts> =>
    vitestCounts(await runVitest(args));

/**
 * The same for tests that drive a window: on a busy machine one can lose a key or the focus, so the files with a failed test run
 * once more, each in a fresh window, and what they say then counts.
 */
const vitestInWindows =
  (...args: readonly string[]) =>
  async (): Promise<Counts> => {
    const first = await runVitest(args);
    const failed = first.testResults.filter(({ status }) => status !== 'passed');
    if (failed.length === 0) return vitestCounts(first);
    log(`   Once more, in fresh windows: ${failed.map(({ name }) => relative(root, name)).join(', ')}`);
    const second = vitestCounts(await runVitest([...args, ...failed.map(({ name }) => name)]));
    const others = first.testResults
      .filter((file) => !failed.includes(file))
      .flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'passed'));
    return addCounts([{ passed: others.length, failed: 0 }, second]);
  };

const suite = (name: EditorRun) => (): Promise<Counts> => runEditorSuite(name, log);

const stages: readonly Stage[] = [
  { name: 'check', title: 'Format and lint (Biome)', run: check('biome', 'check', '--error-on-warnings', '.') },
  { name: 'floors', title: 'Floors: who may import whom', run: check('node', 'scripts/check-floors.ts') },
  {
    name: 'types',
    title: 'Types of every package',
    run: check('turbo', 'run', 'types', 'types:scripts', '--continue', '--output-logs=errors-only'),
  },
  { name: 'dead-code', title: 'Dead code (Knip)', run: check('knip') },
  { name: 'build', title: 'Build', run: check('turbo', 'run', 'build', '--continue', '--output-logs=errors-only') },
  { name: 'bundles', title: 'Size of the bundles', run: async () => checkBundles(log) },
  { name: 'generated', title: 'Generated files are up to date', run: check('node', 'scripts/generate.ts', '--check') },
  { name: 'unit', title: 'Unit and property tests', run: vitest() },
  {
    name: 'package',
    title: 'Extension package',
    run: check('pnpm', '--silent', '--filter', 'rubricate-vscode', 'pack:vsix'),
  },
  {
    name: 'release',
    title: 'What would be published, read and used by a stranger',
    run: () => checkRelease(log),
  },
  {
    name: 'suite',
    title: 'Extension test suite builds',
    run: check('pnpm', '--silent', '--filter', 'rubricate-vscode', 'build:suite'),
  },
  // From the folder of the sources, for those who write it: the installed ones below are the same suite.
  { name: 'node', title: 'Extension in VS Code, Node host', run: suite('node'), isSpare: true },
  { name: 'web', title: 'Extension in VS Code, web worker host', run: suite('web'), isSpare: true },
  { name: 'restricted', title: 'Packed extension in VS Code, restricted mode', run: suite('restricted') },
  { name: 'installed', title: 'Installed extension in VS Code, Node host', run: suite('installed') },
  { name: 'installed-web', title: 'Installed extension in VS Code, web worker host', run: suite('installed-web') },
  {
    name: 'workbench',
    title: 'Packed extension in the workbench, as a user drives it',
    run: vitestInWindows('--config', 'apps/vscode/vitest.e2e.config.mts'),
  },
];

const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');
for (const name of only ?? []) {
  if (!stages.some((stage) => stage.name === name)) {
    console.error(`No stage is named ${name}. The stages are ${stages.map((stage) => stage.name).join(', ')}.`);
    console.log(countsLine({ passed: 0, failed: 1 }));
    process.exit(1);
  }
}
const chosen = stages.filter(({ name, isSpare }) => (only ? only.includes(name) : !isSpare));

// The download of VS Code goes on while the first stages run; whoever needs it reports what went wrong with it.
const needsVscode = chosen.some(({ name }) => [...Object.keys(editorRuns), 'workbench'].includes(name));
const vscode = needsVscode ? ensureCodeServer(log).catch((error: unknown) => error) : undefined;

const results: { readonly stage: Stage; readonly counts: Counts; readonly seconds: number }[] = [];
for (const stage of chosen) {
  log(`\n── ${stage.title} (${stage.name})`);
  const start = performance.now();
  let counts: Counts;
  try {
    counts = await stage.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts = { passed: 0, failed: 1 };
  }
  const seconds = (performance.now() - start) / 1000;
  log(`   ${countsLine(counts)} in ${seconds.toFixed(1)} s`);
  results.push({ stage, counts, seconds });
}
await vscode;

log('\n── Summary');
for (const { stage, counts, seconds } of results) {
  const time = `${seconds.toFixed(1)} s`.padStart(8);
  log(`${counts.failed > 0 ? '✗' : '✓'} ${time}  ${stage.title}: ${countsLine(counts)}`);
}
const total = addCounts(results.map(({ counts }) => counts));
log('');
log(countsLine(total));
process.exit(total.failed > 0 ? 1 : 0);
