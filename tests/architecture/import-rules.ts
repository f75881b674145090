import type { Import, SourceFile } from './import-graph.ts';

export interface Violation {
  readonly rule: string;
  readonly file: string;
  readonly imported: string;
}

/** What a folder may import: folders of ours, and packages by name (`node:` stands for all of Node's). */
interface Layer {
  readonly folder: string;
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

const toContract = ['@orpc/contract', '@orpc/client', '@orpc/server'];

/** "Who may import whom", most specific folder first. A layer may always import itself. */
const layers: readonly Layer[] = [
  { folder: 'shared/contract', folders: ['shared'], packages: ['zod', '@orpc/contract', '@orpc/client'] },
  { folder: 'shared', folders: [], packages: ['zod', 'diff', 're2js'] },
  {
    folder: 'renderer',
    folders: ['shared'],
    packages: [
      'react',
      'react-dom',
      'react-aria-components',
      'zustand',
      'wouter',
      'lucide-react',
      'lowlight',
      'highlight.js',
      'marked',
      'zod',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      '@orpc/client',
      '@orpc/tanstack-query',
    ],
  },
  {
    folder: 'main/electron',
    folders: ['main/engine', 'shared'],
    packages: ['node:', 'electron', 'zod', ...toContract],
  },
  { folder: 'main/loopback', folders: ['main/engine', 'shared'], packages: ['node:', 'zod', ...toContract] },
  {
    folder: 'main/cli',
    folders: ['main/engine', 'shared'],
    packages: ['node:', 'zod', 'commander', ...toContract],
  },
  {
    folder: 'main/engine',
    folders: ['main/services', 'main/db', 'shared'],
    packages: ['node:', 'zod', ...toContract],
  },
  {
    folder: 'main/services',
    folders: ['main/db', 'main/files', 'main/tokens', 'shared'],
    packages: ['node:', 'zod'],
  },
  {
    folder: 'main/tokens',
    folders: ['main/files', 'shared'],
    packages: ['node:', 'zod', 'gpt-tokenizer', '@huggingface/tokenizers'],
  },
  { folder: 'main/db', folders: ['shared'], packages: ['node:', 'zod', 'better-sqlite3'] },
  {
    folder: 'main/files',
    folders: ['shared'],
    packages: [
      'node:',
      'zod',
      'papaparse',
      'chardet',
      'hyparquet',
      'hyparquet-compressors',
      'hyparquet-writer',
      '@huggingface/tokenizers',
    ],
  },
  { folder: 'main', folders: ['main/engine', 'shared'], packages: ['node:'] },
];

/** Everything in the graph that breaks a rule. Test files may import what they test and `tests/support`. */
export function findViolations(files: readonly SourceFile[]): Violation[] {
  const known = new Set(files.map(({ path }) => path));
  return files.flatMap((file) => [
    ...(isTest(file.path) ? [] : file.imports.flatMap((imported) => checkImport(file.path, imported))),
    ...file.imports
      .filter(({ path }) => path !== null && isChecked(path) && !known.has(path))
      .map(({ specifier }) => violation('imports exist', file.path, specifier)),
    ...(file.hasDefaultExport ? [violation('no default exports', file.path, 'default')] : []),
    ...file.reExports.map((module) => violation('no barrels', file.path, module)),
  ]);
}

function checkImport(file: string, imported: Import): Violation[] {
  const layer = layers.find(({ folder }) => isInside(file, folder));
  if (!layer) return [violation('every file belongs to a layer', file, imported.specifier)];
  if (imported.path === null) {
    return layer.packages.some((name) => isPackage(imported.specifier, name))
      ? []
      : [violation(`packages of ${layer.folder}`, file, imported.specifier)];
  }
  if (isInside(imported.path, 'tests') || isTest(imported.path)) {
    return [violation('nothing imports tests', file, imported.specifier)];
  }
  const allowed = [layer.folder, ...layer.folders];
  const target = layers.find(({ folder }) => isInside(imported.path ?? '', folder))?.folder;
  const isAllowed = allowed.some(
    (folder) => folder === target || (target?.startsWith(`${folder}/`) && folder !== 'main'),
  );
  if (!isAllowed) return [violation(`${layer.folder} imports`, file, imported.specifier)];
  const feature = featureOf(imported.path);
  if (feature && featureOf(file) && featureOf(file) !== feature) {
    return [violation('features do not import each other', file, imported.specifier)];
  }
  return [];
}

function featureOf(path: string): string | null {
  return /^renderer\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function isPackage(specifier: string, name: string): boolean {
  return name.endsWith(':')
    ? specifier.startsWith(name)
    : specifier === name || specifier.startsWith(`${name}/`);
}

function isInside(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

/** Styles and data files are not in the graph. */
function isChecked(path: string): boolean {
  return /\.tsx?$/.test(path) && !isInside(path, 'tests') && !isInside(path, 'bench');
}

function violation(rule: string, file: string, imported: string): Violation {
  return { rule, file, imported };
}
