import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import { type Database, transact } from '../../db/database.ts';
import { findAnnotatorById } from '../../db/tables/annotators.ts';
import { deleteAppEdits, editedInApp, refoldAppEdit } from '../../db/tables/app-edits.ts';
import { recountDisagreements } from '../../db/tables/disagreements.ts';
import { derivedVersion, setDerivedVersion } from '../../db/tables/derived.ts';
import { findInteraction, refreshAllFlags } from '../../db/tables/interaction-flags.ts';
import { refoldLabelSchema } from '../../db/tables/label-schemas.ts';
import { refoldLabel, resetLabelsToImported } from '../../db/tables/labels.ts';
import { deleteResolutions, refoldResolution } from '../../db/tables/resolutions.ts';
import { refoldSpanLabel, resetSpanLabelsToImported } from '../../db/tables/span-labels.ts';
import { refreshEditMetrics } from '../../db/tables/edit-metrics.ts';
import { deleteFlags } from '../../db/tables/flags.ts';
import { deleteGoldAnswers } from '../../db/tables/gold-answers.ts';
import { deleteVerdicts } from '../../db/tables/requery-verdicts.ts';
import { deleteSkips } from '../../db/tables/queue-skips.ts';
import { markChangesStale } from '../../db/tables/stale-changes.ts';
import { finishModeFolds, isModeTarget, openModeFold, resetModeFolds } from '../modes/mode-folds.ts';
import { allFoldKeys } from './fold-keys.ts';
import { isMark, openMark } from './marks.ts';

/** Grows whenever folding the same events gives something else than before. */
const foldVersion = 1;

/** Rebuilds the folds where older code made them. */
export function ensureFolds(database: Database): void {
  if (derivedVersion(database, 'folds') !== foldVersion) rebuildFolds(database);
}

/**
 * Makes labels, span labels, edits made in the app, resolutions, failure modes and what is said about them, label schemas and flags anew
 * from events and imports: the same as what every act keeps up to date in passing.
 */
export function rebuildFolds(database: Database): void {
  transact(database, () => {
    resetLabelsToImported(database);
    resetSpanLabelsToImported(database);
    const edited = editedInApp(database);
    deleteAppEdits(database);
    deleteResolutions(database);
    deleteSkips(database);
    deleteFlags(database);
    deleteGoldAnswers(database);
    deleteVerdicts(database);
    resetModeFolds(database);
    for (const foldKey of allFoldKeys(database)) refoldKey(database, foldKey);
    finishModeFolds(database);
    refreshAllFlags(database);
    for (const seq of new Set([...edited, ...editedInApp(database)])) {
      refreshEditMetrics(database, seq);
      markChangesStale(database, seq);
    }
    recountDisagreements(database);
    setDerivedVersion(database, 'folds', foldVersion);
  });
}

function refoldKey(database: Database, foldKey: string): void {
  const target = parseFoldKey(foldKey);
  if (isModeTarget(target)) {
    openModeFold(database, target)?.refold();
    return;
  }
  if (target.kind === 'label_schema') {
    refoldLabelSchema(database, foldKey);
    return;
  }
  // Events outlive the interactions of an import that was undone.
  const interaction = findInteraction(database, target.interactionId);
  if (!interaction) return;
  if (isMark(target)) {
    openMark(database, interaction, target)?.refold();
    return;
  }
  if (target.kind === 'resolution') {
    refoldResolution(database, { interaction, question: target.question });
    return;
  }
  const annotator = findAnnotatorById(database, target.annotatorId);
  if (!annotator) return;
  if (target.kind === 'label') refoldLabel(database, { interaction, annotator, question: target.question });
  else if (target.kind === 'span') refoldSpanLabel(database, { interaction, annotator, place: target.place });
  else refoldAppEdit(database, { interaction, annotator });
}
