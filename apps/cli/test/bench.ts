import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Pack, readPackFiles } from '@rubricate/core/model';
import type { Io } from '../src/io.ts';
import { run } from '../src/program.ts';

/** A folder of its own for one test file, with the fixture pack as the only one that ships. */
export interface Bench {
  readonly folder: string;
  readonly packs: string;
  write(path: string, content: string | Uint8Array): string;
  remove(): void;
}

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

const fixturePack = join(import.meta.dirname, 'pack', 'pack.yaml');

export function makeBench(): Bench {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'rubricate-cli-')));
  const folder = join(root, 'work');
  const packs = join(root, 'packs');
  mkdirSync(folder);
  mkdirSync(packs);
  const { id } = readFixture();
  writeFileSync(join(packs, 'index.json'), JSON.stringify([id]));
  writeFileSync(join(packs, `${id}.json`), JSON.stringify(readFixture()));
  return {
    folder,
    packs,
    write: (path, content) => {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function readFixture(): Pack {
  const { pack, problems } = readPackFiles([{ path: 'pack.yaml', text: readFileSync(fixturePack, 'utf8') }]);
  if (!pack) throw new Error(JSON.stringify(problems));
  return pack;
}

/** Copies the fixture as a pack of a workspace, under another id and question. */
export function copyPack(bench: Bench, folder: string): void {
  cpSync(fixturePack, join(bench.folder, folder, 'pack.yaml'), { recursive: true });
}

/** Runs the command in this process. */
export async function rubricate(
  bench: Bench,
  args: readonly string[],
  outside: Partial<Io> & { readonly stdin?: string | Uint8Array } = {},
): Promise<Outcome> {
  let out = '';
  let error = '';
  const io: Io = {
    cwd: bench.folder,
    env: {},
    terminal: false,
    columns: undefined,
    readStdin: async () =>
      typeof outside.stdin === 'string' ? new TextEncoder().encode(outside.stdin) : (outside.stdin ?? new Uint8Array()),
    readLines: async function* () {
      if (typeof outside.stdin === 'string') yield* outside.stdin.replace(/\n$/, '').split('\n');
    },
    out: async (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    ...outside,
  };
  const installation = { packs: bench.packs, worker: new URL('../src/main.ts', import.meta.url) };
  const code = await run(args, io, installation);
  return { code, out, error };
}

/** An answer that meets some criteria, shows some in part and misses some. */
export const middling = `---
question: harbor/night-passage
level: P2
---

# Night passage

## Scope

Ferries are out of scope. We bring in one tanker.

## Plan

At the bar the tide gives about 40 minutes. Two tugs stand by, and then it simply works.
`;

/** An answer with everything that is asked for, and more. */
export const strong = `---
question: harbor/night-passage
level: P2
---

# Night passage

Ferries are out of scope, because they know the channel well enough at any hour.

- The tide gives about 40 minutes from the bar to the quay.
- Our two tugs hold the bow until the first line is ashore.
- If number four is taken, the spare berth is number nine.
- When fog comes down we stay outside the bar.
- We steer by the leading lights of the inner mole and keep them in line.
`;
