import type { Example } from '../../../../shared/domain/export/example.ts';
import type { ExportRow } from '../../../../shared/domain/export/export-row.ts';
import type { FunnelStep } from '../../../../shared/domain/export/funnel.ts';
import type { SkippedRow } from '../../../../shared/domain/export/row-finding.ts';
import type { Recipe } from '../../../../shared/domain/export/recipe.ts';
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
  /** What it tells beside what it left out, when all rows went by. */
  readonly report?: () => StageReports;
}

export interface StageContext {
  readonly database: Database;
  readonly rows: RowReader;
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
