import { describe, expect, it } from 'vitest';
import { lintPack, type PackFinding, packPage } from '../../src/authoring/index.ts';
import type { Card, Drill, Pack } from '../../src/model/index.ts';
import { makeLibrary } from '../../src/review/index.ts';
import { acme } from '../review/fixture.ts';

const findings = (pack: Pack, others: readonly Pack[] = []): readonly PackFinding[] =>
  lintPack(pack, { library: makeLibrary([...others, pack]) });

/** `severity code path`, and the nearest name where there is one. */
const brief = (list: readonly PackFinding[]): readonly string[] =>
  list.map(
    ({ severity, code, path, suggestion }) =>
      `${severity} ${code} ${path.join('.')}${suggestion ? ` → ${suggestion}` : ''}`,
  );

const [design, feed] = acme.rubrics ?? [];
const [scope] = design?.criteria ?? [];
const [hype] = design?.pitfalls ?? [];
const [question] = acme.questions ?? [];
if (!design || !feed || !scope || !hype || !question) throw new Error('the fixture has these');

/** A pack with nothing to say about: examples that earn what they show. */
const clean: Pack = {
  ...acme,
  rubrics: [
    {
      ...design,
      criteria: [{ ...scope, weak: 'We build all of it.', strong: 'The scope is small. This scope leaves ads out.' }],
      pitfalls: [{ ...hype, weak: 'This is amazing in every way.', strong: 'This takes ten minutes.' }],
    },
  ],
  questions: [{ ...question, rubrics: ['design'] }],
  concepts: { scope: ['scope'], hype: ['amazing'] },
  signals: { scope: { any: ['scope'] }, hype: { any: ['hype'] } },
  rules: { 'design/scope': { met: 'scope >= 2', partial: 'scope' }, 'design/hype': { present: 'hype' } },
};
const cleanDesign = clean.rubrics?.[0];
if (!cleanDesign) throw new Error('it has a rubric');

const card = { id: 'one', skill: 'x', topic: 'x', explanation: 'x', source: 'paper' };
const source = { id: 'paper', title: 'Paper', publisher: 'Press', date: '2026', kind: 'paper' } as const;
const choice = (id: string, prompt: string, options: readonly string[], answer = 0): Card => ({
  ...card,
  id,
  kind: 'choice',
  prompt,
  options: [...options],
  answer,
});

describe('lintPack', () => {
  it('says nothing of a pack with nothing wrong', () => {
    expect(findings(clean)).toEqual([]);
  });

  it('finds concepts, signals and sources that nothing uses, but not what a family or another pack uses', () => {
    const pack: Pack = {
      ...clean,
      sources: [source],
      concepts: {
        ...clean.concepts,
        lonely: ['a'],
        family: { oneOf: ['member'] },
        member: ['b'],
        'cue-negation': ['not'],
      },
      signals: { ...clean.signals, idle: { any: ['family'] } },
    };
    expect(brief(findings(pack))).toEqual([
      'warning unused concepts.lonely',
      'warning unused signals.idle',
      'warning unused sources.0.id',
    ]);
    const user: Pack = {
      ...clean,
      id: 'user',
      company: 'user',
      extends: [pack.id],
      rubrics: [],
      questions: [],
      overrides: { 'design/scope': { weight: 0, why: 'x', source: 'paper' } },
      concepts: {},
      signals: { far: { all: ['lonely'], none: ['member'] } },
      rules: { 'design/scope': { met: 'far', partial: { unmatched: { among: 'far', by: 'idle', atLeast: 1 } } } },
    };
    expect(brief(lintPack(pack, { library: makeLibrary([pack, user]) }))).toEqual([]);
  });

  it('finds names in drillParts that stand for nothing, at their place and with the nearest right one', () => {
    const part = { any: ['scope'] };
    const pack: Pack = {
      ...clean,
      drillParts: {
        impact: { all: ['scpoe', '#any'] },
        detection: [part, { any: ['scope|hpye'], none: ['#secnds'] }],
        degradation: {},
        recovery: part,
      },
    };
    const found = findings(pack);
    expect(brief(found)).toEqual([
      'error library drillParts.impact.all.0 → scope',
      'error library drillParts.detection.1.any.0 → hype',
      'error library drillParts.detection.1.none.0',
      'error library drillParts.degradation',
    ]);
    expect(found[0]).toMatchObject({ name: 'scpoe', message: 'No concept is named "scpoe". Did you mean "scope"?' });
    expect(
      findings({ ...clean, drillParts: { impact: part, detection: part, degradation: part, recovery: part } }),
    ).toEqual([]);
  });

  it('finds phrases of a drill that cannot be read', () => {
    const drill: Drill = {
      ...{ id: 'gone', kind: 'failure', title: 'Gone', rubrics: ['design'], component: 'a cache' },
      ...{ inject: 'It is gone.', asks: ['What still works'], source: 'paper' },
    };
    const drills = [
      { ...drill, names: ['{cache,store}'], about: ['cache is gone'] },
      { ...drill, id: 'two', names: ['cache', '{cache,store'], about: ['cache} is gone', '…'] },
    ];
    const found = findings({ ...clean, sources: [source], drills });
    expect(brief(found)).toEqual([
      'error phrase drills.1.names.1',
      'error phrase drills.1.about.0',
      'error phrase drills.1.about.1',
    ]);
    expect(found.map(({ message }) => message)).toEqual([
      '"{cache,store" opens a group that is not closed.',
      '"cache} is gone" closes a group that was not opened.',
      '"…" has no word in it.',
    ]);
  });

  it('tries the examples, and says what they earned', () => {
    const pack: Pack = {
      ...clean,
      rubrics: [
        {
          ...cleanDesign,
          criteria: [
            { ...scope, strong: 'The scope is small.', weak: 'A scope. Another scope is here.' },
            { ...scope, id: 'ruleless' },
            { ...scope, id: 'odd' },
          ],
          pitfalls: [{ ...hype, weak: 'This is fine.', strong: 'This is amazing.' }],
        },
      ],
      rules: { ...clean.rules, 'design/odd': { present: 'scope' } },
    };
    const found = findings(pack);
    expect(brief(found)).toEqual([
      'warning example rubrics.0.criteria.0.strong',
      'warning example rubrics.0.criteria.0.weak',
      'warning no-rule rubrics.0.criteria.1.id',
      'warning no-rule rubrics.0.criteria.2.id',
      'warning example rubrics.0.pitfalls.0.strong',
      'warning example rubrics.0.pitfalls.0.weak',
    ]);
    expect(found[0]?.message).toContain('earns partial, not met');
    expect(found[3]?.message).toContain('it has one of another form');
  });

  it('finds names that stand for nothing, with the nearest right one', () => {
    const provenance = { source: 'papr', state: 'claimed' } as const;
    const pack: Pack = {
      ...clean,
      sources: [source],
      facts: [{ id: 'users', about: 'company', text: 'x', ...provenance, disagreesWith: ['usrs'] }],
      compensation: [
        {
          id: 'pay',
          text: 'x',
          measure: 'total',
          level: 'E9',
          source: 'paper',
          state: 'claimed',
          disagreesWith: ['pya'],
        },
      ],
      promotions: [{ id: 'up', from: 'E1', to: 'E22', about: 'x' }],
      loop: {
        id: 'loop',
        title: 'x',
        about: 'x',
        rounds: [{ id: 'onsite', title: 'x', kind: 'case', about: 'x', rubrics: ['desing'], levels: ['E1', 'e1'] }],
      },
      questions: [{ ...question, rubrics: ['desgin'], structure: 'outlin', round: 'onsit' }],
      structures: [
        {
          id: 'outline',
          title: 'x',
          about: 'x',
          prefix: 'xx',
          rubrics: ['design', 'nowhere-near'],
          sections: [{ heading: 'x', prompt: 'x' }],
        },
      ],
      drills: [
        {
          id: 'drill',
          kind: 'failure',
          title: 'x',
          rubrics: ['design'],
          component: 'x',
          questions: ['acme/fed'],
          fits: ['scop'],
          inject: 'x',
          asks: ['x'],
        },
      ],
      plan: {
        id: 'plan',
        title: 'x',
        phases: [
          { id: 'one', title: 'x', about: 'x', weeks: 1, tasks: [{ id: 't', text: 'x', question: 'acme/feedd' }] },
        ],
      },
      rubrics: [{ ...cleanDesign, criteria: cleanDesign.criteria.map((one) => ({ ...one, dimension: 'framin' })) }],
      cards: [
        { ...card, kind: 'spot-pitfall', prompt: 'x', sample: 'x', options: ['design/hype', 'design/hpye'], answer: 0 },
      ],
    };
    expect(brief(findings(pack).filter(({ severity }) => severity === 'error'))).toEqual([
      'error unknown-name facts.0.source → paper',
      'error unknown-name facts.0.disagreesWith.0 → users',
      'error unknown-name compensation.0.disagreesWith.0 → pay',
      'error unknown-name compensation.0.level → E1',
      'error unknown-name promotions.0.to → E2',
      'error unknown-name loop.rounds.0.rubrics.0 → design',
      'error unknown-name loop.rounds.0.levels.1 → E1',
      'error unknown-name questions.0.rubrics.0 → design',
      'error unknown-name questions.0.structure → outline',
      'error unknown-name questions.0.round → onsite',
      'error unknown-name structures.0.rubrics.1',
      'error unknown-name drills.0.questions.0 → acme/feed',
      'error unknown-name drills.0.fits.0 → scope',
      'error unknown-name plan.phases.0.tasks.0.question → acme/feed',
      'error unknown-name rubrics.0.criteria.0.dimension → framing',
      'error unknown-name cards.0.options.1 → design/hype',
    ]);
  });

  it('passes on what a library finds wrong, with the names apart', () => {
    const found = findings({ ...clean, extends: ['acme-desing'] }, [{ ...acme, id: 'acme-design', company: 'other' }]);
    expect(found[0]).toMatchObject({
      severity: 'error',
      code: 'library',
      path: ['extends', 0],
      name: 'acme-desing',
      suggestion: 'acme-design',
    });
  });

  it('finds hints that are long or no sentence', () => {
    const criteria = cleanDesign.criteria.map((one) => ({ ...one, hint: `Say ${'very '.repeat(25)}much` }));
    expect(brief(findings({ ...clean, rubrics: [{ ...cleanDesign, criteria }] }))).toEqual([
      'warning wording rubrics.0.criteria.0.hint',
      'warning wording rubrics.0.criteria.0.hint',
    ]);
  });

  it('finds cards that are alike, that give themselves away, and that name no option of theirs', () => {
    const options = ['Retry the call', 'Drop the message', 'Ask somebody'];
    const prompt = 'A consumer lags behind by ten minutes and the queue keeps growing: what do you do first?';
    const cards: readonly Card[] = [
      choice('one', prompt, options),
      choice('two', prompt.replace('first', 'now'), options),
      choice('three', 'Other words entirely.', [
        'It depends on how many consumers there are and what each of them costs',
        ...options,
      ]),
      choice('four', 'Something else again?', options, 3),
    ];
    expect(brief(findings({ ...clean, sources: [source], cards: [...cards] }))).toEqual([
      'error position cards.3.answer',
      'warning cards-alike cards.1.prompt',
      'warning card-gives-itself-away cards.2.options.0',
    ]);
  });

  it('ends its list', () => {
    const facts = Array.from({ length: 5_000 }, (_, index) => ({
      id: `f${index}`,
      about: 'company' as const,
      text: 'x',
      source: `nowhere-${index}`,
      state: 'claimed' as const,
    }));
    const found = findings({ ...clean, facts });
    expect(found).toHaveLength(501);
    expect(found.at(-1)).toMatchObject({ severity: 'error', code: 'too-many' });
  });
});

describe('packPage', () => {
  it('shows each claim with source, date and state, and differing accounts together', () => {
    const pack: Pack = {
      ...clean,
      sources: [source, { ...source, id: 'blog', publisher: 'Blog', date: 'undated', sells: 'a course' }],
      facts: [
        { id: 'a', about: 'loop', text: 'Six rounds.', source: 'paper', state: 'disputed', disagreesWith: ['b'] },
        { id: 'b', about: 'loop', text: 'Five rounds.', source: 'blog', state: 'claimed' },
        { id: 'c', about: 'company', text: 'Ten people.', source: 'blog', state: 'confirmed', confirmedBy: ['paper'] },
      ],
    };
    const { sections } = packPage(pack, { library: makeLibrary([pack]) });
    const section = (id: string) => sections.find((one) => one.id === id)?.entries;
    expect(section('disagreements')).toEqual([
      {
        text: 'The loop',
        sides: [
          { text: 'Six rounds.', note: undefined, claim: 'Press [paper], 2026 · disputed' },
          { text: 'Five rounds.', note: undefined, claim: 'Blog [blog], undated · claimed' },
        ],
      },
    ]);
    expect(section('facts')).toEqual([
      {
        text: 'The company',
        entries: [
          { text: 'Ten people.', note: undefined, claim: 'Blog [blog], undated · confirmed by Press [paper], 2026' },
        ],
      },
    ]);
    expect(JSON.stringify(section('sources'))).toContain('this source sells: a course');
    expect(section('compensation')).toBeUndefined();
  });
});
