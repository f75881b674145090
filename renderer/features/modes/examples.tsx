import { useState } from 'react';
import type { Change, ChangeSubject, Mode } from '../../../shared/contract/cluster-operations.ts';
import { failureOf } from '../../api/failure.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { ExampleList } from './example-list.tsx';
import { setModesState, useModesState } from './modes-state.ts';
import styles from './opened.module.css';
import { OrderTabs } from './order-tabs.tsx';
import type { ModeActs } from './use-mode-acts.ts';
import { unitKey, useExamples, useSimilar } from './use-examples.ts';

export interface ExamplesProps {
  readonly subject: ChangeSubject;
  readonly modes: readonly Mode[];
  readonly acts: ModeActs;
  readonly isReadOnly: boolean;
  /** How many changes the subject is known to have; where it is another number than before, other ones are here. */
  readonly known: number;
}

/** Changes of what is open, or those that are like one of them. */
export function Examples({ subject, modes, acts, isReadOnly, known }: ExamplesProps) {
  const [likened, setLikened] = useState<Change | null>(null);
  const order = useModesState((state) => state.order);
  const shared = { subject, modes, acts, isReadOnly };
  return (
    <section className={styles['examples']} aria-label="Examples">
      {likened === null ? (
        <OwnExamples key={order} {...shared} known={known} onSimilar={setLikened} />
      ) : (
        <SimilarExamples
          key={unitKey(likened)}
          {...shared}
          likened={likened}
          onSimilar={setLikened}
          onLeave={() => setLikened(null)}
        />
      )}
    </section>
  );
}

type PartProps = ExamplesProps & { readonly onSimilar: (change: Change) => void };

function OwnExamples({ subject, known, onSimilar, ...shared }: PartProps) {
  const order = useModesState((state) => state.order);
  const [seen, setSeen] = useState(known);
  const { changes, total, error, isPending, hasMore, loadMore, reload } = useExamples(subject, order, seen);
  const isOld = known !== seen && !isPending;
  // Where there was nothing, nothing can move under somebody's hands.
  if (isOld && total === 0) setSeen(known);
  return (
    <ExampleList
      key={seen}
      {...shared}
      subject={subject}
      changes={changes}
      isPending={isPending}
      head={
        <>
          <h3 className={styles['sectionTitle']}>Examples</h3>
          <span className={styles['total']}>{total === null ? '' : formatCount(total)}</span>
          <OrderTabs order={order} onOrder={(next) => setModesState({ order: next })} />
          {isOld && total !== 0 ? (
            <Button variant="quiet" onPress={() => setSeen(known)}>
              Show anew
            </Button>
          ) : null}
        </>
      }
      foot={
        error === null ? (
          hasMore ? (
            <Button onPress={loadMore}>Show more</Button>
          ) : null
        ) : (
          <Notice tone="error" actions={<Button onPress={reload}>Try again</Button>}>
            {failureOf(error).message}
          </Notice>
        )
      }
      empty="No changes are here."
      onNearEnd={loadMore}
      onReload={reload}
      onSimilar={onSimilar}
    />
  );
}

interface SimilarProps extends Omit<PartProps, 'known'> {
  readonly likened: Change;
  readonly onLeave: () => void;
}

function SimilarExamples({ likened, onLeave, onSimilar, ...shared }: SimilarProps) {
  const similar = useSimilar(likened);
  return (
    <ExampleList
      {...shared}
      changes={similar.data?.changes ?? []}
      isPending={similar.isPending}
      head={
        <>
          <h3 className={styles['sectionTitle']}>More like this</h3>
          <Button command="modes.example.order" onPress={onLeave}>
            Back to the examples
          </Button>
        </>
      }
      likened={likened}
      foot={similar.error === null ? null : <Notice tone="error">{failureOf(similar.error).message}</Notice>}
      empty="No other change is like this one."
      onReload={() => void similar.refetch()}
      onSimilar={onSimilar}
      onLeave={onLeave}
    />
  );
}
