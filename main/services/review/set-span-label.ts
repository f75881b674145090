import { placeProblem, type SpanPlace } from '../../../shared/domain/spans/span-place.ts';
import { type SpanValue, trimSpanValue } from '../../../shared/domain/spans/span-value.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import type { AnnotatorRow } from '../../db/tables/annotators.ts';
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import {
  readSpanLabel,
  refoldSpanLabel,
  spanFoldKey,
  spanKeyOf,
  type SpanPayload,
} from '../../db/tables/span-labels.ts';
import { type Actor, actingAnnotator, recordAct } from './act.ts';
import { refreshChangeMode } from '../modes/refresh-change-modes.ts';
import { failureModeId } from './failure-modes.ts';
import { itemNotFound } from './set-label.ts';

export interface SpanJudgement extends SpanPlace {
  readonly interactionId: string;
  /** The failure mode by id or name, an unknown name makes one. Null takes the label back. */
  readonly value: SpanValue | null;
}

/**
 * Sets what one annotator says of a part of an output: of a change between it and an edit, or of text that nobody
 * edited. When it returns, the label is on disk; the same again writes nothing. SPAN_INVALID for a place that the output
 * does not have or a label that says nothing, ITEM_NOT_FOUND.
 */
export function setSpanLabel(database: Database, actor: Actor, judgement: SpanJudgement): Result<null> {
  return transact(database, () => {
    const { interactionId, start, end, added } = judgement;
    const interaction = findInteraction(database, interactionId);
    if (!interaction) return itemNotFound(interactionId);
    const problem = placeProblem(interaction.output, judgement);
    if (problem !== null) return fail('SPAN_INVALID', problem);
    const given = judgement.value === null ? null : trimSpanValue(judgement.value);
    if (judgement.value !== null && given === null) return saysNothing;

    const annotator = actingAnnotator(database, actor);
    const value = given === null ? null : withFailureMode(database, actor, annotator, given);
    const key = spanKeyOf(interaction, annotator, { start, end, added });
    const current = readSpanLabel(database, key);
    if (isSame(current, value)) return succeed(null);
    const quote = interaction.output.slice(start, end);
    const payload: SpanPayload = { start, end, quote, added, value };
    recordAct(database, actor, annotator, {
      type: 'span.set',
      interactionId: interaction.id,
      foldKey: spanFoldKey(key),
      payload,
    });
    refoldSpanLabel(database, key);
    refreshChangeMode(database, interaction.seq, key.place);
    return succeed(null);
  });
}

const saysNothing = fail(
  'SPAN_INVALID',
  'A label on a part of the output needs a failure mode, a severity or a note. Give one of them.',
);

function withFailureMode(
  database: Database,
  actor: Actor,
  annotator: AnnotatorRow,
  value: SpanValue,
): SpanValue {
  const { failureMode } = value;
  if (failureMode === null) return value;
  return { ...value, failureMode: failureModeId(database, actor, annotator, failureMode) };
}

function isSame(current: SpanValue | null, value: SpanValue | null): boolean {
  if (current === null || value === null) return current === value;
  return (
    current.failureMode === value.failureMode &&
    current.severity === value.severity &&
    current.note === value.note
  );
}
