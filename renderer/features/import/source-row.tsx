import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { Source } from '../../../shared/contract/import-operations.ts';
import { reviewPath, sourcePath } from '../../app/routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { SourceDetails } from './source-details.tsx';
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

export interface SourceRowProps {
  readonly source: Source;
  readonly isReadOnly: boolean;
  readonly onUndo: (source: Source) => void;
  readonly onResume: (source: Source) => void;
}

/** One source with its counts; a second row below it has the rest, once somebody asks. */
export function SourceRow({ source, isReadOnly, onUndo, onResume }: SourceRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const details = useId();
  const { name, state, rejected } = source;
  const isGone = state === 'undone';
  return (
    <>
      <tr data-undone={isGone || undefined} data-open={isOpen || undefined}>
        <th scope="row" className={styles['name']} title={source.path}>
          <div className={styles['nameLine']}>
            <button
              type="button"
              className={styles['more']}
              aria-expanded={isOpen}
              aria-controls={details}
              aria-label={`Details of ${name}`}
              onClick={() => setIsOpen(!isOpen)}
            >
              <ChevronRight aria-hidden />
            </button>
            {isGone || source.imported === 0 ? (
              <span className={styles['nameText']}>{name}</span>
            ) : (
              <Link
                className={styles['nameText'] ?? ''}
                href={reviewPath([{ field: 'source', operator: '=', value: source.id }])}
              >
                {name}
              </Link>
            )}
          </div>
        </th>
        <td>
          <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>
        </td>
        <td className={styles['when']}>{formatMoment(source.startedAt)}</td>
        <td className={styles['number']}>{shown(source, source.read)}</td>
        <td className={styles['number']}>{shown(source, source.imported)}</td>
        <td className={styles['number']}>{shown(source, source.attached)}</td>
        <td className={styles['number']}>{shown(source, source.duplicates)}</td>
        <td className={styles['number']}>{shown(source, source.skipped)}</td>
        <td className={styles['number']}>
          {rejected === 0 || isGone ? (
            shown(source, rejected)
          ) : (
            <Link
              href={sourcePath(source.id)}
              aria-label={`${formatCount(rejected)} rejected rows of ${name}`}
            >
              {formatCount(rejected)}
            </Link>
          )}
        </td>
        <td className={styles['actions']}>
          {isReadOnly || !source.resumable ? null : (
            <Button
              variant="quiet"
              aria-label={`Go on with the import of ${name}`}
              onPress={() => onResume(source)}
            >
              Go on
            </Button>
          )}
          {isReadOnly || isGone || state === 'importing' ? null : (
            <Button variant="quiet" aria-label={`Undo the import of ${name}`} onPress={() => onUndo(source)}>
              Undo
            </Button>
          )}
        </td>
      </tr>
      <tr id={details} hidden={!isOpen}>
        <td colSpan={10} className={styles['details']}>
          {isOpen ? <SourceDetails source={source} /> : null}
        </td>
      </tr>
    </>
  );
}

/** Counts of a running import are in its progress; here they would lag behind it. */
function shown(source: Source, count: number): string {
  return source.state === 'importing' ? '…' : formatCount(count);
}
