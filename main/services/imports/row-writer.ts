import type { MappedRow } from '../../../shared/domain/mapping/mapped-row.ts';
import { createId } from '../../db/create-id.ts';
import type { Database } from '../../db/database.ts';
import { ensureAnnotator } from '../../db/tables/annotators.ts';
import { hasImportedEdit, insertImportedEdit } from '../../db/tables/imported-edits.ts';
import { insertFreshLabel, insertImportedLabel } from '../../db/tables/imported-labels.ts';
import { refreshFlags } from '../../db/tables/interaction-flags.ts';
import { findByContent, insertInteraction, type StoredInteraction } from '../../db/tables/interactions.ts';
import { refoldLabel } from '../../db/tables/labels.ts';
import { ensurePromptVersion } from '../../db/tables/prompt-versions.ts';
import { hasSignal, insertSignal } from '../../db/tables/signals.ts';
import { refreshText } from '../../db/tables/text-index.ts';
import type { PreparedRow } from './prepare-row.ts';
import { createAnswerReader } from './read-answer.ts';

/** What one row changed. */
export interface WrittenRow {
  readonly isNew: boolean;
  readonly editAdded: boolean;
  readonly labelsAdded: number;
  readonly signalsAdded: number;
}

/** Writes prepared rows of one source. Call it inside a transaction. */
export type RowWriter = (prepared: PreparedRow) => WrittenRow;

/**
 * Makes a writer that remembers annotators, prompt versions and failure modes by name; a transaction that fails ends the import, so
 * the memory never outlives what it stands for.
 */
export function createRowWriter(database: Database, sourceSeq: number, now: number): RowWriter {
  const annotators = new Map<string, { readonly seq: number; readonly id: string }>();
  const promptVersions = new Map<string, number>();
  const readAnswer = createAnswerReader(database, now);

  const annotatorOf = (name: string) => {
    const known = annotators.get(name) ?? ensureAnnotator(database, name, 'imported', now);
    annotators.set(name, known);
    return known;
  };
  const promptVersionOf = (name: string) => {
    const known = promptVersions.get(name) ?? ensurePromptVersion(database, name);
    promptVersions.set(name, known);
    return known;
  };

  const addEdit = (seq: number, row: MappedRow, isNew: boolean): boolean => {
    if (row.edit === null) return false;
    const annotatorSeq = row.annotator === null ? null : annotatorOf(row.annotator).seq;
    if (!isNew && hasImportedEdit(database, seq, annotatorSeq, row.edit)) return false;
    insertImportedEdit(database, {
      interactionSeq: seq,
      sourceSeq,
      annotatorSeq,
      text: row.edit,
      editedAt: row.editedAt,
    });
    return true;
  };

  const addSignals = (seq: number, row: MappedRow, isNew: boolean): number => {
    const added = isNew ? row.signals : row.signals.filter((signal) => !hasSignal(database, seq, signal));
    for (const signal of added) insertSignal(database, seq, sourceSeq, signal);
    return added.length;
  };

  const addLabels = (interaction: StoredInteraction, row: MappedRow, isNew: boolean): number => {
    let added = 0;
    for (const label of row.labels) {
      const annotator = annotatorOf(label.annotator);
      const imported = {
        interactionSeq: interaction.seq,
        annotatorSeq: annotator.seq,
        sourceSeq,
        label: readAnswer(label),
      };
      if (!insertImportedLabel(database, imported)) continue;
      added++;
      if (isNew) insertFreshLabel(database, imported);
      // Somebody may have answered or taken back the answer in the app; what people did wins.
      else refoldLabel(database, { interaction, annotator, question: label.question });
    }
    return added;
  };

  return ({ row, messages, meta, contentHash }) => {
    const id = createId();
    const newSeq = insertInteraction(database, {
      id,
      sourceSeq,
      contentHash,
      externalId: row.externalId,
      session: row.session,
      user: row.user,
      model: row.model,
      promptVersionSeq: row.promptVersion === null ? null : promptVersionOf(row.promptVersion),
      createdAt: row.createdAt,
      edited: row.edit !== null && row.edit !== row.output,
      labelled: row.labels.length > 0,
      messages,
      output: row.output,
      meta,
    });
    const isNew = newSeq !== null;
    const interaction = isNew ? { seq: newSeq, id } : existing(findByContent(database, contentHash));
    const editAdded = addEdit(interaction.seq, row, isNew);
    const labelsAdded = addLabels(interaction, row, isNew);
    const signalsAdded = addSignals(interaction.seq, row, isNew);
    if (!isNew && editAdded) refreshText(database, interaction.seq);
    if (!isNew && (editAdded || labelsAdded > 0)) refreshFlags(database, interaction.seq);
    return { isNew, editAdded, labelsAdded, signalsAdded };
  };
}

function existing(interaction: StoredInteraction | null): StoredInteraction {
  if (interaction === null) throw new Error('An interaction that is said to exist is not there.');
  return interaction;
}
