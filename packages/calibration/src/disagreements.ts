import type { Judged } from './judge.ts';

const names = ['missing', 'partial', 'met'] as const;

/** The answers of the tune half on which the engine and a grader differ over one criterion or pitfall, with both sides' words. */
export function disagreements(judged: readonly Judged[], ref: string): string {
  const lines: string[] = [];
  for (const { answer, criteria, pitfalls } of judged) {
    if (answer.half !== 'tune') continue;
    const labels = answer.criteria[ref];
    const engine = criteria.get(ref);
    if (labels && engine) {
      const said = names[engine.status] as string;
      if (labels.every(([status]) => (status === 'met') === (said === 'met'))) continue;
      lines.push(`${answer.id}  engine ${said}, graders ${labels.map(([status]) => status).join('/')}`);
      for (const [, quote] of labels) if (quote) lines.push(`    grader: ${quote.replace(/\s+/g, ' ').slice(0, 220)}`);
      for (const quote of engine.quotes.slice(0, 3))
        lines.push(`    engine: ${quote.replace(/\s+/g, ' ').slice(0, 220)}`);
    }
    const pitfall = answer.pitfalls[ref];
    const found = pitfalls.get(ref);
    if (pitfall && found && pitfall.some(([present]) => present !== found.present)) {
      lines.push(`${answer.id}  engine ${found.present}, graders ${pitfall.map(([present]) => present).join('/')}`);
      for (const [, quote] of pitfall) if (quote) lines.push(`    grader: ${quote.replace(/\s+/g, ' ').slice(0, 220)}`);
      for (const quote of found.quotes.slice(0, 2))
        lines.push(`    engine: ${quote.replace(/\s+/g, ' ').slice(0, 220)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
