import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import type { Database } from '../../db/database.ts';
import type { CheckOutcome } from '../../db/integrity.ts';
import { countMarks, countStrayMarks } from '../../db/tables/mark-counts.ts';
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import { allFoldKeys } from '../review/fold-keys.ts';
import { isMark, openMark } from '../review/marks.ts';
import { outcome } from './check-folds.ts';

/** Skips, flags, expected answers and verdicts on re-queries are what events say they are. */
export function checkMarks(database: Database): CheckOutcome {
  let wrong = countStrayMarks(database);
  for (const foldKey of allFoldKeys(database)) {
    const target = parseFoldKey(foldKey);
    if (!isMark(target)) continue;
    const interaction = findInteraction(database, target.interactionId);
    const mark = interaction === null ? null : openMark(database, interaction, target);
    if (mark === null) continue;
    if (JSON.stringify(mark.read()) !== JSON.stringify(mark.folded())) wrong++;
  }
  return outcome(
    'marks',
    countMarks(database),
    wrong,
    'skips, flags, expected answers or verdicts on re-queries differ from what people did',
  );
}
