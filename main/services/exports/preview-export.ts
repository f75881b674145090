import { setImmediate } from 'node:timers/promises';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
import { type ExportLine, type ExportSummary, startExportPass } from './export-pass.ts';

export interface ExportPreview extends ExportSummary {
  readonly lines: { readonly role: ExportLine['part']; readonly text: string; readonly itemId: string }[];
}

/** How long other requests wait at most while a preview is made. */
const stepMs = 12;

/**
 * The first lines exactly as they would be written, with the counts and findings of the whole export. Works in short
 * steps between which other requests are answered, until nobody waits for it any more. FILTER_INVALID, JOB_CANCELLED.
 */
export async function previewExport(
  database: Database,
  input: { readonly recipe: Recipe; readonly lines?: number | undefined },
  signal?: AbortSignal,
): Promise<Result<ExportPreview>> {
  const lines: ExportPreview['lines'] = [];
  const most = input.lines ?? 20;
  const pass = await startExportPass(database, input.recipe, ({ part, text, itemId }) => {
    if (lines.length < most) lines.push({ role: part, text: text.trimEnd(), itemId });
  });
  if (!pass.ok) return pass;
  let pausedAt = performance.now();
  for (;;) {
    if (signal?.aborted === true) return fail('JOB_CANCELLED', 'The preview was cancelled.');
    const step = pass.value.next();
    if (step.done === true) return succeed({ lines, ...step.value });
    if (performance.now() - pausedAt < stepMs) continue;
    await setImmediate();
    pausedAt = performance.now();
  }
}
