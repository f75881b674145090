import type { Gap } from '../../../shared/contract/audit-operations.ts';
import { blocksText } from '../../../shared/domain/audit/audit-words.ts';
import { Button } from '../../ui/button.tsx';
import { formatPlural } from '../../ui/format.ts';
import { Section } from '../../ui/page.tsx';
import styles from './audit.module.css';

export interface GapListProps {
  readonly gaps: readonly Gap[];
  readonly openId: string | null;
  readonly canPlan: boolean;
  readonly onOpen: (id: string) => void;
  readonly onPlan: (gap: Gap) => void;
}

/** What keeps the loops from running, the greatest first; the one that is open says what to do. */
export function GapList({ gaps, openId, canPlan, onOpen, onPlan }: GapListProps) {
  return (
    <Section
      title="Gaps"
      hint={
        gaps.length === 0
          ? 'None: every loop has what it needs.'
          : `${formatPlural(gaps.length, 'gap')}, the greatest first: by the share that it concerns, the strength of the signal and the loops that it holds back.`
      }
    >
      <ol className={styles['gaps']}>
        {gaps.map((gap) => (
          <li key={gap.id} className={styles['gap']}>
            <button
              type="button"
              className={styles['gapHead']}
              aria-expanded={gap.id === openId}
              data-gap={gap.id}
              onClick={() => onOpen(gap.id)}
            >
              <span className={styles['gapTitle']}>{gap.title}</span>
              <span className={styles['detail']}>{gap.detail}</span>
              <span className={styles['weight']} title="Weight">
                {gap.weight.toFixed(1)}
              </span>
            </button>
            {gap.id === openId ? (
              <div className={styles['advice']}>
                <p>{gap.advice}</p>
                {gap.blocks.length === 0 ? null : (
                  <p className={styles['detail']}>{`Holds back: ${blocksText(gap)}`}</p>
                )}
                {gap.signal === null ? null : (
                  <Button command="audit.plan" isDisabled={!canPlan} onPress={() => onPlan(gap)}>
                    Add to the plan
                  </Button>
                )}
              </div>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Moves the focus to a gap, and with it into view. */
export function focusGap(id: string | undefined): void {
  if (id === undefined) return;
  const head = document.querySelector(`[data-gap="${CSS.escape(id)}"]`);
  if (head instanceof HTMLElement) head.focus();
}
