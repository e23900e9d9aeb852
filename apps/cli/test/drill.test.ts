import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventVersion } from '@rubricate/core/practice';
import { readShippedPacks } from '@rubricate/packs/content';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeOccasions, recordEvent } from '../src/journal.ts';
import { type Bench, makeBench, rubricate } from './bench.ts';

let bench: Bench;
beforeEach(() => {
  bench = makeBench();
  const packs = readShippedPacks();
  for (const pack of packs) writeFileSync(join(bench.packs, `${pack.id}.json`), JSON.stringify(pack));
  writeFileSync(join(bench.packs, 'index.json'), JSON.stringify(packs.map(({ id }) => id)));
  bench.write('rubricate.yaml', 'company: pinterest\nrole: software-engineer\nlevel: L5\n');
  return () => bench.remove();
});

const head = '---\nquestion: foundations/url-shortener\n---\n\n# Short links\n\n';
const design = 'A redirect asks Redis first, which holds the links of the last three days.\n';
const answered = `When the cache comes back empty, all 12,000 reads a second reach the store, and people wait two seconds. An alert on the hit rate fires below 60% for 30 seconds and pages the engineer on call. Meanwhile the edge serves stale redirects up to an hour old. Each node is warmed from the store at 2,000 keys a second, in order of use.\n`;
const comment = '<!-- drill foundations/cache-wiped: the cache is empty -->\n';

const events = (): readonly string[] => {
  try {
    return readdirSync(join(bench.folder, '.rubricate/journal'));
  } catch {
    return [];
  }
};
/** As if the failure of an empty cache had been raised for the answer before. */
const raiseCacheWiped = (): void => {
  recordEvent(join(bench.folder, '.rubricate/journal'), {
    v: eventVersion,
    ...makeOccasions()(),
    kind: 'drill-raised',
    drill: 'foundations/cache-wiped',
    title: 'The cache comes back empty',
    question: 'foundations/url-shortener',
    file: 'a.md',
    sentence: design.trim(),
  });
};

// Each run reads all packs that ship, as the command does.
describe('rubricate drill', { timeout: 60_000 }, () => {
  it('raises a failure at what the answer names, with its place and sentence, and keeps it open', async () => {
    bench.write('a.md', `${head}${design}`);
    const { code, out, error } = await rubricate(bench, ['drill', 'a.md', '--seed', '3']);
    expect(error).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/a\.md:7:\d+ names it:\n {2}"A redirect asks Redis first, which holds the links/);
    expect(out).toContain('<!-- drill foundations/');
    expect(events()).toHaveLength(1);
    const again = await rubricate(bench, ['drill', 'a.md', '--seed', '4']);
    expect(again.out).toContain('still open');
    expect(events()).toHaveLength(1);
  });

  it('chooses the same failure for the same seed, and another one when asked for one more', async () => {
    const text = `${head}${design}\nWrites go through Kafka to workers; the table is sharded and has two replicas.\n`;
    bench.write('one/rubricate.yaml', '');
    bench.write('one/a.md', text);
    bench.write('two/rubricate.yaml', '');
    bench.write('two/a.md', text);
    const drillOf = async (file: string, ...more: readonly string[]): Promise<string> =>
      JSON.parse((await rubricate(bench, ['drill', file, '--seed', '11', '--format', 'json', ...more])).out).drill;
    const first = await drillOf('one/a.md');
    expect(await drillOf('two/a.md')).toBe(first);
    expect(await drillOf('two/a.md', '--new')).not.toBe(first);
  });

  it('fails the check until the text gives all four parts, then closes it once and for all', async () => {
    bench.write('a.md', `${head}${design}`);
    raiseCacheWiped();
    const open = await rubricate(bench, ['drill', 'a.md', '--check']);
    expect(open.code).toBe(1);
    expect(open.out).toContain('The text does not speak of this failure yet.');
    bench.write('a.md', `${head}${design}\n${answered.replace(/ Meanwhile[^.]*\./, '')}`);
    const part = await rubricate(bench, ['drill', 'a.md', '--check']);
    expect(part.code).toBe(1);
    expect(part.out).toContain('The cache comes back empty: open, 3 of 4 parts');
    expect(part.out).toMatch(/· {2}Degradation {2}Say what still works/);
    expect(part.out).toMatch(/✓ {2}Detection {4}a\.md:9 "An alert on the hit rate/);
    bench.write('a.md', `${head}${design}\n${answered}`);
    const closed = await rubricate(bench, ['drill', 'a.md', '--check']);
    expect(closed.out).toContain('The cache comes back empty: closed');
    const later = await rubricate(bench, ['drill', 'a.md', '--check']);
    expect(later.out).not.toContain('The cache comes back empty');
  });

  it('checks the failure that a comment of the text names, with nothing recorded', async () => {
    bench.write('a.md', `${head}${design}\n${comment}`);
    expect((await rubricate(bench, ['drill', 'a.md', '--check'])).code).toBe(1);
    bench.write('a.md', `${head}${design}\n${comment}\n${answered}`);
    const { code, out } = await rubricate(bench, ['drill', 'a.md', '--check', '--format', 'json']);
    expect(code).toBe(0);
    const [drill] = JSON.parse(out).drills;
    expect(drill).toMatchObject({ key: 'foundations/cache-wiped', closed: true });
    expect(drill.parts[1].quote.quote).toContain('An alert on the hit rate');
    expect(events()).toEqual([]);
  });

  it('gives a failure up, and says what is open when another is named', async () => {
    bench.write('a.md', `${head}${design}`);
    raiseCacheWiped();
    const wrong = await rubricate(bench, ['drill', 'a.md', '--give-up', 'foundations/hot-dog']);
    expect(wrong.code).toBe(2);
    expect(wrong.error).toContain('foundations/cache-wiped');
    const { code, out } = await rubricate(bench, ['drill', 'a.md', '--give-up', 'foundations/cache-wiped']);
    expect([code, out]).toEqual([0, 'Given up: The cache comes back empty. It stays in the history as such.\n']);
    const list = await rubricate(bench, ['drill', 'a.md', '--list']);
    expect(list.out).toContain('foundations/cache-wiped · given-up · "Redis" in line 7');
  });

  it('lists what fits without raising it, and what the text answers already', async () => {
    bench.write('a.md', `${head}${design}\n${answered}`);
    const { code, out } = await rubricate(bench, ['drill', 'a.md', '--list', '--format', 'json']);
    expect(code).toBe(0);
    const found = JSON.parse(out).drills.find(({ drill }: { drill: string }) => drill === 'foundations/cache-wiped');
    expect(found).toMatchObject({ state: 'answered', component: { quote: 'Redis', line: 7 } });
    expect(events()).toEqual([]);
  });

  it('says what to do where the text names nothing, or is no answer', async () => {
    bench.write('a.md', `${head}Nothing is said yet of how it is built.\n`);
    const empty = await rubricate(bench, ['drill', 'a.md']);
    expect(empty.code).toBe(2);
    expect(empty.error).toContain('names nothing yet');
    bench.write('b.md', 'Just a note.\n');
    const note = await rubricate(bench, ['drill', 'b.md']);
    expect(note.code).toBe(2);
    expect(note.error).toContain('names neither a question nor a rubric');
    expect(events()).toEqual([]);
  });
});
