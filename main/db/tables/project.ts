import { z } from 'zod';
import { createId } from '../create-id.ts';
import { type Database, prepare } from '../database.ts';

const projectRow = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.int(),
  timeZone: z.string(),
  device: z.string(),
  synthetic: z.int().transform((value) => value === 1),
});
export type ProjectRow = z.infer<typeof projectRow>;

export function readProject(database: Database): ProjectRow {
  const row = prepare(
    database,
    `SELECT id, name, created_at AS createdAt, time_zone AS timeZone, device, synthetic FROM project`,
  ).get();
  return projectRow.parse(row);
}

export interface ProjectValues {
  readonly name: string;
  readonly device: string;
  readonly timeZone: string;
  readonly now: number;
}

export function insertProject(database: Database, values: ProjectValues): void {
  prepare(
    database,
    `INSERT INTO project (singleton, id, name, created_at, time_zone, device) VALUES (1, ?, ?, ?, ?, ?)`,
  ).run(createId(), values.name, values.now, values.timeZone, values.device);
}

/** Marks the project that ships with Flywheel: its content is made up. */
export function markSynthetic(database: Database): void {
  prepare(database, 'UPDATE project SET synthetic = 1').run();
}
