import type { PlanSuggestion } from '../../../shared/contract/plan-operations.ts';
import { type PlanDraft, planSignalName, surfaceName } from '../../../shared/domain/plan/plan-signal.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/page.tsx';
import styles from './plan.module.css';

export interface SuggestionsProps {
  /** Undefined while the audit is counted. */
  readonly suggestions: readonly PlanSuggestion[] | undefined;
  readonly hasPlan: boolean;
  readonly onAdd: (drafts: readonly PlanDraft[]) => void;
}

/** What the audit misses, edit capture first. */
export function Suggestions({ suggestions, hasPlan, onAdd }: SuggestionsProps) {
  const hint =
    suggestions === undefined
      ? 'Counting what the log lacks…'
      : suggestions.length > 0
        ? 'From the gaps of the data audit, edit capture first.'
        : hasPlan
          ? 'None: the plan has every signal that the audit misses.'
          : 'None: the audit misses no signal.';
  return (
    <Section
      title="Suggestions"
      hint={hint}
      actions={
        suggestions === undefined || suggestions.length < 2 ? undefined : (
          <Button
            command="plan.suggest-all"
            onPress={() => onAdd(suggestions.map(({ draft }) => draft))}
          >{`Add all ${suggestions.length}`}</Button>
        )
      }
    >
      {suggestions === undefined || suggestions.length === 0 ? null : (
        <ol className={styles['suggestions']}>
          {suggestions.map(({ gap, title, draft }, place) => (
            <li key={gap ?? title} className={styles['suggestion']}>
              <span id={`suggestion-${place}`} className={styles['suggestionTitle']}>
                {title}
              </span>
              <span className={styles['detail']}>
                {planSignalName(draft.signal)} as {draft.event}, {surfaceName(draft.surface).toLowerCase()}
              </span>
              <Button
                aria-describedby={`suggestion-${place}`}
                {...(place === 0 ? { command: 'plan.suggest', variant: 'primary' as const } : {})}
                onPress={() => onAdd([draft])}
              >
                Add
              </Button>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
