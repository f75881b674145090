import type { Reject, Source } from '../../../shared/contract/import-operations.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { countRejects, pageOfRejects, type RejectRow } from '../../db/tables/rejects.ts';
import { findSource, listSources } from '../../db/tables/sources.ts';
import { writeAtomically } from '../../files/atomic-write.ts';
import { sourceNotFound } from './undo-import.ts';

/** All imports, the newest first. */
export function sources(database: Database): Source[] {
  return listSources(database).map(({ seq: _seq, fileStamp: _fileStamp, ...source }) => source);
}

export interface RejectPage {
  readonly rejects: Reject[];
  readonly total: number;
  /** For the next page's `after`; null on the last one. */
  readonly nextAfter: number | null;
}

/** Rejects of one import in the order of the file. SOURCE_NOT_FOUND. */
export function listRejects(
  database: Database,
  input: {
    readonly sourceId: string;
    readonly after?: number | undefined;
    readonly limit?: number | undefined;
  },
): Result<RejectPage> {
  const source = findSource(database, input.sourceId);
  if (source === null) return sourceNotFound();
  const limit = input.limit ?? 100;
  const rows = pageOfRejects(database, source.seq, input.after ?? 0, limit + 1);
  const page = rows.slice(0, limit);
  return succeed({
    rejects: page.map(toReject),
    total: countRejects(database, source.seq),
    nextAfter: rows.length > limit ? (page.at(-1)?.seq ?? null) : null,
  });
}

/**
 * Writes the rejects of one import as JSONL, one object of line, reason, message and raw text each, for whoever
 * repairs the file. SOURCE_NOT_FOUND, DISK_FULL, FILE_NOT_WRITABLE.
 */
export async function exportRejects(
  database: Database,
  input: { readonly sourceId: string; readonly path: string },
): Promise<Result<{ readonly path: string; readonly rows: number }>> {
  const source = findSource(database, input.sourceId);
  if (source === null) return sourceNotFound();
  let rows = 0;
  function* lines(seq: number): Generator<string> {
    for (let after = 0; ;) {
      const page = pageOfRejects(database, seq, after, 100);
      for (const { seq: _seq, ...reject } of page) yield `${JSON.stringify(reject)}\n`;
      rows += page.length;
      const last = page.at(-1);
      if (last === undefined) return;
      after = last.seq;
    }
  }
  const written = await writeAtomically(input.path, lines(source.seq));
  return written.ok ? succeed({ path: written.value.path, rows }) : written;
}

function toReject({ seq: _seq, ...reject }: RejectRow): Reject {
  return reject;
}
