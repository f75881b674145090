import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import { type Database, transact } from '../../db/database.ts';
import { findAnnotatorById } from '../../db/tables/annotators.ts';
import { deleteAppEdits, refoldAppEdit } from '../../db/tables/app-edits.ts';
import { deleteFoldedFailureModes, refoldFailureMode } from '../../db/tables/failure-modes.ts';
import { findInteraction, refreshAllFlags } from '../../db/tables/interaction-flags.ts';
import { refoldLabel, resetLabelsToImported } from '../../db/tables/labels.ts';
import { allFoldKeys } from './fold-keys.ts';

/**
 * Makes labels, edits made in the app, failure modes and flags anew from events and imports. What every act keeps
 * up to date in passing is by this the same as if nothing but the journal had been kept.
 */
export function rebuildFolds(database: Database): void {
  transact(database, () => {
    resetLabelsToImported(database);
    deleteAppEdits(database);
    deleteFoldedFailureModes(database);
    for (const foldKey of allFoldKeys(database)) refoldKey(database, foldKey);
    refreshAllFlags(database);
  });
}

function refoldKey(database: Database, foldKey: string): void {
  const target = parseFoldKey(foldKey);
  if (target.kind === 'failure_mode') {
    refoldFailureMode(database, foldKey);
    return;
  }
  // Events outlive the interactions of an import that was undone.
  const interaction = findInteraction(database, target.interactionId);
  const annotator = findAnnotatorById(database, target.annotatorId);
  if (!interaction || !annotator) return;
  if (target.kind === 'label') refoldLabel(database, { interaction, annotator, question: target.question });
  else refoldAppEdit(database, { interaction, annotator });
}
