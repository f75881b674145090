import { createId } from '../../db/create-id.ts';
import type { Database } from '../../db/database.ts';
import { insertInteractionKey } from '../../db/tables/interaction-keys.ts';
import { findByContent, insertInteraction, type StoredInteraction } from '../../db/tables/interactions.ts';
import { ensurePromptVersion } from '../../db/tables/prompt-versions.ts';
import type { AddedObservations, ObservationWriter } from './observation-writer.ts';
import type { RowToWrite } from './prepare-row.ts';

/** What one row changed. */
export interface WrittenRow {
  readonly isNew: boolean;
  readonly added: AddedObservations;
}

/** Writes prepared rows of one source. Call it inside a transaction. */
export type RowWriter = (prepared: RowToWrite) => WrittenRow;

export function createRowWriter(
  database: Database,
  sourceSeq: number,
  writeObservations: ObservationWriter,
): RowWriter {
  const promptVersions = new Map<string, number>();
  const promptVersionOf = (name: string) => {
    const known = promptVersions.get(name) ?? ensurePromptVersion(database, name);
    promptVersions.set(name, known);
    return known;
  };

  return ({ row, messages, output, meta, edits, isEdited, contentHash }) => {
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
      edited: isEdited,
      labelled: row.labels.length > 0,
      messages,
      output,
      meta,
    });
    const isNew = newSeq !== null;
    const interaction = isNew ? { seq: newSeq, id } : existing(findByContent(database, contentHash));
    for (const key of row.keys) insertInteractionKey(database, interaction.seq, key);
    return { isNew, added: writeObservations(interaction, { ...row, edits }, isNew) };
  };
}

function existing(interaction: StoredInteraction | null): StoredInteraction {
  if (interaction === null) throw new Error('An interaction that is said to exist is not there.');
  return interaction;
}
