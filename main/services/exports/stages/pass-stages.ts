import type { SkippedRow } from '../../../../shared/domain/export/row-finding.ts';
import type { Candidate, Stage } from './stage.ts';

/** Who hears what becomes of an example in each step. */
export interface StageListener {
  readonly pass: (step: Stage['step']) => void;
  readonly lose: (step: Stage['step'], loss: SkippedRow, items: readonly string[]) => void;
}

/** Sends an example through some steps, one after the other; null where one leaves it out. */
export function passStages(
  stages: readonly Stage[],
  from: Candidate,
  listener?: StageListener,
): Candidate | null {
  let candidate = from;
  for (const { step, pass } of stages) {
    const passed = pass(candidate);
    if (!passed.ok) {
      listener?.lose(step, passed.error, [candidate.row.interactionId]);
      return null;
    }
    candidate = passed.value;
    listener?.pass(step);
  }
  return candidate;
}
