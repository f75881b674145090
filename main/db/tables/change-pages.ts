import type { Database } from '../database.ts';
import { numberOf, rowsOf } from '../query.ts';

/** Whose changes are listed, as numbers. */
export type PagedSubject =
  | { readonly kind: 'cluster'; readonly runSeq: number; readonly clusterSeq: number }
  | { readonly kind: 'mode'; readonly modeSeq: number }
  | { readonly kind: 'unclassified'; readonly runSeq: number };

export type PageOrder = 'typical' | 'borderline' | 'newest';

/** Where a page ends: the change, and what it is ordered by. */
export interface PageKey {
  readonly seq: number;
  readonly similarity: number;
  readonly week: number | null;
  readonly interactionSeq: number;
}

export interface PageOfChanges {
  readonly subject: PagedSubject;
  readonly order: PageOrder;
  readonly after: PageKey | null;
  readonly limit: number;
}

/** The next changes of a subject behind a place in an order. */
export function pageOfChanges(database: Database, page: PageOfChanges): PageKey[] {
  if (page.order !== 'newest') return keysOf(database, page, similarityPart(page));
  const known = page.after?.week === null ? [] : keysOf(database, page, weekPart(page));
  const limit = page.limit - known.length;
  if (limit === 0) return known;
  return [...known, ...keysOf(database, { ...page, limit }, unknownWeekPart(page))];
}

/** A condition that leads on from the page before, and the order; both those of an index. */
interface PagePart {
  readonly index: 'similarity' | 'week';
  readonly condition: string;
  readonly parameters: readonly (number | null)[];
  readonly order: string;
}

function similarityPart({ order, after }: PageOfChanges): PagePart {
  const isTypical = order === 'typical';
  return {
    index: 'similarity',
    condition: after === null ? '' : `AND (similarity, change_seq) ${isTypical ? '<' : '>'} (?, ?)`,
    parameters: after === null ? [] : [after.similarity, after.seq],
    order: isTypical ? 'similarity DESC, change_seq DESC' : 'similarity, change_seq',
  };
}

const newestFirst = 'week DESC, interaction_seq DESC, change_seq DESC';

function weekPart({ after }: PageOfChanges): PagePart {
  return {
    index: 'week',
    condition: `AND week IS NOT NULL ${after === null ? '' : 'AND (week, interaction_seq, change_seq) < (?, ?, ?)'}`,
    parameters: after === null ? [] : [after.week, after.interactionSeq, after.seq],
    order: newestFirst,
  };
}

/** Changes of unknown time come last. */
function unknownWeekPart({ after }: PageOfChanges): PagePart {
  const isBehind = after !== null && after.week === null;
  return {
    index: 'week',
    condition: `AND week IS NULL ${isBehind ? 'AND (interaction_seq, change_seq) < (?, ?)' : ''}`,
    parameters: isBehind ? [after.interactionSeq, after.seq] : [],
    order: newestFirst,
  };
}

function keysOf(database: Database, { subject, limit }: PageOfChanges, part: PagePart): PageKey[] {
  const { index, condition, order } = part;
  return rowsOf<PageKey>(database, pageSql(subject.kind, index, condition, order)).all(
    ...addressOf(subject),
    ...part.parameters,
    limit,
  );
}

/** Exported for the test of its plans. */
export function pageSql(
  kind: PagedSubject['kind'],
  index: PagePart['index'],
  condition: string,
  order: string,
): string {
  return `SELECT change_seq AS seq, similarity, week, interaction_seq AS interactionSeq
    ${fromSubject(kind, index)} ${condition} ORDER BY ${order} LIMIT ?`;
}

function fromSubject(kind: PagedSubject['kind'], index: PagePart['index']): string {
  if (kind === 'mode')
    return `FROM change_modes INDEXED BY change_modes_by_${index === 'week' ? 'mode' : index} WHERE mode_seq = ?`;
  const from = `FROM change_clusters INDEXED BY change_clusters_by_${index === 'week' ? 'cluster' : index}`;
  return kind === 'cluster'
    ? `${from} WHERE run_seq = ? AND cluster_seq = ?`
    : `${from} WHERE run_seq = ? AND cluster_seq IS NULL
       AND NOT EXISTS (SELECT 1 FROM change_modes AS m WHERE m.change_seq = change_clusters.change_seq)`;
}

function addressOf(subject: PagedSubject): readonly number[] {
  if (subject.kind === 'mode') return [subject.modeSeq];
  return subject.kind === 'cluster' ? [subject.runSeq, subject.clusterSeq] : [subject.runSeq];
}

export function countOfSubject(database: Database, subject: PagedSubject): number {
  return numberOf(
    database,
    `SELECT count(*) ${fromSubject(subject.kind, 'similarity')}`,
    ...addressOf(subject),
  );
}
