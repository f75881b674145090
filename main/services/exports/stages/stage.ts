import type { Balancer } from '../../../../shared/domain/export/balance.ts';
import type { ExportFinding } from '../../../../shared/domain/export/check-export.ts';
import type { Example } from '../../../../shared/domain/export/example.ts';
import type { ExportRow } from '../../../../shared/domain/export/export-row.ts';
import type { FunnelStep } from '../../../../shared/domain/export/funnel.ts';
import type { SkippedRow } from '../../../../shared/domain/export/row-finding.ts';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
import type { ExportPart } from '../../../../shared/domain/export/split.ts';
import type { StageReports } from '../../../../shared/domain/export/stage-reports.ts';
import type { Result } from '../../../../shared/result/result.ts';
import type { Database } from '../../../db/database.ts';
import type { RowReader } from '../row-reader.ts';

/** What becomes a row, on its way through the funnel. */
export interface Candidate {
  /** Of the interaction. */
  readonly seq: number;
  readonly row: ExportRow;
  readonly example: Example;
}

/** One step of the funnel: it lets an example through, perhaps changed, or says why not. */
export interface Stage {
  readonly step: FunnelStep;
  /**
   * Learns what has to be known of all rows before the first one goes through, in steps of a few milliseconds.
   * @param seqs the interactions that the filter found, in import order
   */
  readonly prepare?: (seqs: Float64Array) => Generator<void, void, void>;
  readonly pass: (candidate: Candidate) => Result<Candidate, SkippedRow>;
  /** Hears of a candidate that it let through last, once it has become a row of the export. */
  readonly take?: (candidate: Candidate, part: ExportPart) => void;
  /** What it found wrong with rows, when all went by. */
  readonly findings?: () => readonly ExportFinding[];
  /** What it tells beside what it left out, when all rows went by. */
  readonly report?: () => StageReports;
}

export interface StageContext {
  readonly database: Database;
  readonly rows: RowReader;
  /** Knows the sizes of groups; null where the recipe asks for no balance, or they are being counted. */
  readonly balancer: Balancer | null;
}

/** The examples of an interaction as they come out of the rewriting steps, read and made once more; by its seq. */
export type ReadExamples = (seq: number) => readonly Example[];

export interface ChoosingContext extends StageContext {
  readonly readExamples: ReadExamples;
}

/** Makes a step, null where the recipe does not ask for it. May read files; fails where one cannot be read. */
export type StageMaker<Context extends StageContext = StageContext> = (
  recipe: Recipe,
  context: Context,
) => Promise<Result<Stage | null>>;
