import type { Database } from '../../db/database.ts';
import { type PromptVersion, readPromptVersion } from '../../db/tables/prompt-versions.ts';

/** What the project knows of a prompt version besides its name; null where it has none of that name. */
export function promptVersionNamed(database: Database, name: string): PromptVersion | null {
  return readPromptVersion(database, name);
}
