import { appendEvent, type EventType } from '../../db/tables/events.ts';
import type { Database } from '../../db/database.ts';
import { type AnnotatorRow, ensureAnnotator } from '../../db/tables/annotators.ts';

/** Who acts, where and when. */
export interface Actor {
  readonly annotator: string;
  /** Id of this machine. */
  readonly device: string;
  /** Wall clock, UTC milliseconds. */
  readonly now: number;
}

/** The person behind an act; made on the first one. */
export function actingAnnotator(database: Database, actor: Actor): AnnotatorRow {
  return ensureAnnotator(database, actor.annotator, 'person', actor.now);
}

export interface ActContent {
  readonly type: EventType;
  readonly interactionId: string | null;
  readonly foldKey: string;
  readonly payload: unknown;
  readonly undoes?: string;
}

/** Writes one act to the journal; the caller folds it in the same transaction. */
export function recordAct(
  database: Database,
  actor: Actor,
  annotator: AnnotatorRow,
  content: ActContent,
): string {
  return appendEvent(database, {
    actorSeq: annotator.seq,
    device: actor.device,
    now: actor.now,
    type: content.type,
    interactionId: content.interactionId,
    foldKey: content.foldKey,
    payload: content.payload,
    undoes: content.undoes ?? null,
  });
}
