import type { PlannedEvent } from '../planned-events.ts';
import type { PlanField } from '../plan-signal.ts';

/** What an event says of an output as an evaluation of OpenTelemetry: of a field, or always the same. */
export type Evaluation =
  | { readonly name: string; readonly label: string }
  | {
      readonly name: string;
      readonly field: string;
      /** Where a text goes: the label of a score, or its explanation. */
      readonly text: 'label' | 'explanation';
    };

/** Words of a thumb have a score beside them. */
export const wordScores = { up: 1, down: 0 } as const;

/** What the events of a plan say, one evaluation a name. */
export function evaluationsOf({ signals, fields }: PlannedEvent): Evaluation[] {
  const found = signals.flatMap((signal) => evaluationsOfSignal(signal, fields));
  return [...new Map(found.map((evaluation) => [evaluation.name, evaluation])).values()];
}

const actions: Readonly<Record<string, string>> = {
  edited: 'sent',
  edit_distance: 'sent',
  kept_share: 'sent',
  accepted: 'accepted',
  time_to_action: 'accepted',
  dwell: 'accepted',
  discarded: 'discarded',
  requeried: 'regenerated',
  copied: 'copied',
};

function evaluationsOfSignal(signal: string, fields: readonly PlanField[]): Evaluation[] {
  const action = actions[signal];
  if (action !== undefined) return [{ name: 'action', label: action }];
  const ofField = (name: string, field: string, text: 'label' | 'explanation' = 'label') =>
    fields.some((known) => known.name === field) ? [{ name, field, text }] : [];
  const comment = ofField('comment', 'comment', 'explanation');
  switch (signal) {
    case 'rating':
    case 'thumbs':
      return [...ofField(signal, signal), ...comment];
    case 'comment':
    case 'correction':
      return comment;
    case 'survived':
      return ofField('survived', 'survived');
    case 'abandoned':
      return [{ name: 'abandoned', label: 'yes' }];
    default: {
      const outcome = signal.slice('outcome.'.length);
      return signal.startsWith('outcome.') ? ofField(`outcome.${outcome}`, `outcome_${outcome}`) : [];
    }
  }
}
