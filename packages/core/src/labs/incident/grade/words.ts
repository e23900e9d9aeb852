import type { Cut, FaultKind, HerringKind } from '../model.ts';
import { countries } from '../world.ts';

/** A list of phrases, as one writes it down. */
function listed(text: string): readonly string[] {
  return text.split(', ');
}

/** Phrases by which a diagnosis names a kind of fault. Compared by word stems, a phrase word by word. */
export const kindPhrases: Readonly<Record<FaultKind, readonly string[]>> = {
  'type-drift': listed(
    'type changed, changed type, change of type, type change, changes type, different type, type drift, ' +
      'as string, as a string, as strings, as text, a string, strings, is text, are text, into text, to text, ' +
      'not numeric, non numeric, not a number, not numbers, no longer a number, no number, unparsable, ' +
      'unparseable, unit suffix, with a suffix, suffix, trailing s, cast fails, fails to parse, ' +
      'number to string, integer to string, with an s',
  ),
  rename: listed(
    'renamed, rename, new name, other name, different name, another name, changed name, name changed, ' +
      'old name, moved to the column, under the new column, new column, moved to surface name, ' +
      'written to surface name, surface name instead',
  ),
  meaning: listed(
    'meaning changed, changed meaning, change of meaning, different meaning, definition changed, ' +
      'changed definition, new definition, different definition, redefined, semantic change, ' +
      'semantics changed, semantics, measures something else, now measures, now includes, includes loading, ' +
      'includes the load, includes load, counted from, counts from, timed from, starts at the request, ' +
      'timing begins, timing starts, starts counting, begins when, starts when, no longer means, ' +
      'means something else',
  ),
  'null-spike': listed(
    'null, nulls, is empty, are empty, empty, missing values, no value, without a value, blank, not set, ' +
      'not populated, not filled, unset, no session id, without session id, without a session id, ' +
      'lack a session id, missing session id, session id missing, session id is missing',
  ),
  'clock-skew': listed(
    'clock skew, skewed clock, wrong clock, clock is wrong, clock wrong, clocks are wrong, device clock, ' +
      'clock drift, clock runs, clocks run, clock error, clock ahead, clock fault, clock source, ' +
      'ahead of the server, ahead of server, ahead of its arrival, in the future, skew, skewed',
  ),
  'time-zone': listed(
    'time zone, timezone, time zones, local time, local clock, utc offset, wrong zone, whole hours, not utc, ' +
      'instead of utc, rather than utc, zone shift',
  ),
  'late-events': listed(
    'arrive late, arrives late, arrived late, arriving late, late events, late arriving, late arrival, ' +
      'late arrivals, late data, late rows, came late, come late, delayed, delay, held back, out of order, ' +
      'late by, hours late, hour late, lateness, late upload, uploaded late',
  ),
  duplicates: listed(
    'duplicate, duplicates, duplicated, duplication, written twice, twice, double counted, counted twice, ' +
      'counted double, replayed, replay, reprocessed, ingested again, repeated rows, second copy, second time, ' +
      'same rows again',
  ),
  'stale-join': listed(
    'stale, outdated, out of date, old copy, old snapshot, old tier, old tiers, yesterday copy, ' +
      'not refreshed, was not refreshed, frozen copy, old version of the advertisers, former tier, ' +
      'previous tier, snapshot from',
  ),
  'missing-sessions': listed(
    'missing sessions, sessions missing, sessions are missing, sessions go missing, session is missing, ' +
      'sessions lost, lost sessions, lose sessions, loses sessions, lost, never logged, not logged, no events, ' +
      'without events, absent, are missing, is missing, missing, dropped sessions, fewer sessions',
  ),
  sampling: listed(
    'sampling, sampled, sample, samples, one in, 1 in, one of every, every tenth, every fourth, ' +
      'every second, only a share, only a fraction, downsampled, thinned, thinned out',
  ),
  'unit-change': listed(
    'unit, units, unit change, changed unit, cents, in cents, times too small, times smaller, divided by, ' +
      'factor of, a factor, scale, scaled, millis instead, orders of magnitude, hundredth, thousandth, ' +
      'milli dollars, hundredths, thousandths, not micros, instead of micros',
  ),
  'sign-change': listed('sign, signs, negative, negated, flipped, below zero, minus, inverted, reversed sign'),
};

/** How a diagnosis may call a column, beside its name. */
export const fieldPhrases: Readonly<Record<string, readonly string[]>> = {
  dwell_ms: ['dwell', 'dwell time', 'view time', 'viewing time'],
  surface: ['surface', 'surfaces'],
  session_id: listed('session id, session ids, session identifier, sessions, session, visits'),
  client_ts: listed(
    'client time, client times, client timestamp, client timestamps, device time, time of the device, ' +
      'event time, device clock',
  ),
  server_ts: listed('server time, arrival, arrive, arrived, arrives, arrival time, events, rows, client ts'),
  event_id: listed('event id, event ids, rows, events, records'),
  advertiser_tier: ['tier', 'tiers'],
  event: listed(
    'sessions, session, session start, visits, pin impression, pin impressions, impressions, impression, ' +
      'rows, events',
  ),
  price_micros: listed('price, prices, ad price, revenue, micros'),
};

/** Words for a value of a cut that are not the value itself. */
const valuePhrases: Readonly<Record<string, readonly string[]>> = {
  ios: ['iphone', 'iphones', 'apple'],
  android: [],
  web: ['browser', 'browsers', 'website'],
  pin_impression: ['impressions', 'impression', 'pin impressions'],
  ...Object.fromEntries(countries.map(({ code, name }) => [code, [name, ...(adjectives()[code] ?? [])]])),
};

function adjectives(): Readonly<Record<string, readonly string[]>> {
  return {
    ...{ US: ['usa', 'american', 'states'], BR: ['brazilian'], DE: ['german'], FR: ['french'] },
    ...{ GB: ['uk', 'british', 'britain'], JP: ['japanese'], IN: ['indian'], MX: ['mexican'] },
  };
}

/** The ways in which a text names a value of a column. */
export function namesOf({ value }: Cut): readonly string[] {
  return [value, ...(valuePhrases[value] ?? [])];
}

/** Phrases that name a red herring where its entry in the log is not named by its id. */
export const herringPhrases: Readonly<Record<HerringKind, readonly string[]>> = {
  deploy: listed('save button, button colour, button color, colour of the button, corner radius, web frontend'),
  holiday: ['holiday', 'holidays', 'bank holiday'],
  'bot-filter': listed('bot filter, crawler, crawlers, bot filtering, bots, filtering of bots'),
  marketing: ['campaign', 'television', 'marketing', 'tv campaign'],
};

/** Says that one thing brought another. */
export const causal = listed(
  'cause, causes, caused, because, because of, due to, root cause, explains, explained by, led to, ' +
    'leads to, responsible, result of, comes from, came from, brought, triggered, introduced, owing to, ' +
    'thanks to, reason, to blame, behind this, behind the, since then, from the release, by the release, ' +
    'with the release, shipped with, begins with, began with, started with, starts with, coincides with, ' +
    'matches',
);

/** Takes back what its sentence says, wherever in it this stands. */
export const dismissing = listed(
  'ruled out, rule out, rules out, exclude, excluded, not the cause, no cause, red herring, herring, ' +
    'coincidence, coincidental, harmless, innocent, unrelated, irrelevant, unaffected, not affected, ' +
    'not related, unlikely, nothing to do, not responsible, does not explain, cannot explain, ' +
    'do not explain, not explain, is real, are real, expected dip, not a fault, not a cause, is fine, ' +
    'are fine, is clean, are clean, as announced',
);

/** Denies the words right after it. */
export const denying = listed(
  "not, no, none, never, neither, nor, without, zero, isn't, aren't, wasn't, weren't, don't, doesn't, " +
    "didn't, cannot, can't, rather, instead",
);

/** Denies the words right before it: "duplicates: none". */
export const denyingAfter = ['none', 'zero', 'no'];

/** Leaves open what it says. */
export const hedging = listed(
  'could be, might be, may be, maybe, perhaps, possibly, possible, could also, could have, might have, ' +
    'may have, either, or else, would check, would look, i would, we would, should check, can be, could, ' +
    'might, suspect, candidates, hypothesis, hypotheses, potential, potentially, consider',
);

/** Headings under which nothing is claimed. */
export const denyingHeadings =
  /\b(ruled? out|not the cause|red herrings?|what it is not|excluded|dismissed|unrelated|non-causes?|checked and fine)\b/i;

/** Headings and sentences of what is to come: numbers there are limits, not findings. */
export const forward =
  /\b(prevent|guard|monitor|alert|threshold|contain|repair|backfill|long.term|fix|sla|slo|block|quarantin|rollback|roll back|next time|detect)/i;
