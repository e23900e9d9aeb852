import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type AttemptRecorded, attemptOf, eventFileName, eventFileText } from '@rubricate/core/practice';
import { findTarget, reviewAnswer } from '@rubricate/core/review';
import { readAnswer } from '@rubricate/core/text';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readShippedPacks } from '../src/packs.ts';
import { makeWorkspaces } from '../src/workspace.ts';
import { type Bench, makeBench, middling, rubricate, strong } from './bench.ts';

let bench: Bench;
beforeEach(() => {
  bench = makeBench();
  bench.write('rubricate.yaml', 'level: P2\n');
  bench.write('answers/middling.md', middling);
  bench.write('answers/strong.md', strong);
});
afterEach(() => bench.remove());

/** Records an attempt in the journal of the bench, as the editor does. */
function record(text: string, day: number): AttemptRecorded {
  const { library } = makeWorkspaces(readShippedPacks(bench.packs), bench.folder).of(bench.folder);
  const answer = readAnswer(text);
  const found = findTarget(answer.frontMatter, library, {});
  if (!found.ok) throw new Error(found.reason.message);
  const at = `2026-11-0${day}T09:00:00.000Z`;
  const event = attemptOf(reviewAnswer(answer, found.target), { id: `0000000${day}`, at, writer: 'cafe', text });
  if (!event) throw new Error('The answer names no question.');
  bench.write(`.rubricate/journal/${eventFileName(event)}`, eventFileText(event));
  return event;
}

describe('rubricate debrief', () => {
  it('prints Markdown with the change since the last attempt, the same every time', async () => {
    record(middling, 1);
    const { code, out, error } = await rubricate(bench, ['debrief', 'answers/strong.md']);
    expect(error).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/^# Debrief: Night passage\n/);
    expect(out).toContain('On the whole better than the attempt before.');
    expect(out).toContain('| 2026-11-01 | P2 |');
    expect(out).toContain('| now | P2 |');
    expect((await rubricate(bench, ['debrief', 'answers/strong.md', '--markdown'])).out).toBe(out);
  });

  it('reads standard input, and takes the question from a flag', async () => {
    const text = strong.replace(/^---[\s\S]*?---\n/, '');
    const { code, out } = await rubricate(bench, ['debrief', '-', '-q', 'harbor/night-passage', '-l', 'P2'], {
      stdin: text,
    });
    expect(code).toBe(0);
    expect(out).toContain('This is the first attempt of this question.');
  });

  it('writes one HTML file, prints it for -, and writes it anew', async () => {
    const args = ['debrief', 'answers/strong.md', '--html'];
    const first = await rubricate(bench, [...args, 'strong.html']);
    expect(first).toEqual({ code: 0, out: '', error: '' });
    const written = (): string => readFileSync(join(bench.folder, 'strong.html'), 'utf8');
    expect((await rubricate(bench, [...args, '-'])).out).toBe(written());
    record(middling, 1);
    expect((await rubricate(bench, [...args, 'strong.html'])).code).toBe(0);
    expect(written()).toContain('2026-11-01');
    expect((await rubricate(bench, [...args, 'strong.html', '--markdown'])).out).toMatch(/^# Debrief/);
  });

  it('leaves any other file alone', async () => {
    const { code, error } = await rubricate(bench, ['debrief', 'answers/strong.md', '--html', 'answers/middling.md']);
    expect(code).toBe(2);
    expect(error).toContain('exists and is no debrief, so it was left alone');
    expect(readFileSync(join(bench.folder, 'answers/middling.md'), 'utf8')).toBe(middling);
    expect((await rubricate(bench, ['debrief', 'answers/strong.md', '--html', 'answers'])).code).toBe(2);
    expect((await rubricate(bench, ['debrief', 'answers/strong.md', '--html', 'no/folder.html'])).code).toBe(2);
  });

  it('says what is wrong with its input', async () => {
    bench.write('plain.md', 'Nothing is named here.');
    expect(await rubricate(bench, ['debrief', 'plain.md'])).toMatchObject({
      code: 2,
      out: '',
      error: expect.stringContaining('plain.md It names neither a question nor a rubric'),
    });
    expect(await rubricate(bench, ['debrief', 'gone.md'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('There is no such file'),
    });
    expect((await rubricate(bench, ['debrief', 'answers'])).error).toContain('stands for 2. Name one file.');
  });

  it('tells of a damaged file of the journal, and reports with the others', async () => {
    record(middling, 1);
    bench.write('.rubricate/journal/20261102T090000000Z-cafe-00000002.json', '{');
    const { code, out, error } = await rubricate(bench, ['debrief', 'answers/strong.md']);
    expect(code).toBe(2);
    expect(error).toContain('20261102T090000000Z-cafe-00000002.json: This is not JSON');
    expect(out).toContain('| 2026-11-01 | P2 |');
  });
});

describe('rubricate history', () => {
  it('lists attempts newest first, with what each gained and lost', async () => {
    record(middling, 1);
    record(strong, 2);
    record(middling, 3);
    const { code, out } = await rubricate(bench, ['history', 'harbor/night-passage']);
    expect(code).toBe(0);
    expect([...out.matchAll(/^2026-11-0(\d) at P2/gm)].map(([, day]) => day)).toEqual(['3', '2', '1']);
    const [third = '', second = ''] = out.split(/^2026-/m).slice(1);
    expect(third).toMatch(/^ {2}lost /m);
    expect(second).toMatch(/^ {2}gained /m);
    expect(out).toMatch(/^Night passage \(harbor\/night-passage\)\n/);
  });

  it('lists the questions there are attempts of, and says what to do where there are none', async () => {
    expect((await rubricate(bench, ['history'])).out).toContain('No attempt is recorded yet.');
    expect((await rubricate(bench, ['history', 'harbor/night-passage'])).out).toContain('No attempt of it is recorded');
    record(middling, 1);
    record(strong, 2);
    const { out } = await rubricate(bench, ['history'], { columns: 200 });
    expect(out).toContain('2 attempts, the last: 2026-11-02 at P2');
    expect(out).toContain('better than the attempt before');
    // From a folder further down as well.
    mkdirSync(join(bench.folder, 'answers/deep'));
    expect((await rubricate(bench, ['history'], { columns: 200, cwd: join(bench.folder, 'answers/deep') })).out).toBe(
      out,
    );
  });

  it('gives the same as data', async () => {
    const event = record(strong, 2);
    const data = JSON.parse((await rubricate(bench, ['history', '--format', 'json'])).out);
    expect(data).toMatchObject({
      version: 1,
      questions: [{ question: 'harbor/night-passage', trend: 'none', attempts: [{ id: event.id, level: 'P2' }] }],
    });
    expect(data.questions[0].attempts[0].criteria).toEqual(event.review.criteria);
    rmSync(join(bench.folder, '.rubricate'), { recursive: true });
    expect(JSON.parse((await rubricate(bench, ['history', '--format', 'json'])).out).questions).toEqual([]);
  });

  it('names the nearest question for one that nobody knows', async () => {
    const { code, error } = await rubricate(bench, ['history', 'harbor/night-pasage']);
    expect(code).toBe(2);
    expect(error).toContain('Did you mean "harbor/night-passage"?');
  });
});
