import type { FolderEntry } from '../../../shared/contract/app-operations.ts';

/** Paths are the engine's: their separator is told from the path itself. */
export function separatorOf(path: string): string {
  return /^[A-Za-z]:|^\\\\/.test(path) ? '\\' : '/';
}

export function joinPath(folder: string, name: string): string {
  const separator = separatorOf(folder);
  return folder.endsWith(separator) ? folder + name : folder + separator + name;
}

/** Splits what is typed into its folder (with the separator, empty if there is none) and the rest. */
export function splitTyped(text: string): { readonly folder: string; readonly name: string } {
  const end = Math.max(text.lastIndexOf('/'), separatorOf(text) === '\\' ? text.lastIndexOf('\\') : -1);
  return { folder: text.slice(0, end + 1), name: text.slice(end + 1) };
}

/** Whether a whole path is a pattern for several files, such as `/logs/*.jsonl`. */
export function isPattern(text: string): boolean {
  return /^(\/|[A-Za-z]:|\\\\)/.test(text) && /[*?[{]/.test(text);
}

/**
 * What Tab makes of a typed path: the longest beginning that all entries starting with it share; a single folder gets
 * its separator, so that the next Tab goes on inside. The text as it is where nothing starts with it.
 */
export function completeTyped(text: string, folder: string, entries: readonly FolderEntry[]): string {
  const { name } = splitTyped(text);
  const matching = entries.filter((entry) => startsWithIgnoringCase(entry.name, name));
  const [first, ...others] = matching;
  if (first === undefined) return text;
  if (others.length === 0) {
    const path = joinPath(folder, first.name);
    return first.kind === 'folder' ? path + separatorOf(folder) : path;
  }
  let length = first.name.length;
  for (const other of others) {
    while (!startsWithIgnoringCase(other.name, first.name.slice(0, length))) length -= 1;
  }
  return joinPath(folder, first.name.slice(0, length));
}

/** The name with its extension, which people need not type; a folder has none. */
export function withExtension(name: string, extension: string): string {
  if (extension === '') return name;
  return name.toLowerCase().endsWith(`.${extension}`) ? name : `${name}.${extension}`;
}

/** What is wrong with a file name, as a sentence; null when nothing is. */
export function fileNameProblem(name: string): string | null {
  if (/[/\\]/.test(name)) return 'A name has no slashes. Choose the folder above.';
  // oxlint-disable-next-line no-control-regex
  if (/[<>:"|?*\u0000-\u001f]/.test(name)) {
    return 'Leave out < > : " | ? and *: not every system can store them in a name.';
  }
  return null;
}

function startsWithIgnoringCase(text: string, start: string): boolean {
  return text.slice(0, start.length).toLowerCase() === start.toLowerCase();
}
