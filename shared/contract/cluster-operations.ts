import { z } from 'zod';
import { severitySchema } from '../domain/spans/severity.ts';
import { count, id, operation, time } from './operation.ts';

const annotator = z.string().trim().min(1).max(100);

/** An ISO week, such as `2026-W40`. */
export const weekSchema = z.string().regex(/^\d{4}-W\d{2}$/);

/** A share of interactions with its 95 % interval. */
export const shareSchema = z.object({ share: z.number(), low: z.number(), high: z.number() });

/** How often something was seen in a week, of all interactions that were logged in it. */
export const weekCountSchema = z.object({
  week: weekSchema,
  /** Interactions with at least one such change. */
  interactions: count,
  /** All that were logged in the week. */
  of: count,
});
export type WeekCount = z.infer<typeof weekCountSchema>;

/** One change of an edit, or, with an empty place, an output that failed without an edit; with some text around it. */
export const changeSchema = z.object({
  interactionId: id,
  /** See `placeKey`; empty for a whole output. */
  place: z.string(),
  removed: z.string(),
  added: z.string(),
  /** What stands before and behind it in the output. */
  before: z.string(),
  after: z.string(),
  /** What was said of it: comments of signals, notes of labels. */
  comments: z.array(z.string()),
  clusterId: id.nullable(),
  failureMode: z.object({ id, name: z.string() }).nullable(),
  /** Who says so: a person, its cluster, or that it is the nearest; null where it has none. */
  how: z.enum(['person', 'cluster', 'near']).nullable(),
  /** Cosine to the nearest small group of its cluster. */
  similarity: z.number().nullable(),
  week: weekSchema.nullable(),
  createdAt: time.nullable(),
});
export type Change = z.infer<typeof changeSchema>;

export const clusterTermsSchema = z.object({
  /** Distinctive words and phrases, the most distinctive first. */
  removed: z.array(z.string()),
  added: z.array(z.string()),
  /** A typical phrase of both sides; null where there is none. */
  typical: z.object({ before: z.string(), after: z.string() }).nullable(),
});
export type ClusterTerms = z.infer<typeof clusterTermsSchema>;

export const clusterSchema = z.object({
  id,
  /** Made of its terms. */
  name: z.string(),
  /** Which of the colours of the palette, the same from run to run. */
  colour: count,
  terms: clusterTermsSchema,
  changes: count,
  interactions: count,
  /** Of all interactions of the project. */
  share: shareSchema.nullable(),
  weeks: z.array(weekCountSchema),
  /** Cosine between what it was made of and what joined since; null before anything did. */
  drift: z.number().nullable(),
  isDrifting: z.boolean(),
  /** What a person made of it; `proposed` until somebody says. */
  state: z.enum(['proposed', 'confirmed', 'dismissed']),
  failureModes: z.array(z.object({ id, name: z.string() })),
  /** A name that a language model suggests, where one is configured. */
  suggestedName: z.string().nullable(),
});
export type Cluster = z.infer<typeof clusterSchema>;

export const clusterSettingsSchema = z.object({
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  /** Id of the vectors it is made of: `lexical`, or a model that the settings name. */
  model: z.string().min(1),
  /** Least changes of a cluster; null for a number that grows with the project. */
  leastChanges: z.int().min(2).nullable(),
  /** Cosine at which two groups are one; null for that of the model. */
  joinAt: z.number().min(0).max(1).nullable(),
});
export type ClusterSettings = z.infer<typeof clusterSettingsSchema>;

export const clusterRunSchema = z.object({
  id,
  settings: clusterSettingsSchema,
  createdAt: time,
  changes: count,
  clusters: count,
  /** Share of changes that are in no cluster. */
  noiseShare: z.number(),
  seconds: z.number(),
});
export type ClusterRun = z.infer<typeof clusterRunSchema>;

/** What a pending run would change. */
export const runDifferenceSchema = z.object({
  /** Share of changes in clusters of both runs that keep their cluster's id. */
  keptShare: z.number().nullable(),
  kept: z.array(
    z.object({
      id,
      name: z.string(),
      before: count,
      after: count,
      shared: count,
    }),
  ),
  added: z.array(z.object({ id, name: z.string(), changes: count })),
  removed: z.array(
    z.object({
      id,
      name: z.string(),
      changes: count,
      state: z.enum(['proposed', 'confirmed', 'dismissed']),
    }),
  ),
  /** Groups of one cluster that are several in the other, and the other way round. */
  split: z.array(z.object({ from: z.string(), into: z.array(z.string()) })),
  merged: z.array(z.object({ from: z.array(z.string()), into: z.string() })),
});
export type RunDifference = z.infer<typeof runDifferenceSchema>;

/** What changes are listed: of a cluster, of a failure mode, or those that are in neither. */
export const changeSubjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cluster'), id }),
  z.object({ kind: z.literal('mode'), id }),
  z.object({ kind: z.literal('unclassified') }),
]);
export type ChangeSubject = z.infer<typeof changeSubjectSchema>;

export const clusterMapSchema = z.object({
  /** All changes of the project, and how many of them are points. */
  total: count,
  shown: count,
  /** Coordinates in `mapUnits` of the map, whose clusters lie within about -1 to 1. */
  x: z.string(),
  y: z.string(),
  /** Index into `clusters`, -1 for none; into `modes`, -1 for none; into `weeks`, -1 for none. */
  cluster: z.string(),
  mode: z.string(),
  week: z.string(),
  /** Index into `actions`: what the person did with the output, -1 where nothing is known. */
  action: z.string(),
  /** The change's number in the project, by which `points` finds it. */
  seq: z.string(),
  /** Those with points, the largest first, as are modes and actions. */
  clusters: z.array(z.object({ id, name: z.string(), colour: count })),
  modes: z.array(z.object({ id, name: z.string(), colour: count })),
  /** The oldest first. */
  weeks: z.array(weekSchema),
  actions: z.array(z.string()),
});
export type ClusterMap = z.infer<typeof clusterMapSchema>;

export const clusterOperations = {
  /**
   * Brings changes, vectors and clusters up to date in a job: what is new joins existing clusters where it is near enough,
   * and what joins none may become new ones. `full` makes all clusters anew as a pending run, to be accepted or discarded.
   */
  run: operation
    .input(z.object({ full: z.boolean().optional(), settings: clusterSettingsSchema.partial().optional() }))
    .output(z.object({ jobId: id })),
  state: operation.output(
    z.object({
      current: clusterRunSchema.nullable(),
      pending: clusterRunSchema.nullable(),
      /** Interactions that came, or whose edit changed, since changes were last made. */
      waiting: count,
      /** The job that runs, where one does. */
      jobId: id.nullable(),
    }),
  ),
  /** All clusters of the current run, the largest first. */
  list: operation.output(z.array(clusterSchema)),
  /** CLUSTER_NOT_FOUND. */
  get: operation.input(z.object({ id })).output(clusterSchema),
  /** Changes of a subject in pages: the most typical first, those at its border first, or the newest first. */
  changes: operation
    .input(
      z.object({
        subject: changeSubjectSchema,
        order: z.enum(['typical', 'borderline', 'newest']),
        /** From the page before. */
        after: z.string().optional(),
        limit: z.int().min(1).max(200).optional(),
      }),
    )
    .output(z.object({ changes: z.array(changeSchema), total: count, nextAfter: z.string().nullable() })),
  /** Changes that are like one change, the nearest first. ITEM_NOT_FOUND. */
  similar: operation
    .input(z.object({ interactionId: id, place: z.string(), limit: z.int().min(1).max(100).optional() }))
    .output(z.object({ changes: z.array(changeSchema) })),
  /** RUN_NOT_FOUND where none is pending. */
  difference: operation.output(runDifferenceSchema),
  accept: operation.output(z.null()),
  discard: operation.output(z.null()),
  /**
   * The map: one point per change, or of large projects of a sample that is the same every time. Columns of equal length,
   * packed by `packColumn`, because a hundred thousand points are many. RUN_NOT_FOUND before the first run.
   */
  map: operation.input(z.object({ limit: z.int().min(1).max(200_000).optional() })).output(clusterMapSchema),
  /** The changes behind points of the map. */
  points: operation
    .input(z.object({ seqs: z.array(z.int()).max(500) }))
    .output(z.object({ changes: z.array(changeSchema) })),
};

/** A failure mode as people define it. */
export const modeDefinitionSchema = z.object({
  name: z.string().trim().min(1).max(200),
  definition: z.string().max(5000),
  /** What belongs to it, and what does not although it looks like it. */
  inclusion: z.string().max(5000),
  exclusion: z.string().max(5000),
  parent: id.nullable(),
  severity: severitySchema.nullable(),
  owner: annotator.nullable(),
  status: z.enum(['open', 'fixing', 'fixed', 'accepted', 'ignored']),
  colour: count.nullable(),
});
export type ModeDefinition = z.infer<typeof modeDefinitionSchema>;

export const modeSchema = modeDefinitionSchema.extend({
  id,
  createdAt: time,
  /** When its status was last set. */
  statusAt: time.nullable(),
  /** Changes and interactions of this mode alone; a parent's own counts do not hold those of its children. */
  changes: count,
  interactions: count,
  /** Of all interactions of the project, as far as changes are classified. */
  share: shareSchema.nullable(),
  weeks: z.array(weekCountSchema),
  /** Labels and span labels of all annotators that name it. */
  labels: count,
  /** Clusters that were confirmed as it. */
  clusters: z.array(z.object({ id, name: z.string() })),
});
export type Mode = z.infer<typeof modeSchema>;

/** A change, or with an empty place a whole interaction. */
export const unitSchema = z.object({ interactionId: id, place: z.string() });
export type Unit = z.infer<typeof unitSchema>;

/** A step that somebody did with a failure mode. */
export const modeStepSchema = z.object({
  eventId: id,
  at: time,
  annotator: z.string(),
  description: z.string(),
  stands: z.boolean(),
});
export type ModeStep = z.infer<typeof modeStepSchema>;

/** How frequent a failure mode is among interactions that are alike in one field. */
export const modeSegmentSchema = z.object({
  field: z.enum(['prompt_version', 'model', 'source', 'user', 'action']),
  value: z.string(),
  interactions: count,
  of: count,
  share: shareSchema,
  /** Share here divided by the share elsewhere; null where there is no elsewhere, or it has none. */
  ratio: z.number().nullable(),
});
export type ModeSegment = z.infer<typeof modeSegmentSchema>;

/** A part that changes fall into. */
export const splitPartSchema = z.object({
  name: z.string(),
  terms: clusterTermsSchema,
  count,
  /** Its most typical changes, which become its examples. */
  examples: z.array(changeSchema),
});
export type SplitPart = z.infer<typeof splitPartSchema>;

export const modeOperations = {
  /** All failure modes that were not merged or retired, by name. */
  list: operation.output(z.object({ modes: z.array(modeSchema), unclassified: count, interactions: count })),
  /** MODE_NOT_FOUND; one that was merged gives the one that stands for it. */
  get: operation.input(z.object({ id })).output(modeSchema),
  /** Changes what is named. MODE_NOT_FOUND, MODE_INVALID (a name that is taken, a parent that is its own child). */
  update: operation
    .input(z.object({ id, annotator, change: modeDefinitionSchema.partial() }))
    .output(modeSchema),
  create: operation
    .input(z.object({ annotator, mode: modeDefinitionSchema.partial().required({ name: true }) }))
    .output(modeSchema),
  /** One stands for the others from now on, with their labels, clusters and examples. */
  merge: operation.input(z.object({ annotator, from: z.array(id).min(1), into: id })).output(modeSchema),
  /** Takes a failure mode out of lists; labels that name it stay. */
  retire: operation.input(z.object({ annotator, id })).output(z.null()),
  /** How the changes of a failure mode or cluster would fall into parts: nothing is written. */
  splitPreview: operation
    .input(z.object({ subject: changeSubjectSchema, parts: z.int().min(2).max(8) }))
    .output(z.object({ parts: z.array(splitPartSchema) })),
  /** Divides a failure mode: each part becomes one (the first keeps the mode), with these units as examples. */
  split: operation
    .input(
      z.object({
        annotator,
        id,
        parts: z
          .array(z.object({ name: z.string().trim().min(1), examples: z.array(unitSchema).min(1) }))
          .min(2),
      }),
    )
    .output(z.object({ modes: z.array(modeSchema) })),
  /**
   * Says that units are examples of a failure mode (`in`), are none (`out`), or takes back what was said (null). With
   * `from`, they are moved: out of the one, into the other. One step of history. MODE_NOT_FOUND, ITEM_NOT_FOUND.
   */
  setMembers: operation
    .input(
      z.object({
        annotator,
        id,
        units: z.array(unitSchema).min(1).max(1000),
        verdict: z.enum(['in', 'out']).nullable(),
        from: id.optional(),
      }),
    )
    .output(modeSchema),
  /**
   * Says what a cluster is: a failure mode, several that share it, or none (`[]`, dismissed); null takes that back. With
   * `create`, a new failure mode of that name. CLUSTER_NOT_FOUND, MODE_NOT_FOUND.
   */
  decideCluster: operation
    .input(
      z.object({
        annotator,
        cluster: id,
        modes: z.array(id).max(8).nullable(),
        create: z.string().trim().min(1).max(200).optional(),
      }),
    )
    .output(clusterSchema),
  /** Takes back this annotator's latest step on failure modes; NOTHING_TO_UNDO. */
  undo: operation.input(z.object({ annotator })).output(z.object({ description: z.string() })),
  redo: operation.input(z.object({ annotator })).output(z.object({ description: z.string() })),
  /** What was done with a failure mode, newest first. */
  history: operation.input(z.object({ id })).output(z.array(modeStepSchema)),
  /** Where it is more or less frequent than elsewhere: by prompt version, model, source, and the like. */
  segments: operation.input(z.object({ id })).output(z.array(modeSegmentSchema)),
};
