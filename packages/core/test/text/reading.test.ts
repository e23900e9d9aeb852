import { describe, expect, it } from 'vitest';
import { readAnswer, readFrontMatter, stemOf, tokenise } from '../../src/text/index.ts';
import { splitSentences } from '../../src/text/sentences.ts';

const units = (text: string): readonly string[] =>
  readAnswer(text).chunks.flatMap(({ chunk }) =>
    chunk.blocks.flatMap(({ analysis }) => analysis.units.map(({ start, end }) => analysis.text.slice(start, end))),
  );
const kinds = (text: string): readonly string[] =>
  readAnswer(text).chunks.flatMap(({ chunk }) =>
    chunk.blocks.map(({ analysis, depth }) => `${analysis.kind}${depth || ''}`),
  );

describe('sentences', () => {
  it.each<[string, readonly string[]]>([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    [
      'We use e.g. Redis, i.e. a cache, vs. a table. Then more.',
      ['We use e.g. Redis, i.e. a cache, vs. a table.', 'Then more.'],
    ],
    [
      'reads go to the cache. we fill it on a miss, approx. once a minute, incl. errors.',
      ['reads go to the cache.', 'we fill it on a miss, approx. once a minute, incl. errors.'],
    ],
    ['It takes 1.5 s at p99.9 today.', ['It takes 1.5 s at p99.9 today.']],
    ['He said "stop." Then he left.', ['He said "stop."', 'Then he left.']],
    [
      'Short title\nThen a sentence that goes on for a while.',
      ['Short title', 'Then a sentence that goes on for a while.'],
    ],
    [
      'a line that wraps in the middle of a sentence because it is long\nand goes on here.',
      ['a line that wraps in the middle of a sentence because it is long\nand goes on here.'],
    ],
    ['- First item. With two sentences.\n- Second', ['First item.', 'With two sentences.', 'Second']],
    ['| a | b |\n|---|---|\n| one. two. | three |', ['a | b', 'one. two. | three']],
    ['```\nGET /a\n\nPOST /b\n```', ['GET /a', 'POST /b']],
  ])('%j', (text, expected) => {
    expect(units(text)).toEqual(expected);
  });
});

describe('blocks', () => {
  it('are told apart by what they are', () => {
    expect(
      kinds('# H\n\np\n\n- a\n  - b\n\n> q\n\n<!-- c -->\n\n```\nx\n```\n\n| a |\n|---|\n| b |\n\n**Bold**\n'),
    ).toEqual(['heading', 'paragraph', 'item1', 'item2', 'quote', 'hidden', 'code', 'header', 'row', 'heading']);
  });

  it('survive what people and machines write', () => {
    for (const text of [
      '',
      '\n',
      '```\nnever closed',
      '---',
      '---\nnot: closed',
      '\ud83d',
      '\u0000\u0001',
      '> '.repeat(500),
      `${'- '.repeat(300)}deep`,
      '[['.repeat(2000),
      '*'.repeat(5000),
      '|'.repeat(3000),
    ]) {
      expect(() => readAnswer(text)).not.toThrow();
    }
  });

  it('read a text with carriage returns, lone or not, like one without', () => {
    const text = '# A\n\nOne two.\n\n- x\n- y\n';
    const words = (source: string): readonly string[] => units(source).map((unit) => unit.trim());
    expect(words(text.replaceAll('\n', '\r\n'))).toEqual(words(text));
    expect(words(text.replaceAll('\n', '\r'))).toEqual(words(text));
  });
});

describe('words', () => {
  it('have offsets into the text, through surrogates, zero-width and right-to-left characters', () => {
    const text = '😀 c\u200bache \u202eabc\u202c user\u2019s naïve';
    const tokens = tokenise(text);
    expect(tokens.word).toEqual(['cache', 'abc', 'user', 'naïve']);
    expect(tokens.start.map((start, index) => text.slice(start, tokens.end[index]))).toEqual([
      'c\u200bache',
      'abc',
      'user\u2019s',
      'naïve',
    ]);
  });

  it('are compared by stem, but for those with digits and short ones', () => {
    expect(stemOf('sharding')).toBe(stemOf('shards'));
    expect(stemOf('caching')).toBe(stemOf('caches'));
    for (const [one, other] of [
      ['custom', 'customer'],
      ['late', 'lateness'],
      ['product', 'production'],
      ['general', 'generate'],
      ['added', 'ads'],
    ] as const)
      expect(stemOf(one)).not.toBe(stemOf(other));
    expect(stemOf('customers')).toBe(stemOf('customer'));
    expect(stemOf('p99')).toBe('p99');
    expect(stemOf('is')).toBe('is');
  });
});

describe('front matter', () => {
  it('has its keys and values with their places, whatever else is in it', () => {
    const text = '\ufeff---\r\ntitle: "A: b"\r\nquestion: acme/feed # the one\r\ntags: [a, b]\r\n---\r\nBody';
    const front = readFrontMatter(text);
    expect(
      front?.entries.map(({ key, value, valueRange }) => [key, value, text.slice(valueRange.start, valueRange.end)]),
    ).toEqual([
      ['title', 'A: b', '"A: b"'],
      ['question', 'acme/feed', 'acme/feed'],
      ['tags', ['a', 'b'], '[a, b]'],
    ]);
    expect(text.slice(front?.range.end).trim()).toBe('Body');
  });

  it('is none in a text that merely starts with a rule, or never closes it', () => {
    expect(readFrontMatter('---\n\ntext\n')).toBeUndefined();
    expect(readFrontMatter('----\na: b\n----\n')).toBeUndefined();
  });

  it('reports what is not YAML with its place, and bounds what aliases expand to', () => {
    const broken = readFrontMatter('---\nquestion: [a\n---\n');
    expect(broken?.errors.length).toBeGreaterThan(0);
    const bomb = `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n---\n`;
    expect(readFrontMatter(bomb)?.entries.find(({ key }) => key === 'd')?.value).toBeNull();
  });
});

describe('a line that was broken to fit', () => {
  const sentences = (text: string): readonly string[] =>
    splitSentences(text).map(({ start, end }) => text.slice(start, end));

  it('does not end its sentence, wherever the sentence began in it', () => {
    const text = 'The index is rebuilt once a night on its own machines. Recall goes from\n0.93 to 0.98 then.';
    expect(sentences(text)).toHaveLength(2);
  });

  it('ends where it is short and the next begins anew', () => {
    expect(sentences('Short title\nThe text begins here.')).toEqual(['Short title', 'The text begins here.']);
  });

  it('lets a time end a sentence, and a title not', () => {
    expect(sentences('It answers in about 15 ms. That vector is the query.')).toHaveLength(2);
    expect(sentences('I asked Ms. Lee about it.')).toHaveLength(1);
  });
});
