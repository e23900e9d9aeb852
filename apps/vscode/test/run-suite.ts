// Mocha's browser build needs no Node module, so it runs in every extension host.
import 'mocha/mocha.js';

/** Marks the lines of the suite among everything else the window prints; the harness shows these and takes it off. */
const mark = 'suite|';

const print = (text: string): void => {
  for (const line of text.split('\n')) console.log(`${mark}${line}`);
};

class ConsoleReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    let passed = 0;
    let failed = 0;
    runner.on('pass', (test) => {
      passed += 1;
      print(`  ✓ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('fail', (test, error: Error) => {
      failed += 1;
      print(`  ✗ ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    runner.on('retry', (test, error: Error) => {
      print(`  ↻ ${test.fullTitle()}: once more, after ${error.message}`);
    });
    runner.on('pending', (test) => {
      print(`  - ${test.fullTitle()} (not for this run)`);
    });
    runner.on('end', () => {
      print(`${passed} passed, ${failed} failed`);
    });
  }
}

/**
 * Loads the tests and runs them, one line per test on the console; the last line is `N passed, N failed`, which the
 * harness reads. Rejects if any test failed, which is how VS Code learns of it.
 */
export const runSuite = async (load: () => Promise<void>): Promise<void> => {
  // Not `mocha.run()`: that one reads the address of a page, which an extension host does not have.
  // A window on a busy machine can lose a key or the focus, so a test that fails is tried once more, and the log says so.
  const mocha = new Mocha({ ui: 'bdd', reporter: ConsoleReporter, timeout: 45_000, retries: 1 });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
  const failed = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failed > 0) throw new Error(`${failed} failed`);
};
