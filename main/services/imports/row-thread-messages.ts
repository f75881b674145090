import type { Failure } from '../../../shared/result/result.ts';
import type { Findings } from './import-findings.ts';
import type { ImportJobInput, ImportPlan } from './import-input.ts';
import type { PackedItems } from './pack-items.ts';
import type { PreparedBatch } from './row-reader.ts';

/** What a thread that reads rows is started with: functions cannot be sent, so it compiles the mapping again. */
export type RowThreadStart = Omit<ImportPlan, 'mapper'> & {
  readonly brings: ImportPlan['mapper']['brings'];
  readonly pseudonymKey: ImportJobInput['pseudonymKey'];
};

export interface SentBatch extends Omit<PreparedBatch, 'items'> {
  readonly packed: PackedItems;
}

/** What the thread says. It is answered with numbers: how many batches the writer has taken. */
export type RowThreadMessage =
  | { readonly type: 'batch'; readonly batch: SentBatch }
  | { readonly type: 'end'; readonly findings: Findings }
  | { readonly type: 'failed'; readonly failure: Failure };
