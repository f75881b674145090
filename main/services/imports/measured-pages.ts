import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../db/database.ts';
import { type EditMeasure, measureEdits, nextEdited } from '../../db/tables/edit-metrics.ts';

/** Measures of some interactions, all of them up to the seq `last`. */
export interface MeasuredPage {
  readonly measures: readonly EditMeasure[];
  readonly last: number;
}

/** How many interactions are measured in one piece. */
const pageRows = 200;

/** Measures every edit behind a seq, page by page, with pauses in which a cancel may arrive. */
export async function* measuredPages(database: Database, from: number): AsyncGenerator<MeasuredPage> {
  for (let after = from; ;) {
    const last = nextEdited(database, after, pageRows).at(-1);
    if (last === undefined) return;
    yield { measures: [...measureEdits(database, after, last)], last };
    after = last;
    await setImmediate();
  }
}
