import { execFile } from 'node:child_process';
import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../paths.ts';

const run = promisify(execFile);

/** Compiles the core into `folder`, which is emptied first; with `declarationsOnly` no JavaScript is written. */
export const compileCore = async (folder: string, options: { declarationsOnly?: boolean } = {}): Promise<void> => {
  await rm(folder, { recursive: true, force: true });
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const project = join(root, 'packages', 'core', 'tsconfig.build.json');
  const only = options.declarationsOnly ? ['--emitDeclarationOnly'] : [];
  await run(process.execPath, [compiler, '-p', project, '--outDir', folder, ...only]);
  // The compiler rewrites the names of files in JavaScript only; older compilers look for no `.ts` beside a `.d.ts`.
  for await (const file of glob('**/*.d.ts', { cwd: folder })) {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replaceAll(/((?:from|import)\s*\(?\s*['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2'));
  }
};
