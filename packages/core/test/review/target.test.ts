import { describe, expect, it } from 'vitest';
import { findTarget, makeLibrary, type TargetOptions } from '../../src/review/index.ts';
import { readAnswer } from '../../src/text/index.ts';
import { acme, library, targetOf } from './fixture.ts';

function reason(
  text: string,
  options: TargetOptions = {},
): { readonly code: string; readonly message: string; readonly at: string } {
  const found = findTarget(readAnswer(text).frontMatter, library, options);
  if (found.ok) throw new Error('expected a reason');
  const { code, message, range } = found.reason;
  return { code, message, at: range ? text.slice(range.start, range.end) : '' };
}

describe('what a text is judged against', () => {
  it('its question, with the rubrics that this builds on, base first', () => {
    const target = targetOf('---\nquestion: acme/feed\nlevel: E3\n---\n');
    expect(target.rubrics.map(({ chain }) => chain)).toEqual([['design', 'feed']]);
    expect([target.level, target.bar]).toEqual(['E3', 'staff']);
  });

  it('a rubric of its own, in a list or alone', () => {
    expect(targetOf('---\nrubric: [design]\n---\n').rubrics[0]?.id).toBe('design');
    expect(targetOf('---\nrubric: design\n---\n').question).toBeUndefined();
  });

  it('the rubric that the workspace gives its file, and the level it aims at', () => {
    const target = targetOf('Plain.', { workspace: { company: 'acme', level: 'E1', rubrics: ['design'] } });
    expect([target.rubrics[0]?.id, target.level]).toEqual(['design', 'E1']);
  });

  it('what is asked for outright, before the front matter', () => {
    expect(targetOf('---\nrubric: design\n---\n', { question: 'acme/feed', level: 'staff' }).level).toBe('E3');
    expect(targetOf('---\nquestion: acme/feed\n---\n', { rubrics: ['design'] }).question).toBeUndefined();
  });

  it('keeps other front matter out of it', () => {
    expect(targetOf('---\ntitle: My feed\ntags: [a, b]\nquestion: acme/feed\n---\n').question?.id).toBe('acme/feed');
  });
});

describe('front matter that means something else', () => {
  it.each(['---\nlevel: 2\n---\n', '---\nrole: Site Author\n---\n'])('%j does not nag', (text) => {
    expect(reason(text).code).toBe('no-target');
  });

  it('a dismissal that is not understood does not stop the judgement', () => {
    expect(targetOf('---\nquestion: acme/feed\ndismiss: 7\n---\n').question?.id).toBe('acme/feed');
  });
});

describe('why a text is not judged', () => {
  it.each([
    ['Plain text.', 'no-target', /names neither a question nor a rubric/, ''],
    ['---\nquestion: acme/fed\n---\n', 'unknown-question', /Did you mean "acme\/feed"/, 'acme/fed'],
    ['---\nquestion: feed\n---\n', 'bad-front-matter', /company\/question/, 'feed'],
    ['---\nrubric: [desgin]\n---\n', 'unknown-rubric', /Did you mean "design"/, '[desgin]'],
    ['---\nquestion: acme/feed\nlevel: E9\n---\n', 'unknown-level', /Levels: E1, E2, E3/, 'E9'],
    ['---\nquestion: [1, 2]\n---\n', 'bad-front-matter', /question/, '[1, 2]'],
  ])('%j', (text, code, message, at) => {
    const said = reason(text);
    expect(said.code).toBe(code);
    expect(said.message).toMatch(message);
    expect(said.at.trim()).toBe(at);
  });
});

describe('a library', () => {
  it('says what is wrong in one pack and uses the others', () => {
    const broken = { ...acme, id: 'broken', company: 'other', extends: ['acme-enginer', 'broken'], questions: [] };
    const both = makeLibrary([acme, broken, acme]);
    expect(both.lens('acme-engineer')).toBeDefined();
    both.lens('broken');
    expect(both.problems.map(({ pack, message }) => `${pack}: ${message}`)).toEqual(
      expect.arrayContaining([
        'acme-engineer: Another pack is already named "acme-engineer".',
        'broken: No pack is named "acme-enginer". Did you mean "acme-engineer"?',
        'broken: "broken" and "broken" extend each other.',
      ]),
    );
  });

  it('says which rules, overrides and gates name what no rubric has', () => {
    const typo = makeLibrary([
      {
        ...acme,
        rules: { ...acme.rules, 'design/scop': { present: 'hype' } },
        overrides: { 'design/hipe': { weight: 0, why: 'x' } },
      },
    ]);
    typo.lens('acme-engineer');
    expect(typo.problems.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'rules.design/scop: No rubric has the criterion or pitfall "design/scop". Did you mean "design/scope"?',
      'overrides.design/hipe: No rubric has the criterion or pitfall "design/hipe". Did you mean "design/hype"?',
    ]);
  });

  it('says when two rubrics extend each other', () => {
    const rubrics = (acme.rubrics ?? []).map((rubric) =>
      rubric.id === 'design' ? { ...rubric, extends: 'feed' } : rubric,
    );
    const looped = makeLibrary([{ ...acme, rubrics }]);
    looped.lens('acme-engineer');
    expect(looped.problems.some(({ message }) => message.includes('extend each other'))).toBe(true);
  });
});
