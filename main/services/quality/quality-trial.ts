import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { idsOfItems } from '../../db/tables/items.ts';
import { measuredRowReader, seqsByQuality } from '../../db/tables/quality-rows.ts';
import { lastInputOf } from '../../db/tables/similar-items.ts';
import { readLabelled } from './read-labelled.ts';

export interface QualityTrial {
  readonly labelled: { isGood: boolean; values: Record<string, number> }[];
  readonly examples: { id: string; input: string; values: Record<string, number> }[];
}

/** Enough for a reliability diagram, and few enough for every step of a slider. */
const mostLabelled = 2000;
const exampleCount = 8;
const inputCharacters = 120;

/** Interactions to try weights on. JOB_CANCELLED. */
export async function qualityTrial(
  database: Database,
  { scales }: { readonly scales: readonly string[] },
  signal: AbortSignal,
): Promise<Result<QualityTrial>> {
  const { rows } = await readLabelled(database, {
    scales,
    most: mostLabelled,
    goOn: async () => !signal.aborted,
  });
  if (signal.aborted) return fail('JOB_CANCELLED', 'It was cancelled.');
  const examples = measuredRowReader(database)(seqsByQuality(database, exampleCount)).map(
    ({ seq, values }) => ({
      id: idsOfItems(database, [seq])[0] ?? '',
      input: lastInputOf(database, seq, inputCharacters),
      values: { ...values },
    }),
  );
  return succeed({
    labelled: rows.map(({ isGood, values }) => ({ isGood, values: { ...values } })),
    examples,
  });
}
