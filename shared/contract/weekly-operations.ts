import { z } from 'zod';
import { weeklyDecisionKinds, weeklyStates } from '../domain/weekly/weekly-words.ts';
import {
  changeSchema,
  modeDefinitionSchema,
  shareSchema,
  weekCountSchema,
  weekSchema,
} from './cluster-operations.ts';
import { count, id, operation, time } from './operation.ts';

export const weeklyDecisionKindSchema = z.enum(weeklyDecisionKinds);

/** A day such as `2026-10-09`. */
export const daySchema = z.iso.date();

const name = z.string().trim().min(1).max(100);

/** What was decided about a failure mode or a proposed cluster in a week. */
export const weeklyDecisionSchema = z.object({
  week: weekSchema,
  /** Id of the failure mode or cluster it was decided about. */
  subject: id,
  decision: weeklyDecisionKindSchema,
  owner: z.string().nullable(),
  due: daySchema.nullable(),
  note: z.string(),
  annotator: z.string(),
  at: time,
});
export type WeeklyDecision = z.infer<typeof weeklyDecisionSchema>;

/** A decision that waits to be carried out, with what it is about today. */
export const openDecisionSchema = weeklyDecisionSchema.extend({
  /** The failure mode that stands for the subject now, else the cluster. */
  about: z.object({ kind: z.enum(['mode', 'cluster']), id, name: z.string() }),
  isOverdue: z.boolean(),
});
export type OpenDecision = z.infer<typeof openDecisionSchema>;

export const weeklyStateSchema = z.enum(weeklyStates);

/** In how many of the interactions of a time something was seen; the share is null where none were logged. */
export const weeklyCountSchema = z.object({ interactions: count, of: count, share: shareSchema.nullable() });
export type WeeklyCount = z.infer<typeof weeklyCountSchema>;

/** The share of this week less that of the four weeks before. */
export const weeklyDifferenceSchema = z.object({
  difference: z.number(),
  /** Newcombe's hybrid score interval of 95 %. */
  low: z.number(),
  high: z.number(),
  /** Fisher's exact test where a count of fewer than five is expected, else the z test of two proportions. */
  test: z.enum(['fisher', 'z']),
  p: z.number(),
  /** By Benjamini and Hochberg over all that was tested in the week. */
  q: z.number(),
});

export const weeklyTrendSchema = z.object({
  /** Weeks with interactions. */
  weeks: count,
  /** Kendall's: pairs of weeks that rose less those that fell, of all. */
  tau: z.number(),
  /** Mann-Kendall, two-sided. */
  p: z.number(),
});

export const weeklyRowSchema = z.object({
  subject: z.object({ kind: z.enum(['mode', 'cluster']), id }),
  name: z.string(),
  /** Which of the colours of the palette. */
  colour: count.nullable(),
  /** Of failure modes. */
  status: modeDefinitionSchema.shape.status.nullable(),
  severity: modeDefinitionSchema.shape.severity,
  owner: z.string().nullable(),
  state: weeklyStateSchema,
  thisWeek: weeklyCountSchema,
  lastWeek: weeklyCountSchema,
  /** The four weeks before, together. */
  before: weeklyCountSchema,
  difference: weeklyDifferenceSchema.nullable(),
  /** Of the last eight weeks; null where fewer than four of them have interactions. */
  trend: weeklyTrendSchema.nullable(),
  /** The last eight weeks, oldest first. */
  weeks: z.array(weekCountSchema),
  /** Changes of this week, the most typical first, and those at its border. */
  typical: z.array(changeSchema),
  borderline: z.array(changeSchema),
  /** What was decided about it in this week. */
  decision: weeklyDecisionSchema.nullable(),
  /** The newest decision of an earlier week. */
  earlier: weeklyDecisionSchema.nullable(),
});
export type WeeklyRow = z.infer<typeof weeklyRowSchema>;

export const weeklyReportSchema = z.object({
  week: weekSchema,
  firstDay: daySchema,
  lastDay: daySchema,
  /** False while the week goes on. */
  isOver: z.boolean(),
  totals: z.object({
    interactions: count,
    edited: count,
    /** Changes of edits, and outputs that failed without one. */
    changes: count,
    /** Of these, those without a failure mode. */
    unclassified: count,
    /** Interactions of the week before, and of the four weeks before. */
    lastWeek: count,
    before: count,
  }),
  /** Prompt versions that went live in the week. */
  promptVersions: z.array(z.object({ name: z.string(), liveFrom: time, day: daySchema })),
  /** By state, the most frequent first. */
  rows: z.array(weeklyRowSchema),
  /** What was decided in this week or before and waits to be carried out. */
  open: z.array(openDecisionSchema),
});
export type WeeklyReport = z.infer<typeof weeklyReportSchema>;

export const weeklyFormatSchema = z.enum(['md', 'html']);
export type WeeklyFormat = z.infer<typeof weeklyFormatSchema>;

export const weeklyOperations = {
  /** Weeks with interactions, the newest first, and how many interactions have no time. */
  weeks: operation.output(
    z.object({
      weeks: z.array(
        z.object({ week: weekSchema, firstDay: daySchema, lastDay: daySchema, interactions: count }),
      ),
      withoutTime: count,
      hasClusters: z.boolean(),
    }),
  ),
  /** INPUT_INVALID where the year has no such week. */
  report: operation.input(z.object({ week: weekSchema })).output(weeklyReportSchema),
  /**
   * Says what is done about a failure mode or cluster; null takes it back. The same again writes nothing. Undone with
   * `modes.undo`. MODE_NOT_FOUND where the subject is neither.
   */
  decide: operation
    .input(
      z.object({
        annotator: name,
        week: weekSchema,
        subject: id,
        decision: weeklyDecisionKindSchema.nullable(),
        owner: name.nullable(),
        due: daySchema.nullable(),
        note: z.string().max(5000).nullable(),
      }),
    )
    .output(weeklyDecisionSchema.nullable()),
  /**
   * Decisions that wait to be carried out, those due first: until another week decides about the same, or its failure mode
   * is fixed, accepted or ignored. To ignore something waits for nothing.
   */
  openDecisions: operation
    .input(z.object({ decision: weeklyDecisionKindSchema.optional() }))
    .output(z.array(openDecisionSchema)),
  /** The week as a text to keep: Markdown, or one HTML file without scripts. */
  document: operation
    .input(z.object({ week: weekSchema, format: weeklyFormatSchema }))
    .output(z.object({ text: z.string() })),
  /** Writes it to a file, in place of what is there. DISK_FULL, FILE_NOT_WRITABLE. */
  write: operation
    .input(z.object({ week: weekSchema, format: weeklyFormatSchema, path: z.string().min(1) }))
    .output(z.object({ path: z.string() })),
};
