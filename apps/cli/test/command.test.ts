import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../scripts/bundle.ts';
import { type ReviewReport, reviewReport } from '../src/report.ts';
import { type Bench, makeBench, middling, strong } from './bench.ts';

/** The command as it is installed: one bundled module with the packs beside it. */
let bench: Bench;
let command: string;
beforeAll(async () => {
  bench = makeBench();
  command = join(bench.folder, '..', 'rubricate.mjs');
  await bundle(command);
}, 60_000);
afterAll(() => bench.remove());

function rubricate(args: readonly string[], input = ''): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [command, ...args], {
    cwd: bench.folder,
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
}

describe('the bundled command', () => {
  it('reads standard input and ends with its exit code', () => {
    const { status, stdout, stderr } = rubricate(['review', '-', '--fail-under', 'lean-yes'], middling);
    expect(stderr).toBe('');
    expect(stdout).toContain('<stdin>\nNight passage · Harbor, pilot · for P2 (senior)');
    expect(status).toBe(1);
  });

  it('finds beside it what only the commands for packs need', () => {
    bench.write('faulty/pack.yaml', 'id: faulty\ntitel: x\n');
    const { status, stdout, stderr } = rubricate(['pack', 'check', 'faulty']);
    expect(stderr).toBe('');
    expect(stdout).toContain('faulty/pack.yaml:2:1 error titel: Unknown key "titel". Did you mean "title"?');
    expect(status).toBe(1);
    expect(JSON.parse(rubricate(['pack', 'schema']).stdout)).toMatchObject({ type: 'object' });
    expect(rubricate(['review', '*.nothing']).stdout).toContain('No file matches this pattern.');
  });

  it('reads YAML as version 1.2 says, whichever version a file names', () => {
    bench.write('old/rubricate.yaml', '%YAML 1.1\n---\ninterview: 2027-01-15\nlevel: yes\n<<: {company: harbor}\n');
    bench.write('old/answer.md', strong);
    const { stderr } = rubricate(['review', 'old/answer.md']);
    expect(stderr).toBe(
      'old/rubricate.yaml:5:1 Unknown key "<<". Known: company, role, level, interview, hoursAWeek, background, packs, rubrics.\n',
    );
    bench.write('tagged/pack.yaml', 'id: tagged\ntitle: !!binary dGl0bGU=\nlevels: !!omap [a: 1]\n');
    const { stdout } = rubricate(['pack', 'check', 'tagged']);
    expect(stdout).toContain('tagged/pack.yaml:2:8 error The tag !!binary is not read. Write the value plainly.');
    expect(stdout).toContain('tagged/pack.yaml:3:9 error The tag !!omap is not read. Write the value plainly.');
  });

  it('says of a map that stands as a key that it is not known', () => {
    bench.write('keys/rubricate.yaml', 'level: P2\n? {a: &list [b, 1]}\n: 1\n? *list\n: 2\n? [*list, null]\n: 3\n');
    bench.write('keys/answer.md', strong);
    const { stderr } = rubricate(['review', 'keys/answer.md']);
    expect(stderr.match(/Unknown key "(.*)"\. Known/g)).toHaveLength(3);
    expect(stderr).toContain('Unknown key "{"a":["b",1]}".');
  });

  it('is quiet when its reader stops early', () => {
    for (let index = 0; index < 40; index++) bench.write(`pipe/${index}.md`, strong);
    const line = `"${process.execPath}" "${command}" review pipe --format json | head -c 10; exit "\${PIPESTATUS[0]}"`;
    const { stdout, stderr, status } = spawnSync('bash', ['-c', line], { cwd: bench.folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toHaveLength(10);
    expect(status).toBe(0);
  });

  it('prints the same bytes for thousands of files, however many threads there are', () => {
    const count = 2_000;
    for (let index = 0; index < count; index++)
      bench.write(`thousands/${index}.md`, index % 3 === 0 ? middling : index % 100 === 1 ? 'plain' : strong);
    const outputs = [1, 3].map((threads) =>
      rubricate(['review', 'thousands', '--format', 'json', '--threads', String(threads)]),
    );
    for (const { status, stdout } of outputs) {
      expect(status).toBe(2);
      expect(stdout === outputs[0]?.stdout).toBe(true);
    }
    const report: ReviewReport = reviewReport.parse(JSON.parse(outputs[0]?.stdout ?? ''));
    const paths = report.files.map(({ path }) => path);
    expect(paths).toHaveLength(count);
    expect(paths).toEqual([...paths].sort());
    expect(report.files.filter((file) => 'error' in file)).toHaveLength(
      report.files.filter(({ path }) => isPlain(path)).length,
    );
    for (const format of ['sarif', 'text', 'github']) {
      const [one, two] = [1, 2].map(
        (threads) => rubricate(['review', 'thousands/12*.md', '--format', format, '--threads', String(threads)]).stdout,
      );
      expect(one === two, format).toBe(true);
    }
  }, 240_000);
});

function isPlain(path: string): boolean {
  const index = Number(/(\d+)\.md$/.exec(path)?.[1]);
  return index % 3 !== 0 && index % 100 === 1;
}
