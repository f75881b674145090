import type { MappedLabel, MappedSignal, MappedSpan } from '../../../shared/domain/mapping/mapped-row.ts';
import type { Database } from '../../db/database.ts';
import { ensureAnnotator } from '../../db/tables/annotators.ts';
import { refreshEditMetrics } from '../../db/tables/edit-metrics.ts';
import { hasImportedEdit, insertImportedEdit } from '../../db/tables/imported-edits.ts';
import { insertFreshLabel, insertImportedLabel } from '../../db/tables/imported-labels.ts';
import { insertFreshSpan, insertImportedSpan } from '../../db/tables/imported-span-labels.ts';
import { refreshFlags } from '../../db/tables/interaction-flags.ts';
import type { StoredInteraction } from '../../db/tables/interactions.ts';
import { refoldLabel } from '../../db/tables/labels.ts';
import { markValuesStale } from '../../db/tables/signal-values.ts';
import { hasSignal, insertSignal } from '../../db/tables/signals.ts';
import { refoldSpanLabel, spanKeyOf } from '../../db/tables/span-labels.ts';
import { markChangesStale } from '../../db/tables/stale-changes.ts';
import { refreshText } from '../../db/tables/text-index.ts';
import { createFailureModeFinder } from './failure-mode-finder.ts';
import type { EditToWrite } from './prepare-row.ts';
import { createAnswerReader } from './read-answer.ts';

/** What people did with an interaction, and what was seen of it. */
export interface Observations {
  readonly edits: readonly EditToWrite[];
  readonly signals: readonly MappedSignal[];
  readonly labels: readonly MappedLabel[];
  readonly spans: readonly MappedSpan[];
}

/** How much of it was new; labels on parts of outputs are among the labels. */
export interface AddedObservations {
  readonly edits: number;
  readonly labels: number;
  readonly signals: number;
}

/** Adds observations to an interaction; of one that was there before (not `isNew`) only what it does not have yet. */
export type ObservationWriter = (
  interaction: StoredInteraction,
  observations: Observations,
  isNew: boolean,
) => AddedObservations;

/**
 * Makes the writer of one source. Call it inside a transaction. It remembers annotators and failure modes by name; a transaction
 * that fails ends the import, so the memory never outlives what it stands for.
 */
export function createObservationWriter(
  database: Database,
  sourceSeq: number,
  now: number,
): ObservationWriter {
  const annotators = new Map<string, { readonly seq: number; readonly id: string }>();
  const failureModeOf = createFailureModeFinder(database, now);
  const readAnswer = createAnswerReader(database, failureModeOf);

  const annotatorOf = (name: string) => {
    const known = annotators.get(name) ?? ensureAnnotator(database, name, 'imported', now);
    annotators.set(name, known);
    return known;
  };

  const addEdit = (interactionSeq: number, edit: EditToWrite, isNew: boolean): boolean => {
    const annotatorSeq = edit.annotator === null ? null : annotatorOf(edit.annotator).seq;
    if (!isNew && hasImportedEdit(database, interactionSeq, annotatorSeq, edit.text)) return false;
    const { text, at } = edit;
    insertImportedEdit(database, { interactionSeq, sourceSeq, annotatorSeq, text, editedAt: at });
    return true;
  };

  const addSignal = (interactionSeq: number, signal: MappedSignal, isNew: boolean): boolean => {
    if (!isNew && hasSignal(database, interactionSeq, signal)) return false;
    insertSignal(database, interactionSeq, sourceSeq, signal);
    return true;
  };

  const addLabel = (interaction: StoredInteraction, label: MappedLabel, isNew: boolean): boolean => {
    const annotator = annotatorOf(label.annotator);
    const imported = {
      interactionSeq: interaction.seq,
      annotatorSeq: annotator.seq,
      sourceSeq,
      label: readAnswer(label),
    };
    if (!insertImportedLabel(database, imported)) return false;
    if (isNew) insertFreshLabel(database, imported);
    // Somebody may have answered or taken back the answer in the app; what people did wins.
    else refoldLabel(database, { interaction, annotator, question: label.question });
    return true;
  };

  const addSpan = (interaction: StoredInteraction, span: MappedSpan, isNew: boolean): boolean => {
    const annotator = annotatorOf(span.annotator);
    const failureMode = span.category === null ? null : failureModeOf(span.category);
    const imported = {
      interactionSeq: interaction.seq,
      annotatorSeq: annotator.seq,
      sourceSeq,
      span,
      failureMode,
    };
    if (!insertImportedSpan(database, imported)) return false;
    if (isNew) insertFreshSpan(database, imported);
    else refoldSpanLabel(database, spanKeyOf(interaction, annotator, span));
    return true;
  };

  return (interaction, { edits, signals, labels, spans }, isNew) => {
    const { seq } = interaction;
    const added = {
      edits: countOf(edits, (edit) => addEdit(seq, edit, isNew)),
      labels:
        countOf(labels, (label) => addLabel(interaction, label, isNew)) +
        countOf(spans, (span) => addSpan(interaction, span, isNew)),
      signals: countOf(signals, (signal) => addSignal(seq, signal, isNew)),
    };
    if (!isNew && added.edits > 0) {
      refreshText(database, seq);
      refreshEditMetrics(database, seq);
    }
    if (!isNew && added.edits + added.labels > 0) refreshFlags(database, seq);
    if (!isNew && added.edits + added.labels + added.signals > 0) {
      markChangesStale(database, seq);
      markValuesStale(database, seq);
    }
    return added;
  };
}

function countOf<T>(items: readonly T[], add: (item: T) => boolean): number {
  let count = 0;
  for (const item of items) if (add(item)) count += 1;
  return count;
}
