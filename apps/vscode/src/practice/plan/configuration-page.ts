import type { Pack } from '@rubricate/core/model';
import type { PrepPlan } from '@rubricate/core/practice';
import { matchesGlob } from '@rubricate/core/review';
import * as vscode from 'vscode';
import { escapeMarkdown, levelTitle, readingName } from '../../wording.ts';
import { targetOf, type WorkspaceTarget } from '../target.ts';
import { makePlan } from './make-plan.ts';
import { backgroundSentence, hoursSentence, timeSentence } from './plan-words.ts';
import type { AnswerFacts, PlanFacts } from './planning.ts';

/** What applies here and why: the file that decides, the target, the packs, the patterns, and the answer at hand. */
export function configurationPage(facts: PlanFacts, answer: AnswerFacts | undefined): string {
  const { workspace } = facts;
  const parts = [
    `# ${vscode.l10n.t('What applies here, and why')}`,
    ...fileParts(workspace),
    ...targetParts(workspace),
    ...planParts(workspace, makePlan(facts)),
    ...patternParts(workspace, answer),
    ...packParts(workspace),
    ...answerParts(answer),
  ];
  return `${parts.join('\n\n')}\n`;
}

function fileParts({ settings }: WorkspaceTarget): readonly string[] {
  const heading = `## ${vscode.l10n.t('The file')}`;
  if (!settings)
    return [
      heading,
      vscode.l10n.t('There is no {0}. Packs that ship apply, and answers name their question.', 'rubricate.yaml'),
    ];
  const name = escapeMarkdown(vscode.workspace.asRelativePath(settings.file));
  return [
    heading,
    settings.valid
      ? vscode.l10n.t('{0} decides. An answer takes the nearest one, in its folder or one above.', name)
      : vscode.l10n.t('{0} decides, but something in it is wrong and was left out. Its problems are marked.', name),
  ];
}

function targetParts(workspace: WorkspaceTarget): readonly string[] {
  const heading = `## ${vscode.l10n.t('The target')}`;
  const target = targetOf(workspace);
  const config = workspace.settings?.config ?? {};
  if (!target) {
    const reason = workspace.reading.ok ? undefined : workspace.reading.reason;
    const name = escapeMarkdown(reason?.name ?? '');
    switch (reason?.code) {
      case 'unknown-company':
        return [heading, vscode.l10n.t('None: no pack is for the company "{0}".', name)];
      case 'unknown-role':
        return [heading, vscode.l10n.t('None: no pack of the company is for the role "{0}".', name)];
      case 'unknown-level':
        return [heading, vscode.l10n.t('None: the ladder has no level "{0}".', name)];
      default:
        return [heading, vscode.l10n.t('None: no company is named.')];
    }
  }
  const { pack, level } = target;
  const why = (key: string, value: string | undefined, otherwise: string): string =>
    value === undefined ? otherwise : vscode.l10n.t('{0} says {1}.', `\`${key}\``, `\`${value}\``);
  const rows = [
    [vscode.l10n.t('Pack'), pack.title, why('company', config.company, '')],
    [vscode.l10n.t('Role'), pack.role, why('role', config.role, vscode.l10n.t('The first pack of the company.'))],
    [
      vscode.l10n.t('Level'),
      `${levelTitle(level)}, ${readingName(level.bar)}`,
      why('level', config.level, vscode.l10n.t('No level is named, so the senior one is taken.')),
    ],
  ];
  return [
    heading,
    [
      `| | ${vscode.l10n.t('What applies')} | ${vscode.l10n.t('Why')} |`,
      '|---|---|---|',
      ...rows.map(([what, value, reason]) => `| ${what} | ${escapeMarkdown(value ?? '')} | ${reason} |`),
    ].join('\n'),
  ];
}

function planParts({ settings }: WorkspaceTarget, plan: PrepPlan | undefined): readonly string[] {
  if (!plan) return [];
  const { interview } = settings?.config ?? {};
  const { background } = plan;
  const lines = [
    interview === undefined
      ? vscode.l10n.t('No interview date is set in {0}.', 'rubricate.yaml')
      : vscode.l10n.t('Interview on {0}.', interview),
    hoursSentence(plan),
    timeSentence(plan),
    background === undefined
      ? vscode.l10n.t('No background is named, so nothing is compared with what others needed.')
      : background.known
        ? backgroundSentence(background)
        : vscode.l10n.t('No pack of the target knows the background "{0}".', background.name),
  ];
  return [`## ${vscode.l10n.t('The plan')}`, lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n')];
}

function patternParts({ settings }: WorkspaceTarget, answer: AnswerFacts | undefined): readonly string[] {
  const patterns = Object.entries(settings?.config.rubrics ?? {});
  if (patterns.length === 0) return [];
  const path = answer?.underConfig;
  const first = path === undefined ? undefined : patterns.find(([glob]) => matchesGlob(path, glob))?.[0];
  const rows = patterns.map(([glob, rubrics]) => {
    const note =
      glob === first ? ` ${vscode.l10n.t('This is the first that fits {0}.', escapeMarkdown(path ?? ''))}` : '';
    return `- \`${glob.replaceAll('`', '')}\`: ${escapeMarkdown(rubrics.join(', '))}.${note}`;
  });
  return [
    `## ${vscode.l10n.t('Rubrics by file pattern')}`,
    vscode.l10n.t(
      'They hold for files that name no question or rubric themselves. The first pattern that fits decides.',
    ),
    rows.join('\n'),
  ];
}

function packParts(workspace: WorkspaceTarget): readonly string[] {
  const { library, settings } = workspace;
  const target = targetOf(workspace)?.pack;
  const role = (pack: Pack): string =>
    pack.id === target?.id
      ? vscode.l10n.t('the target')
      : target?.extends?.includes(pack.id)
        ? vscode.l10n.t('the target builds on it')
        : '';
  const rows = library.packs.map((pack) => {
    const wrong = library.problemsOf(pack.id).length;
    const notes = [role(pack), wrong > 0 ? vscode.l10n.t('problems: {0}', wrong) : ''].filter(Boolean).join(', ');
    return `- **${escapeMarkdown(pack.title)}** \`${pack.id}\`${notes ? ` · ${escapeMarkdown(notes)}` : ''}`;
  });
  const own = settings?.config.packs ?? [];
  const folders = own.length > 0 ? [vscode.l10n.t('Folders of own packs: {0}.', escapeMarkdown(own.join(', ')))] : [];
  return [`## ${vscode.l10n.t('Packs')}`, rows.join('\n'), ...folders];
}

function answerParts(answer: AnswerFacts | undefined): readonly string[] {
  if (!answer) return [];
  const heading = `## ${vscode.l10n.t('The open answer: {0}', escapeMarkdown(answer.path))}`;
  const { judged } = answer;
  if (!judged.ok) return [heading, escapeMarkdown(judged.reason)];
  const from = (keys: readonly string[]): string =>
    keys.some((key) => judged.ownKeys.includes(key))
      ? vscode.l10n.t('its own front matter')
      : vscode.l10n.t('{0} or the pack', 'rubricate.yaml');
  const lines = [
    judged.question === undefined
      ? ''
      : vscode.l10n.t('Question: {0}, from its own front matter.', escapeMarkdown(judged.question)),
    vscode.l10n.t('Rubrics: {0}, from {1}.', escapeMarkdown(judged.rubrics.join(', ')), from(['question', 'rubric'])),
    vscode.l10n.t('Level: {0}, from {1}.', escapeMarkdown(judged.level), from(['level'])),
    vscode.l10n.t('Pack: {0}.', escapeMarkdown(judged.pack)),
    judged.otherLens ? vscode.l10n.t('Another lens was chosen for it, so it is judged through that one.') : '',
  ];
  return [
    heading,
    lines
      .filter(Boolean)
      .map((line) => `- ${line}`)
      .join('\n'),
  ];
}
