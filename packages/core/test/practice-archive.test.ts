import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  archiveFileName,
  archiveOf,
  eventFileName,
  eventFileText,
  type PracticeEvent,
  readEvents,
} from '../src/practice/index.ts';
import { answered } from './practice-fixtures.ts';

const event = fc
  .record({
    id: fc.constantFrom('aaaaaaaa', 'bbbbbbbb', 'cccccccc', 'dddddddd', 'eeeeeeee'),
    at: fc.constantFrom('2026-11-21T09:00:00.000Z', '2026-11-22T09:00:00.000Z'),
    right: fc.boolean(),
  })
  .map(answered);
const fileOf = (one: ReturnType<typeof answered>) => ({ name: eventFileName(one), text: eventFileText(one) });
const sorted = (events: readonly PracticeEvent[]) =>
  [...new Set(events.map((one) => JSON.stringify(Object.entries(one).sort())))].sort();

describe('an archive', () => {
  it('gives back every event of its files, each once, also those that differ under one id', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        const archive = archiveOf(events.map(fileOf));
        const reading = readEvents([{ name: 'archive.json', text: archive.text }]);
        expect(reading.problems).toEqual([]);
        expect(sorted(reading.events)).toEqual(sorted(events));
        expect(reading.events).toHaveLength(archive.events);
        expect(new Set(archive.files)).toEqual(new Set(events.map((one) => eventFileName(one))));
      }),
    );
  });

  it('is the same text for the same files in any order, and of an archive with what it holds', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 10 }), (events) => {
        const files = events.map(fileOf);
        const { text } = archiveOf(files);
        expect(archiveOf([...files].reverse()).text).toBe(text);
        expect(archiveOf([{ name: 'archive.json', text }, ...files]).text).toBe(text);
      }),
    );
  });

  it('keeps keys that only a later version knows', () => {
    const text = JSON.stringify({ ...answered({}), mood: 'good' });
    expect(JSON.parse(archiveOf([{ name: 'x.json', text }]).text).events).toEqual([{ ...answered({}), mood: 'good' }]);
  });

  it('does not claim to hold a file that is damaged, in part or as a whole', () => {
    const whole = fileOf(answered({ id: 'aaaaaaaa' }));
    const cut = { name: 'cut.json', text: whole.text.slice(0, 40) };
    const archived = archiveOf([fileOf(answered({ id: 'bbbbbbbb' }))]).text;
    const partly = { name: 'partly.json', text: archived.replace('[', '[{"v": 1, "kind": "card-eaten"},') };
    const archive = archiveOf([whole, cut, partly]);
    expect(archive.files).toEqual([whole.name]);
    expect(archive.events).toBe(2);
    expect(readEvents([partly])).toEqual({
      events: [answered({ id: 'bbbbbbbb' })],
      problems: [
        {
          file: 'partly.json',
          message: 'events.0: This version of Rubricate does not know events of the kind "card-eaten".',
        },
      ],
    });
  });

  it('is named so that it sorts by time among archives and is read as part of a journal', () => {
    expect(archiveFileName({ at: '2026-11-21T08:43:02.123Z', writer: 'beef', id: 'abcdef01' })).toBe(
      'archive-20261121T084302123Z-beef-abcdef01.json',
    );
  });
});
