import { z } from 'zod';
import type { ProjectStats } from '../../../shared/contract/project-operations.ts';
import { type Database, prepare } from '../database.ts';
import { namedModes } from '../failure-mode-sql.ts';
import { stands } from './failure-modes.ts';

const totalsRow = z.object({
  interactions: z.int(),
  edited: z.int(),
  labelled: z.int(),
  sources: z.int(),
  edits: z.int(),
  labels: z.int(),
  spanLabels: z.int(),
  rejects: z.int(),
  failureModes: z.int(),
  firstAt: z.int().nullable(),
  lastAt: z.int().nullable(),
});

/** Totals of the project; sources that were undone or cancelled do not count. */
export function readTotals(database: Database): z.infer<typeof totalsRow> {
  return totalsRow.parse(
    prepare(
      database,
      `SELECT counted.*,
         (SELECT count(*) FROM sources WHERE state NOT IN ('undone', 'cancelled')) AS sources,
         (SELECT count(*) FROM edits) AS edits,
         (SELECT count(*) FROM labels) AS labels,
         (SELECT count(*) FROM span_labels) AS spanLabels,
         (SELECT count(*) FROM rejects) AS rejects,
         (SELECT count(*) FROM failure_modes WHERE ${stands}) AS failureModes,
         (SELECT min(created_at) FROM interactions WHERE created_at IS NOT NULL) AS firstAt,
         (SELECT max(created_at) FROM interactions WHERE created_at IS NOT NULL) AS lastAt
       FROM (SELECT count(*) AS interactions, coalesce(sum(edited), 0) AS edited, coalesce(sum(labelled), 0) AS labelled
             FROM interactions INDEXED BY interactions_by_labelled) AS counted`,
    ).get(),
  );
}

const annotatorRow = z.object({ name: z.string(), labels: z.int(), items: z.int(), edits: z.int() });

export function readAnnotatorStats(database: Database): ProjectStats['annotators'] {
  return z.array(annotatorRow).parse(
    prepare(
      database,
      `SELECT a.name,
         (SELECT count(*) FROM labels WHERE annotator_seq = a.seq) AS labels,
         (SELECT count(DISTINCT interaction_seq) FROM labels WHERE annotator_seq = a.seq) AS items,
         (SELECT count(*) FROM edits WHERE annotator_seq = a.seq) AS edits
       FROM annotators AS a ORDER BY labels DESC, edits DESC, a.name`,
    ).all(),
  );
}

const signalRow = z.object({
  name: z.string(),
  kind: z.string(),
  count: z.int(),
  mean: z.number().nullable(),
});

/** The mean is over the numbers; signals that are texts have none. */
export function readSignalStats(database: Database): ProjectStats['signals'] {
  return z
    .array(signalRow)
    .parse(
      prepare(
        database,
        'SELECT name, kind, count(*) AS count, avg(number) AS mean FROM signals GROUP BY name, kind ORDER BY name, kind',
      ).all(),
    );
}

const answerRow = z.object({ question: z.string(), value: z.string(), count: z.int() });

/** Free texts are nearly all different, so that only the most frequent answers are worth a row. */
const mostAnswers = 500;

export function readAnswerStats(database: Database): ProjectStats['answers'] {
  return z.array(answerRow).parse(
    prepare(
      database,
      `SELECT counted.question, coalesce(mode.name, counted.answer) AS value, counted.count
         FROM (SELECT question, CAST(json_extract(value, '$') AS TEXT) AS answer, count(*) AS count
               FROM labels GROUP BY question, value ORDER BY count DESC LIMIT ${mostAnswers}) AS counted
         LEFT JOIN (${namedModes}) AS mode ON mode.id = counted.answer
         ORDER BY counted.question, counted.count DESC, value`,
    ).all(),
  );
}

const promptVersionRow = z.object({ name: z.string(), interactions: z.int(), edited: z.int() });

export function readPromptVersionStats(database: Database): ProjectStats['promptVersions'] {
  return z.array(promptVersionRow).parse(
    prepare(
      database,
      `SELECT p.name, count(*) AS interactions, sum(i.edited) AS edited
       FROM prompt_versions AS p JOIN interactions AS i ON i.prompt_version_seq = p.seq
       GROUP BY p.seq ORDER BY p.live_from, p.name`,
    ).all(),
  );
}
