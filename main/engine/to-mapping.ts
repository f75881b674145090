import type { z } from 'zod';
import type { mappingEntrySchema } from '../../shared/contract/import-operations.ts';
import type { Mapping, MappingEntry } from '../../shared/domain/mapping/mapping.ts';
import { isTarget, parseTarget } from '../../shared/domain/mapping/target.ts';
import { fail, type Result, succeed } from '../../shared/result/result.ts';
import { unwrap } from './unwrap.ts';

/** On the wire targets are plain text. */
export function toMapping(entries: readonly z.infer<typeof mappingEntrySchema>[]): Mapping {
  return entries.map((entry) => unwrap(toEntry(entry)));
}

function toEntry({ target, path, transform }: z.infer<typeof mappingEntrySchema>): Result<MappingEntry> {
  if (isTarget(target)) return succeed({ target, path, ...(transform === undefined ? {} : { transform }) });
  const parsed = parseTarget(target);
  return parsed.ok ? fail('MAPPING_INVALID', `"${target}" is not a target.`) : parsed;
}
