import type { AuditReport, Gap, Loop } from '../../../shared/contract/audit-operations.ts';

/** The report but for its gaps. */
export type Audited = Pick<
  AuditReport,
  | 'interactions'
  | 'silent'
  | 'signals'
  | 'rows'
  | 'rest'
  | 'without'
  | 'unused'
  | 'discarded'
  | 'unjoined'
  | 'loops'
>;

/** A gap before it is weighed. */
export interface FoundGap extends Omit<Gap, 'weight' | 'blocks'> {
  /** 1 to 5. */
  readonly strength: number;
  /** Loops that live on what is missing. */
  readonly loops: readonly Loop[];
}
