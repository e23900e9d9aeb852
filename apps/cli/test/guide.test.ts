import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cueNames, quantityNames, shapeNames } from '@rubricate/core/evidence';
import { jsonSchemas } from '@rubricate/core/model';
import { readShippedPacks } from '@rubricate/packs/content';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, makeBench, rubricate } from './bench.ts';
import { applyStep, guideSteps, printsAsShown } from './guide.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const guide = readFileSync(join(root, 'docs', 'write-a-pack.md'), 'utf8');
const pack = 'packs/quillfern-support-engineer';
const examples = join(root, 'examples');

const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

describe('docs/write-a-pack.md, followed to the letter', () => {
  let bench: Bench;
  beforeAll(() => {
    bench = makeBench();
    const packs = readShippedPacks();
    for (const shipped of packs) writeFileSync(join(bench.packs, `${shipped.id}.json`), JSON.stringify(shipped));
    writeFileSync(join(bench.packs, 'index.json'), JSON.stringify(packs.map(({ id }) => id)));
  });
  afterAll(() => bench.remove());

  for (const [index, step] of guideSteps(guide).entries()) {
    const what = step.kind === 'run' ? step.command : step.kind === 'delete' ? step.paths.join(', ') : step.path;
    it(`${index + 1}. ${step.kind} ${what}`, async () => {
      if (step.kind !== 'run') {
        applyStep(step, bench.folder);
        return;
      }
      const [command, ...args] = step.command.split(' ');
      expect(command).toBe('rubricate');
      const { out, error } = await rubricate(bench, args);
      expect(error).toBe('');
      expect(printsAsShown(out, step.prints), `printed:\n${out}\nshown:\n${step.prints.join('\n')}`).toBe(true);
    });
  }

  it('ends with the pack of the examples', () => {
    expect(filesIn(join(bench.folder, pack))).toEqual(filesIn(join(examples, pack)));
  });

  it('ends with the two answers of the examples', () => {
    for (const name of ['weak', 'strong'])
      expect(readFileSync(join(bench.folder, 'answers', `${name}.md`), 'utf8')).toBe(
        readFileSync(join(examples, `export-stopped-${name}.md`), 'utf8'),
      );
  });
});

describe('the slips in YAML that the guide warns of', () => {
  it.each([
    ['All mapping items must start at the same column.', '        title: Reply', '       title: Reply'],
    ['Tabs are not allowed as indentation.', '        title: Reply', '\ttitle: Reply'],
    ['Nested mappings are not allowed in compact mappings.', 'hint: Say how many', 'hint: Say this: how many'],
  ])('%s', async (message, from, to) => {
    expect(guide).toContain(`\`${message}\``);
    const bench = makeBench();
    try {
      bench.write('mine/rubric.yaml', readFileSync(join(examples, pack, 'rubric.yaml'), 'utf8').replace(from, to));
      expect((await rubricate(bench, ['pack', 'check', 'mine'])).out).toContain(message);
    } finally {
      bench.remove();
    }
  });
});

describe('the pack of the examples, where it lies', () => {
  it('is found through the rubricate.yaml beside it', async () => {
    const bench = makeBench();
    try {
      writeFileSync(
        join(bench.packs, 'foundations.json'),
        JSON.stringify(readShippedPacks().find(({ id }) => id === 'foundations')),
      );
      writeFileSync(join(bench.packs, 'index.json'), '["foundations"]');
      const { out, error } = await rubricate(
        bench,
        ['review', 'export-stopped-strong.md', 'export-stopped-weak.md', '--summary'],
        { cwd: examples },
      );
      expect(error).toBe('');
      expect(out).toMatch(/^strong-yes .*export-stopped-strong\.md\nstrong-no .*export-stopped-weak\.md$/m);
    } finally {
      bench.remove();
    }
  });
});

describe('the reference of the evidence language in docs/write-a-pack.md', () => {
  const reference = guide.slice(guide.indexOf('## The evidence language'));
  /** The first column of the table under a heading. */
  const listed = (heading: string): readonly string[] => {
    const from = reference.indexOf(`### ${heading}\n`);
    expect(from, heading).toBeGreaterThan(0);
    const table = reference.slice(reference.indexOf('\n| ', from) + 1).split('\n\n')[0] as string;
    return table
      .split('\n')
      .slice(2)
      .flatMap((row) => [...(row.split(' | ')[0] as string).matchAll(/`([^`]+)`/g)].map(([, name]) => name as string));
  };
  it('lists every quantity, every shape and every cue, and no other', () => {
    const sorted = (names: readonly string[]): readonly string[] => [...names].sort();
    expect(sorted(listed('Numbers'))).toEqual(
      sorted([...quantityNames, 'small-load', 'large-load'].map((name) => `#${name}`)),
    );
    expect(sorted(listed('Shapes'))).toEqual(sorted(shapeNames.map((name) => `@${name}`)));
    expect(sorted(listed('What is denied'))).toEqual(sorted(Object.values(cueNames)));
  });

  it('lists every key of a pattern and of a concept, and no other', () => {
    const keysOf = (kind: 'signals' | 'concepts'): readonly string[] => {
      const { properties } = jsonSchemas().pack as { readonly properties: Readonly<Record<string, Forms>> };
      const form = properties[kind]?.additionalProperties.anyOf.find((one) => one.properties);
      return Object.keys(form?.properties ?? {});
    };
    expect(listed('Patterns')).toEqual(keysOf('signals'));
    expect(listed('Concepts')).toEqual(keysOf('concepts'));
  });

  it('gives expressions that a rule can have', async () => {
    const expressions = listed('Expressions');
    expect(expressions.length).toBeGreaterThan(8);
    const bench = makeBench();
    try {
      for (const [index, expression] of expressions.entries()) {
        const names = ['a', 'b', 'c', 'qf-told'].map((name) => `  ${name}: {all: [guide-tug]}\n`).join('');
        const rules = `rules:\n  x/y: {met: ${expression}, partial: a}\n`;
        bench.write(`packs/p${index}/evidence.yaml`, `concepts:\n  guide-tug: [tug]\nsignals:\n${names}${rules}`);
        bench.write(`packs/p${index}/pack.yaml`, packWithCriterion(index));
      }
      expect((await rubricate(bench, ['pack', 'check', 'packs'])).out).not.toContain(' error ');
      bench.write('packs/p0/evidence.yaml', 'rules:\n  x/y: {met: {alike: [a]}, partial: a}\n');
      expect((await rubricate(bench, ['pack', 'check', 'packs'])).out).toContain(' error ');
    } finally {
      bench.remove();
    }
  });
});

/** A pack with the criterion x/y, to hang a rule on. */
const packWithCriterion = (index: number): string => `id: p${index}
title: P
about: A pack to hang a rule on.
company: p${index}
role: tester
extends: [harbor-pilot]
levels:
  - {id: L1, title: One, bar: mid, summary: One., expects: [One.]}
rubrics:
  - id: x
    title: X
    about: One criterion.
    dimensions: [{id: d, title: D}]
    criteria:
      - id: y
        dimension: d
        from: mid
        title: Y
        hint: Name the tug.
        why: It pulls.
        bars: {mid: A., senior: B., staff: C.}
        earns: {met: A tug., partial: A rope.}
        weak: A rope.
        strong: A tug.
        belongs: [Y]
`;

/** The part of a JSON Schema that says which forms the values of a map may have. */
interface Forms {
  readonly additionalProperties: { readonly anyOf: readonly { readonly properties?: object }[] };
}
