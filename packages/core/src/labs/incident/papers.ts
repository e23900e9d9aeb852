import type { SessionCounts } from './events.ts';
import { kindSpecs } from './kinds.ts';
import type { Cut, Lookups, Truth } from './model.ts';
import type { Scenario } from './scenario.ts';
import { seal, truthFile } from './seal.ts';
import { csvLine, lookupsOf, tableOf } from './stream.ts';
import { columnNotes, columns, countries, day, dayOf, daysCovered, minute, readable, stamp } from './world.ts';

/** A small file of an incident. */
export interface Paper {
  readonly name: string;
  readonly text: string;
}

/** The file that a candidate writes into. */
export const diagnosisFile = 'diagnosis.md';
/** What the candidate reads first. */
export const briefFile = 'brief.md';
/** The rows of an incident. */
export const dataFile = 'events.csv';

/** Everything of an incident but its rows: what is told, what was logged, and the truth. */
export function papersOf(scenario: Scenario, sessions: SessionCounts): readonly Paper[] {
  const lookups = lookupsOf(scenario, sessions);
  const told: readonly Paper[] = [
    { name: briefFile, text: brief(scenario) },
    { name: 'dictionary.md', text: dictionary(scenario) },
    { name: 'deploy_log.csv', text: deployLog(scenario) },
    { name: 'schema_history.csv', text: schemaHistory(scenario) },
  ];
  const truth: Truth = {
    ...{ version: 1, seed: scenario.seed, difficulty: scenario.difficulty, data: dataFile, table: tableOf(scenario) },
    ...{ faults: scenario.faults, herrings: scenario.herrings, lookups, given: told.map(({ text }) => text) },
  };
  return [
    ...told,
    { name: 'server_sessions.csv', text: serverSessions(lookups) },
    { name: 'advertisers.csv', text: advertisers(lookups) },
    { name: diagnosisFile, text: diagnosisTemplate() },
    { name: truthFile, text: seal(truth) },
  ];
}

function brief(scenario: Scenario): string {
  const last = scenario.start + daysCovered * day;
  const symptoms = scenario.faults.map(({ kind, cohort }) =>
    kindSpecs[kind].symptom.replace('{who}', told(cohort.find(({ column }) => column === 'platform'))),
  );
  return `# Incident ${scenario.seed}

You own the events table of an app in which people save pictures, called Pins, to boards. This is what reached you:

${symptoms.map((symptom) => `- "${symptom}"`).join('\n')}

The files beside this one cover ${dayOf(scenario.start)} to ${dayOf(last - day)}, all times in UTC.

| file | what it holds |
| --- | --- |
| events.csv, events.jsonl | the events, in the order in which they arrived; both hold the same rows |
| dictionary.md | what each column means |
| schema_history.csv | changes of the table that were registered |
| deploy_log.csv | what was deployed, and what the pipelines and the calendar say |
| server_sessions.csv | sessions by day as the servers counted them, without the app's logging |
| advertisers.csv | the tiers of advertisers, with the time from which each holds |

Explore them with whatever you like: a spreadsheet, SQL, a notebook. Not everything in the log has to do with it, and what
was reported may have more than one cause.

Write into diagnosis.md what is wrong (which column, which rows, since when, how much), what brought it, what you ruled
out, how you contain and repair it, and what stops the next one.
`;
}

function told(cut: Cut | undefined): string {
  const names: Readonly<Record<string, string>> = { ios: 'iPhones', android: 'Android phones', web: 'browsers' };
  return names[cut?.value ?? ''] ?? 'many people';
}

function dictionary(scenario: Scenario): string {
  const rows = columns.map((column) => `| ${column} | ${columnNotes[column]} |`);
  return `# Dictionary of the events table

| column | what it holds |
| --- | --- |
${rows.join('\n')}

An empty cell means that the value is not known or does not apply. Countries: ${countries
    .map(({ code, name }) => `${code} ${name}`)
    .join(', ')}. Numbers were agreed on when the table was made, ${dayOf(scenario.start - 400 * day)}.
`;
}

function deployLog(scenario: Scenario): string {
  const lines = scenario.log.map(({ at, id, service, who, change }) => csvLine([stamp(at), id, service, who, change]));
  return csvLine(['at', 'id', 'service', 'who', 'change']) + lines.join('');
}

function schemaHistory(scenario: Scenario): string {
  const from = scenario.start - 400 * day;
  const later = scenario.faults
    .filter(({ to }) => to !== undefined)
    .map(
      ({ start, to }) =>
        [start + 40 * minute, 'auto', `column ${to} added: text, nullable (seen in a payload)`] as const,
    );
  const entries = [
    [from, 'data platform', 'table created'],
    [scenario.start - 120 * day, 'ads team', 'columns advertiser_id, advertiser_tier, price_micros added'],
    [scenario.start - 33 * day, 'client team', 'dwell_ms added: whole number, milliseconds'],
    [scenario.start + 2 * day, 'data platform', 'comment of column user_id corrected; no change of values'],
    ...later,
  ] as const;
  return csvLine(['at', 'by', 'change']) + entries.map(([at, by, change]) => csvLine([stamp(at), by, change])).join('');
}

function serverSessions({ sessions }: Lookups): string {
  const lines = Object.entries(sessions).map(([key, count]) => csvLine([...key.split('|'), count]));
  return csvLine(['day', 'platform', 'app_version', 'sessions']) + lines.join('');
}

function advertisers({ tiers }: Lookups): string {
  const lines = Object.entries(tiers).flatMap(([id, periods]) =>
    periods.map(([from, tier]) => csvLine([id, tier, readable(from).slice(0, 16)])),
  );
  return csvLine(['advertiser_id', 'tier', 'valid_from']) + lines.join('');
}

/** What a candidate begins with: headings, and comments that no reader of the diagnosis sees. */
export function diagnosisTemplate(): string {
  return `---
rubric: data-incident
---

# Diagnosis

## Symptom

<!-- Which column, which rows, since when, by how much against what it was before. -->

## Root cause

<!-- Which change brought it, and what in the data says so. One part for each fault. -->

## Ruled out

<!-- What looked like a cause and is none, and how you know. -->

## Containment and repair

<!-- What you stop now; how the bad rows are made good, and how you know that it worked. -->

## Prevention

<!-- The check that would have stopped it, where it runs, and what happens when it fails. -->
`;
}
