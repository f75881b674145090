import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { failureCodes } from '../result/result.ts';
import { count, id, operation, time } from './operation.ts';

export const jobKinds = [
  'import',
  'index',
  'near_duplicates',
  'export',
  'verify',
  'backup',
  'label',
  'queue',
  'queue_done',
  'cluster',
  'assign_modes',
  'few_shot',
  'signals',
  'quality',
] as const;
export const jobStates = ['running', 'done', 'failed', 'cancelled', 'interrupted'] as const;

export const jobSchema = z.object({
  id,
  kind: z.enum(jobKinds),
  title: z.string(),
  state: z.enum(jobStates),
  /** A running job that waits until it is told to go on. */
  paused: z.boolean().default(false),
  /** Progress in `unit`; total is null while unknown. */
  done: count,
  total: count.nullable(),
  unit: z.enum(['bytes', 'rows']),
  rows: count,
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  startedAt: time,
  finishedAt: time.nullable(),
  error: z.object({ code: z.enum(failureCodes), message: z.string() }).nullable(),
  /** What the job reports when it ends: import counts or an export's manifest. */
  result: z.record(z.string(), z.unknown()).nullable(),
});
export type Job = z.infer<typeof jobSchema>;

export const engineEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('project') }),
  z.object({ type: z.literal('job'), job: jobSchema }),
  /** Rows changed in these areas; clients refetch what they show of them. */
  z.object({
    type: z.literal('changed'),
    areas: z.array(
      z.enum([
        'items',
        'labels',
        'sources',
        'schema',
        'exports',
        'recipes',
        'settings',
        'views',
        'queues',
        'modes',
        'clusters',
        'few_shot',
        'signals',
        'plan',
        'targets',
      ]),
    ),
  }),
]);
export type EngineEvent = z.infer<typeof engineEventSchema>;

export const jobOperations = {
  list: operation.output(z.array(jobSchema)),
  get: operation.input(z.object({ id })).output(jobSchema),
  cancel: operation.input(z.object({ id })).output(jobSchema),
  /** Holds a running job at its next step, everything before it stored; `resume` lets it go on. */
  pause: operation.input(z.object({ id })).output(jobSchema),
  resume: operation.input(z.object({ id })).output(jobSchema),
  /** States of one job until it ends (the last event is its end). */
  watch: operation.input(z.object({ id })).output(eventIterator(jobSchema)),
  /** Everything that changes in the engine, for every window. Starts with a `project` event. */
  events: operation.output(eventIterator(engineEventSchema)),
};
