import type { FoldTarget } from '../../../shared/domain/events/fold-key.ts';
import { foldKeyOf } from '../../../shared/domain/events/fold-key.ts';
import type { Database } from '../../db/database.ts';
import type { EventType } from '../../db/tables/events.ts';
import { findInteraction } from '../../db/tables/interaction-flags.ts';
import { type Actor, actingAnnotator, recordAct } from '../review/act.ts';
import { startBatch } from '../review/act-batch.ts';
import { refreshChangeMode } from './refresh-change-modes.ts';
import { type ModeTarget, openModeFold } from './mode-folds.ts';

/** One step of somebody on failure modes, of one or many acts; it is taken back as a whole. */
export interface ModeStep {
  /** Writes an act and folds it. Inside a transaction. */
  readonly record: (type: EventType, target: ModeTarget, payload: object) => void;
}

export function startStep(database: Database, actor: Actor): ModeStep {
  const batch = startBatch();
  return {
    record(type, target, payload) {
      recordAct(database, actor, actingAnnotator(database, actor), {
        type,
        // Not the interaction's own history: it is about the failure mode, of which it is an example.
        interactionId: null,
        foldKey: foldKeyOf(target),
        payload: { ...payload, batch: batch.next() },
      });
      openModeFold(database, target)?.refold();
      refreshAfter(database, target);
    },
  };
}

/** The change that an act is about has its failure mode at once; what an act on many changes does is left to a job. */
export function refreshAfter(database: Database, target: FoldTarget): void {
  if (target.kind !== 'member') return;
  const interaction = findInteraction(database, target.interactionId);
  if (interaction !== null) refreshChangeMode(database, interaction.seq, target.place);
}
