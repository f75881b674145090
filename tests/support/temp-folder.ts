import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder that the caller removes. */
export function makeTempFolder(): string {
  return mkdtempSync(join(tmpdir(), 'flywheel-test-'));
}

/** A folder of its own for the running test, removed when it ends. */
export function useTempFolder(): string {
  const folder = makeTempFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
