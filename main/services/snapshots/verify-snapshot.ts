import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Manifest } from '../../../shared/contract/export-operations.ts';
import type { Verification } from '../../../shared/contract/snapshot-operations.ts';
import { type Failure, type Result, succeed } from '../../../shared/result/result.ts';
import type { StoredSnapshot } from '../../db/tables/snapshots.ts';
import { hashFile } from '../../files/hash-file.ts';
import { writeExport } from '../exports/run-export.ts';
import type { JobContext, JobWork } from '../job-context.ts';
import { filesOf } from './damaged-files.ts';
import { explainDifference } from './explain-difference.ts';
import { findSnapshot } from './list-snapshots.ts';

/** What says nothing about the snapshot: there is no verification. */
const ownFailures: ReadonlySet<Failure['code']> = new Set([
  'JOB_CANCELLED',
  'DISK_FULL',
  'FILE_NOT_WRITABLE',
]);

/**
 * Makes the files of a snapshot anew from its recipe, in a folder that goes afterwards, and compares their hashes with
 * those that were written. Where they differ, it says what may explain that. SNAPSHOT_NOT_FOUND, JOB_CANCELLED, DISK_FULL,
 * FILE_NOT_WRITABLE.
 */
export async function verifySnapshot(
  { id }: { readonly id: string },
  context: JobContext,
): Promise<Result<Verification>> {
  const found = findSnapshot(context.database, id);
  if (!found.ok) return found;
  const remade = await makeAnew(found.value, context);
  if (!remade.ok && ownFailures.has(remade.error.code)) return remade;
  const files = await compareFiles(found.value, remade.ok ? remade.value : null);
  const isSame = files.every((file) => file.isSame && file.onDisk === 'same');
  const reasons = isSame ? [] : explainDifference(found.value, { files, remade }, context);
  return succeed({ isSame, files, reasons });
}

/** `verifySnapshot` as a job. */
export const runVerify: JobWork<{ readonly id: string }> = async (input, context) => {
  const verification = await verifySnapshot(input, context);
  return verification.ok ? succeed({ ...verification.value }) : verification;
};

async function makeAnew({ path, manifest }: StoredSnapshot, context: JobContext): Promise<Result<Manifest>> {
  const folder = mkdtempSync(join(tmpdir(), 'flywheel-verify-'));
  try {
    const { recipe, frozen = [] } = manifest;
    return await writeExport(
      { recipe, path: join(folder, basename(path)), overwrite: false, frozen },
      context,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compareFiles(
  snapshot: StoredSnapshot,
  remade: Manifest | null,
): Promise<Verification['files']> {
  const made = remade === null ? [] : filesOf({ path: snapshot.path, manifest: remade });
  const files: Verification['files'] = [];
  for (const { name, path, sha256: expected } of filesOf(snapshot)) {
    const actual = made.find((file) => file.name === name)?.sha256 ?? null;
    const stored = await hashFile(path);
    const onDisk = stored === expected ? 'same' : stored === null ? 'missing' : 'changed';
    files.push({ name, expected, actual, isSame: actual === expected, onDisk });
  }
  return files;
}
