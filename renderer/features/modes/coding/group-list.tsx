import { Link } from 'wouter';
import type { CodingNotes } from '../../../../shared/contract/coding-operations.ts';
import { modePath } from '../../../app/routes.ts';
import { Button } from '../../../ui/button.tsx';
import { formatPlural } from '../../../ui/format.ts';
import styles from './coding.module.css';

export interface GroupListProps {
  readonly groups: CodingNotes['groups'];
  /** How many notes an act is about. */
  readonly picked: number;
  readonly canWrite: boolean;
  readonly onPut: (mode: { id: string; name: string }) => void;
  readonly onChoose: () => void;
  readonly onCreate: () => void;
}

/** Failure modes as the groups of notes. */
export function GroupList({ groups, picked, canWrite, onPut, onChoose, onCreate }: GroupListProps) {
  const canPut = canWrite && picked > 0;
  return (
    <section className={styles['groups']} aria-label="Groups">
      <div className={styles['groupsHead']}>
        <h2 className={styles['sectionTitle']}>Groups</h2>
        {canWrite ? (
          <>
            <Button command="coding.group" isDisabled={!canPut} onPress={onChoose}>
              Put into a group
            </Button>
            <Button command="coding.create" isDisabled={!canPut} onPress={onCreate}>
              New group
            </Button>
          </>
        ) : null}
      </div>
      {groups.length === 0 ? (
        <p className={styles['hint']}>
          There are no groups yet. Each group becomes a failure mode: make the first from a note.
        </p>
      ) : (
        <ul className={styles['groupRows']}>
          {groups.map(({ id, name, notes }) => (
            <li key={id} className={styles['group']}>
              <Link href={modePath(id)} className={styles['groupName'] ?? ''}>
                <bdi>{name}</bdi>
              </Link>
              <span className={styles['count']}>{formatPlural(notes, 'note')}</span>
              {canWrite ? (
                <Button
                  variant="quiet"
                  aria-label={`Put here: ${name}`}
                  isDisabled={!canPut}
                  onPress={() => onPut({ id, name })}
                >
                  Put here
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
