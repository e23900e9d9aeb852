// A process that writes to a journal, or compacts it, until it ends or is killed: `node journal-process.ts write|compact …`.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [what, folder = '', number = '0'] = process.argv.slice(2);

if (what === 'write') {
  const { makeOccasions, recordEvent } = await import('../src/journal.ts');
  const occasion = makeOccasions();
  for (let index = 0; index < Number(number); index++) {
    const event = { v: 1, kind: 'card-answered', card: `p/c${index % 7}`, right: true, chosen: index } as const;
    // Said only once it is recorded: whoever reads this may rely on it.
    fs.writeSync(1, `${recordEvent(folder, { ...event, ...occasion() })}\n`);
  }
}

if (what === 'compact') {
  let steps = 0;
  const dieAfter = Number(number);
  /** Lets each step of the file system through, and ends the process behind the one that is asked for. */
  for (const name of ['readdirSync', 'readFileSync', 'writeFileSync', 'fsyncSync', 'linkSync', 'rmSync'] as const) {
    const real = fs[name] as (...args: readonly unknown[]) => unknown;
    Object.assign(fs, {
      [name]: (...args: readonly unknown[]) => {
        if (!String(args[0]).startsWith(folder) && name !== 'fsyncSync') return real(...args);
        const result = real(...args);
        steps += 1;
        if (steps === dieAfter) process.kill(process.pid, 'SIGKILL');
        return result;
      },
    });
  }
  const { makeOccasions } = await import('../src/journal.ts');
  const { compactJournal } = await import('../src/journal-compact.ts');
  syncBuiltinESMExports();
  compactJournal(folder, makeOccasions()());
  fs.writeSync(1, `${steps}\n`);
}
