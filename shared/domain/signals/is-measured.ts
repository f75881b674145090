import { catalogue, summaries } from './catalogue.ts';

const yesNo: ReadonlySet<string> = new Set([
  ...catalogue.filter(({ unit }) => unit === 'yes_no').map(({ id }) => id),
  summaries.any,
  summaries.usable,
]);

/** Whether values of a signal may be more than yes or no, so that medians of it are asked for; of an outcome that is not known. */
export function isMeasured(signal: string): boolean {
  return !yesNo.has(signal) && !signal.endsWith('.pending');
}
