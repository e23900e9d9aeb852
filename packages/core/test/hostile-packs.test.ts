import { describe, expect, it } from 'vitest';
import { compileEvidence } from '../src/evidence/index.ts';
import { type Pack, readPackFiles } from '../src/model/index.ts';
import { makeLibrary } from '../src/review/index.ts';
import { tokenise } from '../src/text/index.ts';
import { acme } from './review/fixture.ts';

const read = (...texts: readonly string[]) =>
  readPackFiles(texts.map((text, index) => ({ path: `${index}.yaml`, text })));

/** What is told of one file: `line:column message`. */
const told = (text: string): readonly string[] =>
  read(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

/** JSON is YAML, so a pack that works can be given as text. */
const working = (change: Partial<Pack> = {}): string => JSON.stringify({ ...acme, ...change });

describe('the address of a source', () => {
  const source = { id: 'page', title: 'A page', publisher: 'Someone', date: 'undated', kind: 'blog' } as const;
  const problemsOf = (url: string): readonly string[] => told(working({ sources: [{ ...source, url }] }));

  it('is one of the web', () => {
    expect(problemsOf('https://example.com/a/b-c_d.html?e=f&g=%28h%29#i')).toEqual([]);
  });

  it.each([
    'command:workbench.action.quit',
    'javascript:alert(1)',
    'vscode://publisher.extension/do',
    'file:///etc/passwd',
    'data:text/html,x',
    'https://example.com/)[go](command:workbench.action.quit',
    'https://example.com/ "title',
    'https://example.com/<img>',
    'https://example.com/`x`',
  ])('is not %s, which could become a link of another kind', (url) => {
    expect(problemsOf(url)).toEqual([expect.stringMatching(/^\d+:\d+ sources\.0\.url: .*expected an address/)]);
  });
});

describe('the text of a pack', () => {
  it.each([
    ['brackets', '['.repeat(10_000)],
    ['brackets that are closed', `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['braces', `a: ${'{b: '.repeat(10_000)}`],
    ['dashes', '- '.repeat(10_000)],
    ['question marks', '? '.repeat(10_000)],
    ['a million brackets', '['.repeat(999_999)],
    ['a step a line', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('nested ten thousand deep by %s is told in one sentence', (_, text) => {
    const problems = told(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^\d+:\d+ Lists and maps stand more than 60 levels within each other/);
  });

  it('may hold brackets in its sentences that nobody closes', () => {
    const { problems } = read(working({ about: '[ ( { '.repeat(200) }));
    expect(problems).toEqual([]);
  });

  it.each([
    [
      'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c]',
      /aliases/,
    ],
    ['rules: {a/b: {met: &a {all: [*a]}, partial: x}}', /An alias stands within what it names/],
    ['a: &a [*a]', /An alias stands within what it names/],
    [`a: &a [${'1,'.repeat(20_000)}1]\nb: [${'*a,'.repeat(40)}*a]`, /more than 300,000 values|aliases/],
  ])('with aliases made to expand or to bite their tail is told so: %#', (text, message) => {
    expect(told(text)).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ['id: acme\ntitle: "x', '2:10', /quote|closing/i],
    ['id: a\n---\ntitle: b\n', '2:1', /second document/],
    ['base: &b {id: a}\nloop:\n  <<: *b\n', '3:3', /Merge keys \(<<\) are not read/],
    ['id: !!js/function "function () {}"\n', '1:5', /The tag !!js\/function is not read/],
    ['id: !<tag:evil,2000:x> a\n', '1:5', /The tag !<tag:evil,2000:x> is not read/],
    ['__proto__: {polluted: true}\n', '1:1', /may not be named "__proto__"/],
    ['concepts:\n  __proto__: [x]\n', '2:3', /may not be named "__proto__"/],
    ['id: ac\u200bme\n', '1:7', /U\+200B \(zero-width space\) cannot be seen, in "id: ac<U\+200B>me/],
    ['id: a\ntitle: Good \u202eeman\n', '2:13', /U\+202E \(right-to-left override\)/],
    ['id: a\n# a comment \u2066 that lies\n', '2:13', /U\+2066 \(left-to-right isolate\)/],
    ['id: a\ntitle: "Good \\u202e name"\n', '2:8', /U\+202E \(right-to-left override\)/],
    ['id: acme\u200d\n', '1:9', /U\+200D \(zero-width joiner\)/],
    ['id: caf\ufffd\n', '1:8', /U\+FFFD .*Save the file as UTF-8/],
    ['i\0d\0:\0 \0a\0', '1:2', /no UTF-8 text/],
    ['- a\n- b\n', '1:1', /Expected keys of a pack/],
    ['just words', '1:1', /Expected keys of a pack/],
  ])('%j is told at %s', (text, place, message) => {
    const [first] = told(text);
    expect(first).toMatch(message);
    expect(first?.split(' ')[0]).toBe(place);
  });

  it('changes nothing of what every object has', () => {
    read('__proto__: {polluted: true}\nconcepts: {__proto__: [x], constructor: [y]}\n');
    expect(({} as Readonly<Record<string, unknown>>).polluted).toBeUndefined();
  });

  it('may have a byte-order mark, Windows line ends, emoji and scripts that need joiners', () => {
    const title =
      'a \u{1f469}\u200d\u{1f4bb} \u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645';
    const text = JSON.stringify({ ...acme, title }, undefined, 1).replaceAll('\n', '\r\n');
    const { pack, problems } = read(`\ufeff${text}`);
    expect(problems).toEqual([]);
    expect(pack?.title).toBe(title);
  });

  it('of a megabyte in one name is told in short sentences', () => {
    const long = 'a'.repeat(900_000);
    for (const text of [`id: ${long}`, `${long}: 1`, `concepts: {${long}: [{}]}`, `rules: {"${long}": 5}`]) {
      const problems = told(text);
      expect(problems.length).toBeGreaterThan(0);
      expect(Math.max(...problems.map(({ length }) => length))).toBeLessThan(600);
    }
  });

  it('has a bound on all files together', () => {
    const files = Array.from({ length: 6 }, () => `# ${'x'.repeat(900_000)}\n`);
    expect(read(...files).problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('larger than 4 MB together'),
      expect.stringContaining('larger than 4 MB together'),
    ]);
  });
});

describe('several files of a pack', () => {
  it.each(['', '\n', '# only a comment\n', 'signals:\n', 'signals: ~\nconcepts:\n', '---\n'])(
    'may have one that gives nothing yet: %j',
    (empty) => {
      for (const files of [
        [working(), empty],
        [empty, working()],
      ]) {
        const { pack, problems } = read(...files);
        expect(problems).toEqual([]);
        expect(pack?.signals).toEqual(acme.signals);
      }
    },
  );

  it('that give nothing at all are told how to begin', () => {
    expect(read('').problems).toEqual([
      { file: '0.yaml', line: 1, column: 1, message: expect.stringContaining('Begin with "id:"') },
    ]);
    expect(read().pack).toBeUndefined();
  });

  it('of which one cannot be read are not told that its keys are missing', () => {
    const { id, ...rest } = acme;
    const { problems } = read(JSON.stringify(rest), `id: "${id}\n`);
    expect(problems.map(({ file }) => file)).toEqual(['1.yaml']);
  });

  it('are told of what really is missing', () => {
    const { levels: _, ...rest } = acme;
    expect(told(JSON.stringify(rest))).toEqual([expect.stringMatching(/^1:1 levels: /)]);
  });
});

describe('an id given twice', () => {
  const [design, feed] = acme.rubrics ?? [];
  if (!design || !feed) throw new Error('the fixture has two rubrics');
  const [level] = acme.levels;
  if (!level) throw new Error('the fixture has levels');
  const card = {
    id: 'one',
    kind: 'true-false',
    skill: 'x',
    topic: 'x',
    prompt: 'x',
    explanation: 'x',
    source: 'x',
    answer: true,
  } as const;
  it.each<readonly [string, Partial<Pack>, string]>([
    ['rubric', { rubrics: [design, feed, design] }, 'rubrics.2.id'],
    [
      'criterion',
      { rubrics: [{ ...design, criteria: [...design.criteria, ...design.criteria.slice(0, 1)] }, feed] },
      'rubrics.0.criteria.3.id',
    ],
    [
      'criterion or pitfall',
      {
        rubrics: [
          {
            ...design,
            pitfalls: [
              ...(design.pitfalls ?? []),
              { ...(design.pitfalls?.[0] as never as object), id: 'scope' } as never,
            ],
          },
          feed,
        ],
      },
      'rubrics.0.pitfalls.2.id',
    ],
    ['question', { questions: [...(acme.questions ?? []), ...(acme.questions ?? [])] }, 'questions.1.id'],
    ['level', { levels: [...acme.levels, { ...level, id: 'e1' }] }, 'levels.3.id'],
    ['card', { cards: [card, { ...card, prompt: 'y' }] }, 'cards.1.id'],
  ])('%s', (what, change, path) => {
    const { pack, problems } = read(working(change));
    expect(pack).toBeUndefined();
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(`^${path}: Another ${what} is already named`),
    ]);
  });

  it('concept, in another file', () => {
    expect(read(working(), 'concepts: {scope: [limit]}').problems).toEqual([
      { file: '1.yaml', line: 1, column: 12, message: '"scope" is already defined in another file.' },
    ]);
  });
});

describe('concepts made to hurt', () => {
  const compile = (concepts: Parameters<typeof compileEvidence>[0]['concepts'], signals = {}) =>
    compileEvidence({ concepts, signals, rules: {} });
  const messages = (...given: Parameters<typeof compile>) =>
    compile(...given).problems.map(({ path, message }) => `${path.join('.')} ${message}`);

  it('that explode by braces name the phrase', () => {
    expect(messages({ boom: ['{a,b}'.repeat(200)] })).toEqual([
      expect.stringMatching(/^concepts\.boom "\{a,b\}.*" expands to more than 4,000 phrases/),
    ]);
  });

  it('that explode together name the concept at which it is too much, and those before it work', () => {
    const phrase = '{a,b,c,d,e,f,g}'.repeat(4);
    const concepts = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`c${index}`, [`x${index} ${phrase}`]]),
    );
    const { evidence, problems } = compile(concepts);
    expect(problems).toEqual([
      {
        path: ['concepts', 'c416'],
        message: expect.stringMatching(/^With "c416", the phrases .* more than 2,000,000/),
      },
    ]);
    expect(evidence.vocabulary.read(tokenise('x1 abcd'))).toHaveLength(1);
  });

  it('of thousands, each a family of all, have a bound that names one', () => {
    const names = Array.from({ length: 1_500 }, (_, index) => `c${index}`);
    const concepts = Object.fromEntries(
      names.map((name, index) => [name, { phrases: [name], oneOf: names.slice(0, index) }]),
    );
    expect(messages({ ...concepts, c0: ['c0'] })).toEqual([
      expect.stringMatching(/^concepts\.c\d+\.oneOf With "c\d+", the families/),
    ]);
  });

  it('that all have the same phrase find it so often and no more', () => {
    const concepts = Object.fromEntries(Array.from({ length: 3_000 }, (_, index) => [`c${index}`, ['same']]));
    const { evidence, problems } = compile(concepts);
    expect(evidence.vocabulary.read(tokenise('the same'))).toHaveLength(100);
    expect(problems[0]?.message).toMatch(/More than 100 concepts have a phrase of "same"/);
  });

  it('whose phrases match each other in every way are read in so many steps', () => {
    const { evidence } = compile({ a: [`${'{=a,a} '.repeat(11)}b`] });
    let steps = 0;
    const tokens = tokenise('a '.repeat(200));
    const counted = {
      ...tokens,
      stem: new Proxy(tokens.stem, {
        get: (list, key) => {
          steps++;
          return Reflect.get(list, key);
        },
      }),
    };
    evidence.vocabulary.read(counted);
    expect(steps).toBeLessThan(200 * 1_100);
  });

  it('named by more terms than memory is for are left out, and the signal is named', () => {
    const names = Array.from({ length: 8_000 }, (_, index) => `c${index}`);
    const concepts = Object.fromEntries(names.map((name) => [name, [name]]));
    const signals = Object.fromEntries(
      names.slice(0, 40).map((name, index) => [name, { any: names.slice(index * 190, index * 190 + 190) }]),
    );
    expect(messages(concepts, signals)).toEqual([
      expect.stringMatching(/^signals\.c32 With "c32", there are more concepts and terms/),
    ]);
    expect(messages({ a: ['a'] }, { one: { any: names } })).toEqual([
      expect.stringMatching(/A pattern of "one" names more than 2,000/),
    ]);
  });

  it('that thousands of terms misspell are told so in a list that ends', () => {
    const signals = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, index) => [`s${index}`, { any: [`unknown-${index}`] }]),
    );
    expect(messages({ a: ['a'] }, signals).length).toBeLessThan(600);
  });
});

describe('packs that extend each other', () => {
  const pack = (id: string, bases: readonly string[]): Pack => ({
    ...acme,
    id,
    company: id,
    extends: [...bases],
    rubrics: [],
    questions: [],
    rules: {},
    signals: {},
    concepts: {},
    composition: undefined,
  });

  it('in a circle are told so, each at its own place, and the others work', () => {
    const library = makeLibrary([acme, pack('a', ['b']), pack('b', ['acme-engineer', 'a'])]);
    expect(library.problems.map(({ pack: of, path, message }) => `${of} ${path.join('.')} ${message}`)).toEqual([
      'a extends.0 "a" and "b" extend each other.',
      'b extends.1 "b" and "a" extend each other.',
    ]);
    expect(library.lens('acme-engineer')).toBeDefined();
  });

  it('in diamonds forty high are each met once', () => {
    const rungs = Array.from({ length: 40 }, (_, index) => [
      pack(`l${index}`, index === 0 ? ['acme-engineer'] : [`l${index - 1}`, `r${index - 1}`]),
      pack(`r${index}`, index === 0 ? ['acme-engineer'] : [`l${index - 1}`, `r${index - 1}`]),
    ]).flat();
    const library = makeLibrary([acme, ...rungs]);
    expect(library.lineage('l39')).toHaveLength(80);
    expect(library.lens('l39')?.rubrics.has('feed')).toBe(true);
  });

  it('have a problem of their base told once, of the base', () => {
    const broken = { ...acme, signals: { ...acme.signals, hype: { any: ['hipe'] } } };
    const library = makeLibrary([broken, pack('one', ['acme-engineer']), pack('two', ['one'])]);
    expect(library.problems.map(({ pack: of, path }) => `${of} ${path.join('.')}`)).toEqual([
      'acme-engineer signals.hype.any.0',
    ]);
    expect(library.problemsOf('two')).toEqual([]);
  });

  it('have their problems told without anyone having asked for a lens', () => {
    expect(makeLibrary([pack('one', ['acme-enginer'])]).problems.map(({ message }) => message)).toContain(
      'No pack is named "acme-enginer".',
    );
  });

  it('may not give a rubric of a base another meaning', () => {
    const taken: Pack = { ...pack('one', ['acme-engineer']), rubrics: (acme.rubrics ?? []).slice(0, 1) };
    expect(makeLibrary([acme, taken]).problems.map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual([
      expect.stringMatching(/^rubrics\.0\.id The pack "acme-engineer" already has the rubric "design"/),
    ]);
  });
});

describe('names that every object has', () => {
  it('are names like any other in every part of a pack', () => {
    const text = working({
      concepts: { ...acme.concepts, constructor: ['constructor'], valueof: ['x'] },
      signals: { ...acme.signals, tostring: { any: ['constructor'] }, constructor: { any: ['valueof'] } },
      facts: [{ id: 'constructor', about: 'company', text: 'x', source: 'tostring', state: 'claimed' }],
      sources: [{ id: 'tostring', title: 'x', publisher: 'x', date: 'undated', kind: 'own' }],
    });
    const { pack, problems } = read(text);
    expect(problems).toEqual([]);
    const library = makeLibrary(pack ? [pack] : []);
    expect(library.problems).toEqual([]);
    expect(library.lens('constructor')).toBeUndefined();
    expect(library.question('constructor')).toEqual([]);
  });
});
