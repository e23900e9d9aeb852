import { execFile } from 'node:child_process';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../paths.ts';
import { coreDoors } from './core-doors.ts';
import type { Finding, ReleaseCheck } from './finding.ts';
import type { Tarball } from './tarballs.ts';

const run = promisify(execFile);

/** Runs something in the stranger's project; what went wrong comes back as one finding. */
const attempt = async (what: string, work: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> => {
  try {
    return await work();
  } catch (error) {
    const {
      stdout = '',
      stderr = '',
      message = String(error),
    } = error as { [key in 'stdout' | 'stderr' | 'message']?: string };
    return [`${what}: ${[stdout, stderr].join('\n').trim().slice(0, 4_000) || message}`];
  }
};

/** What is asked of the packages in an empty project that installed them from their tarballs. */
export const consumerChecks = (folder: string, tarballs: readonly Tarball[]): readonly ReleaseCheck[] => {
  const project = join(folder, 'project');
  const node = (args: readonly string[], cwd = project) =>
    run(process.execPath, args, { cwd, maxBuffer: 64 * 1024 * 1024 });
  const compile = (resolution: string): ReleaseCheck => ({
    title: `a typed program compiles with moduleResolution ${resolution}`,
    run: () =>
      attempt('tsc', async () => {
        await node([join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', `tsconfig.${resolution}.json`]);
        return [];
      }),
  });
  /** The statuses that the program in `cwd` finds in the strong example, as text. */
  const foundBy = async (cwd: string): Promise<string> => (await node(['run.mjs'], cwd)).stdout.trim();
  return [
    {
      title: 'the packages install into an empty project',
      run: () =>
        attempt('npm install', async () => {
          await makeProject(project);
          const args = ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];
          const shell = process.platform === 'win32';
          await run('npm', [...args, ...tarballs.map(({ path }) => path)], { cwd: project, shell });
          return [];
        }),
    },
    {
      title: 'Node imports every door and reviews a text',
      run: () =>
        attempt('node', async () => {
          await node([join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.emit.json']);
          await node(['doors.mjs']);
          const found = await foundBy(project);
          return Object.values(JSON.parse(found) as Record<string, string>).includes('met')
            ? []
            : [`The strong example has no criterion met: ${found.slice(0, 300)}`];
        }),
    },
    {
      title: 'the command reviews a file',
      run: () =>
        attempt('rubricate review', async () => {
          const command = join(project, 'node_modules', 'rubricate', 'bin', 'rubricate.js');
          const { version } = tarballs.find(({ of }) => of.name === 'rubricate')?.manifest ?? {};
          const told = (await node([command, '--version'])).stdout.trim();
          const { stdout } = await run(
            'npx',
            ['--no-install', 'rubricate', 'review', 'answer.md', '--format', 'json'],
            {
              cwd: project,
              shell: process.platform === 'win32',
            },
          );
          const report = JSON.parse(stdout) as { readonly files?: readonly unknown[] };
          return [
            ...(told === version ? [] : [`--version says ${told}, the package is ${version}.`]),
            ...(report.files?.length === 1 ? [] : [`The report is of ${report.files?.length} files, not of one.`]),
          ];
        }),
    },
    compile('node16'),
    compile('bundler'),
    {
      title: 'esbuild bundles it for a browser, and the bundle finds the same',
      run: () =>
        attempt('esbuild', async () => {
          const alone = join(folder, 'alone');
          await mkdir(alone, { recursive: true });
          const options = {
            ...{ absWorkingDir: project, entryPoints: ['use.ts'], outfile: join(alone, 'use.js') },
            ...{ bundle: true, platform: 'browser', format: 'esm', target: 'es2022', logLevel: 'warning' },
          };
          const bundle = `import { build } from 'esbuild'; await build(${JSON.stringify(options)});`;
          await node(['--input-type=module', '--eval', bundle], join(root, 'apps', 'cli'));
          await writeFile(join(alone, 'package.json'), '{ "type": "module" }');
          for (const file of ['run.mjs', 'answer.md']) await cp(join(project, file), join(alone, file));
          return (await foundBy(alone)) === (await foundBy(project))
            ? []
            : ['The bundle finds something else than Node.'];
        }),
    },
  ];
};

const makeProject = async (project: string): Promise<void> => {
  await mkdir(project, { recursive: true });
  const here = join(root, 'scripts', 'release', 'consumer');
  const options = { strict: true, target: 'es2022', types: [], skipLibCheck: false };
  const settings = {
    node16: { ...options, module: 'node16', moduleResolution: 'node16', noEmit: true },
    bundler: { ...options, module: 'esnext', moduleResolution: 'bundler', noEmit: true },
    emit: { ...options, module: 'nodenext', skipLibCheck: true },
  };
  for (const [name, compilerOptions] of Object.entries(settings))
    await writeFile(join(project, `tsconfig.${name}.json`), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'stranger', private: true, type: 'module' }));
  await cp(join(here, 'use.ts'), join(project, 'use.ts'));
  await cp(join(root, 'examples', 'home-feed-strong.md'), join(project, 'answer.md'));
  const program = `import { readFile } from 'node:fs/promises';
import { doors, found, reviewText } from './use.js';
const review = await reviewText(await readFile('answer.md', 'utf8'));
if (doors.hints(review).some(({ start, end }) => !(start <= end))) throw new Error('A hint has no place.');
console.log(JSON.stringify(found(review)));
`;
  await writeFile(join(project, 'run.mjs'), program);
  const doors = coreDoors().map((door) => `import '@rubricate/core/${door}';`);
  await writeFile(join(project, 'doors.mjs'), doors.join('\n'));
};
