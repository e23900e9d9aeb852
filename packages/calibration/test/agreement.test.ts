import { join } from 'node:path';
import { expect, it } from 'vitest';
import { judge, shippedLibrary } from '../src/judge.ts';
import { readLabels } from '../src/labels.ts';
import { overall, report } from '../src/report.ts';

const library = shippedLibrary();
const judged = readLabels(join(import.meta.dirname, '..', 'labels')).flatMap((answer) => judge(answer, library) ?? []);

it('agrees with the graders on the tuning half at least as well as this version promises', () => {
  const { kappa, answers } = overall(judged.filter(({ answer }) => answer.half === 'tune'));
  expect(answers).toBeGreaterThan(20);
  expect(kappa).toBeGreaterThanOrEqual(0.6);
});

it('prints the same bytes every time, and of the other half only totals', () => {
  const text = report(judged);
  expect(report(judged)).toBe(text);
  const validate = judged.filter(({ answer }) => answer.half === 'validate');
  expect(validate.length).toBeGreaterThan(10);
  for (const { answer } of validate) expect(text).not.toContain(answer.id);
});

it('points at words of the answer, at most two sentences of them', () => {
  for (const { answer, criteria } of judged) {
    for (const { quotes } of criteria.values()) for (const quote of quotes) expect(answer.text).toContain(quote);
  }
});
