import { checkAnswer, findQuestion } from '../../../shared/domain/schema/check-answer.ts';
import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import { type Result, fail, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { findInteraction, refreshFlags } from '../../db/tables/interaction-flags.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';
import type { AnnotatorRow } from '../../db/tables/annotators.ts';
import type { BatchPlace } from '../../db/tables/events.ts';
import { type LabelKey, labelFoldKey, readLabel, refoldLabel } from '../../db/tables/labels.ts';
import { type Actor, actingAnnotator, recordAct } from './act.ts';
import { refreshChangeMode, wholeOutput } from '../modes/refresh-change-modes.ts';
import { failureModeId } from './failure-modes.ts';

export interface Answer {
  readonly interactionId: string;
  readonly question: string;
  /** Null takes the answer back. */
  readonly value: LabelValue | null;
}

/**
 * Sets one annotator's answer; when it returns, the answer is on disk. The same answer again writes nothing.
 * LABEL_INVALID with what is allowed, ITEM_NOT_FOUND.
 */
export function setLabel(database: Database, actor: Actor, answer: Answer): Result<null> {
  return transact(database, () => {
    const { questions } = currentLabelSchema(database);
    const asked = findQuestion(questions, answer.question);
    if (!asked.ok) return asked;
    const question = asked.value;
    const checked = checkAnswer(question, answer.value);
    if (!checked.ok) return checked;
    const interaction = findInteraction(database, answer.interactionId);
    if (!interaction) return itemNotFound(answer.interactionId);

    const annotator = actingAnnotator(database, actor);
    const value =
      question.kind === 'failure_mode' && typeof checked.value === 'string'
        ? failureModeId(database, actor, annotator, checked.value)
        : checked.value;
    const key: LabelKey = { interaction, annotator, question: question.id };
    if (isSameAnswer(readLabel(database, key)?.value ?? null, value)) return succeed(null);
    recordLabel(database, actor, annotator, key, { value });
    return succeed(null);
  });
}

/** Writes a checked answer to the journal and folds it. Inside a transaction. */
export function recordLabel(
  database: Database,
  actor: Actor,
  annotator: AnnotatorRow,
  key: LabelKey,
  content: { readonly value: LabelValue | null; readonly batch?: BatchPlace },
): void {
  recordAct(database, actor, annotator, {
    type: 'label.set',
    interactionId: key.interaction.id,
    foldKey: labelFoldKey(key),
    payload: { question: key.question, ...content },
  });
  refoldLabel(database, key);
  refreshFlags(database, key.interaction.seq);
  refreshChangeMode(database, key.interaction.seq, wholeOutput);
}

export function itemNotFound(id: string): Result<never> {
  return fail(
    'ITEM_NOT_FOUND',
    `There is no interaction ${id} in this project. Its import may have been undone; go back to the list.`,
  );
}

export function isSameAnswer(a: LabelValue | null, b: LabelValue | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
