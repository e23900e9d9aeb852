import { type FaultKind, faultKinds } from '@rubricate/core/labs/incident';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeIncident } from './incident-support.ts';

/** How somebody may tell each kind, in words of their own. `{day}` is the day it began, `{who}` the rows. */
const told: Readonly<Record<FaultKind, string>> = {
  'type-drift': 'Since {day} every dwell_ms of {who} is a string with a unit, such as 1.20s, and no longer a number.',
  rename: 'On {day} the field surface of {who} was renamed: its values now stand in surface_name.',
  meaning: 'From {day} on, dwell_ms of {who} has another definition, because timing begins when the Pin is requested.',
  'null-spike': 'Since {day} many rows of {who} have no session_id: it is null.',
  'clock-skew':
    'From {day} the client_ts of {who} runs ahead of the server by odd minutes, so the device clock is wrong.',
  'time-zone': 'Since {day} client_ts in {who} is written in local time and not in UTC.',
  'late-events': 'Events of {who} that happened on {day} arrived hours late.',
  duplicates: 'Rows of {day} are duplicated: the same session, time and event stand under two values of event_id.',
  'stale-join': 'Since {day} the advertiser_tier comes from an old copy of the advertisers.',
  'missing-sessions': 'Since {day} sessions of {who} are missing from the events, against what the servers counted.',
  sampling: 'Since {day} only a sample of pin_impression events is logged for {who}.',
  'unit-change': 'Since {day} price_micros in {who} is in another unit.',
  'sign-change': 'Since {day} price_micros of {who} is negative.',
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
];

function tell(kind: FaultKind, incident: ReturnType<typeof makeIncident>): string {
  const [fault] = incident.truth.faults;
  const begun = new Date(fault?.start ?? 0);
  return told[kind]
    .replace('{day}', `${begun.getUTCDate()} ${months[begun.getUTCMonth()]}`)
    .replace('{who}', (fault?.cohort ?? []).map(({ value }) => value).join(' '));
}

describe('a diagnosis', () => {
  it.each(faultKinds)('finds %s where it says what, where, when and for whom', (kind) => {
    for (const seed of [2, 31]) {
      const incident = makeIncident({ seed, faults: [kind] });
      const grade = incident.grade(`# Diagnosis\n\n${tell(kind, incident)}\n`);
      const earned = Object.fromEntries(
        (grade.faults[0]?.parts ?? []).map(({ part, earned: points }) => [part, points]),
      );
      expect(earned).toMatchObject({ what: 4, since: 2 });
      expect(earned.who ?? 2).toBe(2);
      expect(grade.claims).toEqual([]);
    }
  });

  it.each(faultKinds)('of %s finds nothing in the data of any other fault', (kind) => {
    const sentence = tell(kind, makeIncident({ seed: 2, faults: [kind] }));
    for (const other of faultKinds) {
      if (other === kind) continue;
      const grade = makeIncident({ seed: 2, rows: 700, faults: [other] }).grade(sentence);
      expect(
        grade.faults.map(({ state }) => state),
        other,
      ).toEqual(['missed']);
      expect(grade.points).toBe(0);
    }
  });

  it('earns nothing by what it denies, leaves open or asks', () => {
    const incident = makeIncident({ seed: 2, faults: ['null-spike'] });
    const day = new Date(incident.truth.faults[0]?.start ?? 0).toISOString().slice(0, 10);
    for (const text of [
      `There are no nulls in session_id since ${day} on any platform.`,
      `A null session_id on ${day} is ruled out.`,
      `## Ruled out\n\nsession_id is null on ${day} in some rows.`,
      `Are there nulls in session_id since ${day}?`,
      'It might be that session_id is null, or that there are duplicates.',
      `> session_id is null since ${day}`,
    ])
      expect(incident.grade(`${text}\n`).points, text).toBe(0);
  });

  it('earns nothing by repeating what came with the incident', () => {
    for (const kind of faultKinds) {
      const incident = makeIncident({ seed: 12, difficulty: 'easy', faults: [kind] });
      const { papers } = incident;
      const pasted = ['brief.md', 'dictionary.md', 'deploy_log.csv', 'schema_history.csv'].map((name) =>
        papers.get(name),
      );
      expect(incident.grade(pasted.join('\n')).points, kind).toBe(0);
      expect(incident.grade(papers.get('diagnosis.md') ?? '').points, kind).toBe(0);
    }
  });

  it('earns nothing by claiming every kind of fault', () => {
    const incident = makeIncident({ seed: 2, difficulty: 'hard' });
    const day = new Date(incident.truth.faults[0]?.start ?? 0).toISOString().slice(0, 10);
    const all = faultKinds.map((kind) => `- ${told[kind].replace('{day}', day).replace('{who}', 'ios android web')}`);
    const grade = incident.grade(all.join('\n'));
    expect(grade.guesses).toBe(true);
    expect(grade.points).toBe(0);
  });

  it('loses points for a red herring told as the cause, and none for one that is ruled out', () => {
    const incident = makeIncident({ seed: 2, faults: ['sign-change'] });
    const [herring] = incident.truth.herrings;
    const found = `${tell('sign-change', incident)}\n\n`;
    const plain = incident.grade(found).points;
    expect(incident.grade(`${found}It was caused by ${herring?.entry.id}.\n`).points).toBe(plain - 2);
    expect(incident.grade(`${found}It was not caused by ${herring?.entry.id}.\n`).points).toBe(plain);
  });

  it('has its figures recomputed, and a wrong share costs a point', () => {
    const incident = makeIncident({ seed: 2, faults: ['null-spike'] });
    const [fault] = incident.truth.faults;
    const at = (name: string): number => incident.truth.table.columns.indexOf(name);
    const rows = incident.rows.filter((row) => fault?.cohort.every(({ column, value }) => row[at(column)] === value));
    const nulls = rows.filter((row) => row[at('session_id')] === null).length;
    const share = Math.round((100 * nulls) / rows.length);
    const text = tell('null-spike', incident).replace('many rows', 'N% of the rows');
    const right = incident.grade(text.replace('N', String(share)));
    const wrong = incident.grade(text.replace('N', String(share - 25)));
    expect(right.figures.map((figure) => figure.right)).toEqual([true]);
    expect(wrong.figures.map((figure) => figure.right)).toEqual([false]);
    expect(Math.round(wrong.figures[0]?.figure.value ?? 0)).toBe(share);
    expect(right.points - wrong.points).toBe(3);
  });

  it('may hold anything without a throw', () => {
    const incident = makeIncident({ seed: 2, rows: 700, difficulty: 'hard' });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => incident.grade(text).points === 0));
  });
});
