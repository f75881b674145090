import { type Result, succeed } from '../../shared/result/result.ts';
import type { Database } from '../db/database.ts';
import { cellItems } from '../services/agreement/cell-items.ts';
import { measureAgreement } from '../services/agreement/measure-agreement.ts';
import { auditExamples } from '../services/audit/audit-examples.ts';
import { auditReport } from '../services/audit/audit-report.ts';
import { measureSpanAgreement } from '../services/agreement/measure-span-agreement.ts';
import { classifyFile } from '../services/clusters/classify-file.ts';
import { getCluster, listClusters } from '../services/clusters/list-clusters.ts';
import { listChanges } from '../services/clusters/list-changes.ts';
import { readChanges } from '../services/clusters/read-changes.ts';
import { readMap } from '../services/clusters/read-map.ts';
import { runDifference } from '../services/clusters/run-difference.ts';
import { similarChanges } from '../services/clusters/similar-changes.ts';
import { estimateModes } from '../services/coding/estimate-modes.ts';
import { listNotes } from '../services/coding/list-notes.ts';
import { readSaturation } from '../services/coding/read-saturation.ts';
import { previewExport } from '../services/exports/preview-export.ts';
import { privacySamples } from '../services/exports/privacy-samples.ts';
import { measureFewShotText } from '../services/few-shot/write-few-shot.ts';
import { type CountInput, countItems } from '../services/items/list-items.ts';
import { getMode, listModes } from '../services/modes/list-modes.ts';
import { modeHistory } from '../services/modes/mode-history.ts';
import { modeSegments } from '../services/modes/mode-segments.ts';
import { previewSplit } from '../services/modes/preview-split.ts';
import { listPromptVersions } from '../services/modes/prompt-versions.ts';
import { listOutcomes } from '../services/outcomes/list-outcomes.ts';
import { qualityDistribution } from '../services/quality/quality-distribution.ts';
import { qualityTrial } from '../services/quality/quality-trial.ts';
import { listRequeries, type RequeryListInput } from '../services/signals/list-requeries.ts';
import { signalsOverview } from '../services/signals/signals-overview.ts';
import { compareSnapshots } from '../services/snapshots/compare-snapshots.ts';
import { retiredRows } from '../services/snapshots/retired-rows.ts';
import { annotatorAnswers } from '../services/team/annotator-answers.ts';
import { annotatorProfiles } from '../services/team/annotator-profiles.ts';
import { compareValues } from '../services/velocity/compare-values.ts';
import { velocityDigest } from '../services/velocity/velocity-digest.ts';
import { velocityReport } from '../services/velocity/velocity-report.ts';
import { listWeeks } from '../services/weekly/list-weeks.ts';
import { weeklyReport } from '../services/weekly/weekly-report.ts';

/** Reads much of the project and computes from it; writes nothing. Ends with JOB_CANCELLED soon after the signal. */
export type Reading<Input, Output> = (
  database: Database,
  input: Input,
  signal: AbortSignal,
) => Promise<Result<Output>>;

/** What takes too long for the engine's own thread. */
export const readingTable = {
  agreement: measureAgreement,
  signals: async (database: Database, _input: object) => succeed(signalsOverview(database)),
  requeries: async (database: Database, input: RequeryListInput) => succeed(listRequeries(database, input)),
  audit: auditReport,
  auditExamples,
  outcomes: listOutcomes,
  cell: cellItems,
  spans: measureSpanAgreement,
  count: async (database: Database, input: CountInput) => countItems(database, input),
  profiles: annotatorProfiles,
  answers: annotatorAnswers,
  weeks: listWeeks,
  week: weeklyReport,
  velocity: velocityReport,
  velocityCompare: compareValues,
  velocityDigest,
  promptVersions: async (database: Database, _input: object) => listPromptVersions(database),
  estimates: estimateModes,
  fewShotText: measureFewShotText,
  notes: listNotes,
  saturation: readSaturation,
  map: readMap,
  points: async (database: Database, { seqs }: { readonly seqs: readonly number[] }) =>
    succeed(readChanges(database, seqs)),
  modes: async (database: Database, _input: object) => succeed(listModes(database)),
  mode: async (database: Database, { id }: { readonly id: string }) => getMode(database, id),
  modeHistory: async (database: Database, input: { readonly id: string }) => modeHistory(database, input),
  segments: modeSegments,
  split: previewSplit,
  clusters: async (database: Database, _input: object) => listClusters(database),
  cluster: getCluster,
  changes: listChanges,
  similar: similarChanges,
  classify: classifyFile,
  qualityDistribution: async (database: Database, _input: object) => qualityDistribution(database),
  qualityTrial,
  preview: previewExport,
  privacySamples,
  difference: async (database: Database, _input: object) => runDifference(database),
  snapshots: compareSnapshots,
  retired: retiredRows,
};

export type ReadingTable = typeof readingTable;
export type ReadingKind = keyof ReadingTable;
export type ReadingInput<Kind extends ReadingKind> = Parameters<ReadingTable[Kind]>[1];
export type ReadingOutput<Kind extends ReadingKind> =
  Awaited<ReturnType<ReadingTable[Kind]>> extends Result<infer Output> ? Output : never;

/** What a reading's thread is started with. */
export interface ReadingStart {
  readonly kind: string;
  readonly input: unknown;
  readonly projectPath: string;
}
