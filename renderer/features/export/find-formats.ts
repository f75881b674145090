import { formats } from '../../../shared/domain/export/formats/registry.ts';
import { type ExportFormat, exportFormats } from '../../../shared/domain/export/recipe.ts';
import { formatGroup } from './recipe/recipe-texts.ts';

export interface FormatGroup {
  readonly name: string;
  readonly members: readonly ExportFormat[];
}

/**
 * Formats by what they are for, those whose name or id has every typed word; the one with exactly that id comes first.
 * Formats that only mention the words, such as a reader of theirs, stand behind as a group of their own.
 */
export function findFormats(search: string): readonly FormatGroup[] {
  const words = search.trim().toLowerCase().split(/\s+/);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const named = exportFormats
    .filter((id) => has(`${formats[id].name} ${id}`))
    .toSorted((a, b) => Number(b === search.trim()) - Number(a === search.trim()));
  const groups = [...Map.groupBy(named, formatGroup)].map(([name, members]) => ({ name, members }));
  const mentioned = exportFormats.filter((id) => !named.includes(id) && has(formats[id].sentence));
  return mentioned.length === 0 ? groups : [...groups, { name: 'Mentioned by', members: mentioned }];
}
