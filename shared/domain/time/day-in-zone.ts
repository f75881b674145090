/** Offsets of time zones change on quarters of an hour only. */
const quarterMs = 900_000;

/**
 * Tells the day (`2026-01-31`) on which a moment (UTC milliseconds) falls in a time zone, quickly for many moments that
 * lie close together.
 */
export function createDayInZone(timeZone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  let quarter = NaN;
  let day = '';
  return (ms) => {
    const at = Math.floor(ms / quarterMs);
    if (at !== quarter) {
      quarter = at;
      day = format.format(at * quarterMs);
    }
    return day;
  };
}
