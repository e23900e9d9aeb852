import type { Pack, WorkspaceConfig } from '@rubricate/core/model';
import { backgroundsOf, type ChosenTarget, daysBetween } from '@rubricate/core/practice';
import * as vscode from 'vscode';
import { levelTitle, readingName } from '../wording.ts';
import type { AskPage, Leaving, MoveItem, PickPage } from './quiz/quick-input.ts';

/** How the steps are put to the user: pages of the quick input, or what a test answers. */
export interface StepUi {
  pick<Move>(page: PickPage<Move>): Promise<Move | Leaving>;
  ask<Move extends object>(page: AskPage<Move>): Promise<Move | Leaving>;
}

export interface StepFacts {
  readonly packs: readonly Pack[];
  /** What the file says now. */
  readonly config: WorkspaceConfig;
  /** What it aims at now, where that is understood. */
  readonly current: { readonly pack: Pack; readonly level: string } | undefined;
  /** The date where the person is, as `2026-11-21`. */
  readonly today: string;
}

interface Chosen extends Partial<Omit<ChosenTarget, 'company' | 'role'>> {
  readonly pack?: Pack;
}
type Set = { readonly kind: 'set'; readonly chosen: Chosen };
/** A value is to be typed, on a page of its own. */
type Type = { readonly kind: 'type' };
type Move = Set | Type;
type Row = MoveItem<Move>;

interface Step {
  readonly name: string;
  readonly placeholder: string;
  readonly rows: readonly Row[];
  readonly active?: Row | undefined;
  /** For a value that can be typed. */
  readonly typed?: Pick<AskPage<Set>, 'text' | 'placeholder' | 'value' | 'read'>;
}

/** Asks step by step, each with a way back; undefined when a step was closed. What nobody decided is taken out of the file. */
export async function chooseTarget(ui: StepUi, facts: StepFacts): Promise<ChosenTarget | undefined> {
  let chosen: Chosen = {};
  let at = 0;
  for (;;) {
    const steps = stepsOf(chosen, facts);
    const step = steps[at];
    if (!step) break;
    const move = await take(ui, step, { number: at + 1, of: steps.length });
    if (move.kind === 'quit') return undefined;
    if (move.kind === 'back') at -= 1;
    else {
      // What was chosen for another pack does not go with this one.
      chosen = move.chosen.pack ? move.chosen : { ...chosen, ...move.chosen };
      at += 1;
    }
  }
  const { pack, level, ...time } = chosen;
  return pack && level !== undefined ? { company: pack.company, role: pack.role, level, ...time } : undefined;
}

async function take(
  ui: StepUi,
  { name, placeholder, rows, active, typed }: Step,
  { number, of }: { readonly number: number; readonly of: number },
): Promise<Set | Leaving> {
  const title = vscode.l10n.t('Set target ({0} of {1}): {2}', number, of, name);
  for (;;) {
    const move = await ui.pick<Move>({
      title,
      text: placeholder,
      placeholder: '',
      items: rows,
      active,
      canGoBack: number > 1,
    });
    if (move.kind !== 'type') return move;
    if (!typed) continue;
    const set = await ui.ask<Set>({ title, ...typed, canGoBack: true });
    if (set.kind !== 'back') return set;
  }
}

/** The steps; those after the first depend on its pack. */
function stepsOf(chosen: Chosen, facts: StepFacts): readonly Step[] {
  // Before a pack is chosen, one stands for it, so that the number of steps need not change.
  const pack = chosen.pack ?? facts.current?.pack ?? facts.packs[0];
  const backgrounds = pack ? backgroundsOf(pack, facts.packs) : [];
  return [
    packStep(chosen, facts),
    levelStep(chosen, facts),
    dateStep(facts),
    hoursStep(facts),
    ...(backgrounds.length > 0 ? [backgroundStep(backgrounds, facts.config.background)] : []),
  ];
}

function packStep({ pack }: Chosen, { packs, current }: StepFacts): Step {
  const now = pack?.id ?? current?.pack.id;
  // A foundation is what others build on; it is a target only for those whose company has no pack.
  const rank = (one: Pack): number => (one.id === current?.pack.id ? 0 : 2) + (one.extends?.length ? 0 : 1);
  const rows = [...packs]
    .sort((a, b) => rank(a) - rank(b))
    .map((one): Row & { readonly id: string } => ({
      label: one.title,
      description: one.id === current?.pack.id ? vscode.l10n.t('current') : '',
      detail: one.about,
      id: one.id,
      move: { kind: 'set', chosen: { pack: one } },
    }));
  return {
    name: vscode.l10n.t('company and role'),
    placeholder: vscode.l10n.t('Choose the company and role you prepare for'),
    rows,
    active: rows.find(({ id }) => id === now),
  };
}

function levelStep({ pack, level }: Chosen, { current }: StepFacts): Step {
  const now = current?.pack.id === pack?.id ? current?.level : undefined;
  const wanted = level ?? now;
  const rows = (pack?.levels ?? []).map((one): Row & { readonly id: string } => ({
    label: levelTitle(one),
    description: [readingName(one.bar), ...(one.id === now ? [vscode.l10n.t('current')] : [])].join(' · '),
    detail: one.summary,
    id: one.id,
    move: { kind: 'set', chosen: { level: one.id } },
  }));
  return {
    name: vscode.l10n.t('level'),
    placeholder: vscode.l10n.t('Choose the level you aim at'),
    rows,
    active: rows.find(({ id }) => id === wanted),
  };
}

function dateStep({ config: { interview }, today }: StepFacts): Step {
  const keep: readonly Row[] =
    interview === undefined
      ? []
      : [
          {
            label: `$(calendar) ${longDate(interview)}`,
            description: vscode.l10n.t('current'),
            move: { kind: 'set', chosen: { interview } },
          },
        ];
  return {
    name: vscode.l10n.t('interview date'),
    placeholder: vscode.l10n.t('Choose when the interview is; the plan counts its weeks from there'),
    rows: [
      ...keep,
      { label: `$(edit) ${vscode.l10n.t('Enter a date…')}`, move: { kind: 'type' } },
      { label: `$(circle-slash) ${vscode.l10n.t('No date yet')}`, move: { kind: 'set', chosen: { interview: null } } },
    ],
    typed: {
      text: vscode.l10n.t('Year, month, day'),
      placeholder: `${Number(today.slice(0, 4)) + 1}-01-15`,
      value: interview ?? '',
      read(value) {
        const date = value.trim();
        if (!isDate(date)) return vscode.l10n.t('This is no date such as 2027-01-15.');
        if (daysBetween(today, date) < 0) return vscode.l10n.t('That day has passed.');
        return { kind: 'set', chosen: { interview: date } };
      },
    },
  };
}

function hoursStep({ config: { hoursAWeek } }: StepFacts): Step {
  const name = (hours: number): string => vscode.l10n.t('{0} hours a week', hours.toLocaleString(vscode.env.language));
  const keep: readonly Row[] =
    hoursAWeek === undefined
      ? []
      : [
          {
            label: `$(watch) ${name(hoursAWeek)}`,
            description: vscode.l10n.t('current'),
            move: { kind: 'set', chosen: { hoursAWeek } },
          },
        ];
  return {
    name: vscode.l10n.t('hours a week'),
    placeholder: vscode.l10n.t('Choose how many hours a week you have to prepare'),
    rows: [
      ...keep,
      { label: `$(edit) ${vscode.l10n.t('Enter hours…')}`, move: { kind: 'type' } },
      {
        label: `$(circle-slash) ${vscode.l10n.t('Not decided yet')}`,
        move: { kind: 'set', chosen: { hoursAWeek: null } },
      },
    ],
    typed: {
      text: vscode.l10n.t('The hours a week you have to prepare, from 1 to 80'),
      placeholder: '10',
      value: hoursAWeek === undefined ? '' : String(hoursAWeek),
      read(value) {
        const hours = value.trim() === '' ? Number.NaN : Number(value);
        if (!(hours >= 1 && hours <= 80)) return vscode.l10n.t('This is no number from 1 to 80.');
        return { kind: 'set', chosen: { hoursAWeek: hours } };
      },
    },
  };
}

function backgroundStep(backgrounds: ReturnType<typeof backgroundsOf>, current: string | undefined): Step {
  const rows = backgrounds.map(({ id, title, weeks, hoursAWeek }): Row & { readonly id: string } => {
    const range = weeks.min === weeks.max ? String(weeks.min) : `${weeks.min}–${weeks.max}`;
    const claim =
      hoursAWeek === undefined
        ? vscode.l10n.t('{0} weeks', range)
        : vscode.l10n.t('{0} weeks at {1} h', range, hoursAWeek);
    return {
      label: title,
      description: [claim, ...(id === current ? [vscode.l10n.t('current')] : [])].join(' · '),
      id,
      move: { kind: 'set', chosen: { background: id } },
    };
  });
  const none: Row = {
    label: `$(circle-slash) ${vscode.l10n.t('None of these')}`,
    move: { kind: 'set', chosen: { background: null } },
  };
  return {
    name: vscode.l10n.t('background'),
    placeholder: vscode.l10n.t('Choose where you come from; the plan compares its time with what the source claims'),
    rows: [...rows, none],
    active: rows.find(({ id }) => id === current) ?? (current === undefined ? none : undefined),
  };
}

function longDate(date: string): string {
  return new Date(`${date}T12:00:00`).toLocaleDateString(vscode.env.language, { dateStyle: 'full' });
}

/** A day that exists: the 31st of February is read as one of March. */
function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
