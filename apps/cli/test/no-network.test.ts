import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readShippedPacks } from '@rubricate/packs/content';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../scripts/bundle.ts';

/** The command as it is installed, in a folder of examples, under a hook that refuses the network and writes down who asks. */
let root: string;
let folder: string;
let asked: string;
let starts: string;
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'rubricate-network-')));
  folder = join(root, 'work');
  [asked, starts] = [join(root, 'asked'), join(root, 'starts')];
  cpSync(join(import.meta.dirname, '../../../examples'), folder, { recursive: true });
  await bundle(join(root, 'rubricate.mjs'));
  const packs = readShippedPacks();
  mkdirSync(join(root, 'packs'));
  writeFileSync(join(root, 'packs', 'index.json'), JSON.stringify(packs.map(({ id }) => id)));
  for (const pack of packs) writeFileSync(join(root, 'packs', `${pack.id}.json`), JSON.stringify(pack));
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const hook = pathToFileURL(join(import.meta.dirname, 'no-network-hook.mjs')).href;

function run(args: readonly string[], input = ''): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, args, {
    cwd: folder,
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: {
      ...process.env,
      NODE_OPTIONS: `--import ${hook}`,
      RUBRICATE_NETWORK_LOG: asked,
      RUBRICATE_NETWORK_STARTS: starts,
    },
  });
}

const lines = (file: string): readonly string[] => {
  try {
    return readFileSync(file, 'utf8').trim().split('\n');
  } catch {
    return [];
  }
};

/** One run of each command that there is, and of the ways in which it differs; with what it prints, as a sign that it worked. */
const matrix: readonly (readonly [args: string, prints: RegExp, input?: string])[] = [
  ['--help', /^Usage: rubricate/],
  ['review home-feed-weak.md', /Hire signal/],
  ['review home-feed-strong.md --format json', /"version"/],
  ['review home-feed-strong.md --format sarif', /sarif-2\.1\.0/],
  ['review home-feed-strong.md --format github', /^::/],
  ['review home-feed-strong.md --compare pinterest-data-pm:L5', /What flips/],
  ['rubric system-design', /system-design/],
  ['questions', /pinterest\/home-feed/],
  ['debrief home-feed-draft.md', /^# Debrief/],
  ['debrief home-feed-draft.md --html -', /^<!doctype html>/],
  ['history', /attempt/i],
  ['plan --ics -', /BEGIN:VCALENDAR/],
  ['progress', /Pinterest/],
  ['stories', /stories/],
  ['quiz --count 1 --seed 3', /right\.|Right|Not right/, '1\n\n\n'],
  ['quiz --statistics', /Topic/i],
  ['journal check', /journal/i],
  ['journal compact', /journal|event/i],
  ['incident new --out made --seed 4 --rows 500', /made/],
  ['incident new --out shown --seed 4 --rows 500 --variant exposure', /shown/],
  ['incident inject --into labs/incident/events.csv --out changed --seed 2', /changed/],
  ['incident grade labs/incident/diagnosis-weak.md', /Faults found/],
  ['drill labs/drills/short-links.md --seed 3', /line|open/],
  ['drill labs/drills/short-links.md --check', /./],
  ['offer new mine.offer.yaml', /mine\.offer\.yaml/],
  ['offer labs/offer/refresh.offer.yaml', /Expected/],
  ['offer labs/offer/refresh.offer.yaml --format html', /^<!doctype html>/],
  ['vectors --n 500 --hybrid --filter 0.1', /recall/i],
  ['transcript labs/transcript/home-feed.vtt', /Speaking rate/],
  ['transcript labs/transcript/home-feed.vtt --format html', /^<!doctype html>/],
  ['pack new own/acme-engineer', /acme-engineer/],
  ['pack check own', /./],
  ['pack show foundations', /Foundations/],
  ['pack list', /foundations/],
  ['pack schema', /"type": "object"/],
];

/** The commands that a help page lists, with those below them. */
function commandsOf(...above: readonly string[]): readonly string[] {
  const { stdout } = spawnSync(process.execPath, [join(root, 'rubricate.mjs'), ...above, '--help'], {
    encoding: 'utf8',
  });
  const [, list = ''] = stdout.split('\nCommands:\n');
  return [...(list.split('\n\n')[0] ?? '').matchAll(/^ {2}([a-z]+)(?= )/gm)]
    .flatMap(([, name = '']) => (name === 'help' ? [] : [[...above, name].join(' ')]))
    .flatMap((name) => (above.length === 0 ? [name, ...commandsOf(name)] : [name]));
}

describe('the command', { timeout: 240_000 }, () => {
  for (const [args, prints, input] of matrix) {
    it(`works without a network: ${args}`, () => {
      const before = lines(starts).length;
      const { stdout, stderr } = run([join(root, 'rubricate.mjs'), ...args.split(' ')], input);
      expect(`${stdout}${stderr}`).toMatch(prints);
      expect(lines(asked)).toEqual([]);
      expect(lines(starts).length, 'the hook was loaded').toBeGreaterThan(before);
    });
  }

  it('has no part that was left out above', () => {
    const known = commandsOf();
    expect(known).toEqual(expect.arrayContaining(['review', 'journal check', 'incident grade', 'pack new']));
    const groups = known.filter((name) => known.some((other) => other.startsWith(`${name} `)));
    const runs = matrix.map(([args]) => args);
    const missing = known.filter((name) => !runs.some((args) => args === name || args.startsWith(`${name} `)));
    expect(missing.filter((name) => !groups.includes(name))).toEqual([]);
  });

  it('works so in its threads, which are watched as well', () => {
    const before = lines(starts).length;
    const { stdout } = run([join(root, 'rubricate.mjs'), 'review', '.', '--summary', '--threads', '3']);
    expect(stdout).toContain('home-feed-strong.md');
    expect(lines(asked)).toEqual([]);
    expect(lines(starts).length - before).toBeGreaterThan(1);
  });

  it.each([
    ['net', "(await import('node:net')).connect(9)"],
    ['dns', "(await import('node:dns')).lookup('example.com', () => {})"],
    ['https', "(await import('node:https')).get('https://example.com')"],
    ['fetch', "await fetch('https://example.com')"],
    ['require', "process.getBuiltinModule('node:http').request('http://example.com')"],
    ['import', "const { connect } = await import('node:tls'); connect(9)"],
  ])('would be caught: %s', (_, code) => {
    const { status } = run(['--input-type=module', '-e', code]);
    expect(status).not.toBe(0);
    expect(lines(asked)).toHaveLength(1);
    rmSync(asked);
  });
});
