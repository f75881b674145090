import { join } from 'node:path';
import { z } from 'zod';
import { createId } from '../../db/create-id.ts';
import { readDataFile, writeDataFile } from './data-file.ts';

/** The id of this machine in the journal, made on first use. It names no hardware and no person. */
export function deviceId(dataFolder: string): string {
  const path = join(dataFolder, 'device.json');
  const known = readDataFile(path, z.object({ id: z.string().min(1) }).nullable(), null);
  if (known) return known.id;
  const id = createId();
  writeDataFile(path, { id });
  return id;
}
