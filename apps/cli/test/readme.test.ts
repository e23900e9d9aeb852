// Every command that the pages tell a reader to run is run as it stands there, in a copy of the examples. Those that start an
// editor, the tests or a build are looked for instead.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readShippedPacks } from '@rubricate/packs/content';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, makeBench, rubricate } from './bench.ts';
import { type PageCommand, pageCommands, wordsOf } from './page-commands.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const scripts = (JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }).scripts;

const packs = readShippedPacks();

/** The names that pages give to a reader's own files, and which file of the examples stands in for each. */
const standIns: Readonly<Record<string, string>> = {
  'answer.md': 'home-feed-strong.md',
  'notes.md': 'docs/photo-backup-design.md',
  'answers/home-feed.md': 'home-feed-draft.md',
  'acme.offer.yaml': 'labs/offer/start-up-or-large-company.offer.yaml',
  'start-up-or-large-company.offer.yaml': 'labs/offer/start-up-or-large-company.offer.yaml',
  'home-feed.vtt': 'labs/transcript/home-feed.vtt',
  'round.vtt': 'labs/transcript/home-feed.vtt',
  'round.txt': 'labs/transcript/url-shortener.txt',
  'short-links.md': 'labs/drills/short-links.md',
};

const incident = `---
question: pinterest/data-quality-incident
level: L5
---

# Impressions

I count the rows of each hour in the table of impressions against the hour before.
`;

/** What a page's reader has made by the time of a command, by page. */
const prepared: Readonly<Record<string, (bench: Bench) => void>> = {
  'docs/labs/offer.md': (bench) => rmSync(join(bench.folder, 'acme.offer.yaml')),
  'docs/labs/incident.md': (bench) => {
    cpSync(join(root, 'examples', 'labs', 'incident'), bench.folder, { recursive: true });
  },
};

function copyOfTheExamples(page: string): Bench {
  const bench = makeBench();
  for (const pack of packs) writeFileSync(join(bench.packs, `${pack.id}.json`), JSON.stringify(pack));
  writeFileSync(join(bench.packs, 'index.json'), JSON.stringify(packs.map(({ id }) => id)));
  cpSync(join(root, 'examples'), bench.folder, { recursive: true });
  for (const [name, from] of Object.entries(standIns)) {
    mkdirSync(dirname(join(bench.folder, name)), { recursive: true });
    cpSync(join(root, 'examples', from), join(bench.folder, name));
  }
  bench.write('answers/incident.md', incident);
  const captions = readFileSync(join(bench.folder, 'round.vtt'), 'utf8');
  bench.write('round.srt', captions.replace(/^WEBVTT.*\n/, '').replace(/(\d\d)\.(\d{3})/g, '$1,$2'));
  prepared[page]?.(bench);
  return bench;
}

/** What these print depends on their options alone; the same command on a second page is not run again. */
const pure = new Set(['vectors', 'questions', 'rubric']);
const alreadyRun = new Set<string>();

/** Shown for what differs from reader to reader: another journal, a faulty pack or offer, a card drawn by lot. */
const ofTheirOwn = new Set([
  'rubricate quiz --topic estimates --count 1',
  'rubricate stories',
  'rubricate history',
  'rubricate quiz --statistics --topic estimates',
  'rubricate journal check',
  'rubricate pack check packs',
  'rubricate offer acme.offer.yaml',
]);

/** A synopsis names what a reader puts in: `rubricate review FILE… [options]`. */
const isSynopsis = ({ text }: PageCommand): boolean => /…|\[options\]/.test(text);

const labs = readdirSync(join(root, 'docs', 'labs')).map((name) => `docs/labs/${name}`);
const pages = ['README.md', 'apps/vscode/README.md', 'CONTRIBUTING.md', 'docs/command.md', ...labs];

describe.each(pages)('the commands of %s', (page) => {
  const commands = pageCommands(read(page));
  let bench: Bench;
  beforeAll(() => {
    bench = copyOfTheExamples(page);
  });
  afterAll(() => bench.remove());

  it.each(commands.map((command) => [`line ${command.line}: ${command.text}`, command] as const))(
    '%s',
    async (_, command) => {
      const [program, ...args] = wordsOf(command.text);
      if (program === 'rubricate') {
        const [subcommand = ''] = args;
        if (isSynopsis(command)) {
          expect((await rubricate(bench, [subcommand, '--help'])).out).toContain(`rubricate ${subcommand}`);
          return;
        }
        if (pure.has(subcommand)) {
          if (alreadyRun.has(command.text)) return;
          alreadyRun.add(command.text);
        }
        const { code, out, error } = await rubricate(bench, args, { stdin: '' });
        expect(error).toBe('');
        // 1 is a verdict: below the signal asked for, or not yet answered.
        expect(code, out).toBeLessThan(2);
        const [first] = command.prints;
        if (first !== undefined && !ofTheirOwn.has(command.text)) expect(out).toContain(first);
      } else if (program === 'npm' && ['start', 'test', 'run'].includes(args[0] ?? '')) {
        expect(Object.keys(scripts)).toContain(args[0] === 'run' ? args[1] : args[0]);
      } else if (program === 'code' || (program === 'npm' && args[0] === 'install')) {
        // What `npm run package` tells. The checks before a release install both into something empty and run them.
        expect(read('scripts/package.mjs')).toContain(`  ${command.text}'`);
      } else if (program === 'export') {
        for (const folder of command.text.matchAll(/\$PWD\/([\w./]+)/g))
          expect(existsSync(join(root, folder[1] as string))).toBe(true);
      } else {
        throw new Error(`No test runs "${command.text}".`);
      }
    },
    120_000,
  );

  it('that are named in its sentences exist', () => {
    const named = [...read(page).matchAll(/`(?:pnpm|npm run) ([a-z][\w:-]*)/g)].map(([, name]) => name as string);
    const builtIn = ['--filter', 'changeset'];
    expect(named.filter((name) => !Object.hasOwn(scripts, name) && !builtIn.includes(name))).toEqual([]);
  });
});
