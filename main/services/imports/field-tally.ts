import type { TargetPreview } from '../../../shared/contract/import-operations.ts';
import type { Json, JsonObject } from '../../../shared/domain/json.ts';
import { compileEntry } from '../../../shared/domain/mapping/compile-entry.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import type { PathReader } from '../../../shared/domain/mapping/path.ts';
import { exampleTexts } from './example-texts.ts';

/** More different values of a field are not told apart. */
export const distinctLimit = 1000;
const exampleLimit = 20;

/** Counts what each target of a mapping would get from the rows it is shown. */
export interface FieldTally {
  readonly add: (row: JsonObject) => void;
  /** A row was rejected for this target's value. */
  readonly addFailure: (target: string) => void;
  readonly report: () => TargetPreview[];
}

export function createFieldTally(mapping: Mapping): FieldTally {
  const fields = mapping.map((entry) => {
    const compiled = compileEntry(entry);
    const read: PathReader = compiled.ok ? compiled.value.read : () => undefined;
    return {
      entry,
      read,
      filled: 0,
      empty: 0,
      failed: 0,
      distinct: new Set<string>(),
      values: new Array<Json>(),
    };
  });
  return {
    add: (row) => {
      for (const field of fields) {
        const value = field.read(row);
        if (value === undefined || value === null || value === '') {
          field.empty += 1;
          continue;
        }
        field.filled += 1;
        if (field.distinct.size < distinctLimit) field.distinct.add(JSON.stringify(value).slice(0, 200));
        if (field.values.length < exampleLimit) field.values.push(value);
      }
    },
    addFailure: (target) => {
      const field = fields.find(({ entry }) => entry.target === target);
      if (field !== undefined) field.failed += 1;
    },
    report: () =>
      fields.map(({ entry, filled, empty, failed, distinct, values }) => ({
        target: entry.target,
        path: entry.path,
        filled,
        empty,
        failed,
        distinct: distinct.size,
        examples: exampleTexts(values),
      })),
  };
}
