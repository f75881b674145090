import type { JsonObject } from '../../json.ts';
import { rowError, type RowFinding } from '../row-finding.ts';

/** An example of a text, by the line it begins on. */
export interface ReadExample {
  readonly line: number;
  /** Null where parts of it are missing. */
  readonly row: JsonObject | null;
  /** What is wrong with how it is written. */
  readonly findings: readonly RowFinding[];
}

/** What stands in a text that is read whole. */
export interface ReadExamples {
  readonly examples: readonly ReadExample[];
  /** What is wrong outside of examples. */
  readonly findings: readonly { readonly line: number; readonly finding: RowFinding }[];
}

/** The parts of an example, or of a counter-example; an output may not stand beside the answers of a counter-example. */
export type PartName = 'input' | 'output' | 'bad' | 'why' | 'good';

/** An example that is being read: its parts, each as its text, and what is wrong so far. */
export interface ExampleDraft {
  readonly line: number;
  readonly parts: Map<PartName, string>;
  readonly findings: RowFinding[];
}

export function exampleOf({ line, parts, findings }: ExampleDraft): ReadExample {
  const input = parts.get('input');
  const bad = parts.get('bad');
  const output = parts.get('output') ?? (bad === undefined ? undefined : parts.get('good'));
  if (input === undefined || output === undefined) {
    const missing = input === undefined ? 'input' : 'output';
    return { line, row: null, findings: [...findings, rowError('example_parts', `It has no ${missing}.`)] };
  }
  const row = { input, output };
  const empty = bad !== undefined && bad.trim() === '' ? [emptyBad] : [];
  return { line, row, findings: [...findings, ...empty] };
}

export const noExamples = rowError('no_examples', 'There is no example in the file.');

const emptyBad = rowError('empty_content', 'The answer to avoid is empty.');

/** Finds the line of a place, of ever later places. */
export function lineCounter(text: string): (index: number) => number {
  let line = 1;
  let from = 0;
  return (index) => {
    for (let next = text.indexOf('\n', from); next !== -1 && next < index; next = text.indexOf('\n', from)) {
      line += 1;
      from = next + 1;
    }
    return line;
  };
}
