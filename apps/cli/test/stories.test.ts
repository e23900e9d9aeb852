import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readShippedPacks } from '@rubricate/packs/content';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Bench, makeBench, rubricate } from './bench.ts';

let bench: Bench;
beforeEach(() => {
  bench = makeBench();
  const packs = readShippedPacks();
  for (const pack of packs) writeFileSync(join(bench.packs, `${pack.id}.json`), JSON.stringify(pack));
  writeFileSync(join(bench.packs, 'index.json'), JSON.stringify(packs.map(({ id }) => id)));
  bench.write('rubricate.yaml', 'company: pinterest\nrole: data-product-manager\nlevel: L5\n');
  return () => bench.remove();
});

const story = (keys: string): string =>
  `---\n${keys}\n---\n\n# The renamed column\n\nOur reports were wrong last spring. We analysed the nightly load for a week. We rewrote the loader. We built a small check for it. We migrated one country in April. We shipped it everywhere in May. We presented it to the analysts.\n`;

describe('rubricate stories', () => {
  it('lists the three stories that the plan asks for, where there is none yet', async () => {
    const { code, out, error } = await rubricate(bench, ['stories']);
    expect(error).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/^0 stories, read at L5\n0 of the 3 that the plan asks for\n/);
    expect(out).toContain('· Pushing back on an engineering lead: none\n  pinterest/data-pushback\n');
  });

  it('says which question has a story, and what is weak about it', async () => {
    bench.write('stories/renamed.md', story('story: renamed\ncompetencies: [data-pushback, nonsense]'));
    const { code, out } = await rubricate(bench, ['stories']);
    expect(code).toBe(0);
    expect(out).toContain('1 of the 3 that the plan asks for');
    expect(out).toContain('● Pushing back on an engineering lead: renamed\n');
    expect(out).toContain('pitfall: Who did it');
    expect(out).toContain('"nonsense" is no question or competency');
  });

  it('prints data, the same at every run', async () => {
    bench.write('elsewhere/renamed.md', story('story: renamed'));
    const once = await rubricate(bench, ['stories', 'elsewhere', '--format', 'json']);
    expect(await rubricate(bench, ['stories', 'elsewhere', '--format', 'json'])).toEqual(once);
    const data = JSON.parse(once.out);
    expect(data).toMatchObject({ version: 1, level: 'L5', stories: [{ id: 'renamed', belowLevel: true }] });
  });

  it('fails for a folder that is not there, if it was named', async () => {
    const { code, error } = await rubricate(bench, ['stories', 'nowhere']);
    expect(code).toBe(2);
    expect(error).toContain('nowhere');
  });
});
