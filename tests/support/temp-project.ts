import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { createId } from '../../main/db/create-id.ts';
import type { Database } from '../../main/db/database.ts';
import { prepare } from '../../main/db/database.ts';
import { createProject } from '../../main/services/project/create-project.ts';
import { type OpenProject, openProject } from '../../main/services/project/open-project.ts';
import { useTempFolder } from './temp-folder.ts';

export const resourcesFolder = resolve(import.meta.dirname, '../../resources');

/** Making a project runs every migration and flushes each step, so it is made once a test file and then copied. */
let template: Buffer | undefined;

/** The file of a new, empty project in a folder of its own. Those of one test file have the same project id. */
export function newProjectFile(folder = useTempFolder()): string {
  const path = join(folder, 'test.flywheel');
  if (template === undefined) {
    const created = createProject({ path, name: undefined, device: 'device-a', resourcesFolder });
    if (!created.ok) throw new Error(created.error.message);
    template = readFileSync(path);
  } else writeFileSync(path, template, { flag: 'wx' });
  return path;
}

/** A new, empty project, open for writing until the test ends. */
export function newProject(): OpenProject {
  const opened = openProject(newProjectFile(), { readOnly: false });
  if (!opened.ok) throw new Error(opened.error.message);
  const project = opened.value;
  onTestFinished(() => {
    if (project.database.open) project.close();
  });
  return project;
}

/** Interactions of one source, with nothing but an output each; returns their ids. */
export function addInteractions(database: Database, count: number): string[] {
  const source = prepare(
    database,
    `INSERT INTO sources (id, name, path, format, shape, mapping, state, started_at, read, imported)
     VALUES (?, 'source', 'source.jsonl', 'jsonl', '{}', '[]', 'done', 0, ?, ?)`,
  ).run(createId(), count, count);
  const insert = prepare(
    database,
    `INSERT INTO interactions (id, source_seq, content_hash, messages, output, meta) VALUES (?, ?, ?, '[]', ?, '{}')`,
  );
  return Array.from({ length: count }, (_, index) => {
    const id = createId();
    insert.run(id, source.lastInsertRowid, Buffer.from(id), `Output ${index}`);
    return id;
  });
}

/** A label as an import brings it. */
export function addImportedLabel(
  database: Database,
  interactionId: string,
  annotator: string,
  question: string,
  value: unknown,
): void {
  prepare(
    database,
    `INSERT OR IGNORE INTO annotators (id, name, kind, created_at) VALUES (?, ?, 'imported', 0)`,
  ).run(createId(), annotator);
  for (const table of ['imported_labels', 'labels']) {
    const isFold = table === 'labels';
    prepare(
      database,
      `INSERT INTO ${table} (interaction_seq, annotator_seq, question, value${isFold ? '' : ', source_seq'})
       SELECT i.seq, a.seq, ?, ?${isFold ? '' : ', i.source_seq'} FROM interactions AS i, annotators AS a
       WHERE i.id = ? AND a.name = ?`,
    ).run(question, JSON.stringify(value), interactionId, annotator);
  }
  prepare(database, 'UPDATE interactions SET labelled = 1 WHERE id = ?').run(interactionId);
}

interface ImportedSpanText {
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly category?: string | null;
  /** Id of a failure mode. */
  readonly failureMode?: string;
}

/** A label on a part of an output as an import brings it. */
export function addImportedSpan(
  database: Database,
  interactionId: string,
  annotator: string,
  span: ImportedSpanText,
): void {
  prepare(
    database,
    `INSERT OR IGNORE INTO annotators (id, name, kind, created_at) VALUES (?, ?, 'imported', 0)`,
  ).run(createId(), annotator);
  const { start, end, severity, category = null, failureMode = null } = span;
  const place = [`${start}-${end}`, start, end];
  for (const table of ['imported_span_labels', 'span_labels']) {
    const isFold = table === 'span_labels';
    prepare(
      database,
      `INSERT INTO ${table} (interaction_seq, annotator_seq, place, start_unit, end_unit, quote, severity, category,
         failure_mode ${isFold ? '' : ', source_seq'})
       SELECT i.seq, a.seq, ?, ?, ?, substr(i.output, ? + 1, ? - ?), ?, ?, ? ${isFold ? '' : ', i.source_seq'}
       FROM interactions AS i, annotators AS a WHERE i.id = ? AND a.name = ?`,
    ).run(...place, start, end, start, severity, category, failureMode, interactionId, annotator);
  }
}
