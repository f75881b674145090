import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Snapshot } from '../../../shared/contract/export-operations.ts';
import { type LineageRow, readLineageRow } from '../../../shared/domain/export/lineage.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { fileLines } from '../../files/file-lines.ts';

type WithFiles = Pick<Snapshot, 'path' | 'manifest'>;

/**
 * Where the rows of a snapshot come from, in their order, read as they are asked for. INPUT_INVALID for an export of
 * before lineage, FILE_NOT_FOUND and FILE_UNREADABLE where the file is gone or another one.
 */
export function openLineage(snapshot: WithFiles): Result<() => Generator<LineageRow>> {
  const { lineage } = snapshot.manifest;
  if (lineage === undefined) {
    return fail(
      'INPUT_INVALID',
      `${snapshot.path} was exported before exports kept where their rows come from. Export it again.`,
    );
  }
  const path = join(dirname(snapshot.path), lineage.name);
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined)
    return fail('FILE_NOT_FOUND', `${path} is gone. Put it back from a copy, or export again.`);
  if (size !== lineage.bytes) {
    return fail(
      'FILE_UNREADABLE',
      `${path} is not the one of this snapshot any more. Put it back from a copy, and give later exports names of their own.`,
    );
  }
  return succeed(() => lineageRows(path));
}

function* lineageRows(path: string): Generator<LineageRow> {
  for (const line of fileLines(path)) {
    const row = readLineageRow(line);
    if (row !== null) yield row;
  }
}

/** Some at a time, so that others can be let in between two of them. */
export function* pagesOfRows(rows: Iterable<LineageRow>, size: number): Generator<LineageRow[]> {
  let page: LineageRow[] = [];
  for (const row of rows) {
    page.push(row);
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
