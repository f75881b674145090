import { AddTarget } from './add-target.tsx';
import { MappingTable, type MappingTableProps } from './mapping-table.tsx';

/** The whole of a mapping: its targets, and what can be added to them. */
export function MappingEditor(props: MappingTableProps) {
  const { mapping, brings, columns, onChange } = props;
  return (
    <>
      <MappingTable {...props} />
      <AddTarget mapping={mapping} brings={brings} columns={columns} onChange={onChange} />
    </>
  );
}
