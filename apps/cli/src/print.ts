import type { Pack } from '@rubricate/core/model';
import { nearest } from '@rubricate/core/model';
import type { Library, ResolvedCriterion, ResolvedPitfall, ResolvedRubric } from '@rubricate/core/review';
import { exitCodes, type Installation, type Io } from './io.ts';
import { readShippedPacks, tellProblems } from './packs.ts';
import { makeStyle, type Style } from './terminal/style.ts';
import { widthOf } from './terminal/width.ts';
import { hang, wrap } from './terminal/wrap.ts';
import { makeWorkspaces } from './workspace.ts';

/** What a command that prints pages is given. */
export interface Printing {
  readonly io: Io;
  readonly installation: Installation;
  readonly width: number;
  readonly color: boolean;
}

interface Page {
  readonly style: Style;
  readonly width: number;
}

/** `rubricate rubric ID`: what a rubric asks for, to be read. */
export async function printRubric(id: string, printing: Printing): Promise<number> {
  const { io } = printing;
  const { library, problems } = loadLibrary(printing);
  const found = findRubric(id, library);
  if (!found) {
    const known = [...new Set(library.packs.flatMap((pack) => (pack.rubrics ?? []).map((rubric) => rubric.id)))];
    const guess = nearest(id, known);
    io.error(
      `rubricate: no pack has the rubric "${id}".${guess ? ` Did you mean "${guess}"?` : ''}\nThere are: ${known.join(', ')}.\n`,
    );
    return exitCodes.trouble;
  }
  const page = { style: makeStyle(printing.color), width: printing.width };
  await io.out(`${rubricPage(found.rubric, found.pack, page).join('\n')}\n`);
  return problems ? exitCodes.trouble : exitCodes.reviewed;
}

/** `rubricate questions`: every question there is, pack by pack. */
export async function printQuestions(printing: Printing): Promise<number> {
  const { library, problems } = loadLibrary(printing);
  const page = { style: makeStyle(printing.color), width: printing.width };
  const lines = library.packs.flatMap((pack, index) => [...(index > 0 ? [''] : []), ...questionList(pack, page)]);
  await printing.io.out(`${lines.join('\n')}\n`);
  return problems ? exitCodes.trouble : exitCodes.reviewed;
}

/** The packs there are, from the current folder; what is wrong in own ones is told on standard error. */
export function loadLibrary({ io, installation }: Printing): { readonly library: Library; readonly problems: boolean } {
  const workspaces = makeWorkspaces(readShippedPacks(installation.packs), io.cwd);
  const { library } = workspaces.of(io.cwd);
  tellProblems(workspaces.problems, io);
  return { library, problems: workspaces.problems.length > 0 };
}

function findRubric(
  id: string,
  library: Library,
): { readonly rubric: ResolvedRubric; readonly pack: Pack } | undefined {
  const pack = library.packWithRubric(id);
  const rubric = pack && library.lens(pack.id)?.rubrics.get(id);
  return pack && rubric ? { rubric, pack } : undefined;
}

function rubricPage(rubric: ResolvedRubric, pack: Pack, page: Page): readonly string[] {
  const about = pack.rubrics?.find(({ id }) => id === rubric.id)?.about ?? '';
  const base = rubric.chain.slice(0, -1);
  const lines = [
    ...wrap(`${rubric.title} (${rubric.id})`, page.width).map(page.style.strong),
    ...wrap(pack.title, page.width).map(page.style.quiet),
    '',
    ...wrap(about, page.width),
    ...(base.length > 0
      ? ['', ...wrap(`It adds to ${base.join(', ')}, whose criteria are listed here as well.`, page.width)]
      : []),
  ];
  for (const dimension of rubric.dimensions) {
    const own = rubric.criteria.filter((criterion) => criterion.dimension === dimension.id);
    if (own.length > 0)
      lines.push('', ...heading(dimension.title, page), ...own.flatMap((one) => criterionPart(one, page)));
  }
  if (rubric.pitfalls.length > 0)
    lines.push('', ...heading('Pitfalls', page), ...rubric.pitfalls.flatMap((one) => pitfallPart(one, page)));
  return lines;
}

function heading(title: string, { style, width }: Page): readonly string[] {
  return [`${style.strong(title)} ${style.quiet('─'.repeat(Math.max(0, width - widthOf(title) - 1)))}`];
}

function criterionPart(criterion: ResolvedCriterion, page: Page): readonly string[] {
  const { style, width } = page;
  const { title, ref, from, hint, why, bars, weak, strong, override } = criterion;
  return [
    '',
    ...hang('', `${title} · from ${from}`, width, style.strong),
    ...hang('  ', ref, width, style.quiet),
    ...hang('  ', hint, width),
    ...hang('  ', why, width, style.quiet),
    ...hang('  mid     ', bars.mid, width),
    ...hang('  senior  ', bars.senior, width),
    ...hang('  staff   ', bars.staff, width),
    ...hang('  weak    ', weak, width),
    ...hang('  strong  ', strong, width),
    ...(override ? hang('  here    ', `${weightText(override.weight)} ${override.why}`, width) : []),
  ];
}

function pitfallPart(
  { title, ref, when, hint, why, weak, strong, override }: ResolvedPitfall,
  { style, width }: Page,
): readonly string[] {
  return [
    '',
    ...hang('', title, width, style.strong),
    ...hang('  ', ref, width, style.quiet),
    ...hang('  ', when, width),
    ...hang('  ', hint, width),
    ...hang('  ', why, width, style.quiet),
    ...hang('  weak    ', weak, width),
    ...hang('  better  ', strong, width),
    ...(override ? hang('  here    ', `${weightText(override.weight)} ${override.why}`, width) : []),
  ];
}

function weightText(weight: number): string {
  return weight === 0
    ? 'Not judged in this role.'
    : weight < 0
      ? 'Counts against you in this role.'
      : `Counts ${weight} times in this role.`;
}

function questionList(pack: Pack, { style, width }: Page): readonly string[] {
  const questions = pack.questions ?? [];
  const lines = [...wrap(pack.title, width).map(style.strong)];
  if (questions.length === 0) return [...lines, ...wrap('  No questions of its own.', width)];
  const longest = Math.max(...questions.map(({ id }) => id.length));
  for (const { id, title, rubrics, minutes } of questions) {
    const about = `${minutes} min · ${rubrics.join(', ')}`;
    // Beside the id where that leaves room to read; else below it.
    const lead = longest + 30 <= width ? `  ${id.padEnd(longest)}  ` : '    ';
    if (lead === '    ') lines.push(...hang('  ', id, width));
    lines.push(...hang(lead, title, width), ...hang(' '.repeat(lead.length), about, width, style.quiet));
  }
  return lines;
}
