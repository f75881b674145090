import { isJsonObject, type Json } from '../json.ts';
import { fail, succeed, type Result } from '../../result/result.ts';
import { compileDateFormat } from '../time/date-format.ts';
import { contentText } from './content-text.ts';
import type { MappingEntry, Transform } from './mapping.ts';
import { compilePath, parsePath, type Path, type PathReader } from './path.ts';
import { compilePattern } from './pattern.ts';
import { compileTemplate } from './template.ts';

/** One entry of a mapping, ready to read rows. */
export interface CompiledEntry {
  readonly read: PathReader;
  /** Every path that it reads, so that what it took is not kept twice. */
  readonly paths: readonly Path[];
  /** The value's own place, where it arrives as it stands there. */
  readonly plainPath: Path | undefined;
}

/**
 * Prepares an entry. Without a transform it reads the value at the path; `constant` gives its text to every row; `template`
 * fills its places; `date` turns a time written in the given form into ISO 8601; `values` replaces known values; `regex` takes a
 * part of a text. A value that a transform cannot take passes as it is, and the target then says what is wrong with it.
 * MAPPING_INVALID.
 */
export function compileEntry(entry: MappingEntry): Result<CompiledEntry> {
  const { transform } = entry;
  if (transform?.kind === 'constant') {
    return succeed({ read: () => transform.value, paths: [], plainPath: undefined });
  }
  if (transform?.kind === 'template') {
    const template = compileTemplate(transform.template);
    if (!template.ok) return template;
    return succeed({ ...template.value, plainPath: undefined });
  }
  const path = parsePath(entry.path);
  if (!path.ok) return path;
  const read = compilePath(path.value);
  if (transform === undefined) return succeed({ read, paths: [path.value], plainPath: path.value });
  const change = compileChange(transform);
  if (!change.ok) return change;
  const changeValue = change.value;
  return succeed({
    read: (row) => {
      const value = read(row);
      return value === undefined || value === null || value === '' ? value : changeValue(value);
    },
    paths: [path.value],
    plainPath: undefined,
  });
}

type Change = (value: Json) => Json | undefined;

function compileChange(transform: Exclude<Transform, { kind: 'constant' | 'template' }>): Result<Change> {
  switch (transform.kind) {
    case 'date': {
      const parse = compileDateFormat(transform.format);
      if (parse === undefined) {
        return fail(
          'MAPPING_INVALID',
          `"${transform.format}" names no year, month and day. Write the form of the dates, for example DD.MM.YYYY HH:mm.`,
        );
      }
      return succeed((value) => parse(contentText(value) ?? '') ?? value);
    }
    case 'values': {
      const values = new Map(Object.entries(transform.values));
      const isKept = transform.otherwise === 'keep';
      return succeed((value) => values.get(textOf(value)) ?? (isKept ? value : null));
    }
    case 'regex': {
      const find = compilePattern(transform.pattern, transform.group);
      if (!find.ok) return find;
      return succeed((value) => find.value(textOf(value)) ?? null);
    }
  }
}

/** The text that values and patterns are compared with: of anything but plain text, its JSON. */
function textOf(value: Json): string {
  const text = isJsonObject(value) ? undefined : contentText(value);
  return text ?? JSON.stringify(value);
}
