import type { LabelMany } from '../../../shared/contract/label-many-operations.ts';
import { checkAnswer, findQuestion } from '../../../shared/domain/schema/check-answer.ts';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { filterToSql } from '../../db/filter-to-sql.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import { type MatchChunks, matchChunks } from '../../db/tables/match-chunks.ts';
import { seqOfItem } from '../../db/tables/items.ts';
import { placesOf } from '../../db/tables/queue-items.ts';
import { viewOfAnnotator } from '../queues/read-queue.ts';

/** The question and the answer as the schema takes it. LABEL_INVALID. */
export function checkedAnswer(
  database: Database,
  { question, value }: Pick<LabelMany, 'question' | 'value'>,
): Result<{ readonly question: Question; readonly value: LabelValue | null }> {
  const asked = findQuestion(currentLabelSchema(database).questions, question);
  if (!asked.ok) return asked;
  const checked = checkAnswer(asked.value, value);
  return checked.ok ? succeed({ question: asked.value, value: checked.value }) : checked;
}

const chunkSize = 256;

/** The interactions that are meant, chunk by chunk, to be read in their order; ids that are not in the project any more are left out. */
export function wantedChunks(
  database: Database,
  { which, annotator }: Pick<LabelMany, 'which' | 'annotator'>,
): Result<MatchChunks> {
  if ('queue' in which) return queueChunks(database, which.queue, annotator);
  if ('filter' in which) {
    const filter = filterToSql(database, which.filter);
    return filter.ok ? succeed(matchChunks(database, filter.value)) : filter;
  }
  const { ids } = which;
  return succeed({
    count: Math.ceil(ids.length / chunkSize),
    read: (index) =>
      ids.slice(index * chunkSize, (index + 1) * chunkSize).flatMap((id) => seqOfItem(database, id) ?? []),
  });
}

function queueChunks(database: Database, queue: string, annotator: string): Result<MatchChunks> {
  const found = viewOfAnnotator(database, { queue, annotator });
  if (!found.ok) return found;
  if (found.value === null) return succeed({ count: 0, read: () => [] });
  const { view, total } = found.value;
  let after: number | undefined;
  return succeed({
    count: Math.ceil(total / chunkSize),
    read: () => {
      const range = after === undefined ? {} : { after };
      const places = placesOf(database, view, { ...range, limit: chunkSize });
      after = places.at(-1)?.position ?? after;
      return places.map(({ seq }) => seq);
    },
  });
}
