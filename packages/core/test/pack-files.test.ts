import { describe, expect, it } from 'vitest';
import { readPackFiles } from '../src/model/index.ts';

const problemsOf = (text: string) => readPackFiles([{ path: 'a.yaml', text }]).problems;

describe('a pack file made to hurt', () => {
  it('with an endless list of wrong things gets a list that ends', () => {
    const problems = problemsOf(`rubrics: [${'1,'.repeat(50_000)}1]`);
    expect(problems).toHaveLength(501);
    expect(problems.at(-1)?.message).toMatch(/^And \d+ more problems\.$/);
    expect(problemsOf(`concepts: {a: [${'1,'.repeat(50_000)}1]}`).length).toBeLessThan(502);
  }, 30_000);

  it('with very many keys is read in no time', () => {
    const before = Date.now();
    problemsOf(Array.from({ length: 30_000 }, (_, index) => `k${index}: 1`).join('\n'));
    expect(Date.now() - before).toBeLessThan(15_000);
  }, 30_000);
});

describe('a key given twice', () => {
  it('is a problem where it stands again, at any depth', () => {
    expect(problemsOf('concepts:\n  cache: [cache]\n  queue: [queue]\n  cache: [cdn]\n')).toContainEqual({
      file: 'a.yaml',
      line: 4,
      column: 3,
      message: 'This key stands twice in the same map.',
    });
  });
});
