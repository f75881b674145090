import { Link } from 'wouter';
import type { Source } from '../../../shared/contract/import-operations.ts';
import { reviewPath, sourcePath } from '../../app/routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import styles from './sources-list.module.css';

const stateNames: Record<Source['state'], string> = {
  importing: 'Importing',
  done: 'Imported',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
  failed: 'Failed',
  undone: 'Undone',
};

const stateTones = {
  importing: 'accent',
  done: 'neutral',
  cancelled: 'caution',
  interrupted: 'caution',
  failed: 'negative',
  undone: 'neutral',
} as const satisfies Record<Source['state'], string>;

export interface SourcesListProps {
  readonly sources: readonly Source[];
  readonly isReadOnly: boolean;
  readonly onUndo: (source: Source) => void;
}

/** Everything that was imported, newest first, with what came of it. */
export function SourcesList({ sources, isReadOnly, onUndo }: SourcesListProps) {
  return (
    <div className={styles['frame']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">State</th>
            <th scope="col">When</th>
            <th scope="col" className={styles['number']}>
              Read
            </th>
            <th scope="col" className={styles['number']}>
              Imported
            </th>
            <th scope="col" className={styles['number']}>
              Duplicates
            </th>
            <th scope="col" className={styles['number']}>
              Rejected
            </th>
            <th scope="col">
              <span className={styles['hidden']}>Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <tr key={source.id} data-undone={source.state === 'undone' || undefined}>
              <th scope="row" className={styles['name']} title={source.path}>
                {source.state === 'undone' || source.imported === 0 ? (
                  source.name
                ) : (
                  <Link href={reviewPath([{ field: 'source', operator: '=', value: source.id }])}>
                    {source.name}
                  </Link>
                )}
              </th>
              <td>
                <Badge tone={stateTones[source.state]}>{stateNames[source.state]}</Badge>
              </td>
              <td className={styles['when']}>{formatMoment(source.startedAt)}</td>
              <td className={styles['number']}>{shown(source, source.read)}</td>
              <td className={styles['number']}>
                {shown(source, source.imported)}
                {source.editsAdded > 0 ? ` + ${formatCount(source.editsAdded)} edits` : ''}
              </td>
              <td className={styles['number']}>{shown(source, source.duplicates)}</td>
              <td className={styles['number']}>
                {source.rejected === 0 || source.state === 'undone' ? (
                  shown(source, source.rejected)
                ) : (
                  <Link
                    href={sourcePath(source.id)}
                    aria-label={`${formatCount(source.rejected)} rejected rows of ${source.name}`}
                  >
                    {formatCount(source.rejected)}
                  </Link>
                )}
              </td>
              <td className={styles['actions']}>
                {source.state === 'undone' || source.state === 'importing' || isReadOnly ? null : (
                  <Button
                    variant="quiet"
                    aria-label={`Undo the import of ${source.name}`}
                    onPress={() => onUndo(source)}
                  >
                    Undo
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Counts of a running import are in its progress; here they would lag behind it. */
function shown(source: Source, count: number): string {
  return source.state === 'importing' ? '…' : formatCount(count);
}
