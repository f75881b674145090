import type { Item } from '../../../../shared/contract/item-operations.ts';
import { failureOf } from '../../../api/failure.ts';
import { formatCount } from '../../../ui/format.ts';
import { KeyHint } from '../../../ui/keys/key-hint.tsx';
import { Section } from './context-section.tsx';
import { Neighbour } from './neighbour.tsx';
import styles from './neighbours.module.css';
import { useSession } from './use-context-queries.ts';

export interface NeighbourSectionProps {
  readonly item: Item;
  readonly onOpen: ((id: string) => void) | undefined;
}

/** The interactions before and after the open one in its session. */
export function SessionSection({ item, onOpen }: NeighbourSectionProps) {
  return (
    <Section id="session" title="Session" note={<KeyHint command="review.session.next" />}>
      {item.session === null ? (
        <p className={styles['empty']}>It came without a session.</p>
      ) : (
        <SessionList item={item} onOpen={onOpen} />
      )}
    </Section>
  );
}

function SessionList({ item, onOpen }: NeighbourSectionProps) {
  const { data: session, error } = useSession(item.id);
  return (
    <div className={styles['session']} aria-busy={session === undefined && error === null}>
      {error === null ? null : <p className={styles['failed']}>{failureOf(error).message}</p>}
      {session === undefined ? null : (
        <>
          <ol className={styles['list']}>
            {session.items.map((neighbour) => (
              <Neighbour
                key={neighbour.id}
                item={
                  neighbour.id === item.id ? { ...neighbour, labelled: item.labels.length > 0 } : neighbour
                }
                isOpen={neighbour.id === item.id}
                onOpen={onOpen}
              />
            ))}
          </ol>
          <p className={styles['empty']}>
            {session.isWhole
              ? `${formatCount(session.position)} of ${formatCount(session.total)} by time`
              : `Among ${formatCount(session.total)} in this session; only the nearest in import order are sorted by time.`}
          </p>
        </>
      )}
    </div>
  );
}
