import { describe, expect, it } from 'vitest';
import { readWorkspaceConfig } from '../src/model/index.ts';
import {
  daysBetween,
  fold,
  newTargetFile,
  noProgress,
  outlineOf,
  practiceTarget,
  withTarget,
} from '../src/practice/index.ts';
import { makeLibrary } from '../src/review/index.ts';
import { attempt, basePack, shopPack } from './practice-fixtures.ts';

const packs = [basePack, shopPack];
const at = (level: string, progress = noProgress) => outlineOf({ packs, target: { pack: shopPack, level }, progress });
const ids = (questions: readonly { readonly id: string }[]) => questions.map(({ id }) => id);

describe('the outline of a target', () => {
  it('has the rounds that are held at the level, with their questions', () => {
    expect(at('L5').rounds.map(({ round, questions }) => [round.id, ids(questions)])).toEqual([
      ['plan-1', ['shop/one']],
      ['plan-2', ['shop/two']],
      ['story', ['base/story']],
      ['talk', []],
    ]);
  });

  it('groups the questions of other rounds and those of no round', () => {
    expect(at('L4').rounds.map(({ round }) => round.id)).toEqual(['plan-1', 'story', 'talk']);
    expect(at('L4').groups.map(({ kind, pack, questions }) => [kind, pack?.id, ids(questions)])).toEqual([
      ['other-rounds', 'shop-baker', ['shop/two']],
      ['pack', 'base', ['base/plan']],
    ]);
  });

  it('says where a round is lent questions and where sources are silent', () => {
    const [first, , story, talk] = at('L5').rounds;
    expect(first?.borrowed).toBe(false);
    expect(story?.borrowed).toBe(true);
    expect(talk).toMatchObject({ borrowed: false, round: { silent: true } });
  });

  it('takes the most doubtful state that the facts of a round have', () => {
    expect(at('L5').rounds.map(({ claim }) => [claim.source?.id, claim.state])).toEqual([
      ['press', 'confirmed'],
      ['press', 'disputed'],
      ['press', 'claimed'],
      [undefined, undefined],
    ]);
  });

  it('shows what was attempted, the last one and where it goes', () => {
    const progress = fold([
      attempt({ id: 'aaaaaaa2', at: '2026-11-20T09:00:00Z', question: 'shop/one', signal: 'lean-yes' }),
      attempt({ id: 'aaaaaaa1', at: '2026-11-19T09:00:00Z', question: 'shop/one', signal: 'strong-no' }),
    ]);
    const [round] = at('L5', progress).rounds;
    expect(round?.attempted).toBe(1);
    expect(round?.questions[0]).toMatchObject({ trend: 'up', last: { id: 'aaaaaaa2' } });
  });

  it('loses no attempt, whatever became of its pack or of the target', () => {
    const progress = fold([attempt({ question: 'gone/long-ago' }), attempt({ id: '00000001', question: 'shop/one' })]);
    expect(at('L5', progress).groups.at(-1)).toMatchObject({
      kind: 'elsewhere',
      questions: [{ id: 'gone/long-ago', question: undefined }],
    });
    const { rounds, groups } = outlineOf({ packs, target: undefined, progress });
    expect(rounds).toEqual([]);
    expect(groups.map(({ kind, questions }) => [kind, ids(questions)])).toEqual([
      ['elsewhere', ['gone/long-ago', 'shop/one']],
    ]);
  });

  it('counts days by the calendar', () => {
    expect(daysBetween('2026-11-21', '2027-01-18')).toBe(58);
    expect(daysBetween('2026-11-21', '2026-11-21')).toBe(0);
    expect(daysBetween('2026-11-21', '2026-11-20')).toBe(-1);
  });
});

describe('a target file', () => {
  const target = { company: 'shop', role: 'baker', level: 'L5' };

  it('is changed with its comments and order kept', () => {
    const text = '# mine\nlevel: L4 # for now\ncompany: other\n\n# soon\ninterview: 2027-01-15\npacks: [own]\n';
    expect(withTarget(text, target)).toBe(
      '# mine\nlevel: L5 # for now\ncompany: shop\n\n# soon\ninterview: 2027-01-15\npacks: [own]\nrole: baker\n',
    );
  });

  it('is written where there is none, and to one with comments alone', () => {
    expect(withTarget('', target)).toBe(newTargetFile(target));
    expect(withTarget('# only this\n', target)).toBe(`# only this\n${newTargetFile(target)}`);
  });

  it('is completed where a key has no value or the last line no end', () => {
    expect(withTarget('company:\nrole: x', target)).toBe('company: shop\nrole: baker\nlevel: L5\n');
  });

  it('sets the date, the hours and the background where they are chosen, and else leaves them as they are', () => {
    const chosen = { ...target, interview: '2027-01-15', hoursAWeek: 8, background: 'miller' };
    expect(readWorkspaceConfig(newTargetFile(chosen))).toEqual({ config: chosen, problems: [] });
    const text = `company: other\ninterview: 2026-12-01 # so they say\nbackground: smith\n`;
    expect(withTarget(text, { ...chosen, background: undefined })).toBe(
      'company: shop\ninterview: 2027-01-15 # so they say\nbackground: smith\nrole: baker\nlevel: L5\nhoursAWeek: 8\n',
    );
  });

  it('loses a key that is no longer decided, and nothing else', () => {
    const text = '# mine\ncompany: other\ninterview: 2026-12-01 # so they say\nhoursAWeek: 5\nbackground: smith';
    expect(withTarget(text, { ...target, interview: null, hoursAWeek: null, background: null })).toBe(
      '# mine\ncompany: shop\n# so they say\nrole: baker\nlevel: L5\n',
    );
    expect(
      withTarget('company: other\r\ninterview: 2026-12-01\r\npacks: [own]\r\n', { ...target, interview: null }),
    ).toBe('company: shop\r\npacks: [own]\r\nrole: baker\nlevel: L5\n');
    expect(readWorkspaceConfig(newTargetFile({ ...target, interview: null })).config).toEqual(target);
  });

  it('is left alone where it is not understood', () => {
    expect(withTarget('company: [', target)).toBeUndefined();
    expect(withTarget('- a list\n', target)).toBeUndefined();
    expect(withTarget('{ company: other }\n', target)).toBeUndefined();
    expect(withTarget('company: [other]\n', target)).toBeUndefined();
  });
});

describe('the target of a workspace', () => {
  const library = makeLibrary(packs);
  const of = (config: Parameters<typeof practiceTarget>[0]) => {
    const reading = practiceTarget(config, library);
    return reading.ok
      ? `${reading.target.pack.id} ${reading.target.level.id}`
      : `${reading.reason.code} ${reading.reason.name}`;
  };

  it('is found by company, role and level, or by a bar', () => {
    expect(of({ company: 'shop', role: 'baker', level: 'l4' })).toBe('shop-baker L4');
    expect(of({ company: 'shop', level: 'senior' })).toBe('shop-baker L5');
    expect(of({ company: 'shop' })).toBe('shop-baker L5');
  });

  it('names what is not known rather than taking something else', () => {
    expect(of({})).toBe('not-set ');
    expect(of({ company: 'acme' })).toBe('unknown-company acme');
    expect(of({ company: 'shop', role: 'driver' })).toBe('unknown-role driver');
    expect(of({ company: 'shop', level: 'L9' })).toBe('unknown-level L9');
  });
});
