import { describe, expect, it } from 'vitest';
import type { Override, Pack } from '../../src/model/index.ts';
import { compareLenses, findTarget, makeLibrary, reviewAnswer, throughLens, unfilled } from '../../src/review/index.ts';
import { readAnswer } from '../../src/text/index.ts';
import { acme } from '../review/fixture.ts';

const text =
  '---\nquestion: acme/feed\nlevel: E2\n---\n\n# Scope\n\nThe scope is small. This scope is amazing, and we rank it. The trade-off is clear.\n';

const manager = (overrides: Readonly<Record<string, Override>>): Pack => ({
  ...acme,
  id: 'acme-manager',
  title: 'Acme, manager',
  role: 'manager',
  extends: ['acme-engineer'],
  levels: [{ id: 'M1', title: 'M1', bar: 'senior', summary: 'x', expects: ['x'] }],
  sources: [{ id: 'note', title: 'Note', publisher: 'Press', date: 'undated', kind: 'blog' }],
  rubrics: [],
  questions: [],
  concepts: {},
  signals: {},
  rules: {},
  overrides,
});

function compared(overrides: Readonly<Record<string, Override>>) {
  const library = makeLibrary([acme, manager(overrides)]);
  const answer = readAnswer(text);
  const found = findTarget(answer.frontMatter, library, {});
  if (!found.ok) throw new Error(found.reason.message);
  const other = throughLens(found.target, library, 'acme-manager');
  if (!other.ok) throw new Error(other.message);
  return compareLenses(reviewAnswer(answer, found.target), reviewAnswer(answer, other.target));
}

describe('the same text through two lenses', () => {
  it('flips nothing where nothing is judged otherwise', () => {
    const { flips, onlyHere, onlyThere, there } = compared({});
    expect([flips, onlyHere, onlyThere]).toEqual([[], [], []]);
    expect(there.level).toBe('M1');
  });

  it('flips what is turned or switched off, with the reason and its source; what changes this text comes first', () => {
    const { flips } = compared({
      'design/evolution': { weight: -1, why: 'Not yours.' },
      'design/scope': { weight: -1, why: 'Scope is a delay here.', source: 'note' },
      'design/hype': { weight: 0, why: 'Sell it.', source: 'note', state: 'disputed' },
      'design/tradeoff': { weight: 3, why: 'More of it.' },
    });
    expect(flips.map(({ ref, differs, here, there }) => [ref, differs.join(), here.effect, there.effect])).toEqual([
      ['design/scope', 'sign,effect', 'for', 'against'],
      ['design/hype', 'sign,effect', 'against', 'nothing'],
      ['design/evolution', 'sign', 'nothing', 'nothing'],
    ]);
    expect(flips[0]?.there.reason).toEqual({
      why: 'Scope is a delay here.',
      source: expect.objectContaining({ publisher: 'Press', date: 'undated' }),
      state: 'claimed',
    });
    expect(flips[1]?.there.reason?.state).toBe('disputed');
    expect(flips[0]?.here.reason).toBeUndefined();
  });
});

describe('another lens', () => {
  const library = makeLibrary([
    acme,
    manager({}),
    { ...acme, id: 'elsewhere', company: 'else', rubrics: [], questions: [] },
  ]);
  const found = findTarget(readAnswer(text).frontMatter, library, {});
  if (!found.ok) throw new Error('it has a target');
  const through = (pack: string, level?: string) => {
    const result = throughLens(found.target, library, pack, level);
    return result.ok ? `${result.target.level} ${result.target.bar} without ${result.unknown.join()}` : result.message;
  };

  it('takes the level asked for, or the one with the same bar', () => {
    expect(through('acme-manager')).toBe('M1 senior without ');
    expect(through('acme-manager', 'm1')).toBe('M1 senior without ');
    expect(through('acme-manager', 'staff')).toBe('staff staff without ');
    expect(through('acme-manager', 'M2')).toBe('Acme, manager has no level "M2". Did you mean "M1"? Levels: M1.');
  });

  it('says when it is not there or knows no rubric of the text', () => {
    expect(through('acme-manger')).toBe('No pack is named "acme-manger". Did you mean "acme-manager"?');
    expect(through('elsewhere')).toBe(
      'Acme, engineer has none of the rubrics of this text (feed), so it cannot judge it.',
    );
  });

  it('judges by what a rubric builds on where it knows only that', () => {
    const base: Pack = {
      ...acme,
      id: 'base',
      company: 'base',
      rubrics: (acme.rubrics ?? []).slice(0, 1),
      questions: [],
    };
    const result = throughLens(found.target, makeLibrary([acme, base]), 'base');
    expect(result.ok && [result.target.rubrics.map(({ id }) => id), result.unknown]).toEqual([['design'], ['feed']]);
  });
});

describe('a snippet with nothing typed into it', () => {
  it.each([
    ['A ${1:reason} and ${2:more}.', 'A reason and more.'],
    ['${1:if ${2:[what]} fails}, we ${3|retry,stop|}$0', 'if [what] fails, we retry'],
    ['costs \\$5 \\} \\\\ ${1}', 'costs $5 } \\ '],
    ['${1|a\\,b,c|} ${2:x', 'a,b ${2:x'],
    ['{a} $x ${name}', '{a} $x ${name}'],
    [`${'${1:'.repeat(50)}deep${'}'.repeat(50)}`, 'deep'],
  ])('%j reads %j', (snippet, shown) => {
    expect(unfilled(snippet)).toBe(shown);
  });
});
