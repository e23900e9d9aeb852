import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPackFiles } from '@rubricate/core/model';
import { readShippedPacks } from '@rubricate/packs/content';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutControl } from '../src/terminal/harmless.ts';
import { type Bench, makeBench, rubricate } from './bench.ts';

/** What steers a terminal, and what a page, a report or a preview would act on. */
const terminal = '\u001b]0;owned\u0007\u001b[2J\u001b[8m\u009b31m\b\u202eevil\u2066';
const page = '<img src=x onerror=alert(1)> <script>alert(2)</script> </title></style> " onload="alert(3)';
const markdown = '[go](command:workbench.action.quit) ![p](https://evil.example/p.png) `code` ](javascript:alert(1))';
const hostile = `${terminal} ${page} ${markdown}`;
/** The same as a value of YAML, where the escapes are the attack. */
const quoted = JSON.stringify(hostile);

const examples = join(import.meta.dirname, '../../../examples');
const example = (path: string): string => readFileSync(join(examples, path), 'utf8');

/** A strong answer earns its criteria, so that a report quotes the words that somebody slipped into it. */
const answer = example('home-feed-strong.md')
  .replace(/(?<=[a-z]), (?=[a-z])/g, `, ${terminal} ${page} ${markdown}, `)
  .replace(
    '# Home feed\n',
    `# ${hostile}\n\n<!-- rubricate-dismiss-file system-design/scope: ${terminal} ${markdown} -->\n`,
  );

let bench: Bench;
beforeAll(() => {
  bench = makeBench();
  const packs = readShippedPacks();
  for (const pack of packs) writeFileSync(join(bench.packs, `${pack.id}.json`), JSON.stringify(pack));
  writeFileSync(join(bench.packs, 'index.json'), JSON.stringify(packs.map(({ id }) => id)));
  bench.write('rubricate.yaml', 'company: pinterest\nrole: software-engineer\nlevel: L5\n');
  bench.write('answer.md', answer);
  bench.write('\u001b[2Jname\u202e.md', answer);
  bench.write('untold.md', `---\nquestion: ${quoted}\nlevel: ${quoted}\n---\n\n# ${hostile}\n`);
  bench.write('own/rubricate.yaml', `company: ${quoted}\npacks: [${quoted}]\n${quoted}: 1\n`);
  bench.write('own/answer.md', answer);
  bench.write('packs/bad/pack.yaml', `id: bad\ntitle: ${quoted}\n${quoted}: x\n`);
  bench.write(
    'hostile.offer.yaml',
    example('labs/offer/start-up-or-large-company.offer.yaml')
      .replace(/^title: .*$/m, `title: ${JSON.stringify('\u001b[2J\u202e<img src=x onerror=alert(1)>')}`)
      .replace(/^( +- name): .*$/m, `$1: ${JSON.stringify('\u001b[2J[go](command:x) <script>')}`),
  );
  bench.write('broken.offer.yaml', `name: ${quoted}\n${quoted}: 1\n`);
  bench.write(
    'round.vtt',
    example('labs/transcript/home-feed.vtt').replace(
      /^(<v [^>]+>)/gm,
      (_, voice: string) => `${voice}${terminal} ${page.replaceAll('<', '&lt;').replaceAll('>', '&gt;')} ${markdown} `,
    ),
  );
  bench.write('named.vtt', `WEBVTT\n\n00:00.000 --> 00:09.000\n<v ${terminal}>${hostile}\n`);
  bench.write('stories/one.md', `---\nstory: ${quoted}\ncompetencies: [${quoted}]\n---\n\n# ${hostile}\n\n${answer}`);
  mkdirSync(join(bench.folder, 'incident'));
  cpSync(join(examples, 'labs/incident'), join(bench.folder, 'incident'), { recursive: true });
  bench.write(
    'incident/diagnosis.md',
    example('labs/incident/diagnosis-weak.md').replace(/\n\n/g, `\n\n${terminal} ${page} ${markdown} `),
  );
  bench.write('damaged/events.csv', hostile);
  bench.write('damaged/truth.sealed', hostile);
  bench.write('damaged/diagnosis.md', hostile);
  bench.write('.rubricate/journal/2026-11-21T10-00-00-000Z-evil.json', `{"kind": ${JSON.stringify(hostile)}}`);
});
afterAll(() => bench.remove());

/** What a terminal would act on, apart from the colours of `makeStyle`. */
const steering =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /(?!\u001b\[(?:[1-3]|2[23]|3[1239])m)[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const turning = /[\u202a-\u202e\u2066-\u2069]/;

describe('what is printed of hostile files', { timeout: 120_000 }, () => {
  it.each<readonly string[]>([
    ['review', 'answer.md'],
    ['review', 'answer.md', '--color'],
    ['review', '.', '--summary'],
    ['review', 'untold.md', '\u001b[2Jnowhere\u202e.md'],
    ['review', 'own'],
    ['review', 'answer.md', '--format', 'github'],
    ['review', 'answer.md', '--question', terminal],
    ['review', 'answer.md', '--rubric', terminal],
    ['rubric', terminal],
    [terminal],
    ['pack', 'check', 'packs/bad'],
    ['debrief', 'untold.md'],
    ['drill', 'answer.md', '--list'],
    ['drill', 'answer.md', '--seed', '3'],
    ['offer', 'hostile.offer.yaml'],
    ['offer', 'broken.offer.yaml'],
    ['transcript', 'round.vtt'],
    ['transcript', 'named.vtt'],
    ['transcript', 'answer.md'],
    ['incident', 'grade', 'incident'],
    ['incident', 'grade', 'damaged'],
    ['stories'],
    ['progress'],
    ['plan', '--company', terminal],
    ['quiz', '--pack', terminal],
    ['journal', 'check'],
  ])('has nothing in it that steers a terminal: %j %j %j', async (...args) => {
    const { out, error } = await rubricate(bench, args, { columns: 80 });
    expect(`${out}${error}`).not.toBe('');
    expect(`${out}${error}`).not.toMatch(steering);
    expect(`${out}${error}`).not.toMatch(turning);
  });

  it.each<readonly string[]>([
    ['review', '.', '--format', 'json'],
    ['review', '.', '--format', 'sarif'],
    ['offer', 'hostile.offer.yaml', '--format', 'json'],
    ['transcript', 'round.vtt', '--format', 'json'],
    ['incident', 'grade', 'incident', '--format', 'json'],
    ['stories', '--format', 'json'],
  ])('is data with the words as they stand: %j %j %j', async (...args) => {
    const { out } = await rubricate(bench, args);
    expect(out).not.toMatch(steering);
    expect(() => JSON.parse(out)).not.toThrow();
  });

  it('is SARIF in whose messages and help nothing of a pack is a link or HTML', async () => {
    const files = [{ path: 'pack.yaml', text: readFileSync(join(import.meta.dirname, 'pack/pack.yaml'), 'utf8') }];
    const { pack } = readPackFiles(files);
    if (!pack) return expect.unreachable('the fixture reads');
    const evil = makeBench();
    const slipped = JSON.stringify(pack).replaceAll('Say ', JSON.stringify(`${page} ${markdown} Say `).slice(1, -1));
    writeFileSync(join(evil.packs, `${pack.id}.json`), slipped);
    evil.write('a.md', '---\nquestion: harbor/night-passage\nlevel: P2\n---\n\n# Night\n');
    const { out } = await rubricate(evil, ['review', 'a.md', '--format', 'sarif']);
    evil.remove();
    const [{ results, tool }] = JSON.parse(out).runs;
    const messages = results.map(({ message }: { message: { text: string } }) => message.text).join('\n');
    const help = tool.driver.rules.map((rule: { help: { markdown: string } }) => rule.help.markdown).join('\n');
    expect(messages).toContain('command:workbench');
    expect(messages).not.toContain('](');
    expect(help).toContain('onerror');
    expect(help.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/<|\]\(|https?:\/\/evil/);
  });

  it('keeps the words of a review exactly', async () => {
    const { out } = await rubricate(bench, ['review', 'answer.md', '--format', 'json']);
    const strings: string[] = [];
    JSON.parse(out, (_, value) => {
      if (typeof value === 'string') strings.push(value);
      return value;
    });
    expect(strings.some((text) => text.includes(terminal))).toBe(true);
  });

  it.each<readonly string[]>([
    ['debrief', 'answer.md', '--html', '-'],
    ['offer', 'hostile.offer.yaml', '--format', 'html'],
    ['transcript', 'round.vtt', '--format', 'html'],
  ])('is a page of our own elements alone: %j %j %j', async (...args) => {
    const { out } = await rubricate(bench, args);
    const text = out.replace(/<style>[^<]*<\/style>/, '');
    expect(out).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(out).not.toMatch(steering);
    const names = new Set<string>();
    for (const [, name = '', rest = ''] of text.matchAll(/<([^\s>/]+)((?:[^">]|"[^"]*")*)>/g)) {
      names.add(name.toLowerCase());
      for (const [, attribute = ''] of rest.matchAll(/([^\s=]+)="[^"]*"/g))
        expect(attribute).toMatch(/^(?!on|style$|href|src|action|formaction)/);
      expect(rest.replace(/"[^"]*"/g, '')).not.toMatch(/\son|(?:href|src)=/i);
    }
    expect(
      [...names].filter((name) => /^(?:script|img|iframe|a|link|object|embed|base|form|input)$/.test(name)),
    ).toEqual([]);
    expect(text.match(/<!/g)).toHaveLength(1);
    expect(out).toContain('default-src &#39;none&#39;');
  });

  it.each<readonly string[]>([
    ['debrief', 'answer.md'],
    ['offer', 'hostile.offer.yaml', '--format', 'md'],
    ['transcript', 'round.vtt', '--format', 'md'],
  ])('is Markdown in which nothing of it is a link, a picture or HTML: %j %j %j', async (...args) => {
    const { out } = await rubricate(bench, args);
    const bare = out.replace(/\\[!-/:-@[-`{-~]/g, '');
    expect(out).toContain('onerror');
    expect(bare).not.toMatch(/<|\]\(|https?:\/\/evil/);
    expect(bare).not.toMatch(steering);
  });
});

describe('a text without control characters', () => {
  it('writes them as escapes, which JSON reads as the same', () => {
    expect(withoutControl('a\u001b[2Jb\u0085\u0007')).toBe('a\\u001b[2Jb\\u0085\\u0007');
    expect(JSON.parse(withoutControl(JSON.stringify('\u0085\u007f')))).toBe('\u0085\u007f');
  });

  it('keeps line breaks, tabs and our colours, and no hidden words', () => {
    const own = '\u001b[1mtitle\u001b[22m\t\u001b[31mbad\u001b[39m\r\nnext\n';
    expect(withoutControl(own)).toBe(own);
    expect(withoutControl('\u001b[8mhidden')).toBe('\\u001b[8mhidden');
    expect(withoutControl('\r12 rows')).toBe('\r12 rows');
    expect(withoutControl('a\rb')).toBe('a\\u000db');
  });
});
