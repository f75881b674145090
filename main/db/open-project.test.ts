import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newProjectFile } from '../../tests/support/temp-project.ts';
import { useTempFolder } from '../../tests/support/temp-folder.ts';
import type { Result } from '../../shared/result/result.ts';
import { connect, connectNew } from './database.ts';
import { openProjectFile } from './open-project.ts';
import { applicationId, backupPath } from './project-file.ts';
import { schemaVersion } from './migrations/registry.ts';

function failureOf(result: Result<unknown>) {
  if (result.ok) throw new Error('It was opened.');
  return result.error;
}

describe('openProjectFile', () => {
  it('opens a new project with its marks and pragmas', () => {
    const opened = openProjectFile(newProjectFile(), { readOnly: false });
    if (!opened.ok) throw new Error(opened.error.message);
    const { database, close } = opened.value;
    const pragma = (name: string) => database.pragma(name, { simple: true });
    expect(pragma('application_id')).toBe(applicationId);
    expect(pragma('user_version')).toBe(schemaVersion);
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    close();
  });

  it('leaves one file behind when it closes: no log, no lock', () => {
    const path = newProjectFile();
    const opened = openProjectFile(path, { readOnly: false });
    if (!opened.ok) throw new Error(opened.error.message);
    expect(readdirSync(dirname(path))).toContain('test.flywheel.lock');
    opened.value.close();
    expect(readdirSync(dirname(path))).toEqual(['test.flywheel']);
  });

  it('says that nothing is there', () => {
    const failure = failureOf(openProjectFile(join(useTempFolder(), 'none.flywheel'), { readOnly: false }));
    expect(failure.code).toBe('PROJECT_NOT_FOUND');
  });

  it.each([
    ['a text', () => Buffer.from('{"output":"x"}\n'.repeat(50))],
    ['an empty file', () => Buffer.alloc(0)],
    ['a short file', () => Buffer.from('SQLite')],
  ])('refuses %s and leaves it as it is', (_, content) => {
    const path = join(useTempFolder(), 'other.flywheel');
    writeFileSync(path, content());
    expect(failureOf(openProjectFile(path, { readOnly: false })).code).toBe('NOT_A_PROJECT');
    expect(readFileSync(path)).toEqual(content());
    expect(readdirSync(dirname(path))).toEqual(['other.flywheel']);
  });

  it('refuses a folder', () => {
    expect(failureOf(openProjectFile(useTempFolder(), { readOnly: false })).code).toBe('NOT_A_PROJECT');
  });

  it('refuses the database of another program', () => {
    const path = join(useTempFolder(), 'other.flywheel');
    const database = connectNew(path);
    database.exec('CREATE TABLE t (x)');
    database.close();
    expect(failureOf(openProjectFile(path, { readOnly: false })).code).toBe('NOT_A_PROJECT');
  });

  it('refuses a project of a newer version without writing to it', () => {
    const path = newProjectFile();
    const database = connect(path);
    database.pragma(`user_version = ${schemaVersion + 10}`);
    database.close();
    const before = readFileSync(path);
    for (const readOnly of [true, false]) {
      const failure = failureOf(openProjectFile(path, { readOnly }));
      expect(failure.code).toBe('PROJECT_FROM_FUTURE');
      expect(failure.message).toContain('Install the newer version');
    }
    expect(readFileSync(path)).toEqual(before);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('reads the newest version from the write-ahead log', () => {
    const path = newProjectFile();
    const other = connect(path);
    other.pragma(`user_version = ${schemaVersion + 10}`);
    // The main file still has the old number: it was not checkpointed.
    expect(readFileSync(path).readUInt32BE(60)).toBe(schemaVersion);
    expect(failureOf(openProjectFile(path, { readOnly: false })).code).toBe('PROJECT_FROM_FUTURE');
    other.close();
  });

  it('calls a truncated project damaged, keeps it and names the newest backup', () => {
    const path = newProjectFile();
    const older = backupPath(path, 10, new Date('2026-01-01T00:00:00Z'));
    const newer = backupPath(path, 10, new Date('2026-02-01T00:00:00Z'));
    mkdirSync(dirname(older));
    for (const backup of [newer, older]) copyFileSync(path, backup);
    truncateSync(path, 20_000);
    const failure = failureOf(openProjectFile(path, { readOnly: false }));
    expect(failure.code).toBe('PROJECT_CORRUPT');
    expect(failure.message).toContain(newer);
    expect(readFileSync(path)).toHaveLength(20_000);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('calls a project with an overwritten start damaged', () => {
    const path = newProjectFile();
    const content = readFileSync(path);
    content.fill(0, 0, 16);
    writeFileSync(path, content);
    expect(failureOf(openProjectFile(path, { readOnly: false })).code).toBe('PROJECT_CORRUPT');
    expect(readFileSync(path)).toEqual(content);
  });

  it('tells a second writer who has it, and lets it read', () => {
    const path = newProjectFile();
    const first = openProjectFile(path, { readOnly: false });
    const failure = failureOf(openProjectFile(path, { readOnly: false }));
    expect(failure.code).toBe('PROJECT_LOCKED');
    expect(failure.message).toContain(`process ${process.pid} on this machine`);
    const reader = openProjectFile(path, { readOnly: true });
    if (!reader.ok || !first.ok) throw new Error('It should open.');
    expect(() => reader.value.database.exec('DELETE FROM project')).toThrow('readonly');
    reader.value.close();
    expect(existsSync(`${path}.lock`)).toBe(true);
    first.value.close();
  });

  it('survives a write-ahead log with garbage at its end', () => {
    const path = newProjectFile();
    const database = connect(path);
    database.exec("UPDATE project SET name = 'kept'");
    copyFileSync(path, `${path}.copy.flywheel`);
    copyFileSync(`${path}-wal`, `${path}.copy.flywheel-wal`);
    database.close();
    appendFileSync(`${path}.copy.flywheel-wal`, Buffer.alloc(5000, 7));
    const opened = openProjectFile(`${path}.copy.flywheel`, { readOnly: false });
    if (!opened.ok) throw new Error(opened.error.message);
    expect(opened.value.database.prepare('SELECT name FROM project').pluck().get()).toBe('kept');
    opened.value.close();
  });
});
