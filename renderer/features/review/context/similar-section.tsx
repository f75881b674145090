import type { SimilarItem } from '../../../../shared/contract/context-operations.ts';
import { failureOf } from '../../../api/failure.ts';
import { Section } from './context-section.tsx';
import { Neighbour } from './neighbour.tsx';
import styles from './neighbours.module.css';
import type { NeighbourSectionProps } from './session-section.tsx';
import { useSimilar } from './use-context-queries.ts';

/** Other interactions that are like the open one, each with the reason. */
export function SimilarSection({ item, onOpen }: NeighbourSectionProps) {
  return (
    <Section id="similar" title="Similar">
      <SimilarList itemId={item.id} onOpen={onOpen} />
    </Section>
  );
}

function SimilarList({
  itemId,
  onOpen,
}: {
  readonly itemId: string;
  readonly onOpen: ((id: string) => void) | undefined;
}) {
  const { data: similar, error } = useSimilar(itemId);
  if (error !== null) return <p className={styles['failed']}>{failureOf(error).message}</p>;
  if (similar === undefined) return <p className={styles['empty']}>Looking for similar interactions…</p>;
  return (
    <>
      {similar.items.length === 0 ? (
        <p className={styles['empty']}>
          No other interaction shares words of this input that few others hold.
        </p>
      ) : (
        <ul className={styles['list']}>
          {similar.items.map((other) => (
            <Neighbour key={other.id} item={other} onOpen={onOpen}>
              <span className={styles['why']}>{reason(other)}</span>
            </Neighbour>
          ))}
        </ul>
      )}
      {similar.isComplete ? null : (
        <p className={styles['empty']}>The search index is being built; there may be more.</p>
      )}
    </>
  );
}

function reason({ why }: SimilarItem): string {
  return why.kind === 'near_duplicate' ? 'Nearly the same' : `Both say: ${why.words.join(', ')}`;
}
