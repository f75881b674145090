import type { Brings, ImportPreview } from '../../../shared/contract/import-operations.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './arriving-rows.module.css';

const shownRows = 20;

export interface ArrivingRowsProps {
  readonly rows: ImportPreview['rows'];
  readonly brings: Brings;
}

/** The first rows as the project would hold them. */
export function ArrivingRows({ rows, brings }: ArrivingRowsProps) {
  const isWhole = brings === 'interactions';
  const noEdit = isWhole ? 'Not edited' : 'No edit';
  return (
    <div
      className={styles['frame']}
      tabIndex={0}
      role="region"
      aria-label="The first rows as they will arrive"
    >
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col" className={styles['line']}>
              Line
            </th>
            <th scope="col">{isWhole ? 'Input' : 'Belongs to'}</th>
            {isWhole ? <th scope="col">Output</th> : null}
            <th scope="col">Edit</th>
            <th scope="col">Signals and labels</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shownRows).map((row) => (
            <tr key={`${row.line}\n${row.input}\n${row.output}`}>
              <td className={styles['line']}>{formatCount(row.line)}</td>
              <Cell text={row.input} none={isWhole ? 'No input' : 'Nothing'} />
              {isWhole ? <Cell text={row.output} none="No output" /> : null}
              <Cell text={row.edit ?? ''} none={row.edit === null ? noEdit : 'Emptied'} />
              <Cell text={[...row.signals, ...row.labels].join('\n')} none="None" />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ text, none }: { readonly text: string; readonly none: string }) {
  return (
    <td>
      {text === '' ? (
        <span className={styles['none']}>{none}</span>
      ) : (
        <div className={styles['text']}>{text}</div>
      )}
    </td>
  );
}
