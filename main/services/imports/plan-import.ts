import { basename } from 'node:path';
import type { Brings, ImportOptions } from '../../../shared/contract/import-operations.ts';
import { compileAttachments, compileMapping } from '../../../shared/domain/mapping/map-row.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import { type Result, succeed } from '../../../shared/result/result.ts';
import { findAdapter } from '../../files/adapters/registry.ts';
import { fileStamp } from '../../files/file-stamp.ts';
import { chooseMapping } from './choose-mapping.ts';
import { detectShape } from './detect-shape.ts';
import type { ImportJobInput, ImportPlan } from './import-input.ts';
import { type ChangeUser, type ImportMapper, keepUser } from './prepare-row.ts';

/**
 * Settles how a file is read and mapped. Fails with what `detectShape`, `chooseMapping` and `compileMapping` fail with.
 */
export async function planImport(
  input: ImportJobInput,
  changeUser: ChangeUser = keepUser,
): Promise<Result<ImportPlan>> {
  const shape = await detectShape(input);
  if (!shape.ok) return shape;
  const brings = input.brings ?? bringsOf(shape.value.adapter);
  const mapping = await chooseMapping(input.path, shape.value, input.mapping, brings);
  if (!mapping.ok) return mapping;
  const mapper = compileMapper(mapping.value, brings, { options: input.options, changeUser });
  if (!mapper.ok) return mapper;
  return succeed({
    path: input.path,
    name: input.name?.trim() || basename(input.path),
    shape: shape.value,
    mapping: mapping.value,
    mapper: mapper.value,
    options: optionsFor(brings, input.options),
    fileStamp: await fileStamp(input.path),
  });
}

/** Only attachments are joined. */
function optionsFor(brings: Brings, { join, joinSources, ...options }: ImportOptions = {}): ImportOptions {
  if (brings === 'interactions') return options;
  return {
    ...options,
    ...(join === undefined ? {} : { join }),
    ...(joinSources === undefined ? {} : { joinSources }),
  };
}

/** What the rows of a tool's export become; plain rows are interactions unless somebody says otherwise. */
export function bringsOf(adapter: string | null): Brings {
  return findAdapter(adapter)?.brings ?? 'interactions';
}

export interface MapperOptions {
  readonly options?: ImportOptions | undefined;
  /** Gives users their pseudonyms; `keepUser` where they have none. */
  readonly changeUser?: ChangeUser;
}

/**
 * Users of interactions get pseudonyms where the import was asked for them; those of attachments are looked for by both.
 * MAPPING_INVALID.
 */
export function compileMapper(
  mapping: Mapping,
  brings: Brings,
  { options = {}, changeUser = keepUser }: MapperOptions = {},
): Result<ImportMapper> {
  if (brings === 'attachments') {
    const pseudonyms = changeUser === keepUser ? {} : { changeUser };
    const mapRow = compileAttachments(mapping, { join: options.join, ...pseudonyms });
    return mapRow.ok ? succeed({ brings, mapRow: mapRow.value }) : mapRow;
  }
  const mapRow = compileMapping(mapping);
  return mapRow.ok
    ? succeed({
        brings,
        mapRow: mapRow.value,
        changeUser: options.pseudonymise === true ? changeUser : keepUser,
      })
    : mapRow;
}
