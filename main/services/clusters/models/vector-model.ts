import type { ChangeText } from '../../../../shared/domain/clusters/change-features.ts';
import type { SparseVector } from '../../../../shared/domain/clusters/sparse-vector.ts';
import type { Result } from '../../../../shared/result/result.ts';

/** What turns changes into vectors. Vectors of the same id and version can be compared with each other. */
export interface VectorModel {
  /** `lexical`, or how the settings name it. */
  readonly id: string;
  /** Another one whenever the same change would get another vector. */
  readonly version: string;
  /** Whether terms are words, whose frequency counts when clusters are made; a model's are places of a vector of numbers. */
  readonly isSparse: boolean;
  /** Changes that are given at a time, at most. */
  readonly batchSize: number;
  /** One vector a change, in their order. MODEL_UNUSABLE; JOB_CANCELLED where the signal came. */
  vectorsOf(changes: readonly ChangeText[], signal: AbortSignal): Promise<Result<readonly SparseVector[]>>;
}
