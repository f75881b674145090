import { type Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
export interface QualityTrial {
  readonly labelled: {
    isGood: boolean;
    values: Record<string, number>;
  }[];
  readonly examples: {
    id: string;
    input: string;
    values: Record<string, number>;
  }[];
}
/** Interactions to try weights on. JOB_CANCELLED. */
export declare function qualityTrial(
  database: Database,
  {
    scales,
  }: {
    readonly scales: readonly string[];
  },
  signal: AbortSignal,
): Promise<Result<QualityTrial>>;
