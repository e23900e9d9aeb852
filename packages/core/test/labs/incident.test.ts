import {
  clashOf,
  drawScenario,
  type Fault,
  type FaultKind,
  faultKinds,
  incidentHours,
  readTruth,
  truthFile,
} from '@rubricate/core/labs/incident';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeIncident } from './incident-support.ts';

const column = (incident: ReturnType<typeof makeIncident>, name: string): number =>
  incident.truth.table.columns.indexOf(name);

describe('an incident', () => {
  it('is the same, to the byte, for the same seed, and another one for another', () => {
    const [first, again, other] = [makeIncident({ seed: 7 }), makeIncident({ seed: 7 }), makeIncident({ seed: 8 })];
    expect(again.csv).toBe(first.csv);
    expect([...again.papers]).toEqual([...first.papers]);
    expect(other.csv).not.toBe(first.csv);
  });

  it('has about the rows that were asked for, in the order of arrival', () => {
    const incident = makeIncident({ seed: 5, rows: 20_000, faults: ['sign-change'] });
    expect(Math.abs(incident.rows.length - 20_000)).toBeLessThan(2_000);
    const times = incident.rows.map((row) => String(row[column(incident, 'server_ts')]));
    expect(times).toEqual([...times].sort());
  });

  it('has more faults and more herrings the harder it is', () => {
    for (const [difficulty, faults, herrings] of [
      ['easy', 1, 1],
      ['medium', 2, 2],
      ['hard', 3, 4],
    ] as const) {
      const scenario = drawScenario({ seed: 11, difficulty, rows: 1000 });
      expect([scenario.faults.length, scenario.herrings.length]).toEqual([faults, herrings]);
    }
  });

  it('never draws two faults that nobody could tell apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (seed) => {
        const { faults, log, start } = drawScenario({ seed, difficulty: 'hard', rows: 1000 });
        expect(clashOf(faults.map(({ kind }) => kind))).toBeUndefined();
        for (const { cause, start: begins } of faults) {
          expect(log).toContain(cause);
          expect(begins).toBeGreaterThan(start);
        }
        expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
      }),
    );
  });

  it('tells a stakeholder what a dashboard shows, and never the kind of fault or its cause', () => {
    for (const kind of faultKinds) {
      const { papers, truth } = makeIncident({ seed: 21, rows: 700, faults: [kind] });
      const brief = papers.get('brief.md') ?? '';
      expect(brief).not.toContain(truth.faults[0]?.cause?.id);
      expect(brief).not.toMatch(/\b(null|duplicate|renamed|time zone|stale|sampled|unit|skew)\b/i);
    }
  });

  it('holds only the rows of hours to come', () => {
    const scenario = drawScenario({ seed: 3, difficulty: 'hard', rows: 200_000 });
    const most = Math.max(...[...incidentHours(scenario, new Map())].map((rows) => rows.length));
    // An hour in the evening is busier than the mean of 336, and a replay writes half a day within one.
    expect(most).toBeLessThan(200_000 / 20);
  });
});

describe('a fault', () => {
  const share = (
    fault: Fault,
    seed: number,
    isHit: (row: readonly unknown[], at: (name: string) => number) => boolean,
  ) => {
    const incident = makeIncident({ seed, faults: [fault.kind] });
    const at = (name: string): number => column(incident, name);
    const time = at('server_ts');
    const within = incident.rows.filter((row) => {
      const when = Date.parse(String(row[time]));
      return (
        when >= fault.start &&
        (fault.end === null || when < fault.end) &&
        fault.cohort.every((cut) => String(row[at(cut.column)]) === cut.value)
      );
    });
    const outside = incident.rows.filter((row) => Date.parse(String(row[time])) < fault.start);
    const of = (rows: typeof within): number => rows.filter((row) => isHit(row, at)).length / Math.max(1, rows.length);
    return { within: of(within), outside: of(outside) };
  };
  const faultOf = (kind: FaultKind, seed: number): Fault => {
    const [fault] = makeIncident({ seed, rows: 700, faults: [kind] }).truth.faults;
    if (!fault) throw new Error('No fault was drawn.');
    return fault;
  };

  it('empties the share of a field that it was drawn with, and nothing before', () => {
    const fault = faultOf('null-spike', 4);
    const { within, outside } = share(fault, 4, (row, at) => row[at('session_id')] === null);
    expect(within).toBeCloseTo(fault.size, 1);
    expect(outside).toBe(0);
  });

  it('turns prices round for one platform, from an hour on', () => {
    const { within, outside } = share(faultOf('sign-change', 4), 4, (row, at) => Number(row[at('price_micros')]) < 0);
    expect(within).toBeGreaterThan(0.05);
    expect(outside).toBe(0);
  });

  it('moves times by whole hours where it is a time zone', () => {
    const fault = faultOf('time-zone', 4);
    const apart = (row: readonly unknown[], at: (name: string) => number): number =>
      (Date.parse(String(row[at('client_ts')])) - Date.parse(String(row[at('server_ts')]))) / 3_600_000;
    const { within } = share(fault, 4, (row, at) => Math.abs(apart(row, at) - fault.size) < 0.01);
    expect(within).toBe(1);
  });
});

describe('the truth', () => {
  it('cannot be read at a glance, and says so when it is damaged', () => {
    const { papers, truth } = makeIncident({ seed: 9, rows: 700 });
    const sealed = papers.get(truthFile) ?? '';
    expect(sealed).not.toContain(truth.faults[0]?.field);
    expect(readTruth(sealed)).toEqual(truth);
    expect(readTruth(sealed.replaceAll('\n', '\r\n'))).toEqual(truth);
    expect(readTruth(sealed.slice(0, -10))).toBeUndefined();
    expect(readTruth(sealed.replace(/[a-y](?=\n$)/, 'z'))).toBeUndefined();
    expect(readTruth('')).toBeUndefined();
  });

  it('is refused whatever else stands in its place, without a throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readTruth(text) === undefined));
  });
});
