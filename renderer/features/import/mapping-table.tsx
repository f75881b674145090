import type { Column, TargetPreview } from '../../../shared/contract/import-operations.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import type { RowsMeaning } from './mapping-draft.ts';
import { MappingRow } from './mapping-row.tsx';
import styles from './mapping-table.module.css';
import type { ReadAs } from './read-as.ts';
import { groupTargets, type TargetRow } from './target-groups.ts';

export interface MappingTableProps {
  readonly file: ReadAs;
  readonly mapping: Mapping;
  readonly meaning: RowsMeaning;
  readonly columns: readonly Column[];
  /** What the targets received in the dry run; undefined until the first one is there. */
  readonly previews: readonly TargetPreview[] | undefined;
  readonly onChange: (mapping: Mapping) => void;
}

/** Which path fills which target, with real values of the file beside each. */
export function MappingTable({ file, mapping, meaning, columns, previews, onChange }: MappingTableProps) {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Flywheel</th>
          <th scope="col">From the file</th>
          <th scope="col">Values in the first rows</th>
          {['Filled', 'Empty', 'Distinct', 'Failed'].map((name) => (
            <th key={name} scope="col" className={styles['number']}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {groupTargets(mapping, meaning).map((group) =>
        group.rows.length === 0 ? null : (
          <tbody key={group.name}>
            <tr>
              <th scope="rowgroup" colSpan={7} className={styles['group']}>
                {group.name}
              </th>
            </tr>
            {group.rows.map((row) => (
              <MappingRow
                key={row.target}
                row={row}
                file={file}
                mapping={mapping}
                meaning={meaning}
                columns={columns}
                preview={previewOf(row, previews)}
                onChange={onChange}
              />
            ))}
          </tbody>
        ),
      )}
    </table>
  );
}

/** A dry run of another path says nothing about this one. */
function previewOf({ target, entry }: TargetRow, previews: MappingTableProps['previews']) {
  return previews?.find((preview) => preview.target === target && preview.path === entry?.path);
}
