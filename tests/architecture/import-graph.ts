import { readFileSync, readdirSync } from 'node:fs';
import { dirname, posix, relative, sep } from 'node:path';
import { parseSync } from 'vite';

/** One TypeScript source with everything it imports, by path from the project's root. */
export interface SourceFile {
  readonly path: string;
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
  /** Modules whose names it passes on (`export ... from`). */
  readonly reExports: readonly string[];
}

export interface Import {
  /** As written. */
  readonly specifier: string;
  /** Path from the root for a relative import, null for a package. */
  readonly path: string | null;
}

/** Reads every `.ts` and `.tsx` file of the folders. */
export function readImportGraph(root: string, folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(root, `${entry.parentPath}/${entry.name}`).split(sep).join('/'))
      .map((path) => parseSource(path, readFileSync(`${root}/${path}`, 'utf8'))),
  );
}

/** The imports of one source: static, dynamic with a literal, and re-exports. Throws where it does not parse. */
export function parseSource(path: string, text: string): SourceFile {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const reExports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
  );
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const written = text.slice(moduleRequest.start, moduleRequest.end);
    const literal = /^(['"`])(.*)\1$/s.exec(written);
    return literal?.[2] === undefined ? [] : [literal[2]];
  });
  const specifiers = new Set([
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...reExports,
    ...dynamic,
  ]);
  return {
    path,
    imports: [...specifiers].map((specifier) => ({ specifier, path: resolveImport(path, specifier) })),
    hasDefaultExport: module.staticExports.some(({ entries }) =>
      entries.some((entry) => entry.exportName.kind === 'Default' || entry.exportName.name === 'default'),
    ),
    reExports: [...new Set(reExports)],
  };
}

function resolveImport(from: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(dirname(from), specifier) : null;
}
