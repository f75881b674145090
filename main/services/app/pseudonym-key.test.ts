import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { createId } from '../../db/create-id.ts';
import { pseudonymKey } from './pseudonym-key.ts';

const project = { id: createId(), hasPseudonyms: false };

function keyOf(folder: string, of = project): string {
  const key = pseudonymKey(folder, of);
  if (!key.ok) throw new Error(key.error.message);
  expect(key.value).toHaveLength(32);
  return key.value.toString('hex');
}

function fileOf(folder: string): string {
  return join(folder, 'pseudonym-keys', `${project.id}.key`);
}

describe('pseudonymKey', () => {
  it('is made once for a project, and is another one for another project', () => {
    const folder = useTempFolder();
    const key = keyOf(folder);
    expect(keyOf(folder)).toBe(key);
    expect(keyOf(folder, { ...project, hasPseudonyms: true })).toBe(key);
    expect(keyOf(folder, { id: createId(), hasPseudonyms: false })).not.toBe(key);
    expect(keyOf(useTempFolder())).not.toBe(key);
    expect(readdirSync(join(folder, 'pseudonym-keys')).filter((name) => !name.endsWith('.key'))).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('is for this account only (skipped on Windows)', () => {
    const folder = useTempFolder();
    keyOf(folder);
    expect(statSync(fileOf(folder)).mode & 0o777).toBe(0o600);
  });

  it('is never made anew for a project that has pseudonyms; says what to do, which then works', () => {
    const [here, there] = [useTempFolder(), useTempFolder()];
    const key = keyOf(there);
    const missing = pseudonymKey(here, { ...project, hasPseudonyms: true });
    expect(missing).toMatchObject({ ok: false, error: { code: 'FILE_NOT_FOUND' } });
    expect(missing.ok ? '' : missing.error.message).toContain(fileOf(here));
    mkdirSync(join(here, 'pseudonym-keys'));
    copyFileSync(fileOf(there), fileOf(here));
    expect(keyOf(here, { ...project, hasPseudonyms: true })).toBe(key);
  });

  it.each(['', 'no key', 'a'.repeat(44)])('does not replace a file that holds %j', (text) => {
    const folder = useTempFolder();
    keyOf(folder);
    writeFileSync(fileOf(folder), text);
    expect(pseudonymKey(folder, project)).toMatchObject({ ok: false, error: { code: 'FILE_UNREADABLE' } });
    expect(readFileSync(fileOf(folder), 'utf8')).toBe(text);
  });

  it('says so where it cannot be kept', () => {
    const folder = useTempFolder();
    writeFileSync(join(folder, 'pseudonym-keys'), '');
    expect(pseudonymKey(folder, project)).toMatchObject({ ok: false });
    const closed = useTempFolder();
    if (process.getuid?.() === 0) return;
    chmodSync(closed, 0o500);
    expect(pseudonymKey(closed, project)).toMatchObject({ ok: false, error: { code: 'FILE_NOT_WRITABLE' } });
  });

  it.each(['', '../device', 'a/b', 'x'.repeat(65)])(
    'takes no path from the id %j of a damaged project',
    (id) => {
      const folder = useTempFolder();
      expect(pseudonymKey(folder, { ...project, id })).toMatchObject({ error: { code: 'PROJECT_CORRUPT' } });
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});
