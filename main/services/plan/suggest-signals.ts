import type { AuditReport, Gap } from '../../../shared/contract/audit-operations.ts';
import type { PlanSuggestion } from '../../../shared/contract/plan-operations.ts';
import { draftSignal } from '../../../shared/domain/plan/draft-signal.ts';
import { type PlanDraft, type PlanSignal, planSignalName } from '../../../shared/domain/plan/plan-signal.ts';
import { fail, type Result, succeed } from '../../../shared/result/result.ts';

/** Where the seed advises to begin. */
const editCapture = 'edited';

/**
 * What the gaps of the audit ask for and the plan does not have yet: edit capture first, then as the audit ranks them.
 * Without any gap and any plan, edit capture is where to begin.
 */
export function suggestSignals(
  { interactions, gaps }: Pick<AuditReport, 'interactions' | 'gaps'>,
  plan: readonly PlanSignal[],
): PlanSuggestion[] {
  const missing = gaps.flatMap((gap) => suggestionOf(gap, plan));
  if (interactions === 0 && plan.length === 0) return [begin];
  return [
    ...missing.filter(({ draft }) => draft.signal === editCapture),
    ...missing.filter(({ draft }) => draft.signal !== editCapture),
  ];
}

/** INPUT_INVALID where the audit has no such gap, or the plan has the signal that it asks for. */
export function draftOfGap(
  { gaps }: Pick<AuditReport, 'gaps'>,
  plan: readonly PlanSignal[],
  id: string,
): Result<PlanDraft> {
  const [found] = gaps.filter((gap) => gap.id === id).flatMap((gap) => suggestionOf(gap, plan));
  return found === undefined
    ? fail(
        'INPUT_INVALID',
        'The plan has this signal already, or the audit no longer misses it. Look at the audit again.',
      )
    : succeed(found.draft);
}

/** The signal that a gap asks for; none where it asks for another thing, or the plan has it. */
function suggestionOf(gap: Gap, plan: readonly PlanSignal[]): PlanSuggestion[] {
  const { id, title, detail, signal } = gap;
  const surface = gap.surface ?? '';
  if (signal === null || signal === 'label') return [];
  if (gap.kind !== 'not_collected' && gap.kind !== 'low_coverage') return [];
  const isPlanned = plan.some(
    (planned) => planned.signal === signal && (planned.surface === '' || planned.surface === surface),
  );
  return isPlanned ? [] : [{ gap: id, title, draft: draftSignal(surface, signal, `${title}. ${detail}`) }];
}

const begin: PlanSuggestion = {
  gap: null,
  title: `Begin with edit capture: ${planSignalName(editCapture).toLowerCase()}`,
  draft: draftSignal(
    '',
    editCapture,
    'Edits say what was wrong and what would be right: most loops live on them.',
  ),
};
