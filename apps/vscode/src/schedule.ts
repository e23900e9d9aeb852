/** How long features wait, in milliseconds. Tests shorten them. */
export interface Delays {
  /** After a keystroke, before the text is judged again. */
  pause: number;
  /** The longest the text stays unjudged while someone types on. */
  longestPause: number;
  /** After the last edit, before the text counts as finished. */
  finished: number;
}

export const usualDelays = (): Delays => ({ pause: 250, longestPause: 1_000, finished: 60_000 });

export interface Schedule {
  /** The text has changed: run at once if all was quiet, else after a pause. */
  touch(): void;
  /** Run now, whatever is pending. */
  now(): void;
  dispose(): void;
}

/** One document's own schedule: a leading edge at once, then pauses, and no document waits for another. */
export function createSchedule(delays: Delays, run: () => void): Schedule {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | undefined;
  const clear = (): void => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
  };
  const fire = (): void => {
    clear();
    waitingSince = undefined;
    // The quiet after a run: a touch within it waits, one after it runs at once.
    timer = setTimeout(() => {
      timer = undefined;
    }, delays.pause);
    run();
  };
  return {
    touch() {
      if (timer === undefined) {
        fire();
        return;
      }
      clear();
      const now = Date.now();
      waitingSince ??= now;
      const left = waitingSince + delays.longestPause - now;
      timer = setTimeout(fire, Math.max(0, Math.min(delays.pause, left)));
    },
    now: fire,
    dispose: clear,
  };
}
