import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../src/labs/transcript/index.ts';

const vtt = (...cues: readonly string[]): string => ['WEBVTT', '', ...cues.flatMap((cue) => [cue, ''])].join('\n');
const said = async (text: string) =>
  (await readTranscript(text)).utterances.map(({ start, end, speaker, text: words }) => [start, end, speaker, words]);

describe('captions', () => {
  it('are read with voices, entities and tags', async () => {
    const text = vtt(
      'intro\n00:00:01.000 --> 00:00:02.500 align:start\n<v Ana Lee>Latency &amp; cost <i>both</i> matter, a < b.',
      '00:03.000 --> 00:04.000\n<v.loud Bo>Why?</v>',
    );
    expect(await said(text)).toEqual([
      [1000, 2500, 'Ana Lee', 'Latency & cost both matter, a < b.'],
      [3000, 4000, 'Bo', 'Why?'],
    ]);
  });

  it('are read from SubRip with a byte-order mark, any line ends, no blank line and short times', async () => {
    const text =
      '\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nOne.\r\n2\r\n0:00:03,5 --> 00:00:04,000\r\n{\\an8}- Two.\r\n\r\n3\r00:00:05,000 --> 00:00:06,000\rThree.';
    expect(await said(text)).toEqual([
      [1000, 2000, undefined, 'One.'],
      [3500, 4000, undefined, 'Two.'],
      [5000, 6000, undefined, 'Three.'],
    ]);
  });

  it('tell where one is broken and read the rest', async () => {
    const text = vtt(
      '00:00:02.000 --> 00:00:01.000\nbackwards',
      '00:00:03.000 --> soon\nno time',
      '100:00:00.000 --> 100:00:01.000\nfar away',
      '00:00:04.000 --> 00:00:05.000\nwhole',
    );
    const { problems, utterances } = await readTranscript(text);
    expect(utterances.map((one) => one.text)).toEqual(['whole']);
    expect(problems.map(({ line, message }) => [line, message.split(/[;,]/)[0]])).toEqual([
      [3, 'This caption does not end after it begins'],
      [6, 'This is no time such as 00:12:03.500'],
      [9, 'Times of 100 hours and more are not read'],
    ]);
  });

  it('stand where they stand in the file', async () => {
    const text = vtt('00:01.000 --> 00:02.000\nOne two.', '00:03.000 --> 00:04.000\nThree\nfour.');
    const { utterances } = await readTranscript(text);
    expect(utterances.map(({ at }) => text.slice(at.start, at.end))).toEqual([
      '00:01.000 --> 00:02.000\nOne two.',
      '00:03.000 --> 00:04.000\nThree\nfour.',
    ]);
  });

  it('are put into the order of time', async () => {
    expect(await said(vtt('00:05.000 --> 00:06.000\nB', '00:01.000 --> 00:02.000\nA'))).toEqual([
      [1000, 2000, undefined, 'A'],
      [5000, 6000, undefined, 'B'],
    ]);
  });

  it('that roll are read once', async () => {
    const lines = [
      'so we have',
      'a feed with pins',
      'and each pin has',
      'a board and an owner',
      'um and then we',
      'rank',
    ];
    const cues = lines.flatMap((line, index) => [
      `00:${10 + index * 2}.000 --> 00:${11 + index * 2}.990\n${index > 0 ? `${lines[index - 1]}\n` : ''}${line.replaceAll(' ', '<00:00:01.000><c> ')}</c>`,
      `00:${11 + index * 2}.990 --> 00:${12 + index * 2}.000\n${line}`,
    ]);
    const transcript = await readTranscript(vtt(...cues));
    expect(transcript.isRolling).toBe(true);
    expect(transcript.utterances.map(({ text }) => text)).toEqual(lines);
  });

  it('that grow word by word are read once', async () => {
    const words = 'first we need to know how many users there are'.split(' ');
    const cues = words.map(
      (_, index) => `00:${10 + index}.000 --> 00:${11 + index}.000\n${words.slice(0, index + 1).join(' ')}`,
    );
    const { utterances } = await readTranscript(vtt(...cues));
    expect(utterances.map(({ text }) => text).join(' ')).toBe(words.join(' '));
  });

  it('keep what is truly said twice', async () => {
    const cues = ['Yes.', 'Yes.', 'We cache it.', 'For a minute.', 'Then it expires.', 'So far so good.'];
    const text = vtt(...cues.map((words, index) => `00:${10 + index}.000 --> 00:${11 + index}.000\n${words}`));
    const { utterances, isRolling } = await readTranscript(text);
    expect(isRolling).toBe(false);
    expect(utterances.map((one) => one.text)).toEqual(cues);
  });

  it('name their question and who speaks before a colon', async () => {
    const text = vtt(
      'NOTE question: pinterest/home-feed',
      '00:01.000 --> 00:02.000\nSam: First, the users.',
      '00:02.000 --> 00:03.000\nand then the pins.',
      '00:04.000 --> 00:05.000\nKim: Good.',
      '00:05.000 --> 00:06.000\nSam: Note: nothing is certain.',
      '00:06.000 --> 00:07.000\nKim: Fine.',
    );
    const { question, speakers, utterances } = await readTranscript(text);
    expect(question).toBe('pinterest/home-feed');
    expect(speakers.map(({ name }) => name)).toEqual(['Sam', 'Kim']);
    expect(utterances.map(({ speaker, text: words }) => `${speaker}: ${words}`)).toEqual([
      'Sam: First, the users.',
      'Sam: and then the pins.',
      'Kim: Good.',
      'Sam: Note: nothing is certain.',
      'Kim: Fine.',
    ]);
  });
});

describe('a plain transcript', () => {
  it('may have marks of time and names', async () => {
    const text = '[00:00:05] Sam: We start here.\nand go on.\n[00:00:20] Kim: Why?\n(0:30) Sam: Because.\n';
    expect(await said(text)).toEqual([
      [5000, 20_000, 'Sam', 'We start here. and go on.'],
      [20_000, 30_000, 'Kim', 'Why?'],
      [30_000, undefined, 'Sam', 'Because.'],
    ]);
    expect((await readTranscript(text)).timing).toBe('starts');
  });

  it('may have names and times on lines of their own', async () => {
    expect(await said('Sam  0:05\nWe start here.\n\nKim (0:20)\nWhy?\n')).toEqual([
      [5000, 20_000, 'Sam', 'We start here.'],
      [20_000, undefined, 'Kim', 'Why?'],
    ]);
  });

  it('takes no sentence that ends in a time for a name', async () => {
    const { utterances } = await readTranscript('The batch begins at 5:00\nand it takes an hour.\n');
    expect(utterances.map(({ speaker, text }) => [speaker, text])).toEqual([
      [undefined, 'The batch begins at 5:00'],
      [undefined, 'and it takes an hour.'],
    ]);
  });

  it('may have neither', async () => {
    const transcript = await readTranscript('We start here.\n\nNote: it is a feed.\n');
    expect(transcript.timing).toBe('none');
    expect(transcript.utterances.map(({ speaker, text }) => [speaker, text])).toEqual([
      [undefined, 'We start here.'],
      [undefined, 'Note: it is a feed.'],
    ]);
  });

  it('has no times where its marks run back', async () => {
    const { timing, utterances } = await readTranscript('[0:20] One.\n[0:05] Two.\n');
    expect(timing).toBe('none');
    expect(utterances.every(({ start }) => start === undefined)).toBe(true);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...['WEBVTT', '\n', '\r', '\r\n', '\n\n', '1', '00:00:01.000', ' --> ', '-->', '00:00:02,000', '99:59:59.999'],
    ...[
      '<v Sam>',
      '</v>',
      '<',
      '<c',
      '&amp;',
      '&',
      'NOTE x',
      'STYLE',
      'REGION',
      'Sam: ',
      'words said.',
      '\ufeff',
      '[0:01]',
    ],
    ...['{\\an8}', '\u0000', '\ud800', 'Sam 0:03', '`', '---', '# ', '00:00:99.000', '-00:00:01.000', 'question: a/b'],
  );
  it('is read without a throw, in the order of time and within the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), async (parts) => {
        const text = parts.join('');
        const { utterances, problems } = await readTranscript(text);
        let before = Number.NEGATIVE_INFINITY;
        for (const { start, end, at, text: words } of utterances) {
          expect(words.trim()).not.toBe('');
          expect(at.start >= 0 && at.start < at.end && at.end <= text.length).toBe(true);
          if (start !== undefined && end !== undefined) expect(end).toBeGreaterThanOrEqual(start);
          if (start !== undefined) expect(start).toBeGreaterThanOrEqual(before);
          before = start ?? before;
        }
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { line } of problems) expect(line >= 1 && line <= lines).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('of ten hours is read in little time', async () => {
    const two = (value: number): string => String(value).padStart(2, '0');
    const at = (seconds: number): string =>
      `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.000`;
    const cues = Array.from(
      { length: 12_000 },
      (_, index) => `${at(index * 3)} --> ${at(index * 3 + 3)}\nSo we say it again, number ${index}.`,
    );
    const begun = performance.now();
    const { utterances } = await readTranscript(vtt(...cues));
    expect(utterances).toHaveLength(12_000);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
