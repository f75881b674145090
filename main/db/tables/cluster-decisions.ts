import { z } from 'zod';
import { foldKeyOf } from '../../../shared/domain/events/fold-key.ts';
import { latestAct } from '../../../shared/domain/events/standing.ts';
import { type Database, prepare } from '../database.ts';
import { type EventRow, eventsOfKey, timeOfEvent } from './events.ts';

/** Ids of the failure modes that a cluster is; none where it was dismissed; null takes the decision back. */
export const clusterPayload = z.object({ modes: z.array(z.string()).nullable() });

const decision = z.object({
  modes: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  annotatorSeq: z.int(),
  eventId: z.string(),
  at: z.int(),
});
export type ClusterDecision = z.infer<typeof decision>;

export function clusterFoldKey(clusterId: string): string {
  return foldKeyOf({ kind: 'cluster', clusterId });
}

/** What a cluster is, as the table has it; null where nobody said. */
export function readClusterDecision(database: Database, clusterId: string): ClusterDecision | null {
  const row = prepare(database, `SELECT ${columns} FROM cluster_decisions WHERE cluster_id = ?`).get(
    clusterId,
  );
  return row === undefined ? null : decision.parse(row);
}

/** Every decision, by the cluster's id; that of a cluster that is not there any more as well. */
export function clusterDecisions(database: Database): Map<string, ClusterDecision> {
  const rows = z
    .array(decision.extend({ clusterId: z.string() }))
    .parse(prepare(database, `SELECT cluster_id AS clusterId, ${columns} FROM cluster_decisions`).all());
  return new Map(rows.map((row) => [row.clusterId, row]));
}

/** What a cluster is after these events of its fold key. */
export function decisionAfter(events: readonly EventRow[]): ClusterDecision | null {
  const act = latestAct(events);
  const modes = act === null ? null : clusterPayload.parse(act.payload).modes;
  if (act === null || modes === null) return null;
  return { modes, annotatorSeq: act.actorSeq, eventId: act.id, at: timeOfEvent(act) };
}

/** What a cluster is, as the events say. */
export function foldedClusterDecision(database: Database, clusterId: string): ClusterDecision | null {
  return decisionAfter(eventsOfKey(database, clusterFoldKey(clusterId)));
}

/** Brings the table's row up to date and returns it. */
export function refoldClusterDecision(database: Database, clusterId: string): ClusterDecision | null {
  const state = foldedClusterDecision(database, clusterId);
  prepare(database, 'DELETE FROM cluster_decisions WHERE cluster_id = ?').run(clusterId);
  if (state !== null) {
    prepare(
      database,
      `INSERT INTO cluster_decisions (cluster_id, failure_modes, annotator_seq, event_id, at) VALUES (?, ?, ?, ?, ?)`,
    ).run(clusterId, JSON.stringify(state.modes), state.annotatorSeq, state.eventId, state.at);
  }
  return state;
}

export function deleteClusterDecisions(database: Database): void {
  prepare(database, 'DELETE FROM cluster_decisions').run();
}

const columns = 'failure_modes AS modes, annotator_seq AS annotatorSeq, event_id AS eventId, at';
