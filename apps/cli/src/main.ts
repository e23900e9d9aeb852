import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import type { Io } from './io.ts';
import { messageOf } from './packs.ts';
import { run } from './program.ts';
import { serveAsWorker } from './review-worker.ts';
import { withoutControl } from './terminal/harmless.ts';

/** The command as it is installed: this module is the bundle, and a worker thread starts from it as well. */
if (!serveAsWorker()) {
  // Whoever reads the output may stop early (`| head`); that is no error.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? 0 : 2);
    });
  }
  const io: Io = {
    cwd: process.cwd(),
    env: process.env,
    terminal: process.stdout.isTTY === true,
    columns: process.stdout.columns || Number(process.env.COLUMNS) || undefined,
    readStdin,
    readLines: () => createInterface({ input: process.stdin, terminal: false }),
    out: (text) => new Promise((resolve) => process.stdout.write(text, () => resolve())),
    error: (text) => void process.stderr.write(text),
  };
  const installation = { packs: fileURLToPath(new URL('./packs', import.meta.url)), worker: new URL(import.meta.url) };
  try {
    process.exitCode = await run(process.argv.slice(2), io, installation);
  } catch (error) {
    process.stderr.write(withoutControl(`rubricate: ${messageOf(error)}\n`));
    process.exitCode = 2;
  }
}

async function readStdin(): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}
