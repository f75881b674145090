import { resolve } from 'node:path';

/**
 * The project that a start or a second start was asked to open: the first argument that names a `.flywheel` file.
 * Switches of Chromium and Electron are passed over; a relative path is one from the caller's folder.
 */
export function findProjectArgument(argv: readonly string[], folder: string): string | null {
  const found = argv.slice(1).find((argument) => !argument.startsWith('-') && argument.endsWith('.flywheel'));
  return found === undefined ? null : resolve(folder, found);
}
