import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packSectionIds } from '@rubricate/core/authoring';
import { readShippedPacks } from '@rubricate/packs/content';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, copyPack, makeBench, middling, rubricate } from './bench.ts';

let bench: Bench;
beforeEach(() => {
  bench = makeBench();
  return () => bench.remove();
});

const file = (path: string): string => readFileSync(join(bench.folder, path), 'utf8');
/** Changes the only pack file of a copy of the fixture. */
const change = (from: string | RegExp, to: string): void => {
  copyPack(bench, 'mine');
  const text = file('mine/pack.yaml')
    .replace('id: harbor-pilot', 'id: mine')
    .replace('company: harbor', 'company: own');
  expect(text.replace(from, to)).not.toBe(text);
  bench.write('mine/pack.yaml', text.replace(from, to));
};

describe('pack new', () => {
  let full: Bench;
  beforeAll(() => {
    full = makeBench();
    const packs = readShippedPacks();
    for (const pack of packs) writeFileSync(join(full.packs, `${pack.id}.json`), JSON.stringify(pack));
    writeFileSync(join(full.packs, 'index.json'), JSON.stringify(packs.map(({ id }) => id)));
  });
  afterAll(() => full.remove());

  it('writes a pack that passes the check, also a strict one, and that an answer can use', async () => {
    full.write('rubricate.yaml', 'packs: [packs/acme-data-engineer]\n');
    const made = await rubricate(full, ['pack', 'new', 'packs/acme-data-engineer']);
    expect(made.code).toBe(0);
    expect(made.out).toContain('packs: [packs/acme-data-engineer]');
    const checked = await rubricate(full, ['pack', 'check', 'packs/acme-data-engineer', '--strict']);
    expect(checked).toEqual({ code: 0, out: 'acme-data-engineer: nothing is wrong.\n', error: '' });
    const review = await rubricate(full, ['review', '-', '-q', 'acme/handover'], {
      stdin: '# Plan\n\nIn the first week they take over.\n',
    });
    expect(review.out).toContain('Acme, data engineer');
  });

  it('takes names from its flags', async () => {
    await rubricate(full, ['pack', 'new', 'x', '--company', 'big-co', '--role', 'tester', '--title', 'A "title": yes']);
    expect((await rubricate(full, ['pack', 'show', 'x'])).out).toMatch(
      /^A "title": yes\nbig-co-tester: big-co, tester/,
    );
  });

  it('overwrites nothing', async () => {
    full.write('there/notes.txt', 'mine');
    const { code, error } = await rubricate(full, ['pack', 'new', 'there']);
    expect(code).toBe(2);
    expect(error).toContain('there is not empty (notes.txt), and nothing is overwritten');
    expect(readdirSync(join(full.folder, 'there'))).toEqual(['notes.txt']);
    full.write('a-file', 'mine');
    expect((await rubricate(full, ['pack', 'new', 'a-file'])).error).toContain('is no folder');
  });

  it('refuses names that no pack may have', async () => {
    expect((await rubricate(full, ['pack', 'new', 'y', '--company', 'Big Co'])).error).toContain('such as big-co');
    expect((await rubricate(full, ['pack', 'new', 'y', '--company', 'pinecone', '--role', 'pm'])).error).toContain(
      'ships with rubricate',
    );
    expect((await rubricate(full, ['pack', 'new', '名前'])).code).toBe(2);
    expect(readdirSync(full.folder)).not.toContain('y');
  });
});

describe('pack check', () => {
  it('says file, line, column and the nearest right name; errors exit with 1', async () => {
    change('{ all: [steering, light], within: unit }', '{ all: [steerin, light], within: unit }');
    const { code, out } = await rubricate(bench, ['pack', 'check', 'mine']);
    expect(code).toBe(1);
    expect(out).toMatch(/^mine\/pack\.yaml:\d+:\d+ error No concept is named "steerin"\. Did you mean "steering"\?$/m);
    expect(out).toMatch(/^mine: \d errors?, /m);
  });

  it('says where the signs and phrases of failures are wrong', async () => {
    const drill = [
      ...['drills:', '  - id: fog', '    kind: failure', '    title: Fog', '    rubrics: [passage]'],
      ...['    component: the light', '    names: ["{light,lamp"]', '    inject: Fog.', '    asks: [Who steers]'],
      ...['drillParts:', '  impact: { all: [steerin] }', '  detection: { all: [light] }'],
      ...['  degradation: { all: [light] }', '  recovery: { all: [light] }', ''],
    ].join('\n');
    change(/$/, drill);
    const last = file('mine/pack.yaml').split('\n').length;
    const { code, out } = await rubricate(bench, ['pack', 'check', 'mine']);
    expect(code).toBe(1);
    expect(out).toContain(`mine/pack.yaml:${last - 8}:13 error "{light,lamp" opens a group that is not closed.`);
    expect(out).toContain(
      `mine/pack.yaml:${last - 4}:19 error No concept is named "steerin". Did you mean "steering"?`,
    );
    bench.write('mine/pack.yaml', file('mine/pack.yaml').replace('  impact:', '  imapct:'));
    const misspelt = await rubricate(bench, ['pack', 'check', 'mine']);
    expect(misspelt.out).toContain('drillParts.imapct: Unknown key "imapct". Did you mean "impact"?');
    expect(misspelt.out).toContain('drillParts.impact: This is needed, and it is missing.');
  });

  it('lets warnings pass unless it is strict', async () => {
    change('strong: The tide leaves us 40 minutes.', 'strong: The tide leaves in time');
    expect((await rubricate(bench, ['pack', 'check', 'mine'])).code).toBe(0);
    const { code, out } = await rubricate(bench, ['pack', 'check', 'mine', '--strict']);
    expect(code).toBe(1);
    expect(out).toContain('warning The strong example earns partial, not met.');
  });

  it('says the same as JSON, SARIF and GitHub annotations', async () => {
    change('rubrics: [night]', 'rubrics: [nigth]');
    const as = async (format: string) => (await rubricate(bench, ['pack', 'check', 'mine', '-f', format])).out;
    const finding = JSON.parse(await as('json')).packs[0].findings.find(
      ({ severity }: { severity: string }) => severity === 'error',
    );
    expect(finding).toMatchObject({
      file: 'mine/pack.yaml',
      code: 'unknown-name',
      message: 'No rubric is named "nigth". Did you mean "night"?',
    });
    const [run] = JSON.parse(await as('sarif')).runs;
    expect(run.results.map(({ ruleId, level }: { ruleId: string; level: string }) => `${ruleId} ${level}`)).toContain(
      'pack/unknown-name error',
    );
    expect(await as('github')).toContain(
      `::error file=mine/pack.yaml,line=${finding.line},col=${finding.column},title=unknown-name::No rubric`,
    );
  });

  it('exits with 2 where there is nothing to read', async () => {
    expect((await rubricate(bench, ['pack', 'check', 'nowhere'])).code).toBe(2);
    mkdirSync(join(bench.folder, 'empty'));
    const { code, out } = await rubricate(bench, ['pack', 'check', 'empty']);
    expect([code, out]).toEqual([2, 'empty:1:1 error This folder holds no pack: there is no YAML file in it.\n']);
  });

  it('checks the others where one cannot be read', async () => {
    copyPack(bench, 'all/one');
    bench.write('all/two/pack.yaml', 'id: "two\n');
    const { code, out } = await rubricate(bench, ['pack', 'check', 'all', '--replace-shipped']);
    expect(code).toBe(1);
    expect(out).toMatch(/^all\/two\/pack\.yaml:\d+:\d+ error /m);
    expect(out).toMatch(/^harbor-pilot: /m);
  });

  it('says that the id is taken by a pack that ships', async () => {
    copyPack(bench, 'same');
    expect((await rubricate(bench, ['pack', 'check', 'same'])).out).toContain(
      'Another pack is already named "harbor-pilot".',
    );
  });
});

describe('packs of a workspace', () => {
  const secret = 'secret: "';

  it.each(['../outside', '../../etc', '/etc', 'link', 'link/inner', 'inside/../../outside'])(
    'are not read from %s, which leads out of its folder',
    async (path) => {
      bench.write('../outside/inner/pack.yaml', secret);
      bench.write('../outside/pack.yaml', secret);
      mkdirSync(join(bench.folder, 'inside'));
      symlinkSync(join(bench.folder, '../outside'), join(bench.folder, 'link'));
      bench.write('rubricate.yaml', `company: harbor\npacks: [${path}]\n`);
      bench.write('answer.md', middling);
      const { code, out, error } = await rubricate(bench, ['review', 'answer.md']);
      expect(code).toBe(2);
      expect(error).toBe(
        `rubricate.yaml:2:9 "${path}" leads out of the folder of this rubricate.yaml, and packs are read from inside it only. Move or copy the pack there.\n`,
      );
      expect(out).toContain('Night passage');
    },
  );

  it('are not read through a link to a file outside', async () => {
    bench.write('../outside.yaml', secret);
    copyPack(bench, 'mine');
    symlinkSync(join(bench.folder, '../outside.yaml'), join(bench.folder, 'mine/more.yaml'));
    bench.write('rubricate.yaml', 'packs: [mine]\n');
    const { error } = await rubricate(bench, ['questions']);
    expect(error).toContain('mine/more.yaml:1:1 This link leads out of .,');
  });

  it('may stand in the folder of rubricate.yaml itself', async () => {
    change('title: Harbor, pilot', 'title: Mine');
    bench.write('pack.yaml', file('mine/pack.yaml'));
    rmSync(join(bench.folder, 'mine'), { recursive: true });
    bench.write('rubricate.yaml', 'packs: [.]\n');
    const { code, out, error } = await rubricate(bench, ['pack', 'list']);
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain('mine · of this workspace');
  });

  it('may be linked within the workspace', async () => {
    change('title: Harbor, pilot', 'title: Mine');
    symlinkSync(join(bench.folder, 'mine'), join(bench.folder, 'linked'));
    bench.write('rubricate.yaml', 'packs: [linked]\n');
    expect((await rubricate(bench, ['pack', 'list'])).out).toMatch(/^Mine\n {2}mine · of this workspace/m);
  });
});

describe('pack show, list and schema', () => {
  it('print a pack that fits the width, and one section of it', async () => {
    for (const columns of [40, 80, 120]) {
      const { out } = await rubricate(bench, ['pack', 'show', 'harbor-pilot'], { columns });
      expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(columns);
    }
    const { out } = await rubricate(bench, ['pack', 'show', 'harbor-pilot', '--section', 'levels']);
    expect(out).toContain('P2: Pilot\n  senior bar\n  Plans the passage.\n  - A passage with numbers.\n');
    expect(out).not.toContain('Night passage');
  });

  it('say what there is where a name is wrong', async () => {
    expect((await rubricate(bench, ['pack', 'show', 'harbor-pilt'])).error).toContain('Did you mean "harbor-pilot"?');
    expect((await rubricate(bench, ['pack', 'show', 'harbor-pilot', '-s', 'plan'])).error).toContain(
      'has nothing under plan. It has: levels',
    );
    expect((await rubricate(bench, ['pack', 'show', 'harbor-pilot', '-s', 'polan'])).error).toContain('mean "plan"?');
    expect((await rubricate(bench, ['pack', 'schema', 'pak'])).error).toContain('Did you mean "pack"?');
  });

  it('offer every section there is', async () => {
    const { out } = await rubricate(bench, ['pack', 'show', '--help']);
    for (const id of packSectionIds) expect(out).toContain(id);
  });

  it('print schemas that are JSON', async () => {
    for (const name of ['pack', 'workspace-config', 'answer-front-matter']) {
      const { code, out } = await rubricate(bench, ['pack', 'schema', name]);
      expect(code).toBe(0);
      expect(JSON.parse(out)).toMatchObject({ type: 'object', properties: expect.anything() });
    }
  });
});

describe('review through another lens', () => {
  beforeEach(() => {
    bench.write('answer.md', middling);
    bench.write('rubricate.yaml', 'packs: [mate]\n');
    bench.write(
      'mate/pack.yaml',
      [
        'id: harbor-mate',
        'title: Harbor, mate',
        'about: Another role.',
        'company: harbor',
        'role: mate',
        'extends: [harbor-pilot]',
        'levels: [{id: M1, title: Mate, bar: mid, summary: x, expects: [x]}]',
        'sources: [{id: log, title: Log, publisher: The harbor, date: undated, kind: blog}]',
        'overrides:',
        '  passage/scope: {weight: -1, why: A mate takes every ship., source: log}',
        '  passage/magic: {weight: 0, why: A mate may hope.}',
      ].join('\n'),
    );
  });

  it('judges by the other pack at its level', async () => {
    const { out } = await rubricate(bench, ['review', 'answer.md', '--as', 'harbor-mate:M1']);
    expect(out).toContain('Night passage · Harbor, mate · for M1 (mid)');
    expect(out).toContain('Held against you in this role');
    expect((await rubricate(bench, ['review', 'answer.md', '--as', 'harbor-mat'])).out).toContain(
      'Did you mean "harbor-mate"?',
    );
  });

  it('lists what flips, why, and by whose word', async () => {
    const { code, out } = await rubricate(bench, ['review', 'answer.md', '--compare', 'harbor-mate:senior']);
    expect(code).toBe(0);
    expect(out).toContain(
      [
        'Scope · criterion',
        '  passage/scope',
        '  here   met, which counts for you',
        '  there  met, which counts against you',
        '         Why: A mate takes every ship. (The harbor [log], undated · claimed)',
        '',
        'Magic · pitfall',
        '  passage/magic',
        '  here   present, which counts against you',
        '  there  not judged',
        '         Why: A mate may hope.',
      ].join('\n'),
    );
  });

  it('gives the comparison as JSON, and refuses other formats', async () => {
    const { out } = await rubricate(bench, ['review', 'answer.md', '--compare', 'harbor-mate', '-f', 'json']);
    const [{ comparison }] = JSON.parse(out).files;
    expect(comparison.flips[0]).toMatchObject({ ref: 'passage/scope', differs: ['sign', 'effect'] });
    const refused = await rubricate(bench, ['review', 'answer.md', '--compare', 'harbor-mate', '-f', 'sarif']);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.error).toContain('--compare prints text or json');
  });
});
