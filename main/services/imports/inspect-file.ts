import type { AdapterInfo, Brings, Column } from '../../../shared/contract/import-operations.ts';
import type { FileFormat, FileShape } from '../../../shared/domain/file-shape.ts';
import type { Json } from '../../../shared/domain/json.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { type ColumnProfile, profileColumns } from '../../../shared/domain/mapping/profile-columns.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { findAdapter } from '../../files/adapters/registry.ts';
import { proposeMapping, readGuessRows } from './choose-mapping.ts';
import { detectShape } from './detect-shape.ts';
import { bringsOf } from './plan-import.ts';
import { exampleTexts } from './example-texts.ts';

export interface InspectedFile {
  readonly shape: FileShape;
  readonly adapter: AdapterInfo | null;
  readonly columns: Column[];
  readonly mapping: Mapping;
}

/**
 * Looks at the first rows of a file: how it is written, what its columns hold, and a mapping to begin with. Fails with
 * what reading fails with, and where there is no row to look at.
 */
export async function inspectFile(input: {
  readonly path: string;
  readonly format?: FileFormat | undefined;
  readonly adapter?: string | null | undefined;
  readonly brings?: Brings | undefined;
  readonly table?: string | undefined;
}): Promise<Result<InspectedFile>> {
  const detected = await detectShape(input);
  if (!detected.ok) return detected;
  const shape = detected.value;
  const first = await readGuessRows(input.path, shape);
  if (!first.ok) return first;
  const rows = first.value.map(({ value }) => value);
  return succeed({
    shape,
    adapter: adapterInfo(shape.adapter),
    columns: profileColumns(rows).map(toColumn),
    mapping: proposeMapping(rows, shape.adapter, input.brings ?? bringsOf(shape.adapter)),
  });
}

function adapterInfo(id: string | null): AdapterInfo | null {
  const adapter = findAdapter(id);
  if (adapter === null) return null;
  const { title, brings, fields } = adapter;
  return { id: adapter.id, title, brings, fields: [...fields] };
}

function toColumn(profile: ColumnProfile): Column {
  return {
    path: profile.path,
    examples: exampleTexts(profile.values),
    filled: profile.filled,
    kind: kindOf(profile),
  };
}

/** A kind where nearly all values are of it: a few stray values do not hide what a column is. */
function kindOf({ filled, shares, values }: ColumnProfile): Column['kind'] {
  const share = (has: (value: Json) => boolean) => values.filter(has).length / values.length;
  if (filled === 0) return 'empty';
  if (share(Array.isArray) > 0.9) return 'list';
  if (share((value) => typeof value === 'object' && !Array.isArray(value)) > 0.9) return 'object';
  if (share((value) => typeof value === 'boolean') > 0.9) return 'boolean';
  if (shares.time > 0.9) return 'time';
  if (shares.number > 0.9) return 'number';
  return shares.text > 0.9 ? 'text' : 'mixed';
}
