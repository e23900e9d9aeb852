import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTranscript, reviewTranscript, spokenAttempt } from '@rubricate/core/labs/transcript';
import { type AttemptRecorded, debriefMarkdown, debriefOf, debriefPage, englishWords } from '@rubricate/core/practice';
import { makeLibrary } from '@rubricate/core/review';
import { readShippedPacks } from '@rubricate/packs/content';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Bench, makeBench, rubricate } from './bench.ts';

const example = readFileSync(join(import.meta.dirname, '../../../examples/labs/transcript/home-feed.vtt'), 'utf8');
const packs = readShippedPacks().filter(({ id }) => ['foundations', 'pinterest-software-engineer'].includes(id));

let bench: Bench;
beforeEach(() => {
  bench = makeBench();
  for (const pack of packs) writeFileSync(join(bench.packs, `${pack.id}.json`), JSON.stringify(pack));
  writeFileSync(join(bench.packs, 'index.json'), JSON.stringify(packs.map(({ id }) => id)));
  bench.write('rubricate.yaml', 'company: pinterest\nrole: software-engineer\nlevel: L5\n');
  bench.write('round.vtt', example);
  return () => bench.remove();
});

const transcript = (...args: readonly string[]) => rubricate(bench, ['transcript', 'round.vtt', ...args]);

describe('rubricate transcript', () => {
  it('prints figures, the hour, silences, decisions and the review, each with its time', async () => {
    const { code, out, error } = await transcript();
    expect([code, error]).toEqual([0, '']);
    expect(out).toMatch(/^round\.vtt\nPinterest home feed · Pinterest, software engineer · for L5 \(senior\)\n/);
    expect(out).toContain('Reviewed is what Sam says, who speaks most');
    expect(out).toMatch(/^Speaking rate +1\d\d words a minute/m);
    expect(out).toMatch(/^Silences over 4 seconds +\d /m);
    expect(out).toMatch(/^First clarifying question {2}0:27 /m);
    expect(out).toMatch(/^Sam +·*█/m);
    expect(out).toMatch(/^1 {2}Questions and scope +5:00 +1:20 +0:22 +\d+$/m);
    expect(out).toMatch(/^ +0:17 {4}5\.6 s {2}Questions and scope, Interviewer: “/m);
    expect(out).toMatch(/^✗ +\d:\d\d I'd go with HNSW in memory/m);
    expect(out).toMatch(/^✓ +0:41 Scope before solution$/m);
    expect((await transcript()).out).toBe(out);
  });

  it.each(['labs/spoken-practice.md', 'command.md'])('prints what docs/%s shows', async (name) => {
    bench.write('home-feed.vtt', example);
    const { out } = await rubricate(bench, ['transcript', 'home-feed.vtt']);
    const page = readFileSync(join(import.meta.dirname, '../../../docs', name), 'utf8');
    const shown = /^\$ rubricate transcript home-feed\.vtt\n([^`]*?)\n…\n```$/m.exec(page)?.[1];
    expect(shown).toBeDefined();
    expect(out.slice(0, shown?.length)).toBe(shown);
  });

  it.each([40, 60, 80, 120])('fits %i columns', async (columns) => {
    const { out } = await rubricate(bench, ['transcript', 'round.vtt'], { columns });
    for (const line of out.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(columns);
  });

  it('prints the same as JSON, with the lines of the file', async () => {
    const { out } = await transcript('--format', 'json');
    const report = JSON.parse(out);
    expect(report).toMatchObject({
      version: 1,
      path: 'round.vtt',
      timing: 'whole',
      candidate: { name: 'Sam', chosen: 'most' },
      question: 'pinterest/home-feed',
      level: 'L5',
      problems: [],
    });
    expect(report.speech.silences).toHaveLength(6);
    const { at, line, quote } = report.criteria.find(({ ref }: { ref: string }) => ref === 'system-design/scope')
      .evidence[0];
    expect(at).toBeGreaterThan(0);
    const caption = example.split('\n').slice(line - 1, line + 1);
    expect(caption[0]).toMatch(/-->/);
    expect(caption[1]).toContain(quote.split(' ').slice(0, 3).join(' '));
  });

  it('prints Markdown, and HTML that needs nothing else, with the picture', async () => {
    expect((await transcript('--format', 'md')).out).toMatch(/^# Spoken practice: Pinterest home feed\n/);
    const { out } = await transcript('--format', 'html');
    expect(out).toMatch(/^<!doctype html>/);
    expect(out).toContain('<title id="hour-title">The hour</title>');
    expect(out).not.toMatch(/<script|<button|src=|href=/);
  });

  it('reviews another speaker, at another level, by a rubric alone', async () => {
    const { out } = await transcript('--speaker', 'interviewer', '--rubric', 'system-design', '--level', 'L4');
    expect(out).toContain('Reviewed is what Interviewer says:');
    expect(out).toContain('for L4');
    expect(out).toContain('No question with a time budget is named');
  });

  it('says what to do about what it cannot take', async () => {
    bench.write('empty.vtt', 'WEBVTT\n');
    bench.write('plain.txt', 'We begin with the users.\n');
    const failed = async (...args: readonly string[]): Promise<string> => {
      const { code, error, out } = await rubricate(bench, ['transcript', ...args]);
      expect([code, out]).toEqual([2, '']);
      return error;
    };
    expect(await failed('gone.vtt')).toContain('There is no such file');
    expect(await failed('empty.vtt')).toContain('Nobody says anything in it');
    expect(await failed('plain.txt')).toContain('--question pinterest/home-feed');
    expect(await failed('round.vtt', '--speaker', 'Sma')).toContain('Did you mean "Sam"? There are: Sam, Interviewer.');
    expect(await failed('round.vtt', '--question', 'pinterest/home-fed')).toContain(
      'Did you mean "pinterest/home-feed"?',
    );
    expect(await failed('plain.txt', '--question', 'pinterest/home-feed', '--speaker', 'Sam')).toContain(
      'leave out --speaker',
    );
  });

  it('tells of broken captions with their place, and of what a plain transcript cannot show', async () => {
    bench.write('round.vtt', example.replace('00:00:02.000 -->', '00:00:xx -->'));
    expect((await transcript()).error).toBe(
      'round.vtt:7:1 This is no time such as 00:12:03.500; this caption was left out.\n',
    );
    bench.write(
      'round.vtt',
      'question: pinterest/home-feed\nSam: In scope is the feed.\nKim: Good.\nSam: We cache it.\n',
    );
    const { out, code } = await transcript();
    expect(code).toBe(0);
    expect(out).toMatch(/^Length +not known$/m);
    expect(out).toContain('It has no times');
  });

  it('judges what is said in time like what is written: the same text comes to the same', async () => {
    const report = JSON.parse((await transcript('--format', 'json')).out);
    const library = makeLibrary(packs);
    const reading = reviewTranscript(await readTranscript(example), library, { level: 'L5' });
    if (!reading.ok) throw new Error('not reviewed');
    bench.write('round.md', `---\nquestion: pinterest/home-feed\n---\n\n${reading.report.spoken.answer.text}`);
    const written = JSON.parse((await rubricate(bench, ['review', 'round.md', '--format', 'json'])).out);
    const statuses = (of: readonly { readonly status: string }[]) => of.map(({ status }) => status);
    expect(statuses(report.criteria)).toEqual(statuses(written.files[0].criteria));
  });
});

it('a spoken attempt keeps its figures, and its debrief shows them', async () => {
  const reading = reviewTranscript(await readTranscript(example), makeLibrary(packs), { level: 'L5' });
  if (!reading.ok) throw new Error('not reviewed');
  const { report } = reading;
  const attempt = spokenAttempt(report, { id: 'a1b2c3d4', at: '2026-11-21T09:00:00.000Z', writer: 'test' });
  expect(attempt).toMatchObject({
    question: 'pinterest/home-feed',
    spoken: { silences: 6, firstQuestion: 27, decisions: 5, reasoned: 2 },
  });
  expect(attempt?.times?.sections.map(({ heading }) => heading)).toContain('Trade-offs');
  const { review, spoken } = report;
  const page = debriefMarkdown(
    debriefPage(
      debriefOf({ review, text: spoken.answer.text, attempts: [attempt as AttemptRecorded], attempt }),
      englishWords,
    ),
  );
  expect(page).toContain('## Spoken');
  expect(page).toContain('| Silences over 4 seconds | 6 |');
  expect(page).toContain('| Decisions with a reason | 2 of 5 |');
  expect(page).toMatch(/Spoken in 6\.\d of \d+\.0 minutes/);
});
