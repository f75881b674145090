import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addInteractions, newProject } from '../../tests/support/temp-project.ts';
import { writeBackup } from './backup.ts';
import { openProjectFile } from './open-project.ts';

describe('writeBackup', () => {
  it('writes a whole project, also in the middle of somebody else reading', () => {
    const { database, path } = newProject();
    addInteractions(database, 100);
    const target = join(dirname(path), 'copy.flywheel');
    const written = writeBackup(database, target);
    if (!written.ok) throw new Error(written.error.message);
    expect(written.value.bytes).toBeGreaterThan(10_000);
    const copy = openProjectFile(target, { readOnly: true });
    if (!copy.ok) throw new Error(copy.error.message);
    expect(copy.value.database.prepare('SELECT count(*) FROM interactions').pluck().get()).toBe(100);
    copy.value.close();
    expect(readdirSync(dirname(path)).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('never replaces a file', () => {
    const { database, path } = newProject();
    const target = join(dirname(path), 'taken.flywheel');
    writeFileSync(target, 'mine');
    expect(writeBackup(database, target)).toMatchObject({ ok: false, error: { code: 'FILE_EXISTS' } });
  });

  it('says that the folder is not there', () => {
    const { database, path } = newProject();
    const target = join(dirname(path), 'none', 'copy.flywheel');
    const result = writeBackup(database, target);
    expect(result).toMatchObject({ ok: false, error: { code: expect.stringMatching(/^FILE_/) } });
  });
});
