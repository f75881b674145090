import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import { type Database, transact } from '../../db/database.ts';
import { findAnnotatorById } from '../../db/tables/annotators.ts';
import { deleteAppEdits, refoldAppEdit } from '../../db/tables/app-edits.ts';
import { derivedVersion, setDerivedVersion } from '../../db/tables/derived.ts';
import { deleteFoldedFailureModes, refoldFailureMode } from '../../db/tables/failure-modes.ts';
import { findInteraction, refreshAllFlags } from '../../db/tables/interaction-flags.ts';
import { refoldLabelSchema } from '../../db/tables/label-schemas.ts';
import { refoldLabel, resetLabelsToImported } from '../../db/tables/labels.ts';
import { allFoldKeys } from './fold-keys.ts';

/** Grows whenever folding the same events gives something else than before. */
const foldVersion = 1;

/** Rebuilds the folds where older code made them. */
export function ensureFolds(database: Database): void {
  if (derivedVersion(database, 'folds') !== foldVersion) rebuildFolds(database);
}

/**
 * Makes labels, edits made in the app, failure modes, label schemas and flags anew from events and imports: the same as what every
 * act keeps up to date in passing.
 */
export function rebuildFolds(database: Database): void {
  transact(database, () => {
    resetLabelsToImported(database);
    deleteAppEdits(database);
    deleteFoldedFailureModes(database);
    for (const foldKey of allFoldKeys(database)) refoldKey(database, foldKey);
    refreshAllFlags(database);
    setDerivedVersion(database, 'folds', foldVersion);
  });
}

function refoldKey(database: Database, foldKey: string): void {
  const target = parseFoldKey(foldKey);
  if (target.kind === 'failure_mode') {
    refoldFailureMode(database, foldKey);
    return;
  }
  if (target.kind === 'label_schema') {
    refoldLabelSchema(database, foldKey);
    return;
  }
  // Events outlive the interactions of an import that was undone.
  const interaction = findInteraction(database, target.interactionId);
  const annotator = findAnnotatorById(database, target.annotatorId);
  if (!interaction || !annotator) return;
  if (target.kind === 'label') refoldLabel(database, { interaction, annotator, question: target.question });
  else refoldAppEdit(database, { interaction, annotator });
}
