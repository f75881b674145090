import { type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import {
  type AppEdit,
  type EditKey,
  editFoldKey,
  readAppEdit,
  refoldAppEdit,
} from '../../db/tables/app-edits.ts';
import { refreshEditMetrics } from '../../db/tables/edit-metrics.ts';
import { findInteraction, refreshFlags } from '../../db/tables/interaction-flags.ts';
import { markChangesStale } from '../../db/tables/stale-changes.ts';
import { refreshText } from '../../db/tables/text-index.ts';
import { type Actor, actingAnnotator, recordAct } from './act.ts';
import { itemNotFound } from './set-label.ts';

export interface EditText {
  readonly interactionId: string;
  /** Null withdraws the annotator's edit. */
  readonly text: string | null;
}

/**
 * Writes one annotator's own edit of the output; when it returns, the edit is on disk. A text equal to the output
 * is an edit as well: somebody looked and left it as it is. The same text again writes nothing. ITEM_NOT_FOUND.
 */
export function writeEdit(database: Database, actor: Actor, edit: EditText): Result<AppEdit | null> {
  return transact(database, () => {
    const interaction = findInteraction(database, edit.interactionId);
    if (!interaction) return itemNotFound(edit.interactionId);
    const annotator = actingAnnotator(database, actor);
    const key: EditKey = { interaction, annotator };
    const current = readAppEdit(database, key);
    if ((current?.text ?? null) === edit.text) return succeed(current);
    recordAct(database, actor, annotator, {
      type: 'edit.write',
      interactionId: interaction.id,
      foldKey: editFoldKey(key),
      payload: { text: edit.text },
    });
    const written = refoldAppEdit(database, key);
    refreshFlags(database, interaction.seq);
    refreshText(database, interaction.seq);
    refreshEditMetrics(database, interaction.seq);
    markChangesStale(database, interaction.seq);
    return succeed(written);
  });
}
