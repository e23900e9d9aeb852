import { detectionMarkdown, detectionOf } from '@rubricate/core/authoring';
import { bars, type Pack } from '@rubricate/core/model';
import { claimOf, factsBehind } from '@rubricate/core/practice';
import type { Library, ResolvedCriterion, ResolvedPitfall } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { countsName } from '../lens/lens-words.ts';
import { escapeMarkdown, readingName } from '../wording.ts';
import { claimLine, factLines } from './claim-words.ts';
import type { Explained } from './explain-uri.ts';

/** What there is to say about a criterion or pitfall, as a Markdown page. */
export function explanation(explained: Explained, library: Library): string {
  const lens = library.lens(explained.pack);
  const rubrics = [...(lens?.rubrics.values() ?? [])];
  const criterion = rubrics.flatMap(({ criteria }) => criteria).find(({ ref }) => ref === explained.ref);
  const pitfall = rubrics.flatMap(({ pitfalls }) => pitfalls).find(({ ref }) => ref === explained.ref);
  const found = criterion ?? pitfall;
  if (!lens || !found) return escapeMarkdown(vscode.l10n.t('No pack that is loaded knows "{0}".', explained.ref));
  const rubric = lens.rubrics.get(found.rubric);
  const about = criterion
    ? vscode.l10n.t('{0} · asked for from {1} on', rubric?.title ?? found.rubric, readingName(criterion.from))
    : vscode.l10n.t('{0} · pitfall', rubric?.title ?? found.rubric);
  const parts = [
    `# ${escapeMarkdown(found.title)}`,
    `*${escapeMarkdown(about)}* · \`${found.ref}\``,
    `**${escapeMarkdown(found.hint)}**`,
    `## ${vscode.l10n.t('Why it matters')}`,
    escapeMarkdown(found.why),
    ...(criterion ? criterionParts(criterion, explained.level, lens.levels) : pitfallParts(pitfall as ResolvedPitfall)),
    ...roleParts(found, lens.pack, library),
    ...detectionParts(found.ref, library.lineage(lens.pack.id)),
    ...dismissalParts(found.ref),
    ...sourceParts(found, lens.pack, library),
  ];
  return `${parts.join('\n\n')}\n`;
}

function criterionParts(
  criterion: ResolvedCriterion,
  level: string,
  levels: readonly { readonly id: string; readonly bar: (typeof bars)[number] }[],
): readonly string[] {
  const target = levels.find(({ id }) => id === level)?.bar ?? bars.find((bar) => bar === level);
  const rows = bars.map((bar) => {
    const named = levels.filter((one) => one.bar === bar).map(({ id }) => id);
    const name = readingName(bar);
    const label = named.length > 0 && named.join() !== name ? `${name} (${named.join(', ')})` : name;
    const isTarget = bar === target;
    const shown = isTarget ? `▶ **${label}**, ${vscode.l10n.t('your target')}` : label;
    const text = escapeMarkdown(criterion.bars[bar]);
    return `| ${shown} | ${isTarget ? `**${text}**` : text} |`;
  });
  return [
    `## ${vscode.l10n.t('What it looks like at each level')}`,
    [
      `| ${vscode.l10n.t('Level')} | ${vscode.l10n.t('What an interviewer waits to hear')} |`,
      '|---|---|',
      ...rows,
    ].join('\n'),
    ...exampleParts(criterion),
    `## ${vscode.l10n.t('What earns it')}`,
    [
      `- **${vscode.l10n.t('Met')}**: ${escapeMarkdown(criterion.earns.met)}`,
      `- **${vscode.l10n.t('Partly met')}**: ${escapeMarkdown(criterion.earns.partial)}`,
      `- **${vscode.l10n.t('Where it belongs')}**: ${criterion.belongs.map(escapeMarkdown).join(', ')}`,
    ].join('\n'),
  ];
}

function pitfallParts(pitfall: ResolvedPitfall): readonly string[] {
  return [`## ${vscode.l10n.t('When it counts')}`, escapeMarkdown(pitfall.when), ...exampleParts(pitfall)];
}

function exampleParts({ weak, strong }: { readonly weak: string; readonly strong: string }): readonly string[] {
  return [
    `## ${vscode.l10n.t('Weak and strong')}`,
    `**${vscode.l10n.t('Weak')}**\n\n> ${escapeMarkdown(weak)}`,
    `**${vscode.l10n.t('Strong')}**\n\n> ${escapeMarkdown(strong)}`,
  ];
}

/** A role that judges it otherwise says so, with its reason. */
function roleParts(found: ResolvedCriterion | ResolvedPitfall, pack: Pack, library: Library): readonly string[] {
  const { override, weight } = found;
  if (!override) return [];
  const kind = 'belongs' in found ? 'criterion' : 'pitfall';
  const how = vscode.l10n.t('{0}: {1}.', pack.title, countsName(kind, { weight, expected: true }));
  return [
    `## ${vscode.l10n.t('In this role')}`,
    `${escapeMarkdown(how)} ${escapeMarkdown(override.why)}`,
    ...[claimLine(claimOf(pack, override, library.packs))].filter(Boolean),
  ];
}

/** Made from the rule itself, so that nobody has to guess what a hint rests on. */
function detectionParts(ref: string, lineage: readonly Pack[]): readonly string[] {
  const detection = detectionOf(ref, lineage);
  if (!detection) return [];
  return [
    `## ${vscode.l10n.t('How it is detected')}`,
    vscode.l10n.t(
      'By words, numbers and shapes that stand together, not by understanding. What is denied, put off, quoted, struck out, in a comment, left over from a template or pasted from the question does not count; nor does a bare list of words.',
    ),
    detectionMarkdown(detection),
  ];
}

function dismissalParts(ref: string): readonly string[] {
  return [
    `## ${vscode.l10n.t('How to dismiss it')}`,
    vscode.l10n.t(
      'Where a hint is wrong or does not apply, take its fix "Dismiss" and give a reason. It stays beside the text, in a comment that readers of the page do not see, and holds for the block below it:',
    ),
    `\`\`\`markdown\n<!-- rubricate-dismiss ${ref}: ${vscode.l10n.t('the interviewer ruled this out')} -->\n\`\`\``,
    vscode.l10n.t(
      'With {0} it holds for the section it stands in, with {1} for the whole text. The status in the checklist stays as it is.',
      '`rubricate-dismiss-section`',
      '`rubricate-dismiss-file`',
    ),
  ];
}

/** Who says that it is asked for, and the facts it rests on, with those that say otherwise beside them. */
function sourceParts(found: ResolvedCriterion | ResolvedPitfall, pack: Pack, { packs }: Library): readonly string[] {
  const facts = factsBehind(pack, found, packs);
  const own = claimOf(pack, found, packs);
  const lines = [...(own.source ? [`- ${claimLine(own)}`] : []), ...facts.flatMap(factLines)];
  if (lines.length === 0) return [];
  return [`## ${vscode.l10n.t('Sources')}`, lines.join('\n')];
}
