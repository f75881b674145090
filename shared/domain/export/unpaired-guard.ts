import type { Example } from './example.ts';
import type { ExportRow } from './export-row.ts';
import { type RowFinding, rowWarning } from './row-finding.ts';

/** Watches where the bad answers of an unpaired set come from. */
export interface UnpairedGuard {
  readonly add: (row: ExportRow, example: Example) => void;
  readonly finish: () => (RowFinding & { readonly rows: number; readonly items: readonly string[] }) | null;
}

const mostItems = 20;

/**
 * An output that somebody edited is less good than the edit, and not bad for that. Says so where a set counts edited outputs
 * as bad only for their edits (`badFrom`), or has no other bad answers.
 */
export function createUnpairedGuard(badFrom: number | undefined): UnpairedGuard {
  const items: string[] = [];
  let bad = 0;
  let edited = 0;
  return {
    add: ({ interactionId, edit }, example) => {
      if (example.kind !== 'unpaired' || example.good) return;
      bad += 1;
      if (edit === null) return;
      edited += 1;
      if (items.length < mostItems) items.push(interactionId);
    },
    finish: () =>
      edited > 0 && (badFrom !== undefined || edited === bad) ? { ...lessGood, rows: edited, items } : null,
  };
}

const lessGood = rowWarning(
  'edited_is_less_good',
  'Outputs count as bad that somebody edited. An edited output is less good, which is not yet bad: a preference set of output and edit says just that.',
);
