import type { AuditExample, AuditGroup } from '../../../shared/contract/audit-operations.ts';
import { summaries } from '../../../shared/domain/signals/catalogue.ts';
import type { Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { readSummaries } from '../../db/tables/items.ts';
import { readSignalCells, type SignalCell } from '../../db/tables/signal-cells.ts';
import { countKnownInCell } from '../../db/tables/signal-coverage.ts';
import { signalExampleReader } from '../../db/tables/signal-examples.ts';
import { runInSlices } from '../agreement/run-in-slices.ts';

export interface ExamplesInput {
  /** What is not named may be anything; null is none. */
  readonly group: { readonly [Field in keyof AuditGroup]?: AuditGroup[Field] | undefined };
  /** Null for any signal at all. */
  readonly signal: string | null;
  readonly has: boolean;
  readonly limit: number;
}

/** Interactions read between two pauses. */
const pageRows = 500;

/**
 * Interactions of a group that have a signal, or lack it. Cells that the kept counts show to hold none are passed over, so
 * that a rare signal is found without reading all. JOB_CANCELLED.
 */
export async function auditExamples(
  database: Database,
  input: ExamplesInput,
  signal?: AbortSignal,
): Promise<Result<AuditExample[]>> {
  return runInSlices(examples(database, input), signal);
}

function* examples(
  database: Database,
  { group, signal, has, limit }: ExamplesInput,
): Generator<void, AuditExample[]> {
  const name = signal ?? summaries.any;
  const read = signalExampleReader(database, name);
  const seqs: number[] = [];
  for (const cell of readSignalCells(database)) {
    if (!isOf(cell, group)) continue;
    yield;
    const known = countKnownInCell(database, cell.seq, name);
    if (has ? known === 0 : known >= cell.interactions) continue;
    let after = 0;
    while (seqs.length < limit) {
      const page = read(cell.seq, after, pageRows);
      for (const row of page) if ((row.has === 1) === has && seqs.length < limit) seqs.push(row.seq);
      const last = page.at(-1);
      if (last === undefined || page.length < pageRows) break;
      after = last.seq;
      yield;
    }
    if (seqs.length >= limit) break;
  }
  return readSummaries(database, seqs, null).map(({ id, input, output, createdAt }) => ({
    id,
    input,
    output,
    createdAt,
  }));
}

function isOf(cell: SignalCell, group: ExamplesInput['group']): boolean {
  return (['surface', 'model', 'promptVersion'] as const).every(
    (field) => group[field] === undefined || (group[field] ?? '') === cell[field],
  );
}
