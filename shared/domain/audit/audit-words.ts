import type { AuditGroup, AuditReport, Gap, Loop, LoopState } from '../../contract/audit-operations.ts';

export const loopNames = {
  prompt: 'Prompt improvement',
  few_shot: 'Few-shot examples',
  fine_tune: 'Fine-tuning',
  outcome: 'Learning from outcomes',
} as const satisfies Record<Loop, string>;

export const loopStateNames = {
  ready: 'ready',
  weak: 'weak',
  blocked: 'blocked',
} as const satisfies Record<LoopState['state'], string>;

export const needStateNames = {
  met: 'met',
  weak: 'not enough',
  missing: 'missing',
} as const satisfies Record<LoopState['needs'][number]['state'], string>;

export const discardedNames = {
  unmapped_field: 'Field that nothing reads',
  event: 'Row that is no interaction',
  rejected_row: 'Rejected row',
} as const satisfies Record<AuditReport['discarded'][number]['what'], string>;

/** Reasons for which a row of signals found no interaction. */
export function unjoinedReason(reason: string): string {
  const sentences: Readonly<Record<string, string>> = {
    no_match: 'no interaction matches',
    ambiguous_match: 'more than one interaction matches',
    missing_id: 'the row names none',
  };
  return sentences[reason] ?? reason.replaceAll('_', ' ');
}

/** A group of outputs in a line: surface, model and prompt version. */
export function groupName({ surface, model, promptVersion }: AuditGroup): string {
  return [surface ?? 'no surface', model ?? 'no model', promptVersion ?? 'no prompt version'].join(' · ');
}

/** What a gap keeps from running, such as "Keeps weak or blocked: Fine-tuning". */
export function blocksText({ blocks }: Gap): string {
  return blocks.length === 0 ? '' : blocks.map((loop) => loopNames[loop]).join(', ');
}
