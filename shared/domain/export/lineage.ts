import { z } from 'zod';
import { exportPartSchema } from './split.ts';

/** Where one row of a snapshot comes from: one line of NAME.lineage.jsonl, in the order of the rows. */
export const lineageRowSchema = z.object({
  part: exportPartSchema,
  /** Its place among the rows of its part, from 1: the line, where the file is JSON Lines. */
  line: z.int().min(1),
  interaction: z.string(),
  /** Id of the import that brought the interaction. */
  source: z.string(),
  /** What the source calls it. */
  externalId: z.string().optional(),
  /** The interaction that its worse answer comes from, where that is another one. */
  against: z.string().optional(),
  /** Id of the edit it learns from. One that was made in the app has the id of its event. */
  edit: z.string().optional(),
  origin: z.enum(['import', 'app']).optional(),
  /** Ids of the events that gave the labels which the recipe asks for. */
  labels: z.array(z.string()).optional(),
  /** SHA-256 of the row as JSON, without a line feed, in hexadecimal. */
  sha256: z.string(),
});

export type LineageRow = z.infer<typeof lineageRowSchema>;

/** One line, line feed included. Ids and hashes have no character that JSON escapes. */
export function writeLineageRow(row: LineageRow): string {
  const { part, line, interaction, source, externalId, against, edit, origin, labels, sha256 } = row;
  const more = [
    externalId === undefined ? '' : `,"externalId":${JSON.stringify(externalId)}`,
    against === undefined ? '' : `,"against":"${against}"`,
    edit === undefined || origin === undefined ? '' : `,"edit":"${edit}","origin":"${origin}"`,
    labels === undefined ? '' : `,"labels":${JSON.stringify(labels)}`,
  ].join('');
  return `{"part":"${part}","line":${line},"interaction":"${interaction}","source":"${source}"${more},"sha256":"${sha256}"}\n`;
}

/** The row of one line; null where it is none. */
export function readLineageRow(line: string): LineageRow | null {
  try {
    return lineageRowSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

/** The interactions that a row has texts of. */
export function interactionsOf({ interaction, against }: LineageRow): readonly string[] {
  return against === undefined ? [interaction] : [interaction, against];
}
