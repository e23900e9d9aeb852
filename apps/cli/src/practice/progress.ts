import { cardsToday, deckFor, outlineOf, type PrepPlan } from '@rubricate/core/practice';
import { exitCodes } from '../io.ts';
import type { Printing } from '../print.ts';
import { makeStyle } from '../terminal/style.ts';
import { oneLine } from '../terminal/width.ts';
import { hang, wrap } from '../terminal/wrap.ts';
import { count, heading, type Look, number } from './plan-text.ts';
import { daysText, type PracticeSetting, planFor, practiceSetting } from './setting.ts';

export interface ProgressFlags {
  readonly today?: string;
  readonly format: 'text' | 'json';
}

/** `rubricate progress`: target, days left, rounds, weeks of the plan, cards that are due. */
export async function printProgress(flags: ProgressFlags, printing: Printing): Promise<number> {
  const { io, width, color } = printing;
  const setting = practiceSetting(flags.today, printing);
  if (!setting) return exitCodes.trouble;
  const report = progressReport(setting, flags.today === undefined ? new Date() : noonOf(flags.today));
  const text =
    flags.format === 'json'
      ? JSON.stringify(report.data, undefined, 2)
      : progressLines(report, setting, { style: makeStyle(color), width }).join('\n');
  await io.out(`${text}\n`);
  return setting.troubled ? exitCodes.trouble : exitCodes.reviewed;
}

type ProgressReport = ReturnType<typeof progressReport>;

function progressReport(setting: PracticeSetting, now: Date) {
  const { target, packs, progress, config } = setting;
  const { pack, level } = target;
  const outline = outlineOf({ packs, target: { pack, level: level.id }, progress });
  const plan = planFor(setting, {});
  const rounds = outline.rounds.map(({ round, questions, attempted }) => ({
    id: round.id,
    title: round.title,
    silent: round.silent ?? false,
    attempted,
    questions: questions.map(({ id, state, attempts, last }) => ({
      id,
      state,
      attempts: attempts.length,
      last: last ? { at: last.at, level: last.level, signal: last.review.hire.signal } : null,
    })),
  }));
  const cards = cardsToday(deckFor(pack, level.bar, packs), progress, {
    now: now.getTime(),
    dayStart: new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime(),
    ...(config.interview === undefined ? {} : { interview: new Date(`${config.interview}T00:00:00`).getTime() }),
  });
  return {
    plan,
    data: {
      version: 1,
      pack: pack.id,
      level: level.id,
      today: setting.today,
      interview: config.interview ?? null,
      days: plan?.days ?? null,
      rounds,
      plan: plan ? planData(plan) : null,
      cards,
    },
  };
}

function planData({ tasks, weeks, dropped }: PrepPlan) {
  return {
    ...tasks,
    weeks: weeks.map(({ start, end, tasks: inside }) => ({
      start,
      end,
      done: inside.filter(({ done }) => done).length,
      all: inside.length,
    })),
    dropped: dropped.length,
  };
}

function progressLines({ plan, data }: ProgressReport, { target }: PracticeSetting, look: Look): readonly string[] {
  const { style, width } = look;
  const { rounds, cards } = data;
  const lines = [
    ...wrap(oneLine(`${target.pack.title} · ${target.level.id}`), width).map(style.strong),
    ...wrap(daysText(data.days ?? undefined, data.interview ?? undefined), width).map(style.quiet),
    '',
    heading('Rounds', look),
  ];
  if (rounds.length === 0) lines.push('The pack tells of none.');
  for (const { title, silent, attempted, questions } of rounds) {
    const state = silent
      ? 'the sources are silent'
      : questions.length === 0
        ? 'no questions'
        : `${attempted} of ${questions.length} attempted`;
    lines.push(...hang('', oneLine(`${title}: ${state}`), width));
    for (const { id, attempts, last } of questions)
      if (last)
        lines.push(
          ...hang(
            '  ',
            `${id} · ${count(attempts, 'attempt')}, the last ${last.signal} at ${last.level}`,
            width,
            style.quiet,
          ),
        );
  }
  lines.push('', heading('Plan', look));
  if (!plan) lines.push(...wrap('No pack of this target has a plan.', width));
  else {
    lines.push(`${plan.tasks.done} of ${count(plan.tasks.all, 'task')} done`);
    for (const [index, { start, end, tasks, hours }] of plan.weeks.entries()) {
      const done = tasks.filter((task) => task.done).length;
      const state = tasks.length === 0 ? 'free' : `${done} of ${tasks.length} done`;
      lines.push(
        ...hang(
          '',
          `${index === 0 ? 'This week' : `Week ${index + 1}`}, ${start} to ${end}, ${number(hours)} h: ${state}`,
          width,
        ),
      );
    }
    if (plan.dropped.length > 0)
      lines.push(
        ...wrap(`${count(plan.dropped.length, 'task has', 'tasks have')} no place; "rubricate plan" says why.`, width),
      );
  }
  lines.push('', heading('Cards', look));
  lines.push(`${cards.due} due, ${cards.fresh} new for today, ${cards.answered} answered today`);
  return lines;
}

/** In the middle of a day that was named, whatever the time zone. */
function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00`);
}
