import type { Source } from '../../../shared/contract/import-operations.ts';
import { SourceRow } from './source-row.tsx';
import styles from './sources-list.module.css';

export interface SourcesListProps {
  readonly sources: readonly Source[];
  readonly isReadOnly: boolean;
  readonly onUndo: (source: Source) => void;
  readonly onResume: (source: Source) => void;
}

const countNames = ['Read', 'Imported', 'Attached', 'Duplicates', 'Skipped', 'Rejected'];

/** Everything that was imported, newest first, with what came of it. */
export function SourcesList({ sources, ...rest }: SourcesListProps) {
  return (
    <div className={styles['frame']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">State</th>
            <th scope="col">When</th>
            {countNames.map((name) => (
              <th key={name} scope="col" className={styles['number']}>
                {name}
              </th>
            ))}
            <th scope="col" className={styles['actions']}>
              <span className={styles['hidden']}>Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceRow key={source.id} source={source} {...rest} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
