/** Passages on failures, in the words of candidates of many kinds: what answers a failure, and what only seems to. */
export interface Passage {
  readonly name: string;
  readonly drill: string;
  readonly question: string;
  readonly text: string;
}

const shortener = 'foundations/url-shortener';
const chat = 'foundations/chat';
const feed = 'pinterest/home-feed';
const incident = 'pinterest/data-quality-incident';

export const closing: readonly Passage[] = [
  {
    name: 'a paragraph below nothing in particular',
    drill: 'foundations/cache-wiped',
    question: shortener,
    text: `When the cache comes back empty, all 40,000 reads a second reach the store, and people wait about two seconds instead of 20 ms. An alert on the hit rate fires below 60% for 30 seconds and pages the on-call engineer. Meanwhile we serve the most popular links from a static list held in memory and refuse anonymous previews. Each node is warmed from the store at 2,000 keys a second, oldest first, until the hit rate is back above 95%.`,
  },
  {
    name: 'a list below a heading that names it',
    drill: 'foundations/cache-wiped',
    question: shortener,
    text: `### If Redis is wiped

- Every redirect now goes to the store, so users wait 400 ms where it was 15 ms, and one in ten times out.
- The drop in hit rate trips an alarm after 20 seconds, well before error counts move.
- For that time the edge keeps serving stale redirects up to an hour old.
- One request per key refills the entry, so that the store sees each miss once; the cache is warm again within 12 minutes.`,
  },
  {
    name: 'a row of a table',
    drill: 'foundations/cache-wiped',
    question: shortener,
    text: `| Failure | Who notices | What shows it | Meanwhile | Back to normal |
|---|---|---|---|---|
| The cache is empty after a failover | users wait 2 s on every read | alert when the hit rate is under 60% for a minute | the edge serves stale redirects from its own copy | each shard is warmed from the store in batches within ten minutes |`,
  },
  {
    name: 'below the comment of the failure, over two paragraphs',
    drill: 'foundations/queue-six-hours',
    question: 'foundations/news-feed',
    text: `<!-- drill foundations/queue-six-hours: The consumers stopped overnight. -->

With the queue six hours behind, followers of two million authors see posts from last night and nothing newer. We page at 02:00 already, since the alert watches the age of the oldest message and fires at ten minutes.

Until then the feed service falls back to reading recent posts of the 50 closest authors directly. Consumers are tripled and the backlog is drained newest first, at 30,000 messages a second, which takes 90 minutes.`,
  },
  {
    name: 'an item with items below it',
    drill: 'foundations/queue-six-hours',
    question: 'foundations/news-feed',
    text: `- The click queue falls six hours behind:
  - Reports of 3,000 advertisers miss a whole night, and they see old totals in the morning.
  - The lag alert pages at 15 minutes of delay, measured as the age of the oldest message.
  - The dashboard keeps yesterday's totals and shows a banner with their age.
  - Workers replay the log from the last committed offset, in order by account, in about two hours.`,
  },
  {
    name: 'a sentence that introduces a list',
    drill: 'foundations/replica-lag',
    question: shortener,
    text: `If the replicas lag 90 seconds behind the primary, four things hold:

1. A person who has just made a link opens it and gets an error; about 2% of all reads are so young.
2. Replication delay above five seconds raises an alert for the database team within a minute.
3. Reads of links younger than two minutes are routed to the primary, and the rest still go to replicas.
4. The migration is paused, and the replicas catch up from the log until the delay is under a second.`,
  },
  {
    name: 'a lost region',
    drill: 'foundations/region-gone',
    question: chat,
    text: `## When a region goes down

About 40% of users lose their connections and cannot send for some 90 seconds. Three failing probes from outside within 30 seconds page us and start the move. The second region accepts them with history read-only and without presence, which halves its load. When the first one is healthy again, its writes are merged by message id, and traffic is moved back in steps of 10 percent.`,
  },
  {
    name: 'messages handled twice',
    drill: 'foundations/double-delivery',
    question: 'foundations/payment-ledger',
    text: `A payment event that is delivered twice would charge 3% of customers twice within those twenty minutes. A check compares charges with orders each minute and alerts when the difference is above zero. The ledger refuses the second entry by its idempotency key and keeps answering with the existing result. Doubled side effects from before are found by key in the ledger, and each customer is refunded within the hour.`,
  },
  {
    name: 'a poisoned message',
    drill: 'foundations/poisoned-message',
    question: chat,
    text: `A poisoned message stops its partition: 2,000 conversations wait, and nobody in them sees anything new. The consumer restarts are counted, and three crashes at the same offset within a minute page the owner. After the third attempt the message goes to a dead letter topic and all others continue. Once fixed, the messages set aside are replayed in order by conversation, before new ones.`,
  },
  {
    name: 'a connection server, with a run-in title',
    drill: 'foundations/chat-connection-server',
    question: chat,
    text: `**A gateway node dies.** Half a million people lose their connection, and messages to them would wait up to 60 seconds. Its heartbeat is missed after 5 seconds, which fires an alert and removes it from the registry. In the meantime senders see one tick and the message is kept in the store of the recipient's last known inbox. Clients reconnect with jitter over 30 seconds and resync from the last sequence number they saw.`,
  },
  {
    name: 'an index that has grown old',
    drill: 'pinterest-software-engineer/ann-index-stale',
    question: feed,
    text: `When the ANN index is stale by twelve hours, people miss all Pins of today, some 15% of what they would be shown. The age of the index is a metric of its own, and it pages at three hours. Candidates of the last day come from the follow graph and the trending list, which still serve recent Pins. The missing half day is replayed from the log into a delta index within 20 minutes, before the next full build.`,
  },
  {
    name: 'a ranker that stops',
    drill: 'pinterest-software-engineer/recommender-down-at-peak',
    question: feed,
    text: `If the ranking service goes down at peak, every feed request would time out after 300 ms for 12 million users. The breaker trips when errors pass 20% for ten seconds, and the same signal pages the ranking team. The feed falls back to candidates in the order of retrieval, with the cached popular list in front. Callers are let back gradually, 5 percent at a time, so that the service recovers without a wave of retries.`,
  },
  {
    name: 'nulls in a field',
    drill: 'pinterest-data-pm/null-spike',
    question: incident,
    text: `Nulls rise to 14% in board_id overnight, so one in seven saves is lost to the ranking model and its predictions are wrong for them. A check on the null share per platform alerts at 2% against a baseline of 28 days. The model keeps reading the last good snapshot, marked as a day old. The affected rows are backfilled from the raw log by event id, once the parser is fixed.`,
  },
];

export const open: readonly Passage[] = [
  {
    name: 'generic assurance',
    drill: 'foundations/cache-wiped',
    question: shortener,
    text: 'If the cache is empty, we monitor everything and have backups. The system is highly available and fault tolerant, so users are not affected. It recovers automatically.',
  },
  {
    name: 'generic assurance with a number',
    drill: 'foundations/cache-wiped',
    question: shortener,
    text: 'When the cache comes back empty we have alerts, retries and 99.99% availability. Everything is replicated three times. The service degrades gracefully. We then go back to normal quickly.',
  },
  {
    name: 'everything denied',
    drill: 'foundations/cache-wiped',
    question: shortener,
    text: 'When the cache comes back empty, no reader waits two seconds. We do not alert on the hit rate below 60%. We would not serve stale redirects from the edge. We never warm the nodes from the store in batches.',
  },
  {
    name: 'everything put off',
    drill: 'foundations/cache-wiped',
    question: shortener,
    text: 'When the cache comes back empty, how long readers wait is to be decided. An alert on a hit rate of 60% would be figured out later. Which stale redirects the edge serves would be decided later. Warming nodes from the store in batches is left as an exercise.',
  },
  {
    name: 'the text of another failure',
    drill: 'foundations/cache-wiped',
    question: shortener,
    text: 'If the replicas lag 90 seconds behind the primary, a person who has just made a link gets an error on 2% of reads. Replication delay above five seconds raises an alert. Young links are routed to the primary. The replicas catch up from the log until the delay is under a second.',
  },
  {
    name: 'one sentence on it, then the text of another failure',
    drill: 'foundations/cache-wiped',
    question: shortener,
    text: 'A failover may leave us with an empty cache. If the replicas lag 90 seconds behind, a person who has just made a link gets an error on 2% of reads. Replication delay above five seconds raises an alert within a minute. Young links are routed to the primary, the rest still go to replicas. The replicas catch up from the log until the delay is under a second.',
  },
  {
    name: 'a good answer to another failure below the comment',
    drill: 'foundations/queue-six-hours',
    question: 'foundations/news-feed',
    text: `<!-- drill foundations/queue-six-hours: The consumers stopped overnight. -->

When the cache comes back empty, all 40,000 reads a second reach the store, and people wait about two seconds. An alert on the hit rate fires below 60% for 30 seconds. Meanwhile we serve the most popular posts from a static list held in memory. Each node is warmed from the store at 2,000 keys a second, oldest first.`,
  },
  {
    name: 'impact and detection only',
    drill: 'foundations/queue-six-hours',
    question: 'foundations/news-feed',
    text: 'With the queue six hours behind, followers of two million authors see posts from last night. We page at 02:00 already, since the alert watches the age of the oldest message and fires at ten minutes.',
  },
  {
    name: 'all of it asked and nothing answered',
    drill: 'foundations/queue-six-hours',
    question: 'foundations/news-feed',
    text: 'What do users see when the queue is six hours behind? Which alert on the age of the oldest message pages us within ten minutes? Which older posts do we still show from the cache? How is the backlog drained in order, newest first, within two hours?',
  },
  {
    name: 'the failure copied back with what it asks',
    drill: 'foundations/queue-six-hours',
    question: 'foundations/news-feed',
    text: `The consumers stopped overnight. It is 08:00, the oldest message is six hours old, and new ones come in at two thirds of the rate at which the consumers can work.

- What users see that is six hours old, and what of it nobody needs any more
- How long it takes to catch up at that rate, and what shortens it
- Which messages go first, and which are dropped or merged
- Which alert should have fired at 02:00, and why the age of the oldest message says more than the depth`,
  },
  {
    name: 'a row of terms',
    drill: 'foundations/region-gone',
    question: chat,
    text: 'Region goes down: users, errors, latency, 40%, alert, p99, five minutes, fallback, stale, read-only, second region, failover, replay, log, backfill, reconcile, batch, snapshot.',
  },
  {
    name: 'advice to somebody else',
    drill: 'foundations/region-gone',
    question: chat,
    text: 'Make sure that when a region goes down users wait less than a minute. You should alert on three failing probes within 30 seconds. Remember to serve history read-only from the second region. Make sure to merge its writes by message id, in steps.',
  },
  {
    name: 'left out on purpose',
    drill: 'foundations/region-gone',
    question: chat,
    text: `## Out of scope

- When a region goes down, 40% of users lose their connections for 90 seconds.
- Three failing probes within 30 seconds page us.
- The second region keeps history read-only.
- Writes are merged by message id, in steps of 10 percent.`,
  },
  {
    name: 'one long sentence for everything',
    drill: 'foundations/double-delivery',
    question: 'foundations/payment-ledger',
    text: 'If an event is delivered twice, customers are charged twice at a rate of 3%, an alert on the difference fires within a minute, the ledger still answers with the existing entry, and each customer is refunded from the ledger by key.',
  },
  {
    name: 'the component without the failure',
    drill: 'foundations/poisoned-message',
    question: chat,
    text: 'Messages wait in Kafka for two seconds at most. Consumer lag above 10,000 pages the owner within a minute. Consumers continue with the rest of the batch. A consumer that restarts resumes from the last offset, in order.',
  },
  {
    name: 'a frame left unfilled',
    drill: 'foundations/chat-connection-server',
    question: chat,
    text: 'When a gateway node dies, [how many] people lose ___ connections. An alert on <metric> fires after ___ seconds. Meanwhile we still serve {{what}} from the last copy. Clients resync from the ___ until TODO.',
  },
  {
    name: 'hidden in a comment',
    drill: 'pinterest-software-engineer/ann-index-stale',
    question: feed,
    text: `The ANN index is stale by twelve hours.

<!-- People miss all Pins of today, some 15%. The age of the index pages at three hours. The trending list still serves recent Pins. The missing half day is replayed from the log within 20 minutes. -->`,
  },
  {
    name: 'quoted from somebody else',
    drill: 'pinterest-software-engineer/recommender-down-at-peak',
    question: feed,
    text: `> If the ranking service goes down at peak, every feed request would time out after 300 ms for 12 million users. The breaker trips when errors pass 20% for ten seconds, and pages the team. The feed falls back to the cached popular list. Callers are let back gradually, 5 percent at a time.`,
  },
  {
    name: 'no recovery',
    drill: 'pinterest-data-pm/null-spike',
    question: incident,
    text: 'Nulls rise to 14% in board_id overnight, so one in seven saves is lost to the ranking model. A check on the null share per platform alerts at 2%. The model keeps reading the last good snapshot, marked as a day old. We then talk to the team.',
  },
  {
    name: 'no number in what detects it',
    drill: 'pinterest-data-pm/null-spike',
    question: incident,
    text: 'Nulls rise to 14% in board_id overnight, so one in seven saves is lost to the ranking model. Our checks would alert somebody. The model keeps reading the last good snapshot. The affected rows are backfilled from the raw log by event id.',
  },
  {
    name: 'an answer somewhere else in the text',
    drill: 'foundations/replica-lag',
    question: shortener,
    text: `The replicas lag behind the primary from time to time.

A person who has just made a link opens it and gets an error; about 2% of all reads are so young. Delay above five seconds raises an alert for the database team within a minute. Young links are routed to the primary, and the rest still go to replicas. Then they catch up from the log until the delay is under a second.`,
  },
];
