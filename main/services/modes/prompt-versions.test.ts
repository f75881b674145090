import { describe, expect, it } from 'vitest';
import { newProject } from '../../../tests/support/temp-project.ts';
import { importRows } from '../../../tests/support/test-import.ts';
import type { Database } from '../../db/database.ts';
import { prepare } from '../../db/database.ts';
import { promptVersionsInUseSql } from '../../db/tables/prompt-versions.ts';
import type { Actor } from '../review/act.ts';
import { rebuildFolds } from '../review/rebuild-folds.ts';
import { checkProject } from '../project/check-project.ts';
import { redoModes, undoModes } from './undo-modes.ts';
import { changePromptVersion, listPromptVersions } from './prompt-versions.ts';

const ana: Actor = { annotator: 'ana', device: 'device-a', now: 1000 };

async function project(): Promise<Database> {
  const opened = newProject();
  await importRows(opened, [
    row('v2', '2026-02-01T00:00:00Z'),
    row('v10', '2026-03-01T00:00:00Z'),
    row('v1', '2026-01-01T00:00:00Z'),
    row('v1', '2026-02-15T00:00:00Z'),
  ]);
  return opened.database;
}

function row(promptVersion: string, time: string) {
  return { input: 'a', output: time, prompt_version: promptVersion, time };
}

function list(database: Database) {
  const listed = listPromptVersions(database);
  if (!listed.ok) throw new Error(listed.error.message);
  return listed.value;
}

describe('prompt versions', () => {
  it('come in the order of their first interaction, with when and how often they were seen', async () => {
    const versions = list(await project());
    expect(versions.map(({ name }) => name)).toEqual(['v1', 'v2', 'v10']);
    expect(versions[0]).toMatchObject({
      interactions: 2,
      firstSeen: Date.UTC(2026, 0, 1),
      lastSeen: Date.UTC(2026, 1, 15),
      liveFrom: null,
      template: null,
    });
  });

  it('go by when a person says they went live; of each field the latest word counts', async () => {
    const database = await project();
    const id = list(database).find(({ name }) => name === 'v10')?.id ?? '';
    const change = (said: Parameters<typeof changePromptVersion>[2]['change']) =>
      changePromptVersion(database, ana, { id, change: said });
    change({ liveFrom: Date.UTC(2025, 0, 1) });
    change({ template: 'Answer {question}' });
    expect(list(database)[0]).toMatchObject({ name: 'v10', template: 'Answer {question}' });
    const before = list(database);
    rebuildFolds(database);
    expect(list(database)).toEqual(before);
    expect(checkProject(database)).toMatchObject({ ok: true });
    prepare(database, `UPDATE prompt_versions SET live_from = 7 WHERE name = 'v1'`).run();
    expect(checkProject(database).problems).toMatchObject([{ rule: 'failure_modes', rows: 1 }]);
    rebuildFolds(database);
    change({ liveFrom: null });
    expect(list(database).at(-1)).toMatchObject({
      name: 'v10',
      liveFrom: null,
      template: 'Answer {question}',
    });
    expect(changesOf(database)).toBe(3);
    change({ liveFrom: null, template: 'Answer {question}' });
    expect(changesOf(database)).toBe(3);
  });

  it('are taken back with the other steps on failure modes', async () => {
    const database = await project();
    const id = list(database)[0]?.id ?? '';
    changePromptVersion(database, ana, { id, change: { liveFrom: 5, template: 'a' } });
    expect(toEnd(undoModes(database, ana))).toEqual({
      ok: true,
      value: { description: 'Prompt version “v1”' },
    });
    expect(list(database).find((version) => version.id === id)).toMatchObject({
      liveFrom: null,
      template: null,
    });
    toEnd(redoModes(database, ana));
    expect(list(database)[0]).toMatchObject({ id, liveFrom: 5, template: 'a' });
  });

  it('refuses one that is not there', async () => {
    const answer = changePromptVersion(await project(), ana, { id: 'gone', change: { liveFrom: 1 } });
    expect(answer).toMatchObject({ ok: false, error: { code: 'PROMPT_VERSION_NOT_FOUND' } });
  });

  it('are counted along the narrow copy of all interactions', async () => {
    const rows = prepare(await project(), `EXPLAIN QUERY PLAN ${promptVersionsInUseSql}`).all();
    expect(JSON.stringify(rows)).toContain('SCAN interactions USING COVERING INDEX interactions_in_order');
  });
});

function toEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function changesOf(database: Database): unknown {
  const sql = `SELECT count(*) FROM events WHERE type = 'prompt_version.change'`;
  return prepare(database, sql).pluck().get();
}
