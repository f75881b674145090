import type { LabelValue } from '../../../shared/domain/schema/label-schema.ts';
import type { Database } from '../database.ts';
import { rowsOf } from '../query.ts';

export interface EvidenceFlag {
  readonly seq: number;
  readonly edited: 0 | 1;
}

export interface EvidenceLabel {
  readonly seq: number;
  readonly question: string;
  readonly value: LabelValue;
}

/** A rating, thumbs, or an outcome with a number. */
export interface EvidenceSignal {
  readonly seq: number;
  readonly kind: 'explicit' | 'outcome';
  readonly name: string;
  readonly number: number;
}

export interface EvidencePage {
  /** In the order of the seqs. */
  readonly flags: readonly EvidenceFlag[];
  /** By interaction, question and annotator. */
  readonly labels: readonly EvidenceLabel[];
  /** Of several of one name the last comes last. */
  readonly signals: readonly EvidenceSignal[];
}

/** Reads what is known of how good interactions are. */
export function evidenceReader(database: Database): (seqs: readonly number[]) => EvidencePage {
  const flags = rowsOf<EvidenceFlag>(database, evidenceFlagsSql);
  const labels = rowsOf<{ seq: number; question: string; value: string }>(database, evidenceLabelsSql);
  const signals = rowsOf<EvidenceSignal>(database, evidenceSignalsSql);
  return (seqs) => {
    const page = JSON.stringify(seqs);
    return {
      flags: flags.all(page),
      labels: labels
        .all(page)
        .map(({ seq, question, value }) => ({ seq, question, value: JSON.parse(value) })),
      signals: signals.all(page),
    };
  };
}

/** The least and the greatest rating of the project; null where there is none. */
export function ratingEnds(database: Database): { readonly least: number; readonly greatest: number } | null {
  const ends = rowsOf<{ least: number | null; greatest: number | null }>(database, ratingEndsSql).get();
  const { least = null, greatest = null } = ends ?? {};
  return least === null || greatest === null ? null : { least, greatest };
}

/** Exported for the test of their query plans. */
export const evidenceFlagsSql = `SELECT i.seq, i.edited FROM json_each(?) AS page
  CROSS JOIN interactions AS i INDEXED BY interactions_in_order ON i.seq = page.value ORDER BY page.key`;
export const evidenceLabelsSql = `SELECT l.interaction_seq AS seq, l.question, l.value FROM json_each(?) AS page
  CROSS JOIN labels AS l INDEXED BY sqlite_autoindex_labels_1 ON l.interaction_seq = page.value
  ORDER BY l.interaction_seq, l.question, l.annotator_seq`;
export const evidenceSignalsSql = `SELECT s.interaction_seq AS seq, s.kind, s.name, s.number FROM json_each(?) AS page
  CROSS JOIN signals AS s INDEXED BY signals_by_interaction ON s.interaction_seq = page.value
  WHERE s.number IS NOT NULL AND (s.kind = 'outcome' OR s.kind = 'explicit' AND s.name IN ('rating', 'thumbs'))
  ORDER BY s.interaction_seq, s.name, s.seq`;
export const ratingEndsSql = `SELECT
  (SELECT min(number) FROM signals INDEXED BY signals_by_name WHERE name = 'rating') AS least,
  (SELECT max(number) FROM signals INDEXED BY signals_by_name WHERE name = 'rating') AS greatest`;
