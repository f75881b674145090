import type { LabelMany, LabelManyPreview } from '../../../shared/contract/label-many-operations.ts';
import type { Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { findAnnotator } from '../../db/tables/annotators.ts';
import { findFailureMode } from '../../db/tables/failure-modes.ts';
import { readSummaries } from '../../db/tables/items.ts';
import { answersAmong } from '../../db/tables/many-labels.ts';
import type { MatchChunks } from '../../db/tables/match-chunks.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';
import { checkedAnswer, wantedChunks } from './many-labels.ts';

const exampleCount = 5;

/**
 * What giving one answer to many interactions would come to, by what the annotator answered before. Other requests go
 * on meanwhile. LABEL_INVALID, FILTER_INVALID, JOB_CANCELLED.
 */
export async function previewManyLabels(
  database: Database,
  input: LabelMany,
  signal?: AbortSignal,
): Promise<Result<LabelManyPreview>> {
  const answer = checkedAnswer(database, input);
  if (!answer.ok) return answer;
  const chunks = wantedChunks(database, input);
  if (!chunks.ok) return chunks;
  const { question, value } = answer.value;
  const known = question.kind === 'failure_mode' && typeof value === 'string';
  const stored = known ? (findFailureMode(database, value, [])?.id ?? value) : value;
  const annotatorSeq = findAnnotator(database, input.annotator)?.seq ?? 0;
  const wanted = { annotatorSeq, question: question.id, replace: input.replace };
  return runInSlices(counting(database, chunks.value, { ...wanted, value: stored }), signal);
}

interface Wanted {
  readonly annotatorSeq: number;
  readonly question: string;
  readonly value: LabelMany['value'];
  readonly replace: boolean;
}

function* counting(
  database: Database,
  chunks: MatchChunks,
  wanted: Wanted,
): Generator<void, LabelManyPreview> {
  const counts = { matched: 0, unanswered: 0, same: 0, different: 0 };
  const examples: number[] = [];
  const isTakenBack = wanted.value === null;
  const text = JSON.stringify(wanted.value);
  for (let index = 0; index < chunks.count; index++) {
    const seqs = chunks.read(index);
    const answers = answersAmong(database, seqs, wanted.annotatorSeq, wanted.question);
    for (const seq of seqs) {
      const answer = answers.get(seq);
      const isUnanswered = answer === undefined;
      const isSame = isTakenBack ? isUnanswered : answer === text;
      counts.matched += 1;
      if (isSame) counts.same += 1;
      else if (isUnanswered) counts.unanswered += 1;
      else counts.different += 1;
      const changes = !isSame && (isUnanswered || wanted.replace);
      if (changes && examples.length < exampleCount) examples.push(seq);
    }
    yield;
  }
  return { ...counts, examples: readSummaries(database, examples, wanted.annotatorSeq) };
}
