import type { Database } from '../../db/database.ts';
import { newestInteraction } from '../../db/tables/interactions.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import { modeSeqs } from '../../db/tables/mode-lookups.ts';
import { answerSayings, spanSayings, verdictsIn } from '../../db/tables/mode-sayings.ts';
import { reviewedIn, type ReviewedRow } from '../../db/tables/reviewed.ts';
import { createSayingsReader } from '../modes/read-sayings.ts';

export interface ReviewedInteraction extends ReviewedRow {
  /** Numbers of the failure modes in use that people say it has. */
  readonly modes: ReadonlySet<number>;
}

/** Interactions looked at in one step. */
const stepSize = 5000;

/**
 * All that people reviewed, in import order, with the failure modes that they found: what the project says of an example
 * first, else what most annotators say of it.
 */
export function* reviewedInteractions(database: Database): Generator<void, ReviewedInteraction[]> {
  const seqs = modeSeqs(database);
  const read = createSayingsReader(database, (id) => seqs.get(id) ?? null);
  const questions = currentLabelSchema(database)
    .questions.filter(({ kind }) => kind === 'failure_mode')
    .map(({ id }) => id);
  const end = newestInteraction(database);
  const found: ReviewedInteraction[] = [];
  for (let first = 1; first <= end; first += stepSize) {
    const last = first + stepSize - 1;
    const reviewed = reviewedIn(database, first, last);
    if (reviewed.length > 0) {
      const places = Map.groupBy(
        [
          ...verdictsIn(database, first, last),
          ...spanSayings(database, first, last),
          ...answerSayings(database, first, last, questions),
        ],
        ({ seq }) => seq,
      );
      const sayOf = read(first, last);
      for (const row of reviewed) {
        const modes = (places.get(row.seq) ?? []).flatMap(({ place }) => sayOf(row.seq, place).mode ?? []);
        found.push({ ...row, modes: new Set(modes) });
      }
    }
    yield;
  }
  return found;
}
