import { detectionMarkdown, detectionOf } from '@rubricate/core/authoring';
import type { Pack, Rubric } from '@rubricate/core/model';
import { makeLibrary } from '@rubricate/core/review';
import { readShippedPacks } from '@rubricate/packs/content';
import { exampleAnswers } from './example-answers.ts';
import { writeGenerated, writeSection } from './write.ts';

// A page a rubric, with a place to link to for every criterion and pitfall, and the README's table of packs.
const packs = readShippedPacks();
const library = makeLibrary(packs);
const note = '<!-- Made from packages/packs/content by `pnpm generate`. -->';
const answers = exampleAnswers(packs);

function rubricPage(rubric: Rubric, pack: Pack): string {
  const dimensions = new Map((rubric.dimensions ?? inheritedDimensions(rubric)).map(({ id, title }) => [id, title]));
  const lines = [note, `# ${rubric.title}`, '', rubric.about, ''];
  lines.push(`Rubric \`${rubric.id}\` of the pack [${pack.title}](README.md).`);
  if (rubric.extends)
    lines.push(`It adds to [\`${rubric.extends}\`](${rubric.extends}.md): an answer is judged by both.`);
  lines.push(
    '',
    'How each is detected is told below, made from the rule itself: by words, numbers and shapes that stand together, not by',
    'understanding. What is denied, put off, quoted, struck out, in a comment, left over from a template or pasted from the',
    'question does not count; nor does a bare list of words. [Judgement](../judgement.md) says how far that carries.',
  );
  const shown = answers.filter(({ question }) => question.rubrics.includes(rubric.id));
  if (shown.length > 0) {
    lines.push('', '## Examples', '');
    for (const { question, weak, strong } of shown)
      lines.push(`- ${question.title}: [weak](../../examples/${weak}), [strong](../../examples/${strong})`);
  }
  lines.push('', '## Criteria', '');
  for (const criterion of rubric.criteria) {
    lines.push(`<a id="${criterion.id}"></a>`, '', `### ${criterion.title}`, '');
    lines.push(
      `\`${rubric.id}/${criterion.id}\` · ${dimensions.get(criterion.dimension) ?? criterion.dimension} · expected from ${criterion.from}`,
      '',
    );
    lines.push(`**What is missing when it is missing:** ${criterion.hint}`, '', criterion.why, '');
    lines.push('| status | what earns it |', '| --- | --- |');
    lines.push(`| met | ${cell(criterion.earns.met)} |`, `| partial | ${cell(criterion.earns.partial)} |`, '');
    lines.push('| bar | what it looks like |', '| --- | --- |');
    for (const bar of ['mid', 'senior', 'staff'] as const) lines.push(`| ${bar} | ${cell(criterion.bars[bar])} |`);
    lines.push('', `- Weak: ${criterion.weak}`, `- Strong: ${criterion.strong}`);
    lines.push(`- Where it belongs: under ${criterion.belongs.join(', ')}`, '');
    lines.push(...judgingLines(`${rubric.id}/${criterion.id}`, pack));
  }
  if (rubric.pitfalls?.length) {
    lines.push('## Pitfalls', '');
    for (const pitfall of rubric.pitfalls) {
      lines.push(`<a id="${pitfall.id}"></a>`, '', `### ${pitfall.title}`, '', `\`${rubric.id}/${pitfall.id}\``, '');
      lines.push(
        `**When:** ${pitfall.when}`,
        '',
        pitfall.hint,
        '',
        pitfall.why,
        '',
        `- Weak: ${pitfall.weak}`,
        `- Better: ${pitfall.strong}`,
        '',
        ...(pitfall.absence ? ['Something that is absent is hinted at only once the text is finished.', ''] : []),
        ...judgingLines(`${rubric.id}/${pitfall.id}`, pack),
      );
    }
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** What roles make of it, how it is detected and how it is dismissed. */
function judgingLines(ref: string, pack: Pack): readonly string[] {
  const detection = detectionOf(ref, library.lineage(pack.id));
  const roles = packs.flatMap(({ title, overrides }) => {
    const found = overrides?.[ref];
    return found ? [`- ${title}: ${weightWords(found.weight)}. ${found.why}`] : [];
  });
  return [
    ...(roles.length > 0 ? ['#### In these roles', '', ...roles, ''] : []),
    ...(detection ? ['#### How it is detected', '', detectionMarkdown(detection), ''] : []),
    '#### How to dismiss it',
    '',
    `\`<!-- rubricate-dismiss ${ref}: your reason -->\` above the block; [more ways](../configuration.md#dismissing-a-hint).`,
    '',
  ];
}

function weightWords(weight: number): string {
  if (weight === 0) return 'not judged';
  return weight < 0 ? 'counts the other way round' : `counts ${weight} times`;
}

function inheritedDimensions(rubric: Rubric): NonNullable<Rubric['dimensions']> {
  const base = packs.flatMap((pack) => pack.rubrics ?? []).find(({ id }) => id === rubric.extends);
  return base?.dimensions ?? (base ? inheritedDimensions(base) : []);
}

/** "5 criteria, 1 pitfall". */
function contents({ criteria, pitfalls = [] }: Rubric): string {
  const traps = pitfalls.length > 0 ? `, ${pitfalls.length} ${pitfalls.length === 1 ? 'pitfall' : 'pitfalls'}` : '';
  return `${criteria.length} criteria${traps}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

const index = [note, '# Rubrics', '', 'What an answer is judged by, one page a rubric.', ''];
for (const pack of packs) {
  index.push(`## ${pack.title}`, '', pack.about, '');
  if (!pack.rubrics?.length) index.push('Its questions are judged by rubrics of the foundations.');
  for (const rubric of pack.rubrics ?? []) {
    writeGenerated(`docs/rubrics/${rubric.id}.md`, rubricPage(rubric, pack));
    index.push(`- [${rubric.title}](${rubric.id}.md): ${contents(rubric)}`);
  }
  index.push('');
}
writeGenerated('docs/rubrics/README.md', `${index.join('\n').trimEnd()}\n`);

const table = ['| pack | for | rubrics | questions | cards |', '| --- | --- | --- | --- | --- |'];
for (const pack of packs) {
  const count = (list: readonly unknown[] | undefined): number => list?.length ?? 0;
  const levels = pack.levels.map(({ id }) => id).join(', ');
  table.push(
    `| \`${pack.id}\` | ${pack.title}: ${levels} | ${count(pack.rubrics)} | ${count(pack.questions)} | ${count(pack.cards)} |`,
  );
}
writeSection('README.md', 'packs', table.join('\n'));
const questions = ['| question | asked as | minutes |', '| --- | --- | --- |'];
for (const { question } of library.questions) {
  questions.push(
    `| \`${question.id}\` | ${cell(question.title)}${question.origin === 'ours' ? ' (ours, not reported as asked)' : ''} | ${question.minutes} |`,
  );
}
writeGenerated('docs/questions.md', `${[note, '# Questions', '', ...questions].join('\n')}\n`);

// The one table that turns statuses into a hire signal and a level reading.
const composition = library.lens('foundations')?.composition;
if (!composition) throw new Error('The foundations pack has no composition.');
const { credit, thresholds, levels } = composition;
writeSection(
  'docs/judgement.md',
  'composition',
  [
    '| part | value |',
    '| --- | --- |',
    `| credit of a partial status (harsh, point, kind) | ${credit.harsh}, ${credit.partial}, ${credit.kind} |`,
    `| share of a criterion above the target bar | ${composition.plus} |`,
    `| taken for each pitfall | ${composition.pitfall} |`,
    `| lean-no, lean-yes, strong-yes from | ${thresholds['lean-no']}, ${thresholds['lean-yes']}, ${thresholds['strong-yes']} |`,
    ...composition.gates.map(
      (gate) =>
        `| gate | \`${gate.when}\` ${gate.is}${gate.from ? ` from ${gate.from}` : ''}: at most ${gate.atMost} |`,
    ),
    ...(composition.tooShort
      ? [
          `| fewer than ${composition.tooShort.words} words, each sentence once | at most ${composition.tooShort.atMost} |`,
        ]
      : []),
    `| an answer that reads below the target bar | at most ${composition.belowBar} |`,
    `| mid asks for | ${levels.mid.mid} of the mid criteria |`,
    `| senior asks for | ${levels.senior.mid} of mid, ${levels.senior.senior} of senior |`,
    `| staff asks for | ${levels.staff.mid} of mid, ${levels.staff.senior} of senior, ${levels.staff.staff} of staff |`,
  ].join('\n'),
);
