import type { Database } from '../database.ts';
import { numberOf } from '../query.ts';

/** Failure modes, examples, and decisions that there are. */
export function countModeFolds(database: Database): number {
  return numberOf(
    database,
    `SELECT (SELECT count(*) FROM failure_modes) + (SELECT count(*) FROM failure_mode_members)
       + (SELECT count(*) FROM cluster_decisions) + (SELECT count(*) FROM weekly_decisions)`,
  );
}

/** Those whose event is about something else, or, of prompt versions, that have none. */
export function countStrayModeFolds(database: Database): number {
  return numberOf(
    database,
    `SELECT
       (SELECT count(*) FROM failure_modes AS m JOIN events AS e ON e.id = m.event_id
        WHERE e.fold_key <> 'failure_mode/' || m.id)
     + (SELECT count(*) FROM failure_mode_members AS m JOIN interactions AS i ON i.seq = m.interaction_seq
        JOIN events AS e ON e.id = m.event_id
        WHERE e.fold_key <> 'member/' || m.failure_mode || '/' || i.id || '/' || m.place)
     + (SELECT count(*) FROM cluster_decisions AS d JOIN events AS e ON e.id = d.event_id
        WHERE e.fold_key <> 'cluster/' || d.cluster_id)
     + (SELECT count(*) FROM weekly_decisions AS d JOIN events AS e ON e.id = d.event_id
        WHERE e.fold_key <> 'weekly/' || d.week || '/' || d.subject)
     + (SELECT count(*) FROM prompt_versions AS p WHERE (live_from IS NOT NULL OR template IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM events WHERE fold_key = 'prompt_version/' || p.id))`,
  );
}
