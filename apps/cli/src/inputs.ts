import { statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';

/** One thing to review: a file, standard input, or an argument that led to nothing. */
export type Input =
  | { readonly kind: 'file'; readonly path: string; readonly file: string }
  | { readonly kind: 'stdin'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'failed'; readonly path: string; readonly code: string; readonly message: string };

const stdinPath = '<stdin>';

export interface Search {
  readonly cwd: string;
  readStdin(): Promise<Uint8Array>;
}

/** Turns arguments (files, folders, patterns, `-`) into inputs: each file once, sorted by path. */
export async function findInputs(args: readonly string[], search: Search): Promise<readonly Input[]> {
  const byFile = new Map<string, Input>();
  for (const arg of args) {
    for (const input of await expand(arg, search)) {
      const key = input.kind === 'file' ? `file ${input.file}` : `${input.kind} ${input.path}`;
      if (!byFile.has(key)) byFile.set(key, input);
    }
  }
  return [...byFile.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

async function expand(arg: string, search: Search): Promise<readonly Input[]> {
  if (arg === '-') return [{ kind: 'stdin', path: stdinPath, bytes: await search.readStdin() }];
  const file = resolve(search.cwd, arg);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    const found = await matching(['**/*.{md,markdown}'], file);
    if (found.length === 0) return [failed(arg, 'no-match', 'This folder holds no Markdown file (*.md).')];
    return found.map((name) => fileInput(join(arg, name), join(file, name)));
  }
  // A file whose own name has brackets or stars is that file, not a pattern.
  if (stats) return [fileInput(arg, file)];
  // A file that is named needs none of this, so it is loaded only here.
  const { isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(arg)) {
    return [
      failed(
        arg,
        'not-found',
        'There is no such file. Name a file, a folder, a quoted pattern such as "answers/**/*.md", or - for standard input.',
      ),
    ];
  }
  const found = await matching([arg.replaceAll('\\', '/')], search.cwd);
  if (found.length === 0) return [failed(arg, 'no-match', 'No file matches this pattern.')];
  return found.map((name) => fileInput(isAbsolute(arg) ? resolve(search.cwd, name) : name, resolve(search.cwd, name)));
}

async function matching(patterns: readonly string[], cwd: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  return glob([...patterns], { cwd, ignore: ['**/node_modules/**'], onlyFiles: true, expandDirectories: false });
}

function fileInput(path: string, file: string): Input {
  return { kind: 'file', path: shown(path), file };
}

function failed(path: string, code: string, message: string): Input {
  return { kind: 'failed', path: shown(path), code, message };
}

function shown(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** The path of a file from a folder, with `/`; undefined when it lies outside. */
export function pathWithin(folder: string, file: string): string | undefined {
  const path = relative(folder, file);
  if (path === '' || path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path)) return undefined;
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
