import { summaries } from './catalogue.ts';

const quiet: ReadonlySet<string> = new Set(['label', summaries.any, summaries.usable]);

/** Whether a value tells nothing of the output: that nobody labelled it, say, is no signal of it. */
export function isQuiet(signal: string, value: number): boolean {
  return value === 0 && quiet.has(signal);
}
