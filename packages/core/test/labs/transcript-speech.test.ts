import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTranscript } from '../../src/labs/transcript/index.ts';
import { type Speech, speechOf } from '../../src/labs/transcript/speech.ts';
import { asSaid, pieceAt, spokenAnswer } from '../../src/labs/transcript/spoken-answer.ts';
import { candidateOf } from '../../src/labs/transcript/transcript.ts';

/** Captions of `[start, end, text]` in seconds. */
const captions = (...cues: readonly (readonly [number, number, string])[]): string => {
  const at = (seconds: number): string =>
    `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${(seconds % 60).toFixed(3).padStart(6, '0')}`;
  return ['WEBVTT', '', ...cues.map(([start, end, text]) => `${at(start)} --> ${at(end)}\n${text}\n`)].join('\n');
};

const speak = async (text: string, speaker?: string): Promise<{ readonly speech: Speech; readonly text: string }> => {
  const transcript = await readTranscript(text);
  const candidate = candidateOf(transcript, speaker);
  if (!candidate) throw new Error('nobody');
  const spoken = spokenAnswer(transcript, candidate);
  return { speech: speechOf(transcript, candidate, spoken), text: spoken.answer.text };
};

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('silences', () => {
  it('are gaps of more than four seconds in which nobody speaks', async () => {
    const { speech } = await speak(
      captions(
        [0, 10, '<v Sam>One.'],
        [14, 15, '<v Sam>Two, after exactly four seconds.'],
        [16, 30, '<v Kim>I speak meanwhile.'],
        [31, 32, '<v Sam>Three.'],
        [37, 38, '<v Kim>After five.'],
        [46, 47, '<v Sam>After eight.'],
        [60, 61, '<v Sam>After thirteen.'],
      ),
      'Sam',
    );
    expect(speech.silences?.map(({ start, end }) => [start, end])).toEqual([
      [32_000, 37_000],
      [38_000, 46_000],
      [47_000, 60_000],
    ]);
    expect(speech.medianSilence).toBe(8_000);
  });

  it('are none where captions overlap, and their time counts once', async () => {
    const { speech } = await speak(captions([0, 20, 'A long one.'], [1, 2, 'Inside.'], [21, 22, 'Behind.']));
    expect(speech.silences).toEqual([]);
    expect(speech.medianSilence).toBeUndefined();
    expect(speech.speaking).toBe(21_000);
  });

  it('are not known without times', async () => {
    const { speech } = await speak('Sam: One.\nKim: Two.\n');
    expect([speech.silences, speech.speaking, speech.rate]).toEqual([undefined, undefined, undefined]);
  });
});

it('the speaking rate is the median over half minutes of speech', async () => {
  const cue = (start: number, count: number) => [start, start + 30, words(count)] as const;
  const { speech } = await speak(captions(cue(0, 60), cue(40, 80), cue(80, 200)));
  // 120, 160 and 400 words a minute.
  expect(speech.rate).toEqual({ median: 160, windows: 3 });
});

describe('fillers and hedges', () => {
  const counts = async (text: string): Promise<string> =>
    (await speak(text)).speech.fillers.map(({ phrase, count }) => `${phrase} ${count}`).join(', ');

  it.each([
    ['Um, it is, like, slow. Uh, you know, basically.', 'um 1, uh 1, like 1, you know 1, basically 1'],
    ['It works like a cache. I like it. Databases like Redis, like that one. I would like to.', ''],
    ['And like then we rank.', 'like 1'],
    ['Do you know the rate? As you know, it is high. You know what I want.', ''],
    ['It is sort of slow. This sort of index. What sort of users?', 'sort of 1'],
    ['What I mean is this. I mean, it is slow.', 'i mean 1'],
    ['The error is in the summer.', ''],
  ])('%s', async (text, expected) => {
    expect(await counts(text)).toBe(expected);
  });

  it('hedges are told from kinds', async () => {
    const { speech } = await speak('Maybe it is kind of slow, I think. This kind of index is what kind of index?');
    expect(speech.hedges).toEqual([
      { phrase: 'maybe', count: 1 },
      { phrase: 'i think', count: 1 },
      { phrase: 'kind of', count: 1 },
    ]);
  });
});

describe('the first clarifying question', () => {
  const first = async (...cues: readonly (readonly [number, number, string])[]): Promise<number | undefined> =>
    (await speak(captions(...cues), 'Sam')).speech.firstQuestion?.at;

  it('is the candidate’s, and no small talk', async () => {
    expect(
      await first(
        [0, 1, '<v Sam>Hi, can you hear me well?'],
        [2, 3, '<v Kim>Yes. Can you design a feed for me?'],
        [5, 6, '<v Sam>Does that make sense to you?'],
        [7, 8, '<v Kim>Sure.'],
        [9, 10, '<v Sam>How many users do we have?'],
        [11, 12, '<v Kim>Many.'],
      ),
    ).toBe(9_000);
  });

  it('is not one that the candidate goes on to answer', async () => {
    expect(
      await first(
        [0, 1, '<v Kim>Go on with it then.'],
        [2, 6, '<v Sam>So what happens when the cache is down? We read the store. It is slower. But it works.'],
        [7, 8, '<v Kim>Good.'],
      ),
    ).toBeUndefined();
  });

  it('is known by its words where nothing is marked', async () => {
    const filler = words(80);
    expect(
      await first(
        [0, 20, `<v Sam>${filler}`],
        [22, 24, '<v Sam>so how many users do we have'],
        [25, 26, '<v Kim>many'],
        [27, 28, '<v Sam>what i would do is cache'],
      ),
    ).toBe(22_000);
  });
});

describe('the longest monologue', () => {
  it('ends where the other speaks or a question is put, and not at a mere sound', async () => {
    const { speech } = await speak(
      captions(
        [0, 10, '<v Sam>One two three.'],
        [10, 11, '<v Kim>Mm-hmm.'],
        [11, 30, '<v Sam>Four five six.'],
        [31, 33, '<v Sam>Is that what you want?'],
        [34, 40, '<v Sam>Seven.'],
        [41, 44, '<v Kim>Let me ask about this.'],
        [45, 60, '<v Sam>Eight.'],
      ),
      'Sam',
    );
    expect(speech.monologue).toMatchObject({ start: 0, end: 30_000, words: 6 });
  });
});

it('a decision has a reason in its sentence or the next', async () => {
  const { speech, text } = await speak(
    "I'd use Redis because it is fast. We'll use Kafka. That way writes do not wait. Let's go with Postgres. It is blue. Should we use Spark?",
  );
  expect(
    speech.decisions.map(({ sentence, hasReason }) => [text.slice(sentence.start, sentence.end), hasReason]),
  ).toEqual([
    ["I'd use Redis because it is fast.", true],
    ["We'll use Kafka.", true],
    ["Let's go with Postgres.", false],
  ]);
});

describe('the text that is reviewed', () => {
  it('has only what the candidate says, a paragraph a turn, and nothing in it is mark-up', async () => {
    const { text } = await speak(
      captions([0, 1, '<v Sam># First &lt;b&gt; and `code`.'], [2, 3, '<v Kim>And?'], [4, 5, '<v Sam>1. Then more.']),
      'Sam',
    );
    expect(text).toBe('\\# First \\<b> and \\`code\\`.\n\n1\\. Then more.\n');
  });

  it('is cut into sentences at pauses where nothing is marked', async () => {
    const { text } = await speak(captions([0, 9, words(40)], [9.1, 18, words(40)], [19, 20, 'and then this']));
    expect(text).toBe(`${words(40)}. W${words(40).slice(1)}. And then this\n`);
  });

  it('leads from every word back to the caption it was said in', async () => {
    const line = fc.constantFrom(
      ...[
        'We cache it.',
        '# and',
        '1. one',
        '- dash',
        'a &lt; b',
        '`code`',
        '> so',
        'what is it?',
        '---',
        'and then',
        '\\',
      ],
    );
    const cue = fc.record({ line, gap: fc.integer({ min: 0, max: 9 }), own: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(cue, { minLength: 1, maxLength: 30 }), async (cues) => {
        let at = 0;
        const placed = cues.map(({ line: said, gap, own }) => {
          at += gap + 1;
          return [at - 1, at, `<v ${own ? 'Sam' : 'Kim'}>${said}`] as const;
        });
        const transcript = await readTranscript(captions(...placed));
        const candidate = candidateOf(transcript, 'Sam');
        if (!candidate) return;
        const { answer, pieces } = spokenAnswer(transcript, candidate);
        expect(answer.frontMatter).toBeUndefined();
        for (const piece of pieces) {
          const said = transcript.utterances[piece.utterance];
          expect(said?.speaker).toBe('Sam');
          expect(asSaid(answer.slice(piece.start, piece.end)).toLowerCase()).toBe(said?.text.toLowerCase());
          expect(pieceAt(pieces, piece.start)).toBe(piece);
          expect(pieceAt(pieces, piece.end - 1)).toBe(piece);
        }
        const blocks = answer.chunks.flatMap(({ chunk }) => chunk.blocks.map(({ analysis }) => analysis.kind));
        expect(blocks.every((kind) => kind === 'paragraph')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
