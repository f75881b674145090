import { z } from 'zod';
import { count, operation, time } from './operation.ts';

export const projectInfoSchema = z.object({
  id: z.string(),
  path: z.string(),
  name: z.string(),
  readOnly: z.boolean(),
  /** True for the project that Flywheel ships: its content is made up. */
  synthetic: z.boolean(),
  schemaVersion: z.int(),
  createdAt: time,
});
export type ProjectInfo = z.infer<typeof projectInfoSchema>;

export const recentProjectSchema = z.object({
  path: z.string(),
  name: z.string(),
  openedAt: time,
  exists: z.boolean(),
});
export type RecentProject = z.infer<typeof recentProjectSchema>;

export const problemSchema = z.object({ rule: z.string(), message: z.string(), rows: count });

export const checkReportSchema = z.object({
  ok: z.boolean(),
  /** Every check that ran, so that a clean report shows that it looked at something. */
  checks: z.array(z.object({ rule: z.string(), looked: count })),
  problems: z.array(problemSchema),
});
export type CheckReport = z.infer<typeof checkReportSchema>;

export const projectStatsSchema = z.object({
  interactions: count,
  sources: count,
  edits: count,
  edited: count,
  labels: count,
  /** Labels on parts of outputs. */
  spanLabels: count,
  labelled: count,
  rejects: count,
  failureModes: count,
  annotators: z.array(z.object({ name: z.string(), labels: count, items: count, edits: count })),
  signals: z.array(z.object({ name: z.string(), kind: z.string(), count, mean: z.number().nullable() })),
  answers: z.array(z.object({ question: z.string(), value: z.string(), count })),
  promptVersions: z.array(z.object({ name: z.string(), interactions: count, edited: count })),
  firstAt: time.nullable(),
  lastAt: time.nullable(),
});
export type ProjectStats = z.infer<typeof projectStatsSchema>;

export const projectOperations = {
  /** The open project, or null on the welcome screen. */
  current: operation.output(projectInfoSchema.nullable()),
  recent: operation.output(z.array(recentProjectSchema)),
  forgetRecent: operation.input(z.object({ path: z.string() })).output(z.array(recentProjectSchema)),
  create: operation
    .input(z.object({ path: z.string().min(1), name: z.string().optional() }))
    .output(projectInfoSchema),
  open: operation
    .input(z.object({ path: z.string().min(1), readOnly: z.boolean().optional() }))
    .output(projectInfoSchema),
  /** Opens the synthetic project that ships with Flywheel, made on first use in the user's data folder. */
  openSample: operation.output(projectInfoSchema),
  close: operation.output(z.null()),
  check: operation.output(checkReportSchema),
  backup: operation
    .input(z.object({ path: z.string().min(1) }))
    .output(z.object({ path: z.string(), bytes: count })),
  stats: operation.output(projectStatsSchema),
};
