import type { Database } from '../database.ts';
import { numberOf } from '../query.ts';

/** Skips, flags, expected answers and verdicts on re-queries that there are. */
export function countMarks(database: Database): number {
  return numberOf(
    database,
    `SELECT (SELECT count(*) FROM queue_skips) + (SELECT count(*) FROM flags) + (SELECT count(*) FROM gold_answers)
       + (SELECT count(*) FROM requery_verdicts)`,
  );
}

/** Those whose event is about something else. */
export function countStrayMarks(database: Database): number {
  return numberOf(
    database,
    `SELECT
       (SELECT count(*) FROM queue_skips AS s JOIN interactions AS i ON i.seq = s.interaction_seq
        JOIN annotators AS a ON a.seq = s.annotator_seq JOIN queues AS q ON q.seq = s.queue_seq
        JOIN events AS e ON e.id = s.event_id WHERE e.fold_key <> 'skip/' || i.id || '/' || a.id || '/' || q.id)
     + (SELECT count(*) FROM flags AS f JOIN interactions AS i ON i.seq = f.interaction_seq
        JOIN annotators AS a ON a.seq = f.annotator_seq
        JOIN events AS e ON e.id = f.event_id WHERE e.fold_key <> 'flag/' || i.id || '/' || a.id)
     + (SELECT count(*) FROM gold_answers AS g JOIN interactions AS i ON i.seq = g.interaction_seq
        JOIN events AS e ON e.id = g.event_id WHERE e.fold_key <> 'gold/' || i.id || '/' || g.question)
     + (SELECT count(*) FROM requery_verdicts AS v JOIN interactions AS i ON i.seq = v.interaction_seq
        JOIN interactions AS b ON b.seq = v.earlier_seq
        JOIN events AS e ON e.id = v.event_id WHERE e.fold_key <> 'requery/' || i.id || '/' || b.id)`,
  );
}
