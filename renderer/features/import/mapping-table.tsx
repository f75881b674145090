import { X } from 'lucide-react';
import { Fragment } from 'react';
import type { Column, TargetPreview } from '../../../shared/contract/import-operations.ts';
import type { Mapping, Target } from '../../../shared/domain/mapping/mapping.ts';
import { IconButton } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { groupTargets, outputNeeded, type TargetRow, withPath } from './mapping-draft.ts';
import styles from './mapping-table.module.css';
import { PathField } from './path-field.tsx';
import { helpOfTarget, nameOfTarget } from './target-texts.ts';

export interface MappingTableProps {
  readonly mapping: Mapping;
  readonly columns: readonly Column[];
  /** What the targets received in the dry run; undefined until the first one is there. */
  readonly previews: readonly TargetPreview[] | undefined;
  readonly onChange: (mapping: Mapping) => void;
}

/** Which path fills which target, with real values of the file beside each. */
export function MappingTable({ mapping, columns, previews, onChange }: MappingTableProps) {
  const change = (target: Target, path: string) => onChange(withPath(mapping, target, path));
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Flywheel</th>
          <th scope="col">From the file</th>
          <th scope="col">Values in the first rows</th>
          <th scope="col" className={styles['number']}>
            Filled
          </th>
          <th scope="col" className={styles['number']}>
            Distinct
          </th>
        </tr>
      </thead>
      {groupTargets(mapping).map((group) =>
        group.rows.length === 0 ? null : (
          <tbody key={group.name}>
            <tr>
              <th scope="rowgroup" colSpan={5} className={styles['group']}>
                {group.name}
              </th>
            </tr>
            {group.rows.map((row) => (
              <MappingRow
                key={row.target}
                row={row}
                columns={columns}
                preview={previews?.find((candidate) => candidate.target === row.target)}
                onChange={(path) => change(row.target, path)}
              />
            ))}
          </tbody>
        ),
      )}
    </table>
  );
}

interface MappingRowProps {
  readonly row: TargetRow;
  readonly columns: readonly Column[];
  readonly preview: TargetPreview | undefined;
  readonly onChange: (path: string) => void;
}

function MappingRow({ row, columns, preview, onChange }: MappingRowProps) {
  const name = nameOfTarget(row.target);
  const isNeeded = row.target === 'output';
  const isFilled = row.path !== '' && preview !== undefined;
  // Without an output there is no dry run: what the column holds in the file is shown all the same.
  const examples = preview?.examples ?? columns.find((column) => column.path === row.path)?.examples;
  return (
    <tr data-empty={(row.path === '' && !isNeeded) || undefined}>
      <th scope="row" className={styles['target']}>
        <span className={styles['name']}>{name}</span>
        <span className={styles['help']}>{helpOfTarget(row.target)}</span>
      </th>
      <td>
        <div className={styles['path']}>
          <div className={styles['field']}>
            <PathField label={`Path for ${name}`} path={row.path} columns={columns} onChange={onChange} />
          </div>
          {row.isNamed ? (
            <IconButton
              icon={<X aria-hidden />}
              name={`Take out ${row.target}`}
              onPress={() => onChange('')}
            />
          ) : null}
        </div>
      </td>
      <td>
        {row.path === '' || examples === undefined ? null : <Examples examples={examples} />}
        {isNeeded && row.path === '' ? <span className={styles['needed']}>{outputNeeded}</span> : null}
      </td>
      <td className={styles['number']}>
        {isFilled ? `${formatCount(preview.filled)} of ${formatCount(preview.filled + preview.empty)}` : ''}
      </td>
      <td className={styles['number']}>{isFilled ? formatCount(preview.distinct) : ''}</td>
    </tr>
  );
}

function Examples({ examples }: { readonly examples: readonly string[] }) {
  if (examples.length === 0) return <span className={styles['none']}>Always empty in these rows</span>;
  return (
    <span className={styles['examples']}>
      {examples.slice(0, 3).map((example) => (
        <Fragment key={example}>
          <span className={styles['example']} title={example}>
            {example.replaceAll(/\s+/g, ' ')}
          </span>
        </Fragment>
      ))}
    </span>
  );
}
