import type { Job } from '../../shared/contract/job-operations.ts';
import type { Result } from '../../shared/result/result.ts';
import type { ChangedAreas, JobProgress } from '../services/job-context.ts';

/** What a job's thread is started with. */
export interface JobStart {
  readonly jobId: string;
  readonly kind: Job['kind'];
  readonly input: unknown;
  readonly projectPath: string;
  readonly readOnly: boolean;
  readonly version: string;
  /** Where people's writes announce themselves, see `yieldToPeople`. */
  readonly turns: SharedArrayBuffer;
}

/** What it reports. `end` is the last message; its connection is closed by then. */
export type JobReport =
  | { readonly type: 'progress'; readonly progress: JobProgress }
  | { readonly type: 'changed'; readonly areas: ChangedAreas }
  | { readonly type: 'end'; readonly result: Result<Record<string, unknown>> };

/** What it is told. */
export type JobCommand = { readonly type: 'cancel' | 'close' | 'pause' | 'resume' };
