import { describe, expect, it } from 'vitest';
import { readShippedPacks } from '../src/content.ts';

const packs = readShippedPacks();

type Json = Readonly<Record<string, unknown>>;

/** Every part of a pack that tells a numbered claim, with the source that it or what it stands in names. */
function claims(
  node: unknown,
  trail: string,
  source: unknown,
): readonly { readonly at: string; readonly source: unknown }[] {
  if (Array.isArray(node)) return node.flatMap((element, index) => claims(element, `${trail}/${index}`, source));
  if (typeof node !== 'object' || node === null) return [];
  const record = node as Json;
  const own = record.source ?? source;
  const here = typeof record.id === 'string' ? `${trail}:${record.id}` : trail;
  return [
    ...(Array.isArray(record.carries) ? [{ at: here, source: own }] : []),
    ...Object.entries(record).flatMap(([key, value]) => claims(value, `${here}/${key}`, own)),
  ];
}

describe('what a pack claims', () => {
  it.each(packs)('$id names the source of each claim outside rubrics and sentence frames', (pack) => {
    const { rubrics: _rubrics, overrides: _overrides, frames: _frames, ...rest } = pack;
    expect(claims(rest, pack.id, undefined).filter(({ source }) => source === undefined)).toEqual([]);
  });

  it.each(packs)('$id names sources that it or its base lists', (pack) => {
    const bases = packs.filter(({ id }) => pack.extends?.includes(id));
    const known = new Set([pack, ...bases].flatMap(({ sources }) => (sources ?? []).map(({ id }) => id)));
    const named = [...JSON.stringify(pack).matchAll(/"source":"([^"]+)"/g)].map(([, id]) => id ?? '');
    expect([...new Set(named)].filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(packs.filter(({ facts }) => facts?.length))('$id lets facts that disagree name each other', ({ facts }) => {
    const all = new Map((facts ?? []).map((fact) => [fact.id, fact]));
    const oneSided = [...all.values()].flatMap(({ id, disagreesWith }) =>
      (disagreesWith ?? [])
        .filter((other) => !all.get(other)?.disagreesWith?.includes(id))
        .map((other) => `${id} and ${other}`),
    );
    expect(oneSided).toEqual([]);
  });

  it('has nothing to practise for a round of the engineer of whose content no source tells', () => {
    const pack = packs.find(({ id }) => id === 'pinterest-software-engineer');
    const silent = new Set((pack?.loop?.rounds ?? []).filter((round) => round.silent).map(({ id }) => id));
    expect(silent.size).toBeGreaterThan(0);
    expect((pack?.questions ?? []).filter(({ round }) => round && silent.has(round))).toEqual([]);
  });

  it('invents no pay and no promotion for the software engineer, of which its source is silent', () => {
    const pack = packs.find(({ id }) => id === 'pinterest-software-engineer');
    expect(pack?.compensation).toBeUndefined();
    expect(pack?.promotions).toBeUndefined();
  });
});
