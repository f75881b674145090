import { type Result } from '../../../shared/result/result.ts';
import type { Database } from '../../db/database.ts';
export interface QualityDistribution {
  readonly bins: number[];
  readonly known: number;
  readonly unknown: number;
}
/** How many interactions have which score from weights, from the counts that are kept. */
export declare function qualityDistribution(database: Database): Promise<Result<QualityDistribution>>;
