import type { Column } from '../../../shared/contract/import-operations.ts';
import type { FileFormat, FileShape } from '../../../shared/domain/file-shape.ts';
import type { Json } from '../../../shared/domain/json.ts';
import { guessMapping } from '../../../shared/domain/mapping/guess-mapping.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { type ColumnProfile, profileColumns } from '../../../shared/domain/mapping/profile-columns.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { detectFile } from '../../files/detect-file.ts';
import { readGuessRows } from './choose-mapping.ts';
import { exampleTexts } from './example-texts.ts';

export interface InspectedFile {
  readonly shape: FileShape;
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
}): Promise<Result<InspectedFile>> {
  const shape = await detectFile(input.path, input.format);
  if (!shape.ok) return shape;
  const first = await readGuessRows(input.path, shape.value);
  if (!first.ok) return first;
  const rows = first.value.map(({ value }) => value);
  return succeed({
    shape: shape.value,
    columns: profileColumns(rows).map(toColumn),
    mapping: guessMapping(rows),
  });
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
