import { debriefPage } from './debrief-scenes.ts';
import type { Scene } from './scenes.ts';
import type { Session } from './session.ts';
import { offerModel } from './stand-in-model.ts';

const grade = (criterion: string, status: string, reason: string, ...quotes: readonly string[]) => ({
  criterion,
  status,
  quotes,
  reason,
});

/** What a model might say of the unfinished answer of the example, one quote made up and one told in other words. */
export const replyToDraft = JSON.stringify({
  grades: [
    grade(
      'system-design/scope',
      'met',
      'It says what is in and what is out.',
      'Ads, search and the notifications that lead people here are out.',
    ),
    grade(
      'system-design/scale-estimate',
      'met',
      'The estimate is carried through to requests per second.',
      '2B pages a day, around 23,000 per second, maybe 60,000 at peak.',
    ),
    grade(
      'system-design/nonfunctional-targets',
      'met',
      'Latency and availability have numbers.',
      'First page under 600 ms at p95',
    ),
    grade('system-design/api', 'met', 'One call, with its cursor.', 'returns pin ids, image keys and the next cursor.'),
    grade('system-design/data-model', 'missing', 'No entity is described with its fields.'),
    grade(
      'system-design/data-flow',
      'met',
      'The path of a request is told.',
      'It asks retrieval for candidates, hands them to the ranker and returns 25 per page with a cursor.',
    ),
    grade(
      'system-design/storage-choice',
      'partial',
      'One store is defended; the feed pages break off.',
      'Pin metadata in MySQL sharded by pin id, since we always read by id and need a save to be durable.',
    ),
    grade(
      'system-design/scale-out',
      'met',
      'Sharding is planned for.',
      'Each shard is replicated in three regions.',
      'sharded by pin id',
    ),
    grade(
      'system-design/hardest-part',
      'met',
      'It names the hardest part and stays with it.',
      "I think this is the hardest part, since most good Pins come from people you don't follow",
    ),
    grade(
      'system-design/deep-dive',
      'partial',
      'Retrieval goes deep; ranking stops after its signals.',
      'HNSW, because recall matters more to me than memory here',
    ),
    grade(
      'system-design/tradeoff',
      'met',
      'The other choice is weighed.',
      'IVF-PQ is smaller, but its recall is worse.',
    ),
    grade(
      'system-design/justified-technology',
      'met',
      'The index is justified by recall.',
      'HNSW, because recall matters more to me than memory here',
    ),
    grade('system-design/precompute-vs-realtime', 'missing', 'The section is still to be written.'),
    grade('system-design/failure-modes', 'missing', 'The section is still to be written.'),
    grade('system-design/degradation', 'missing', 'Nothing says what is served when a part is down.'),
    grade(
      'home-feed/cascade',
      'met',
      'Retrieval, a light model and a heavy one.',
      'A light model keeps 500, and the heavy one orders those.',
    ),
    grade(
      'home-feed/stage-reason',
      'met',
      'The budget of the heavy model is worked out.',
      'at roughly 0.2 ms a Pin, 500 Pins are 100 ms, and that is all the time I can give it.',
    ),
    grade(
      'home-feed/ann-retrieval',
      'met',
      'Embeddings and an index are chosen.',
      'Pins and people are embedded with a two-tower model, 128 dimensions, and we do an ANN lookup.',
    ),
    grade(
      'home-feed/signals',
      'partial',
      'Two signals, then it breaks off.',
      'Signals: save rate of the Pin, topic affinity of the person',
    ),
    grade('home-feed/realtime-intent', 'missing', 'Only a comment asks how the last taps get in.'),
  ],
});

/** Asks the stand-in about the example's draft, and stops at the question whether it may be sent. */
export const askAboutDraft = async (session: Session): Promise<void> => {
  const { workbench, page } = session;
  await workbench.openFile('home-feed-draft.md');
  await page.locator('.codelens-decoration > a').first().waitFor();
  await workbench.palette.run('Rubricate: Second Opinion…');
  await page.locator('.monaco-dialog-box').waitFor();
};

/** Lets the draft go to the stand-in, and waits for its opinion. */
export const agree = async (session: Session): Promise<void> => {
  await session.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Send This Once' }).click();
  await debriefPage(session).locator('h1').waitFor({ timeout: 20_000 });
};

export const labOpinionScenes: readonly Scene[] = [
  {
    name: 'lab-opinion-consent',
    shows: 'What is asked before an answer goes to a language model: to which, and what of it.',
    extension: true,
    prepare: async (session) => {
      await offerModel(session, { reply: replyToDraft });
      await askAboutDraft(session);
      await session.page.waitForTimeout(500);
    },
  },
  {
    name: 'lab-opinion',
    shows: 'A second opinion beside the answer: how often the two agree, and each criterion as either reads it.',
    extension: true,
    prepare: async (session) => {
      await offerModel(session, { reply: replyToDraft });
      await askAboutDraft(session);
      await agree(session);
      await session.page.waitForTimeout(1_000);
    },
  },
  {
    name: 'lab-opinion-differ',
    shows: 'Where the two differ, with the words that each rests on.',
    extension: true,
    prepare: async (session) => {
      await offerModel(session, { reply: replyToDraft });
      await askAboutDraft(session);
      await agree(session);
      await debriefPage(session)
        .locator('#differ')
        .evaluate((heading) => heading.scrollIntoView({ block: 'start' }));
      await session.page.waitForTimeout(500);
    },
  },
];
