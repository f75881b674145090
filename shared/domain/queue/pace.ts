/** Whoever does nothing for longer has paused. */
const longestPauseMs = 5 * 60_000;

/** So much work back is looked at. */
const lookedAtMs = 60 * 60_000;

/**
 * Milliseconds that one interaction takes, from when the last ones were done, newest first. Pauses do not count, nor do
 * the interactions that came after them. Null where no two were done without a pause between them.
 */
export function paceOf(times: readonly number[]): number | null {
  let worked = 0;
  let done = 0;
  for (const [index, time] of times.entries()) {
    const before = times[index + 1];
    if (before === undefined || worked >= lookedAtMs) break;
    const took = time - before;
    if (took > longestPauseMs) continue;
    worked += took;
    done += 1;
  }
  return done === 0 ? null : worked / done;
}
