import type { LabelMany } from '../../../shared/contract/label-many-operations.ts';
import { checkAnswer, findQuestion } from '../../../shared/domain/schema/check-answer.ts';
import type { LabelValue, Question } from '../../../shared/domain/schema/label-schema.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { filterToSql } from '../../db/filter-to-sql.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import { type MatchChunks, matchChunks } from '../../db/tables/match-chunks.ts';
import { seqOfItem } from '../../db/tables/items.ts';

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

const idsPerChunk = 256;

/** The interactions that are meant, chunk by chunk; ids that are not in the project any more are left out. */
export function wantedChunks(database: Database, which: LabelMany['which']): Result<MatchChunks> {
  if ('filter' in which) {
    const filter = filterToSql(database, which.filter);
    return filter.ok ? succeed(matchChunks(database, filter.value)) : filter;
  }
  const { ids } = which;
  return succeed({
    count: Math.ceil(ids.length / idsPerChunk),
    read: (index) =>
      ids
        .slice(index * idsPerChunk, (index + 1) * idsPerChunk)
        .flatMap((id) => seqOfItem(database, id) ?? []),
  });
}
