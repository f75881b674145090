import { AddTarget } from './add-target.tsx';
import { MappingTable, type MappingTableProps } from './mapping-table.tsx';

/** The whole of a mapping: its targets, and what can be added to them. */
export function MappingEditor(props: MappingTableProps) {
  const { mapping, meaning, columns, onChange } = props;
  return (
    <>
      <MappingTable {...props} />
      <AddTarget mapping={mapping} meaning={meaning} columns={columns} onChange={onChange} />
    </>
  );
}
