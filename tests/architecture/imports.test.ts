import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type SourceFile, parseSource, readImportGraph } from './import-graph.ts';
import { findViolations } from './import-rules.ts';

const root = resolve(import.meta.dirname, '../..');
const graph = readImportGraph(root, ['shared', 'main', 'renderer']);

describe('import graph', () => {
  it('was read: files, edges and packages', () => {
    const edges = graph.flatMap(({ imports }) => imports);
    expect(graph.length).toBeGreaterThan(200);
    expect(edges.filter(({ path }) => path !== null).length).toBeGreaterThan(500);
    expect(edges.filter(({ path }) => path === null).length).toBeGreaterThan(150);
    for (const folder of [
      'shared/',
      'main/db/',
      'main/files/',
      'main/services/',
      'main/engine/',
      'renderer/',
    ]) {
      expect(graph.filter(({ path }) => path.startsWith(folder)).length).toBeGreaterThan(10);
    }
  });

  it('keeps every rule', () => {
    expect(findViolations(graph)).toEqual([]);
  });

  it.each([
    ['shared with Node', 'shared/domain/x.ts', `import 'node:fs';`],
    ['shared with main', 'shared/domain/x.ts', `import type { Database } from '../../main/db/database.ts';`],
    ['shared with React', 'shared/domain/x.ts', `import { useState } from 'react';`],
    ['a transport outside of the contract', 'shared/domain/x.ts', `import { oc } from '@orpc/contract';`],
    ['the renderer with main', 'renderer/app/x.tsx', `import '../../main/engine/unwrap.ts';`],
    ['the renderer with Node', 'renderer/app/x.tsx', `import { join } from 'node:path';`],
    ['the renderer with Electron', 'renderer/app/x.tsx', `const e = await import('electron');`],
    ['one feature with another', 'renderer/features/a/x.tsx', `import '../review/texts.ts';`],
    ['Electron outside of its host', 'main/engine/x.ts', `import { app } from 'electron';`],
    ['SQLite outside of db', 'main/services/x/x.ts', `import Database from 'better-sqlite3';`],
    ['files with db', 'main/files/x.ts', `import '../db/database.ts';`],
    ['db with files', 'main/db/x.ts', `import '../files/read-rows.ts';`],
    ['db with services', 'main/db/x.ts', `import '../services/job-context.ts';`],
    ['services with the engine', 'main/services/x/x.ts', `import '../../engine/unwrap.ts';`],
    ['the engine with files', 'main/engine/x.ts', `import '../files/read-rows.ts';`],
    ['the engine with a host', 'main/engine/x.ts', `import '../cli/main.ts';`],
    ['a host with services', 'main/cli/x.ts', `import '../services/job-context.ts';`],
    ['a host with another', 'main/electron/x.ts', `import '../cli/main.ts';`],
    ['the starter with services', 'main/x.ts', `import './services/job-context.ts';`],
    ['a source with tests', 'main/db/x.ts', `import '../../tests/support/temp-folder.ts';`],
    ['a source with a test', 'main/db/x.ts', `import './backup.test.ts';`],
    ['a default export', 'shared/domain/x.ts', 'export default 1;'],
    ['a renamed default export', 'shared/domain/x.ts', 'const a = 1; export { a as default };'],
    ['a barrel', 'shared/domain/x.ts', `export * from './json.ts';`],
    ['a file that is not there', 'shared/domain/x.ts', `import './nowhere.ts';`],
    [
      'a re-export across layers',
      'main/db/x.ts',
      `export { createEngine } from '../engine/create-engine.ts';`,
    ],
  ])('finds %s', (_, path, text) => {
    const planted: SourceFile = parseSource(path, text);
    const found = findViolations([...graph, planted]).filter(({ file }) => file === path);
    expect(found.length).toBeGreaterThan(0);
  });

  it('lets through what is allowed', () => {
    const allowed = [
      parseSource('main/engine/x.ts', `import '../services/job-context.ts'; import { z } from 'zod';`),
      parseSource('main/services/a/x.ts', `import '../../files/read-rows.ts'; import 'node:fs';`),
      parseSource('renderer/features/review/x.tsx', `import '../../../shared/domain/json.ts';`),
      parseSource('main/db/x.test.ts', `import '../../tests/support/temp-folder.ts';`),
    ];
    const paths = new Set(allowed.map(({ path }) => path));
    expect(findViolations([...graph, ...allowed]).filter(({ file }) => paths.has(file))).toEqual([]);
  });
});
