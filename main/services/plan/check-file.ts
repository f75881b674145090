import { setImmediate } from 'node:timers/promises';
import type { PlanCheck } from '../../../shared/contract/plan-operations.ts';
import { createEventCheck } from '../../../shared/domain/plan/check-events.ts';
import type { PlanSignal } from '../../../shared/domain/plan/plan-signal.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import { detectFile } from '../../files/detect-file.ts';
import { FileError } from '../../files/file-error.ts';
import { readFile } from '../../files/read-file.ts';

/**
 * Which events of the plan a file holds, packed or not. Reads its rows once, in batches between which other requests are
 * answered. FILE_NOT_FOUND, FILE_UNREADABLE, FORMAT_UNKNOWN, JOB_CANCELLED.
 */
export async function checkFile(
  plan: readonly PlanSignal[],
  path: string,
  signal?: AbortSignal,
): Promise<Result<PlanCheck>> {
  // A file whose first line is broken is one of lines all the same.
  const detected = await detectFile(path, /\.jsonl(?:\.gz|\.zst)?$/iu.test(path) ? 'jsonl' : undefined);
  if (!detected.ok) return detected;
  const check = createEventCheck(plan);
  try {
    for await (const batch of readFile(path, detected.value)) {
      if (signal?.aborted === true) return fail('JOB_CANCELLED', 'The check was cancelled.');
      for (const { line, value } of batch.rows) check.addRow(line, value);
      for (const { line, message } of batch.rejects) check.addUnreadable(line, message);
      await setImmediate();
    }
  } catch (error) {
    if (error instanceof FileError) return { ok: false, error: error.failure };
    throw error;
  }
  return succeed(check.finish());
}
