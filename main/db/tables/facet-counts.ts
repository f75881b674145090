import type { Database } from '../database.ts';
import { numberOf, rowsOf } from '../query.ts';

/** What is counted together in one pass over some interactions. */
export const facetFamilies = [
  'columns',
  'signals',
  'labels',
  'spans',
  'changes',
  'annotators',
  'near_duplicates',
] as const;
export type FacetFamily = (typeof facetFamilies)[number];

/** So many of the interactions have this value; values of sources, prompt versions and annotators are their seqs. */
export interface ValueCount {
  readonly field: string;
  readonly value: string | number | null;
  readonly count: number;
}

/** Signals that are categories in every project. */
export const facetSignals = ['action', 'rating', 'thumbs'] as const;

/** Counts the values that these interactions have; several hundred at a time are a few milliseconds. */
export function countValues(
  database: Database,
  seqs: readonly number[],
  families: ReadonlySet<FacetFamily>,
  textQuestions: readonly string[],
): ValueCount[] {
  const list = JSON.stringify(seqs);
  const counted: Record<FacetFamily, () => ValueCount[]> = {
    columns: () => countColumns(database, list),
    signals: () => rowsOf<ValueCount>(database, signalsSql).all(list, JSON.stringify(facetSignals)),
    labels: () => rowsOf<ValueCount>(database, labelsSql).all(list, JSON.stringify(textQuestions)),
    spans: () => rowsOf<ValueCount>(database, spansSql).all(list, list),
    changes: () => rowsOf<ValueCount>(database, changesSql).all(list, list),
    annotators: () => rowsOf<ValueCount>(database, annotatorsSql).all(list),
    near_duplicates: () => {
      const grouped = numberOf(database, nearDuplicatesSql, list);
      return [
        { field: 'near_duplicate', value: 'yes', count: grouped },
        { field: 'near_duplicate', value: 'no', count: seqs.length - grouped },
      ];
    },
  };
  return facetFamilies.flatMap((family) => (families.has(family) ? counted[family]() : []));
}

interface ColumnsRow {
  readonly source: number;
  readonly model: string | null;
  readonly promptVersion: number | null;
  readonly labelled: 0 | 1;
  readonly edited: 0 | 1;
  readonly count: number;
}

function countColumns(database: Database, list: string): ValueCount[] {
  return rowsOf<ColumnsRow>(database, columnsSql)
    .all(list)
    .flatMap(({ source, model, promptVersion, labelled, edited, count }) => [
      { field: 'source', value: source, count },
      { field: 'model', value: model, count },
      { field: 'prompt_version', value: promptVersion, count },
      { field: 'labelled', value: labelled === 1 ? 'yes' : 'no', count },
      { field: 'edited', value: edited === 1 ? 'yes' : 'no', count },
    ]);
}

export const columnsSql = `
SELECT i.source_seq AS source, i.model, i.prompt_version_seq AS promptVersion, i.labelled, i.edited, count(*) AS count
FROM json_each(?) AS list CROSS JOIN interactions AS i INDEXED BY interactions_in_order ON i.seq = list.value
GROUP BY 1, 2, 3, 4, 5`;

export const signalsSql = `
SELECT 'signal.' || s.name AS field, coalesce(s.text, s.number) AS value, count(DISTINCT s.interaction_seq) AS count
FROM json_each(?) AS list
CROSS JOIN signals AS s INDEXED BY signals_by_interaction ON s.interaction_seq = list.value
WHERE s.name IN (SELECT value FROM json_each(?))
GROUP BY 1, 2`;

export const labelsSql = `
SELECT 'label.' || l.question AS field,
  CASE answer.type WHEN 'true' THEN 'yes' WHEN 'false' THEN 'no' ELSE CAST(answer.value AS TEXT) END AS value,
  count(DISTINCT l.interaction_seq) AS count
FROM json_each(?) AS list
CROSS JOIN labels AS l INDEXED BY sqlite_autoindex_labels_1 ON l.interaction_seq = list.value
CROSS JOIN json_each(l.value) AS answer
WHERE l.question NOT IN (SELECT value FROM json_each(?))
GROUP BY 1, 2`;

/** Two passes, because one label has both. */
export const spansSql = ['failure_mode', 'severity']
  .map(
    (column) => `
SELECT 'span.${column}' AS field, s.${column} AS value, count(DISTINCT s.interaction_seq) AS count
FROM json_each(?) AS list
CROSS JOIN span_labels AS s INDEXED BY sqlite_autoindex_span_labels_1 ON s.interaction_seq = list.value
WHERE s.${column} IS NOT NULL GROUP BY 2`,
  )
  .join(' UNION ALL');

export const changesSql = `
SELECT 'mode' AS field, m.mode_seq AS value, count(DISTINCT c.interaction_seq) AS count
FROM json_each(?) AS list
CROSS JOIN changes AS c INDEXED BY changes_by_interaction ON c.interaction_seq = list.value
CROSS JOIN change_modes AS m ON m.change_seq = c.seq
GROUP BY 2
UNION ALL
SELECT 'cluster' AS field, g.cluster_seq AS value, count(DISTINCT c.interaction_seq) AS count
FROM json_each(?) AS list
CROSS JOIN changes AS c INDEXED BY changes_by_interaction ON c.interaction_seq = list.value
CROSS JOIN change_clusters AS g ON g.change_seq = c.seq
  AND g.run_seq = (SELECT seq FROM cluster_runs WHERE state = 'current')
WHERE g.cluster_seq IS NOT NULL GROUP BY 2`;

export const annotatorsSql = `
SELECT 'labelled_by' AS field, l.annotator_seq AS value, count(DISTINCT l.interaction_seq) AS count
FROM json_each(?) AS list
CROSS JOIN labels AS l INDEXED BY sqlite_autoindex_labels_1 ON l.interaction_seq = list.value
GROUP BY 2`;

export const nearDuplicatesSql = `
SELECT count(*) FROM json_each(?) AS list CROSS JOIN near_duplicates AS n ON n.interaction_seq = list.value
WHERE EXISTS (
  SELECT 1 FROM near_duplicates AS o WHERE o.group_seq = n.group_seq AND o.interaction_seq <> n.interaction_seq
)`;
