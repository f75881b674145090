export const entries = {
  cli: '../cli/main.ts',
  electron: '../electron/main.ts',
  'engine-worker': './engine-worker.ts',
  'job-worker': './job-worker.ts',
  loopback: '../loopback/main.ts',
  'reading-worker': './reading-worker.ts',
} as const;

export type EntryName = keyof typeof entries;

/**
 * Where a program of Flywheel starts: beside the built files when this runs from `dist/main`, else its source
 * (Node 24 runs it by type stripping). Works from every chunk because all built files share one folder.
 */
export function entryUrl(name: EntryName, from: string = import.meta.url): URL {
  return new URL(from.endsWith('.ts') ? entries[name] : `./${name}.js`, from);
}

/** The folder that holds `package.json`, `dist` and `resources`; two levels up from sources and from built files. */
export function appRootUrl(from: string = import.meta.url): URL {
  return new URL('../../', from);
}
