import { describe, expect, it } from 'vitest';
import { dismissFix, frameFix, hintsOf, reasonText, reviewAnswer } from '../../src/review/index.ts';
import { readAnswer } from '../../src/text/index.ts';
import { reviewed, statuses, targetOf } from './fixture.ts';

const strong =
  '## Requirements\n\nThe scope is reads. Writes are in scope too.\n\n## Ranking\n\nWe rank twice. A second rank follows.\n\nOne trade-off is memory. Another trade-off is lag.\n';

describe('a review', () => {
  it('gives each criterion a status with the words that earned it', () => {
    const { review, text } = reviewed(strong);
    expect(statuses(review)).toEqual({
      'design/scope': 'met',
      'design/tradeoff': 'met',
      'design/evolution': 'missing',
      'feed/ranking': 'met',
    });
    const scope = review.criteria.find(({ criterion }) => criterion.ref === 'design/scope');
    expect(scope?.evidence.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The scope is reads.',
      'Writes are in scope too.',
    ]);
  });

  it('anchors what is missing where it belongs, else at the top', () => {
    const { review, text } = reviewed('# My feed\n\n## Requirements\n\nNothing yet.\n');
    const at = (ref: string): string => {
      const anchor = review.criteria.find(({ criterion }) => criterion.ref === ref)?.anchor;
      return anchor ? text.slice(anchor.start, anchor.end) : '';
    };
    expect(at('design/scope')).toBe('## Requirements');
    expect(at('design/tradeoff')).toBe('# My feed');
  });

  it('expects no more than the target level does', () => {
    const expected = (level: string): readonly string[] =>
      reviewed(strong, level)
        .review.criteria.filter((one) => one.expected)
        .map(({ criterion }) => criterion.id);
    expect(expected('E1')).toEqual(['scope', 'ranking']);
    expect(expected('E3')).toEqual(['scope', 'tradeoff', 'evolution', 'ranking']);
  });

  it('puts the weakest dimension first', () => {
    expect(reviewed('The scope is reads. Writes are in scope.').review.dimensions.map(({ id }) => id)).toEqual([
      'depth',
      'framing',
    ]);
  });

  it('reads hire signal and level as ranges that hold their point, with reasons', () => {
    const { review } = reviewed('The scope is reads. Writes are in scope. We rank once. One trade-off is memory.');
    const order = ['strong-no', 'lean-no', 'lean-yes', 'strong-yes'];
    expect(order.indexOf(review.hire.low)).toBeLessThanOrEqual(order.indexOf(review.hire.signal));
    expect(order.indexOf(review.hire.high)).toBeGreaterThanOrEqual(order.indexOf(review.hire.signal));
    expect(review.hire.reasons.map(reasonText)[0]).toBe('1 of the 3 criteria expected at this level are met.');
    expect(review.level.reasons.map(reasonText).at(-1)).toBe('What would move this to staff: evolution.');
  });

  it('is held by a gate and says so', () => {
    const { review } = reviewed(
      'We rank twice. A second rank follows. One trade-off is memory. Another trade-off is lag.',
    );
    expect(review.hire.signal).toBe('lean-no');
    expect(review.hire.reasons.map(reasonText).at(-1)).toContain('scope is missing, which holds the signal at lean-no');
  });

  it('gives the same bytes for the same text', () => {
    const bytes = (): string => JSON.stringify({ ...reviewed(strong).review, target: undefined });
    expect(bytes()).toBe(bytes());
  });

  it('gives the question, the rubric and an unfilled frame no credit', () => {
    const pasted =
      'How would you scope and rank the feed of Acme?\n\nThe scope is said at length.\n\nThe scope is [what it is].\n';
    expect(statuses(reviewed(pasted).review)['design/scope']).toBe('missing');
  });

  it('is missing for a text that says nothing', () => {
    for (const body of ['', '\n\n', '# Title\n', '<!-- scope scope -->']) {
      expect(new Set(Object.values(statuses(reviewed(body).review)))).toEqual(new Set(['missing']));
    }
  });
});

describe('hints', () => {
  it('are a handful: pitfalls first, then what every level needs', () => {
    const { review } = reviewed('# Feed\n\nAn amazing feed.\n', 'E3');
    expect(
      hintsOf(review, { finished: false, most: 2 })
        .map(({ code, kind }) => [code, kind])
        .sort(),
    ).toEqual([
      ['design/hype', 'pitfall'],
      ['design/scope', 'missing'],
    ]);
  });

  it('leave room for what is missing, however many pitfalls there are', () => {
    const { review } = reviewed('# Feed\n\nAn amazing feed stands here.\n', 'E3');
    const kinds = hintsOf(review, { finished: true, most: 3 }).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'pitfall')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'missing')).toHaveLength(1);
    expect(hintsOf(review, { finished: true, most: 1 }).map(({ code }) => code)).toEqual(['design/hype']);
  });

  it('hold a pitfall of absence back until the text is finished', () => {
    const { review } = reviewed('Six words stand here and there.');
    const codes = (finished: boolean): readonly string[] =>
      hintsOf(review, { finished, most: 9 }).map(({ code }) => code);
    expect(codes(false)).not.toContain('design/silence');
    expect(codes(true)).toContain('design/silence');
  });

  it('stay away for what is met, and for what is above the level', () => {
    const { review } = reviewed(strong, 'E2');
    expect(hintsOf(review, { finished: true, most: 9 })).toEqual([]);
  });

  it('end where they are dismissed, for a file, a section or the next block, and stay listed', () => {
    const dismissed = (body: string, extra = ''): readonly (string | undefined)[] =>
      reviewed(body, 'E2', extra)
        .review.pitfalls.filter(({ pitfall }) => pitfall.id === 'hype')
        .map((one) => one.dismissed);
    const amazing = 'An amazing feed.\n';
    expect(dismissed(amazing)).toEqual([undefined]);
    expect(dismissed(amazing, 'dismiss: {design/hype: it is a quotation}\n')).toEqual(['it is a quotation']);
    expect(dismissed(amazing, 'dismiss: [design/hype]\n')).toEqual(['']);
    expect(dismissed(`<!-- rubricate-dismiss design/hype: their slogan -->\n\n${amazing}`)).toEqual(['their slogan']);
    expect(dismissed(`<!-- rubricate-dismiss design/hype: no -->\n\nText.\n\n${amazing}`)).toEqual([undefined]);
    expect(dismissed(`# A\n\n<!-- rubricate-dismiss-section design/hype: ok -->\n\nText.\n\n${amazing}`)).toEqual([
      'ok',
    ]);
    expect(dismissed(`# A\n\n<!-- rubricate-dismiss-section design/hype: ok -->\n\n# B\n\n${amazing}`)).toEqual([
      undefined,
    ]);
    expect(dismissed(`${amazing}\n# B\n\n<!-- rubricate-dismiss-file design/hype: all -->\n`)).toEqual(['all']);
    const { review } = reviewed(amazing, 'E2', 'dismiss: [design/hype]\n');
    expect(review.pitfalls.find(({ pitfall }) => pitfall.id === 'hype')?.present).toBe(true);
    expect(hintsOf(review, { finished: true, most: 9 }).map(({ code }) => code)).not.toContain('design/hype');
  });
});

describe('fixes', () => {
  it('insert the missing sentence at the end of its section, as a snippet', () => {
    const { answer, review, text } = reviewed('## Requirements\n\nNothing yet.\n\n## Ranking\n\nNothing.\n');
    const fix = frameFix(answer, review, 'design/scope');
    expect(fix?.snippet).toBe('\n\nThe scope is ${1:[what it is]}.');
    expect(text.slice(0, fix?.change.start)).toMatch(/Nothing yet\.$/);
  });

  it('bring a heading along where the section is not there, in the text’s own line endings', () => {
    const { text } = reviewed('Nothing yet.\n');
    const crlf = readAnswer(text.replaceAll('\n', '\r\n'));
    const fix = frameFix(crlf, reviewAnswer(crlf, targetOf(text)), 'design/tradeoff');
    expect(fix?.snippet).toContain('## Trade-offs\r\n\r\n');
  });

  it('do not slip it into the introduction where no section fits', () => {
    const { answer, review } = reviewed('# Feed\n\nIntro.\n\n## Other\n\nText.\n');
    const fix = frameFix(answer, review, 'design/tradeoff');
    expect(fix?.change.start).toBe(answer.text.trimEnd().length);
    expect(fix?.snippet).toContain('## Trade-offs');
  });

  it('do what they say: the sentence filled in earns, left unfilled it does not', () => {
    const { answer, review } = reviewed('## Requirements\n\nThe scope is reads.\n');
    const fix = frameFix(answer, review, 'design/scope');
    if (!fix) throw new Error('no fix');
    const unfilled = answer.edit([fix.change]);
    expect(statuses(reviewAnswer(unfilled, review.target))['design/scope']).toBe('partial');
    const filled = answer.edit([
      { ...fix.change, insert: fix.change.insert.replace('[what it is]', 'reads and writes') },
    ]);
    expect(statuses(reviewAnswer(filled, review.target))['design/scope']).toBe('met');
  });

  it('dismiss a hint with a reason that cannot break out of its comment', () => {
    const { answer, review } = reviewed('# Feed\n\nAn amazing feed.\n');
    const pitfall = review.pitfalls.find(({ present }) => present);
    if (!pitfall) throw new Error('no pitfall');
    const fix = dismissFix(answer, pitfall.pitfall.ref, pitfall.anchor, 'their --> slogan\n<b>');
    const edited = answer.edit([fix.change]);
    const after = reviewAnswer(edited, review.target).pitfalls.find(({ pitfall: { id } }) => id === 'hype');
    expect(after?.dismissed).toMatch(/^their\s+slogan/);
  });
});
