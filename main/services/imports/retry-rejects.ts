import { setImmediate } from 'node:timers/promises';
import type { JsonObject } from '../../../shared/domain/json.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import type { RowProblem } from '../../../shared/domain/mapping/mapped-row.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { type Database, transact } from '../../db/database.ts';
import { deleteReject, pageOfRejects, type RejectRow, updateReject } from '../../db/tables/rejects.ts';
import { findSource, readSourceShape, type SourceRow, updateSourceCounts } from '../../db/tables/sources.ts';
import { findAdapter } from '../../files/adapters/registry.ts';
import { readRawRow } from '../../files/read-raw-row.ts';
import { createAttachmentWriter } from './attachment-writer.ts';
import { type JoinFinder, openJoin } from './join-finder.ts';
import { type AddedObservations, createObservationWriter } from './observation-writer.ts';
import { compileMapper } from './plan-import.ts';
import { type ChangeUser, type ImportMapper, keepUser, prepareSourceRow } from './prepare-row.ts';
import { createRowWriter } from './row-writer.ts';
import { sourceNotFound } from './undo-import.ts';

/** Counts of rejects: tried = imported + attached + duplicates + rejected. */
export interface RetriedRejects {
  tried: number;
  imported: number;
  attached: number;
  duplicates: number;
  /** Still in the quarantine. */
  rejected: number;
}

/**
 * Tries the rejects of one import again, from the text kept of them, with another mapping where one is given. Those that
 * pass become rows of that import and leave the quarantine; the others stay with the reason of this try. It goes page by
 * page with pauses, so that nobody waits for it; where it is cut off, the rest stays in the quarantine.
 * SOURCE_NOT_FOUND, MAPPING_INVALID.
 */
export async function retryRejects(
  database: Database,
  input: { readonly sourceId: string; readonly mapping?: Mapping | undefined },
  changeUser: ChangeUser = keepUser,
): Promise<Result<RetriedRejects>> {
  const source = findSource(database, input.sourceId);
  if (source === null) return sourceNotFound();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was a mapping when it was stored
  const mapping = input.mapping ?? (source.mapping as Mapping);
  const mapper = compileMapper(mapping, source.brings, { options: source.options, changeUser });
  if (!mapper.ok) return mapper;
  const retried: RetriedRejects = { tried: 0, imported: 0, attached: 0, duplicates: 0, rejected: 0 };
  const finder = await openJoin(database, source.options, async () => setImmediate(true));
  const retryNext = (after: number) =>
    transact(database, () =>
      retryPage(database, { sourceId: source.id, mapper: mapper.value, find: finder.find, after, retried }),
    );
  try {
    for (let last = retryNext(0); last !== null; last = retryNext(last)) await setImmediate();
  } finally {
    finder.close();
  }
  return succeed(retried);
}

/** Tens of milliseconds with their commit. */
const pageSize = 100;

interface RetryPage {
  readonly sourceId: string;
  readonly mapper: ImportMapper;
  readonly find: JoinFinder['find'];
  /** The last reject that was tried. */
  readonly after: number;
  readonly retried: RetriedRejects;
}

/** Tries the next rejects and counts them; returns the last of them, or null where there is none. */
function retryPage(database: Database, { sourceId, mapper, find, after, retried }: RetryPage): number | null {
  // Read anew for every page: an undo or an import may have come in between.
  const source = findSource(database, sourceId);
  const page = source === null ? [] : pageOfRejects(database, source.seq, after, pageSize);
  const last = page.at(-1);
  if (source === null || last === undefined) return null;
  const retry = createRetry(database, source, { mapper, find });
  const counts = { ...source };
  for (const reject of page) {
    const { became, added, problem } = retry(reject);
    retried.tried += 1;
    retried[became] += 1;
    counts.editsAdded += added.edits;
    counts.labelsAdded += added.labels;
    counts.signalsAdded += added.signals;
    if (became === 'rejected') {
      if (problem !== undefined) updateReject(database, reject.seq, problem);
      continue;
    }
    deleteReject(database, reject.seq);
    counts[became] += 1;
    counts.rejected -= 1;
  }
  updateSourceCounts(database, source.seq, counts);
  return last.seq;
}

interface Retried {
  readonly became: Exclude<keyof RetriedRejects, 'tried'>;
  readonly added: AddedObservations;
  readonly problem?: Pick<RowProblem, 'reason' | 'message'>;
}

const nothingAdded = { edits: 0, labels: 0, signals: 0 };
const unchanged: Retried = { became: 'rejected', added: nothingAdded };

function createRetry(
  database: Database,
  source: SourceRow,
  { mapper, find }: Pick<RetryPage, 'mapper' | 'find'>,
): (reject: RejectRow) => Retried {
  const shape = readSourceShape(database, source.seq);
  const writeObservations = createObservationWriter(database, source.seq, Date.now());
  const writeRow = createRowWriter(database, source.seq, writeObservations);
  const writeAttachment = createAttachmentWriter(database, writeObservations, find);

  return (reject) => {
    const value = rowOf(source.adapter, readRawRow(reject.raw, shape));
    if (value === null) return unchanged;
    const { file, ...place } = reject;
    const item = prepareSourceRow(
      { ...place, value, ...(file === null || file === undefined ? {} : { file }) },
      mapper,
    );
    if (item.kind === 'reject') return { ...unchanged, problem: item.reject };
    if (item.kind === 'row') {
      const { isNew, added } = writeRow(item.row);
      return isNew ? { became: 'imported', added: nothingAdded } : { became: 'duplicates', added };
    }
    const { attachment } = item.attachment;
    // Its place among the rows of its session is not known any more.
    if (attachment.match.by === 'id' && attachment.ids.length === 0) return unchanged;
    const added = writeAttachment(attachment);
    if ('reason' in added) return { ...unchanged, problem: added };
    const isNew = added.edits + added.labels + added.signals > 0;
    return { became: isNew ? 'attached' : 'duplicates', added };
  };
}

/** The row as it would be mapped: what the adapter makes of a row of the tool, where that is exactly one. */
function rowOf(adapterId: string | null, value: JsonObject | null): JsonObject | null {
  const adapter = findAdapter(adapterId);
  if (value === null || adapter === null || !adapter.recognises(value)) return value;
  const expander = adapter.open();
  const rows = [...expander.push(value).rows, ...expander.end().rows];
  return rows.length === 1 ? (rows[0] ?? null) : null;
}
