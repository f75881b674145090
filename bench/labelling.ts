import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { z } from 'zod';

/** What a scripted annotator did in the real app, and how long the screen took, over one set of interactions. */
const rowSchema = z.object({
  name: z.string(),
  items: z.number(),
  median_ms: z.number(),
  p95_ms: z.number(),
  goal_ms: z.number(),
  /** Processor time of the page's process per interaction, with everything it does ahead. */
  page_cpu_ms: z.number(),
  heap_start_mb: z.number(),
  heap_end_mb: z.number(),
  page_start_mb: z.number().nullable(),
  page_end_mb: z.number().nullable(),
  given: z.number(),
  /** Labels in the project's file once the annotator has stopped. */
  on_disk: z.number(),
});
export type LabellingBenchRow = z.infer<typeof rowSchema>;

/**
 * 500 interactions labelled by keys only, see `tests/support/label-items.ts`; needs `npm run build`. The figures are of
 * a process of its own, since a browser and the app belong to it. Empty where `../shared/data` is not there.
 */
export function benchLabelling(): LabellingBenchRow[] {
  const program = resolve(import.meta.dirname, '../tests/support/label-items.ts');
  const { status, stdout } = spawnSync(process.execPath, [program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`The scripted annotator ended with ${status}.`);
  const rows = z.array(rowSchema).parse(JSON.parse(stdout));
  if (rows.length === 0)
    console.log('labelling: skipped, because ../shared/data is not beside the checkout.');
  for (const { name, given, on_disk: onDisk } of rows)
    if (given !== onDisk) throw new Error(`${name}: ${given} labels were given and ${onDisk} are on disk.`);
  return rows;
}
