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
  labels: z.array(z.string()).readonly().optional(),
  /** SHA-256 of the row as JSON, without a line feed, in hexadecimal. */
  sha256: z.string(),
});

export type LineageRow = z.infer<typeof lineageRowSchema>;

/** What of a row is not there is null: a million times, that is cheaper than leaving it out. */
export type WrittenLineage = {
  readonly [Key in keyof LineageRow]-?: undefined extends LineageRow[Key]
    ? Exclude<LineageRow[Key], undefined> | null
    : LineageRow[Key];
};

/** One line, line feed included. Ids and hashes have no character that JSON escapes. */
export function writeLineageRow(row: WrittenLineage): string {
  const { part, line, interaction, source, externalId, against, edit, origin, labels, sha256 } = row;
  let text = `{"part":"${part}","line":${line},"interaction":"${interaction}","source":"${source}"`;
  if (externalId !== null) text += `,"externalId":${JSON.stringify(externalId)}`;
  if (against !== null) text += `,"against":"${against}"`;
  if (edit !== null) text += `,"edit":"${edit}","origin":"${origin}"`;
  if (labels !== null) text += `,"labels":${JSON.stringify(labels)}`;
  return `${text},"sha256":"${sha256}"}\n`;
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
