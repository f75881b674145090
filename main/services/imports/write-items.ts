import type { Database } from '../../db/database.ts';
import { insertReject } from '../../db/tables/rejects.ts';
import { updateSourceCounts } from '../../db/tables/sources.ts';
import type { AttachmentWriter } from './attachment-writer.ts';
import type { ImportTally } from './import-input.ts';
import type { AddedObservations } from './observation-writer.ts';
import { type ItemToWrite, type PreparedAttachment, type RowToWrite, toReject } from './prepare-row.ts';
import type { RowWriter } from './row-writer.ts';
import { inTimedTransactions } from './timed-transactions.ts';

/** Writes what came of rows, in short transactions, each together with the counts that it makes true. */
export type ItemWriter = (items: Iterable<ItemToWrite>) => void;

export interface ItemWriterParts {
  readonly database: Database;
  readonly sourceSeq: number;
  readonly tally: ImportTally;
  readonly writeRow: RowWriter;
  readonly writeAttachment: AttachmentWriter;
}

export function createItemWriter(parts: ItemWriterParts): ItemWriter {
  const { database, sourceSeq, tally, writeRow, writeAttachment } = parts;

  const count = ({ edits, labels, signals }: AddedObservations): void => {
    tally.editsAdded += edits;
    tally.labelsAdded += labels;
    tally.signalsAdded += signals;
  };

  const addRow = (row: RowToWrite): void => {
    const { isNew, added } = writeRow(row);
    if (isNew) {
      tally.imported += 1;
      return;
    }
    tally.duplicates += 1;
    count(added);
  };

  const addAttachment = ({ attachment, source }: PreparedAttachment): void => {
    const added = writeAttachment(attachment);
    if ('reason' in added) {
      insertReject(database, sourceSeq, toReject(source, added));
      tally.rejected += 1;
      return;
    }
    if (added.edits + added.labels + added.signals > 0) tally.attached += 1;
    else tally.duplicates += 1;
    count(added);
  };

  const write = (item: ItemToWrite): void => {
    tally.read += 1;
    if (item.kind === 'row') addRow(item.row);
    else if (item.kind === 'attachment') addAttachment(item.attachment);
    else {
      insertReject(database, sourceSeq, item.reject);
      tally.rejected += 1;
    }
  };

  return (items) => {
    inTimedTransactions(database, items, write, () => updateSourceCounts(database, sourceSeq, tally));
  };
}
