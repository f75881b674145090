import { parseFoldKey } from '../../../shared/domain/events/fold-key.ts';
import type { Database } from '../../db/database.ts';
import type { CheckOutcome } from '../../db/integrity.ts';
import { countAllDisagreements, countWrongDisagreements } from '../../db/tables/disagreements.ts';
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import {
  countResolutions,
  countStrayResolutions,
  foldedResolution,
  readResolution,
} from '../../db/tables/resolutions.ts';
import { allFoldKeys } from '../review/fold-keys.ts';
import { outcome } from './check-folds.ts';

/** Resolutions are what events say they are. */
export function checkResolutions(database: Database): CheckOutcome {
  let wrong = countStrayResolutions(database);
  for (const foldKey of allFoldKeys(database)) {
    const target = parseFoldKey(foldKey);
    if (target.kind !== 'resolution') continue;
    const interaction = findInteraction(database, target.interactionId);
    if (!interaction) continue;
    const key = { interaction, question: target.question };
    const [stored, folded] = [readResolution(database, key), foldedResolution(database, key)];
    if (JSON.stringify(stored) !== JSON.stringify(folded)) wrong++;
  }
  return outcome('resolutions', countResolutions(database), wrong, 'resolutions differ from what people did');
}

/** The interactions on which annotators differ are those that labels and resolutions say. */
export function checkDisagreements(database: Database): CheckOutcome {
  const [all, wrong] = [countAllDisagreements(database), countWrongDisagreements(database)];
  return outcome('disagreements', all, wrong, 'disagreements are not what labels say');
}
