import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hireSignals } from '../src/model/index.ts';
import {
  type AttemptRecorded,
  attemptOf,
  type Debrief,
  type DebriefFacts,
  debriefHtml,
  debriefMarkdown,
  debriefOf,
  debriefPage,
  englishWords,
  sideBySide,
} from '../src/practice/index.ts';
import { reviewed } from './review/fixture.ts';

const weak = `# Feed

## Scope

The scope is the home feed.

We rank the feed with an amazing model. 2 x 3 = 7.
`;
const better = `# Feed

## Scope

The scope is the home feed. Ads are out of scope.

We rank the feed by taste. When asked, we rank it again. The trade-off is freshness.
`;

const recorded = (body: string, day: number, level = 'E2'): AttemptRecorded => {
  const { review, text } = reviewed(body, level);
  const at = `2026-11-${String(day).padStart(2, '0')}T09:00:00.000Z`;
  const event = attemptOf(review, { id: `0000000${day}`, at, writer: 'cafe', text });
  if (!event) throw new Error('The fixture answers no question.');
  return event;
};

const debriefed = (body: string, facts: Partial<DebriefFacts> = {}, level = 'E2'): Debrief => {
  const { review, text } = reviewed(body, level);
  return debriefOf({ review, text, ...facts });
};

const html = (debrief: Debrief): string => debriefHtml(debriefPage(debrief, englishWords), englishWords);
const markdown = (debrief: Debrief): string => debriefMarkdown(debriefPage(debrief, englishWords));

describe('debriefOf', () => {
  it('puts the weakest dimension and what is open first, each with the words it rests on', () => {
    const { review, text } = reviewed(better);
    const { dimensions } = debriefOf({ review, text });
    const share = ({ met, partial, total }: Debrief['dimensions'][number]): number => (met + partial / 2) / total;
    expect(dimensions.map(share)).toEqual([...dimensions.map(share)].sort((a, b) => a - b));
    expect(dimensions.map(({ id }) => id)).toEqual(['depth', 'framing']);
    const quotes = dimensions.flatMap(({ criteria }) => criteria.flatMap((one) => one.quotes));
    expect(quotes.length).toBeGreaterThan(2);
    for (const quote of quotes) expect(text.slice(quote.start, quote.end).replace(/\s+/g, ' ').trim()).toBe(quote.text);
    expect(dimensions[0]?.criteria.map(({ status }) => status)).toEqual(['partial', 'met']);
    expect(dimensions[0]?.criteria[0]?.advice).toBe('said');
  });

  it('says which pitfalls stand and which numbers do not hold', () => {
    const { faults } = debriefed(weak);
    expect(faults.map(({ kind, ref }) => [kind, ref])).toEqual([
      ['pitfall', 'design/hype'],
      ['number', 'numbers/arithmetic'],
    ]);
    expect(faults[0]?.quotes[0]?.text).toContain('amazing');
    expect(faults[1]?.quotes[0]?.text).toBe('7');
    expect(faults[1]?.advice).toContain('6');
  });

  it('tells the risk of a lower level by the range of the reading, and how near the bar is', () => {
    const twice = (word: string): string => `The ${word} is here. The ${word} is there.`;
    const all = ['scope', 'trade-off', 'evolve', 'rank'].map(twice).join('\n\n');
    expect(debriefed(all).downlevel).toMatchObject({ risk: 'none', aimed: 'senior', short: [] });
    // One of two in full and the other not at all: half of what mid asks for; senior shown in part is half only as read kindly.
    const part = `${twice('scope')}\n\nThe trade-off is here.`;
    expect(debriefed(part).downlevel).toMatchObject({ risk: 'possible', to: 'mid', short: [] });
    expect(debriefed('Nothing of it is said in this text at all, so far.').downlevel).toMatchObject({
      risk: 'expected',
      to: 'below',
      short: [
        { bar: 'mid', earned: 0, asked: 0.5 },
        { bar: 'senior', earned: 0, asked: 0.5 },
      ],
    });
  });

  it('names the cheapest edits once, with what to write', () => {
    const { next, reading } = debriefed(weak, {}, 'E1');
    expect(next).toMatchObject({ bar: 'senior' });
    for (const { advice } of next?.edits ?? []) expect(advice).not.toBe('');
    expect(reading.reasons.map(({ code }) => code)).not.toContain('next-bar');
    expect(markdown(debriefed(weak))).toContain('## Cheapest edits to the next bar');
  });

  it('compares a text that is not recorded with the last attempt at its level', () => {
    const attempts = [recorded(weak, 1), recorded(weak, 2, 'E3')];
    const { change, points, at } = debriefed(better, { attempts });
    expect(at).toBeUndefined();
    expect(change).toMatchObject({ since: '2026-11-01T09:00:00.000Z', otherLevel: undefined, trend: 'up' });
    expect(change?.gained.map(({ ref, from, to }) => [ref, from, to])).toContainEqual([
      'design/tradeoff',
      'missing',
      'partial',
    ]);
    expect(change?.lost).toEqual([]);
    expect(change?.pitfallsGone.map(({ title }) => title)).toEqual(['Hype']);
    expect(points.map((point) => point.at.slice(8, 10))).toEqual(['01', '02', '']);
  });

  it('takes a text that was recorded last as that attempt, and compares it with those before', () => {
    const attempts = [recorded(weak, 1), recorded(better, 3)];
    const { at, change, points } = debriefed(better, { attempts });
    expect(at).toBe('2026-11-03T09:00:00.000Z');
    expect(change?.since).toBe('2026-11-01T09:00:00.000Z');
    expect(points).toHaveLength(2);
    expect(debriefed(weak, { attempts: attempts.slice(0, 1) }).change).toBeUndefined();
  });

  it('leaves later attempts out of the report of an old one', () => {
    const attempts = [recorded(weak, 1), recorded(better, 3), recorded(weak, 5)];
    const old = debriefed(better, { attempts, attempt: attempts[1] });
    expect(old.points.map((point) => point.at.slice(8, 10))).toEqual(['01', '03']);
    expect(old.formerly).toBeUndefined();
  });

  it('says so when the same text was judged otherwise at the time', () => {
    const attempt = recorded(better, 3);
    const signal = hireSignals.find((one) => one !== attempt.review.hire.signal) ?? 'strong-no';
    const other = { ...attempt, review: { ...attempt.review, hire: { ...attempt.review.hire, signal } } };
    expect(debriefed(better, { attempts: [other], attempt: other }).formerly?.signal).toBe(signal);
    expect(markdown(debriefed(better, { attempts: [other], attempt: other }))).toContain(
      'When it was recorded it came to',
    );
  });

  it('says only that the bars differ where no attempt was at this level', () => {
    const { change } = debriefed(better, { attempts: [recorded(weak, 2, 'E3')] });
    expect(change).toMatchObject({ otherLevel: 'E3', trend: 'none' });
    const page = markdown(debriefed(better, { attempts: [recorded(weak, 2, 'E3')] }));
    expect(page).toContain('was aimed at E3, so it was held to another bar.');
    expect(page).not.toMatch(/^- Hire signal: .*before/m);
  });

  it('sets two attempts side by side', () => {
    const rows = sideBySide(recorded(weak, 1), recorded(better, 2));
    expect(rows).toContainEqual({ ref: 'design/scope', earlier: 'partial', later: 'met' });
    expect(rows.at(-1)).toEqual({ ref: 'design/hype', earlier: 'present', later: 'absent' });
    const unlike = { ...recorded(weak, 1), review: { ...recorded(weak, 1).review, criteria: [] } };
    expect(sideBySide(unlike, recorded(better, 2))[0]).toEqual({
      ref: 'design/scope',
      earlier: undefined,
      later: 'met',
    });
  });
});

describe('the report', () => {
  /** Recorded on the third day, with the times of a mock interview. */
  const full = (): Debrief => {
    const sections = [
      { heading: '', seconds: 30 },
      { heading: 'Scope', seconds: 300 },
      { heading: 'Plan', seconds: 600 },
    ];
    const timed = { ...recorded(better, 3), times: { allowed: 2700, used: 930, sections } };
    return debriefed(better, { attempts: [recorded(weak, 1), recorded(weak, 2, 'E3'), timed] });
  };

  it('reads as it always did', async () => {
    await expect(markdown(full())).toMatchFileSnapshot('golden/debrief.md');
    await expect(html(full())).toMatchFileSnapshot('golden/debrief.html');
  });

  it('needs nothing from outside and runs nothing', () => {
    const page = html(full());
    expect(page).toContain('content="default-src &#39;none&#39;');
    expect(page).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|url\(|@import|javascript:/i);
    expect([...page.matchAll(/\b(?:href|src)=/g)]).toEqual([]);
    expect([...page.matchAll(/https?:\/\/[^"<\s]*/g)].map(([address]) => address)).toEqual([
      'http://www.w3.org/2000/svg',
    ]);
  });

  it('gives the picture a title, a description and a table that says the same', () => {
    const page = html(full());
    expect(page).toMatch(/<svg [^>]*role="img" aria-labelledby="trend-title trend-about"/);
    expect(page).toContain('<title id="trend-title">Hire signal over 3 attempts</title>');
    expect([...page.matchAll(/<circle/g)]).toHaveLength(3);
    expect([
      ...(page.split('<caption>Attempts</caption>')[1]?.split('</table>')[0] ?? '').matchAll(/<tr>/g),
    ]).toHaveLength(4);
    expect(html(debriefed(better))).not.toContain('<svg');
  });

  it('makes buttons of quotes for a window, and lets nothing run that lacks its nonce', () => {
    const host = { nonce: 'abc123', script: 'listen()', style: ':root { --text: red; }' };
    const page = debriefHtml(debriefPage(full(), englishWords), englishWords, host);
    expect(page).toContain('script-src &#39;nonce-abc123&#39;');
    expect(page).not.toContain('unsafe-inline');
    expect(page).toMatch(/<button type="button" data-start="\d+" data-end="\d+">/);
    expect(page).toContain('<script nonce="abc123">listen()</script>');
    expect(page).not.toContain(' style="');
  });

  const tags = (page: string): string => [...page.matchAll(/<[^>]*>?/g)].map(([tag]) => tag).join('');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<script>alert(1)</script>',
      '</title><img src=x onerror=y>',
      '"><b',
      "' onclick='",
      '<!--',
      ']]>',
      '&lt;',
      '{0}{1}',
    ),
    fc
      .array(fc.constantFrom('<', '>', '&', '"', "'", '/', 'b', '-', '!'), { maxLength: 12 })
      .map((parts) => parts.join('')),
  );
  /** Puts a text into every place of a debrief that holds somebody's words. */
  const spoken = (debrief: Debrief, words: string): Debrief => ({
    ...debrief,
    subject: words,
    pack: words,
    level: words,
    hire: { ...debrief.hire, reasons: [{ code: 'gate-stands', title: words, atMost: 'lean-no' }] },
    reading: { ...debrief.reading, reasons: [{ code: 'missing', titles: [words], more: 0 }] },
    next: debrief.next && {
      ...debrief.next,
      edits: debrief.next.edits.map((edit) => ({ ...edit, title: words, advice: `x${words}` })),
    },
    dimensions: debrief.dimensions.map((one) => ({
      ...one,
      title: words,
      criteria: one.criteria.map((criterion) => ({
        ...criterion,
        title: words,
        advice: `x${words}`,
        dismissed: words,
        quotes: criterion.quotes.map((quote) => ({ ...quote, text: words })),
      })),
    })),
    faults: debrief.faults.map((fault) => ({ ...fault, title: words, advice: `x${words}`, dismissed: words })),
    change: debrief.change && {
      ...debrief.change,
      otherLevel: words,
      gained: debrief.change.gained.map((move) => ({ ...move, title: words })),
      pitfallsGone: [{ ref: 'x', title: words }],
    },
    points: debrief.points.map((point) => ({ ...point, level: words })),
    times: { used: 60, allowed: 60, sections: [{ heading: `x${words}`, seconds: 60 }] },
  });

  it('has the same mark-up whatever the answer or a pack says', () => {
    const plain = full();
    const wanted = tags(html(spoken(plain, 'word')));
    fc.assert(
      fc.property(text, (words) => {
        expect(tags(html(spoken(plain, words)))).toBe(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('lets no text of the answer become HTML or a link in Markdown', () => {
    const page = markdown(spoken(full(), '<img src=x> [a](b) https://evil.example *x*\n# y | z'));
    expect(page).not.toMatch(/(^|[^\\])[<[]/m);
    expect(page).not.toMatch(/https:\/\//);
    expect(page.match(/^# /gm)).toHaveLength(1);
  });
});
