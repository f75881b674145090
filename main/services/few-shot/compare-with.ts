import type { FewShotComparison, FewShotSet } from '../../../shared/contract/few-shot-operations.ts';
import type { Likeness } from '../../../shared/domain/fewshot/likeness.ts';
import { measureCoverage } from '../../../shared/domain/fewshot/measure-coverage.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { exportRowReader } from '../../db/tables/export-rows.ts';
import { seqsOfItems } from '../../db/tables/few-shot-rows.ts';
import { type DescribedChoice, itemOf } from './describe-choice.ts';
import { answeredText } from './read-texts.ts';
import type { TextVectors } from './text-vectors.ts';

export interface ComparedChoice {
  readonly after: DescribedChoice;
  readonly likeness: Likeness;
  readonly vectors: TextVectors;
  readonly signal: AbortSignal;
}

/** What a choice changes of a set, both measured on the same interactions with answers as they are now. */
export async function compareWith(
  database: Database,
  set: FewShotSet,
  { after, likeness, vectors, signal }: ComparedChoice,
): Promise<Result<FewShotComparison>> {
  const seqs = seqsOfItems(database, set.examples);
  const rows = exportRowReader(database)(Float64Array.from(seqs.values()));
  const made = await vectors.vectorsOf(rows.map(answeredText), signal);
  if (!made.ok) return made;
  const before = measureCoverage(
    made.value.map((packed) => likeness.toAll(packed).slice()),
    likeness.size,
  );
  const chosen = new Set(after.examples.map(({ id }) => id));
  return succeed({
    name: set.name,
    stays: rows.filter(({ id }) => chosen.has(id)).length,
    in: after.examples.filter(({ id }) => !set.examples.includes(id)).map(({ id, input }) => ({ id, input })),
    out: rows.filter(({ id }) => !chosen.has(id)).map(itemOf),
    missing: set.examples.length - rows.length,
    before: { examples: set.examples.length, tokens: set.tokens, coverage: before.mean },
    after: { examples: after.examples.length, tokens: after.tokens, coverage: after.coverage },
  });
}
