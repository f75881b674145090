import { setImmediate } from 'node:timers/promises';
import type { LabelMany, LabelManyResult } from '../../../shared/contract/label-many-operations.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import type { AnnotatorRow } from '../../db/tables/annotators.ts';
import { readLabel } from '../../db/tables/labels.ts';
import { interactionAt } from '../../db/tables/many-labels.ts';
import type { MatchChunks } from '../../db/tables/match-chunks.ts';
import { isPersonWaiting } from '../../db/write-turns.ts';
import type { JobContext, JobWork } from '../job-context.ts';
import { type Actor, actingAnnotator } from './act.ts';
import { type ActBatch, startBatch } from './act-batch.ts';
import { failureModeId } from './failure-modes.ts';
import { checkedAnswer, wantedChunks } from './many-labels.ts';
import { isSameAnswer, recordLabel } from './set-label.ts';

export interface LabelManyJob extends LabelMany {
  readonly device: string;
}

/** Interactions in one transaction; it ends earlier where a person waits to write. */
const transactionSize = 100;

/**
 * Gives one annotator's answer to many interactions, in short transactions between which people's own labels go
 * first. All of it is one step: undo takes it back as one, also where it was cancelled half-way.
 * LABEL_INVALID, FILTER_INVALID, JOB_CANCELLED.
 */
export async function labelMany(
  input: LabelManyJob,
  context: Pick<JobContext, 'database' | 'signal' | 'whenRunning' | 'report' | 'changed'>,
): Promise<Result<LabelManyResult>> {
  const { database } = context;
  const answer = checkedAnswer(database, input);
  if (!answer.ok) return answer;
  const chunks = wantedChunks(database, input);
  if (!chunks.ok) return chunks;
  // All of them before the first label: a label may be what the filter asks about.
  const seqs = await readAll(chunks.value, context.signal);
  const actor: Actor = { annotator: input.annotator, device: input.device, now: Date.now() };
  const { question } = answer.value;
  const { annotator, value } = transact(database, () => {
    const person = actingAnnotator(database, actor);
    const given = answer.value.value;
    const isMode = question.kind === 'failure_mode' && typeof given === 'string';
    return { annotator: person, value: isMode ? failureModeId(database, actor, person, given) : given };
  });
  const step: Step = { annotator, question: question.id, value, replace: input.replace, batch: startBatch() };
  const counts = { changed: 0, same: 0, kept: 0 };
  for (let done = 0; done < seqs.length;) {
    await context.whenRunning();
    if (context.signal.aborted)
      return fail(
        'JOB_CANCELLED',
        `It was cancelled after ${done} of ${seqs.length}. Undo takes these back.`,
      );
    const now = Date.now();
    transact(database, () => {
      for (let size = 0; size < transactionSize && done < seqs.length; size++, done++) {
        const outcome = labelOne(database, { ...actor, now }, step, seqs[done] ?? 0);
        if (outcome !== null) counts[outcome] += 1;
        if (isPersonWaiting()) {
          done += 1;
          break;
        }
      }
    });
    context.report({ done, total: seqs.length, unit: 'rows', rows: done });
    context.changed(['items', 'labels']);
    await setImmediate();
  }
  return succeed(counts);
}

/** `labelMany` as a job. */
export const runLabelMany: JobWork<LabelManyJob> = async (input, context) => {
  const result = await labelMany(input, context);
  return result.ok ? succeed({ ...result.value }) : result;
};

interface Step {
  readonly annotator: AnnotatorRow;
  readonly question: string;
  readonly value: LabelValue | null;
  readonly replace: boolean;
  readonly batch: ActBatch;
}

function labelOne(
  database: Database,
  actor: Actor,
  { annotator, question, value, replace, batch }: Step,
  seq: number,
): keyof LabelManyResult | null {
  const interaction = interactionAt(database, seq);
  if (interaction === null) return null;
  const key = { interaction, annotator, question };
  const before = readLabel(database, key)?.value ?? null;
  if (isSameAnswer(before, value)) return 'same';
  if (before !== null && !replace) return 'kept';
  recordLabel(database, actor, annotator, key, { value, batch: batch.next() });
  return 'changed';
}

async function readAll(chunks: MatchChunks, signal: AbortSignal): Promise<number[]> {
  const seqs: number[] = [];
  for (let index = 0; index < chunks.count && !signal.aborted; index++) {
    seqs.push(...chunks.read(index));
    if (index % 100 === 99) await setImmediate();
  }
  return seqs;
}
