import type { Pack } from '@rubricate/core/model';
import {
  claimOf,
  factsBehind,
  type PlannedTask,
  type PlanTask,
  type PlanWeek,
  type PrepPlan,
} from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { claimLine, factLines } from '../../explain/claim-words.ts';
import { escapeMarkdown } from '../../wording.ts';
import { practiceIds } from '../ids.ts';
import { cardRows } from '../progress/card-row.ts';
import { narrowOthers } from '../progress/narrow.ts';
import { type ProgressRow, plain } from '../progress/row.ts';
import { rowsOf, type Showing } from '../progress/rows.ts';
import { targetOf } from '../target.ts';
import { makePlan } from './make-plan.ts';
import {
  backgroundRange,
  backgroundSentence,
  dateName,
  hoursName,
  hoursSentence,
  reasonName,
  spanName,
  timeSentence,
} from './plan-words.ts';
import type { PlanFacts } from './planning.ts';

/** All rows of a target. The plan and the quiz stand before the rounds: they say what to do now. */
export function rowsWithPlan(facts: PlanFacts, showing: Showing = {}): readonly ProgressRow[] {
  const plan = makePlan(facts);
  const planned = (plan?.weeks[0]?.tasks ?? []).flatMap(({ done, task }) => (done ? [] : (task.question ?? [])));
  const rows = rowsOf(facts.workspace, facts.progress, facts.today, { planned: new Set(planned), ...showing });
  const isRound = ({ id }: ProgressRow): boolean => id.startsWith('round/') || id.startsWith('group/');
  const before = rows.findIndex(isRound);
  const today = [...planRow(facts, plan), ...(rows.length > 0 ? cardRows(facts.workspace, facts.progress) : [])];
  const shown = showing.arrangement ? narrowOthers(today, showing.arrangement.filter) : today;
  return rows.toSpliced(before < 0 ? rows.length : before, 0, ...shown);
}

/** The plan as rows of the progress tree: this week open, the rest folded away. */
function planRow(facts: PlanFacts, plan: PrepPlan | undefined): readonly ProgressRow[] {
  const target = targetOf(facts.workspace);
  if (!plan || !target) return [];
  const { packs } = facts.workspace.library;
  const label = vscode.l10n.t('Plan');
  const description = doneName(plan.tasks.done, plan.tasks.all);
  const [thisWeek, ...later] = plan.weeks;
  return [
    {
      ...plain,
      id: 'plan',
      label,
      description,
      tooltip: [
        `**${escapeMarkdown(plan.title)}**`,
        escapeMarkdown(timeSentence(plan)),
        escapeMarkdown(hoursSentence(plan)),
      ].join('\n\n'),
      spoken: `${label}, ${description}`,
      icon: 'calendar',
      kind: 'plan',
      open: true,
      rows: [
        ...(thisWeek ? [weekRow(thisWeek, vscode.l10n.t('This week'), true, packs)] : []),
        ...laterRows(later, packs),
        ...earlierRows(plan, packs),
        ...droppedRows(plan, packs),
        ...backgroundRows(plan, target.pack, packs),
      ],
    },
  ];
}

function weekRow(week: PlanWeek, label: string, isOpen: boolean, packs: readonly Pack[]): ProgressRow {
  const { tasks, phases, free } = week;
  const done = tasks.filter((task) => task.done).length;
  const state = tasks.length === 0 ? vscode.l10n.t('free') : vscode.l10n.t('{0} of {1}', done, tasks.length);
  const description = isOpen ? `${state} · ${spanName(week)}` : state;
  const lines = [
    `**${escapeMarkdown(spanName(week))}** · ${escapeMarkdown(hoursName(week.hours))}`,
    ...phases.map((phase) => `*${escapeMarkdown(phase.title)}* ${escapeMarkdown(phase.about)}`),
    free >= 0.5 ? escapeMarkdown(vscode.l10n.t('{0} free, for rehearsal.', hoursName(free))) : '',
  ];
  return {
    ...plain,
    id: `plan/week/${week.start}`,
    label,
    description,
    tooltip: lines.filter(Boolean).join('\n\n'),
    spoken: `${label}, ${spanName(week)}, ${tasks.length === 0 ? state : doneName(done, tasks.length)}`,
    icon: tasks.length > 0 && done === tasks.length ? 'pass' : isOpen ? 'play-circle' : 'circle-large-outline',
    kind: 'plan.week',
    open: isOpen,
    rows: tasks.map((task) => taskRow(task, packs)),
  };
}

function laterRows(weeks: readonly PlanWeek[], packs: readonly Pack[]): readonly ProgressRow[] {
  if (weeks.length === 0) return [];
  const label = vscode.l10n.t('Later weeks');
  return [
    {
      ...plain,
      id: 'plan/later',
      label,
      description: String(weeks.length),
      tooltip: escapeMarkdown(vscode.l10n.t('What is not ticked moves forward as the days pass.')),
      spoken: `${label}, ${weeks.length}`,
      icon: 'arrow-right',
      kind: 'plan.later',
      rows: weeks.map((week) => weekRow(week, spanName(week), false, packs)),
    },
  ];
}

function earlierRows({ earlier }: PrepPlan, packs: readonly Pack[]): readonly ProgressRow[] {
  if (earlier.length === 0) return [];
  const label = vscode.l10n.t('Done before');
  return [
    {
      ...plain,
      id: 'plan/earlier',
      label,
      description: String(earlier.length),
      tooltip: escapeMarkdown(label),
      spoken: `${label}, ${earlier.length}`,
      icon: 'history',
      kind: 'plan.earlier',
      rows: earlier.map((task) => taskRow(task, packs)),
    },
  ];
}

function droppedRows({ dropped, droppedPhases }: PrepPlan, packs: readonly Pack[]): readonly ProgressRow[] {
  if (dropped.length === 0) return [];
  const label = vscode.l10n.t('Left out');
  const phases = droppedPhases.map((phase) => vscode.l10n.t('Of "{0}" nothing fits.', phase.title));
  const why = [
    vscode.l10n.t('There is less time than tasks. Each row says why; tick one that you do all the same.'),
    ...phases,
  ];
  return [
    {
      ...plain,
      id: 'plan/dropped',
      label,
      description: String(dropped.length),
      tooltip: why.map(escapeMarkdown).join('\n\n'),
      spoken: `${label}, ${dropped.length}`,
      icon: 'circle-slash',
      kind: 'plan.dropped',
      rows: dropped.map(({ task, reason }) => {
        const row = taskRow({ task, done: false, day: '' }, packs);
        const words = reasonName(reason);
        return { ...row, tooltip: `${escapeMarkdown(words)}\n\n${row.tooltip}`, spoken: `${row.spoken}, ${words}` };
      }),
    },
  ];
}

/** A task with its checkbox. Opening it opens its question, where it practises one. */
function taskRow({ task, done, day }: PlannedTask, packs: readonly Pack[]): ProgressRow {
  const { key, text, question, phase } = task;
  const when =
    day === '' ? '' : done ? vscode.l10n.t('done on {0}', dateName(day)) : vscode.l10n.t('for {0}', dateName(day));
  const about = [hoursName(task.hours), phase.title, when].filter(Boolean).join(' · ');
  const title = question === undefined ? undefined : questionTitle(question, packs);
  const tooltip = [
    escapeMarkdown(text),
    `*${escapeMarkdown(about)}*`,
    title === undefined ? '' : escapeMarkdown(vscode.l10n.t('Question: {0}', title)),
    claimLine(claimOf(phase.pack, task.told, packs)),
  ];
  return {
    ...plain,
    id: `plan/task/${key}`,
    label: text,
    description: hoursName(task.hours),
    tooltip: tooltip.filter(Boolean).join('\n\n'),
    spoken: [text, about].join(', '),
    kind: title === undefined ? 'plan.task' : 'plan.task.question',
    question: title === undefined ? undefined : question,
    task: key,
    checked: done,
  };
}

function questionTitle(id: NonNullable<PlanTask['question']>, packs: readonly Pack[]): string | undefined {
  return packs.flatMap(({ questions = [] }) => questions).find((question) => question.id === id)?.title;
}

function backgroundRows(plan: PrepPlan, pack: Pack, packs: readonly Pack[]): readonly ProgressRow[] {
  const { background } = plan;
  if (!background) return [];
  if (!background.known) {
    const label = vscode.l10n.t('No background {0}', background.name);
    const known = vscode.l10n.t('The packs of this target know: {0}.', background.names.join(', '));
    return [
      {
        ...plain,
        id: 'plan/background',
        label,
        description: background.nearest ? vscode.l10n.t('perhaps {0}', background.nearest) : '',
        tooltip: escapeMarkdown(known),
        spoken: `${label}. ${known}`,
        icon: 'warning',
        color: 'list.warningForeground',
        kind: 'plan.background',
        command: { id: practiceIds.setTarget, title: vscode.l10n.t('Set target') },
      },
    ];
  }
  const sentence = backgroundSentence(background);
  const facts = factsBehind(pack, background.background, packs).filter(({ against }) => against.length > 0);
  return [
    {
      ...plain,
      id: 'plan/background',
      label: background.background.title,
      description: backgroundRange(background),
      tooltip: [escapeMarkdown(sentence), claimLine(background.claim), facts.flatMap(factLines).join('\n')]
        .filter(Boolean)
        .join('\n\n'),
      spoken: sentence,
      icon: 'person',
      kind: 'plan.background',
    },
  ];
}

function doneName(done: number, all: number): string {
  return vscode.l10n.t('{0} of {1} tasks', done, all);
}
