import type { Card, Pack } from '../model/index.ts';
import type { Library } from '../review/index.ts';
import { mostFindings, type PackFinding, type Path, unknownName } from './finding.ts';

/** Names in a pack that stand for nothing, apart from those a library finds as it joins packs. */
export function lintReferences(pack: Pack, library: Library): readonly PackFinding[] {
  const findings: PackFinding[] = [];
  const known = namesOf(pack, library);
  const check = (what: keyof Names, name: string | undefined, path: Path): void => {
    if (name === undefined || known[what].has(name) || findings.length > mostFindings) return;
    findings.push(unknownName(words[what], name, known[what], path));
  };
  const checkAll = (what: keyof Names, names: readonly string[] | undefined, path: Path): void => {
    for (const [index, name] of (names ?? []).entries()) check(what, name, [...path, index]);
  };
  for (const { name, path } of sourcesNamed(pack)) check('source', name, path);
  for (const [index, { disagreesWith }] of (pack.facts ?? []).entries())
    checkAll('fact', disagreesWith, ['facts', index, 'disagreesWith']);
  for (const [index, { disagreesWith, level }] of (pack.compensation ?? []).entries()) {
    checkAll('compensation', disagreesWith, ['compensation', index, 'disagreesWith']);
    check('level', level, ['compensation', index, 'level']);
  }
  for (const [index, { from, to }] of (pack.promotions ?? []).entries()) {
    check('level', from, ['promotions', index, 'from']);
    check('level', to, ['promotions', index, 'to']);
  }
  for (const [index, { rubrics, levels }] of (pack.loop?.rounds ?? []).entries()) {
    checkAll('rubric', rubrics, ['loop', 'rounds', index, 'rubrics']);
    checkAll('level', levels, ['loop', 'rounds', index, 'levels']);
  }
  for (const [index, { rubrics, structure, round }] of (pack.questions ?? []).entries()) {
    checkAll('rubric', rubrics, ['questions', index, 'rubrics']);
    check('structure', structure, ['questions', index, 'structure']);
    check('round', round, ['questions', index, 'round']);
  }
  for (const [index, { rubrics }] of (pack.structures ?? []).entries())
    checkAll('rubric', rubrics, ['structures', index, 'rubrics']);
  for (const [index, { rubrics, questions, fits }] of (pack.drills ?? []).entries()) {
    checkAll('rubric', rubrics, ['drills', index, 'rubrics']);
    checkAll('question', questions, ['drills', index, 'questions']);
    checkAll('concept', fits, ['drills', index, 'fits']);
  }
  for (const [phase, { tasks }] of (pack.plan?.phases ?? []).entries())
    for (const [index, { question }] of tasks.entries())
      check('question', question, ['plan', 'phases', phase, 'tasks', index, 'question']);
  for (const [index, rubric] of (pack.rubrics ?? []).entries()) {
    const dimensions = new Set(
      (library.lens(pack.id)?.rubrics.get(rubric.id)?.dimensions ?? rubric.dimensions ?? []).map(({ id }) => id),
    );
    for (const [at, { dimension }] of rubric.criteria.entries()) {
      if (dimensions.has(dimension) || findings.length > mostFindings) continue;
      const path = ['rubrics', index, 'criteria', at, 'dimension'];
      findings.push(unknownName(`dimension of "${rubric.id}"`, dimension, dimensions, path));
    }
  }
  for (const [index, card] of (pack.cards ?? []).entries()) {
    if (card.kind === 'spot-pitfall') checkAll('pitfall', card.options, ['cards', index, 'options']);
    findings.push(...positions(card, ['cards', index]));
  }
  return findings;
}

const words = {
  source: 'source',
  fact: 'fact',
  compensation: 'entry of "compensation"',
  level: 'level of this pack',
  rubric: 'rubric',
  structure: 'structure',
  round: 'round of the loop',
  question: 'question',
  concept: 'concept',
  pitfall: 'pitfall',
} as const;

type Names = Readonly<Record<keyof typeof words, ReadonlySet<string>>>;

/** What a pack may name: its own and what it builds on; rounds and levels are its own. */
function namesOf(pack: Pack, library: Library): Names {
  const found = library.lineage(pack.id);
  const lineage = found.includes(pack) ? found : [...found.filter(({ id }) => id !== pack.id), pack];
  const ids = (list: (part: Pack) => readonly { readonly id: string }[] | undefined): ReadonlySet<string> =>
    new Set(lineage.flatMap((part) => (list(part) ?? []).map(({ id }) => id)));
  return {
    source: ids(({ sources }) => sources),
    fact: ids(({ facts }) => facts),
    compensation: new Set((pack.compensation ?? []).map(({ id }) => id)),
    level: new Set(pack.levels.map(({ id }) => id)),
    rubric: ids(({ rubrics }) => rubrics),
    structure: ids(({ structures }) => structures),
    round: ids(({ loop }) => loop?.rounds),
    question: ids(({ questions }) => questions),
    concept: new Set(lineage.flatMap(({ concepts }) => Object.keys(concepts ?? {}))),
    pitfall: new Set(
      lineage.flatMap(({ rubrics }) =>
        (rubrics ?? []).flatMap((rubric) => (rubric.pitfalls ?? []).map(({ id }) => `${rubric.id}/${id}`)),
      ),
    ),
  };
}

/** Every place of a pack that names a source: the keys `source` and `confirmedBy`, wherever they stand. */
export function sourcesNamed(pack: Pack): readonly { readonly name: string; readonly path: Path }[] {
  const named: { readonly name: string; readonly path: Path }[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, [...path, index]);
      return;
    }
    for (const [key, item] of Object.entries(value)) {
      // In the evidence language a name is the author's, and none of them is a source.
      if (path.length === 0 && (key === 'concepts' || key === 'signals' || key === 'rules')) continue;
      if (key === 'source' && typeof item === 'string') named.push({ name: item, path: [...path, key] });
      else if (key === 'confirmedBy' && Array.isArray(item)) {
        for (const [index, name] of item.entries()) named.push({ name: String(name), path: [...path, key, index] });
      } else walk(item, [...path, key]);
    }
  };
  walk(pack, []);
  return named;
}

/** Positions that a card gives must lie within its own list. */
function positions(card: Card, path: Path): readonly PackFinding[] {
  const outside = (at: number, length: number, key: Path): readonly PackFinding[] =>
    at < length
      ? []
      : [
          {
            severity: 'error',
            code: 'position',
            path: [...path, ...key],
            message: `There is no option ${at}: positions count from 0, and the last one here is ${length - 1}.`,
          },
        ];
  if (card.kind === 'choice' || card.kind === 'spot-pitfall')
    return outside(card.answer, card.options.length, ['answer']);
  if (card.kind === 'multiple')
    return card.answers.flatMap((at, index) => outside(at, card.options.length, ['answers', index]));
  return [];
}
