import type { QueueOrder } from '../../../shared/domain/queue/queue-order.ts';
import type { Database } from '../database.ts';
import { type Query, rowsOf } from '../query.ts';

/** What an order looks at; interactions without any are left out. */
export interface OrderValue {
  readonly seq: number;
  readonly value: number | string;
}

/** Reads the values of a page of interactions, by indexes that are narrow or found by interaction. */
export type OrderValueReader = (seqs: readonly number[]) => OrderValue[];

/** Numbers by which interactions come, the smallest first; null for orders that go by something else. */
export function orderNumberReader(database: Database, order: QueueOrder): OrderValueReader | null {
  switch (order.by) {
    case 'unlabelled':
      return pageReader(rowsOf(database, inOrder('i.labelled')));
    case 'newest':
      return pageReader(rowsOf(database, `${inOrder('-i.created_at')} AND i.created_at IS NOT NULL`));
    case 'largest_edit':
      return pageReader(rowsOf(database, largestEditSql));
    case 'lowest_signal':
      return pageReader(rowsOf(database, lowestSignalSql), order.signal);
    default:
      return null;
  }
}

/** The values of a field that interactions are stratified by. */
export function stratumReader(database: Database, field: string): OrderValueReader {
  const name = field.slice(field.indexOf('.') + 1);
  if (field.startsWith('label.')) return pageReader(rowsOf(database, labelSql), name);
  if (field.startsWith('signal.')) return pageReader(rowsOf(database, signalSql), name);
  if (field === 'mode') return pageReader(rowsOf(database, modeSql));
  if (field === 'cluster') return pageReader(rowsOf(database, clusterSql));
  const column = { source: 'i.source_seq', prompt_version: 'i.prompt_version_seq' }[field] ?? 'i.model';
  return pageReader(rowsOf(database, `${inOrder(column)} AND ${column} IS NOT NULL`));
}

/** The group of near-duplicates that an interaction is in. */
export function groupReader(database: Database): OrderValueReader {
  return pageReader(rowsOf(database, groupSql));
}

function pageReader(query: Query<OrderValue>, ...parameters: readonly string[]): OrderValueReader {
  return (seqs) => query.all(JSON.stringify(seqs), ...parameters);
}

function inOrder(column: string): string {
  return `SELECT i.seq, ${column} AS value FROM json_each(?) AS page
    CROSS JOIN interactions AS i INDEXED BY interactions_in_order ON i.seq = page.value WHERE 1`;
}

/** Exported for the test of their query plans. */
export const largestEditSql = `SELECT m.interaction_seq AS seq, -m.hter AS value FROM json_each(?) AS page
  CROSS JOIN edit_metrics AS m ON m.interaction_seq = page.value WHERE m.hter IS NOT NULL`;
export const lowestSignalSql = `SELECT s.interaction_seq AS seq, min(s.number) AS value FROM json_each(?) AS page
  CROSS JOIN signals AS s INDEXED BY signals_by_interaction ON s.interaction_seq = page.value
  WHERE s.name = ? AND s.number IS NOT NULL GROUP BY s.interaction_seq`;
/** Of several the last one. */
export const signalSql = `SELECT s.interaction_seq AS seq, coalesce(s.text, s.number) AS value FROM json_each(?) AS page
  CROSS JOIN signals AS s INDEXED BY signals_by_interaction ON s.interaction_seq = page.value
  WHERE s.name = ? ORDER BY s.seq`;
/** Of several annotators' answers the latest. */
export const labelSql = `SELECT l.interaction_seq AS seq, l.value FROM json_each(?) AS page
  CROSS JOIN labels AS l INDEXED BY sqlite_autoindex_labels_1 ON l.interaction_seq = page.value
  WHERE l.question = ? ORDER BY l.at, l.annotator_seq`;
/** Of several changes the first one that has any. */
export const modeSql = `SELECT c.interaction_seq AS seq, m.mode_seq AS value FROM json_each(?) AS page
  CROSS JOIN changes AS c INDEXED BY changes_by_interaction ON c.interaction_seq = page.value
  CROSS JOIN change_modes AS m ON m.change_seq = c.seq ORDER BY c.seq DESC`;
export const clusterSql = `SELECT c.interaction_seq AS seq, g.cluster_seq AS value FROM json_each(?) AS page
  CROSS JOIN changes AS c INDEXED BY changes_by_interaction ON c.interaction_seq = page.value
  CROSS JOIN change_clusters AS g ON g.change_seq = c.seq
    AND g.run_seq = (SELECT seq FROM cluster_runs WHERE state = 'current')
  WHERE g.cluster_seq IS NOT NULL ORDER BY c.seq DESC`;
export const groupSql = `SELECT n.interaction_seq AS seq, n.group_seq AS value FROM json_each(?) AS page
  CROSS JOIN near_duplicates AS n ON n.interaction_seq = page.value`;
