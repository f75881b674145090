import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Manifest } from '../../../shared/contract/export-operations.ts';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import type { Mapping } from '../../../shared/domain/mapping/mapping.ts';
import type { Result } from '../../../shared/result/result.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { exportRecipe } from '../exports/run-export.ts';
import { undoImport } from '../imports/undo-import.ts';
import { listItems } from '../items/list-items.ts';
import { checkProject } from '../project/check-project.ts';
import { type OpenProject, openProject } from '../project/open-project.ts';
import { saveRecipe } from '../recipes/recipes.ts';
import { setLabel } from '../review/set-label.ts';
import { writeEdit } from '../review/write-edit.ts';
import { compareSnapshots } from './compare-snapshots.ts';
import { freezeSnapshot } from './freeze-snapshot.ts';
import { listSnapshotStates } from './list-snapshots.ts';
import { retiredRows } from './retired-rows.ts';
import { verifySnapshot } from './verify-snapshot.ts';

const recipe: Recipe = {
  format: 'openai-chat',
  filter: [],
  validation: 0.2,
  seed: 1,
  target: 'edit',
  groupBy: 'interaction',
};
/** Other interactions with the same inputs. */
const withoutOutput: Mapping = [
  { target: 'input', path: 'input' },
  { target: 'output', path: 'edit' },
  { target: 'edit', path: 'output' },
];
const actor = { annotator: 'Ana', device: 'device-a', now: 1_750_000_000_000 };
const signal = new AbortController().signal;

function rows(count: number, from = 0): object[] {
  return Array.from({ length: count }, (_, index) => ({
    input: `question ${from + index}`,
    output: `answer ${from + index}`,
    edit: `better answer ${from + index}`,
  }));
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function snapshotOf(
  project: OpenProject,
  path: string,
  changes: Partial<Recipe> = {},
): Promise<Manifest> {
  const input = { recipe: { ...recipe, ...changes }, path, overwrite: true };
  return valueOf(await exportRecipe(input, jobContext(project)));
}

function idsOf(project: OpenProject): string[] {
  return valueOf(listItems(project.database, { limit: 200 })).items.map(({ id }) => id);
}

/** Newest first. */
function states(project: OpenProject) {
  return listSnapshotStates(project.database);
}

function newestId(project: OpenProject): string {
  return states(project)[0]?.id ?? '';
}

/** The project's file elsewhere, as another machine gets it. */
function copyOf(project: OpenProject): OpenProject {
  const path = join(useTempFolder(), 'copy.flywheel');
  project.close();
  copyFileSync(project.path, path);
  const copy = valueOf(openProject(path, { readOnly: false }));
  onTestFinished(() => copy.close());
  return copy;
}

describe('listSnapshotStates', () => {
  it('tells files that are missing, have another size, or were replaced by a later export', async () => {
    const project = newProject();
    await importRows(project, rows(40));
    const folder = useTempFolder();
    await snapshotOf(project, join(folder, 'a.jsonl'));
    expect(states(project)).toMatchObject([{ damaged: [], frozenAt: null, recipeName: null }]);
    writeFileSync(join(folder, 'a.jsonl'), 'shorter');
    rmSync(join(folder, 'a.validation.jsonl'));
    expect(states(project)[0]?.damaged).toEqual(['a.jsonl', 'a.validation.jsonl']);
    await snapshotOf(project, join(folder, 'a.jsonl'), { target: 'edit-or-output' });
    expect(states(project).map(({ damaged }) => damaged)).toEqual([[], []]);
    const first = idsOf(project)[0] ?? '';
    valueOf(writeEdit(project.database, actor, { interactionId: first, text: 'x' }));
    await snapshotOf(project, join(folder, 'a.jsonl'));
    expect(states(project).map(({ damaged }) => damaged.includes('a.lineage.jsonl'))).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('names the saved recipe that a snapshot was made with, whatever was saved later', async () => {
    const project = newProject();
    await importRows(project, rows(9));
    const folder = useTempFolder();
    const saved: Recipe = { ...recipe, seed: 7, badFrom: 0.1 };
    // Characters that JSON escapes are escaped alike in manifest and recipe.
    const matching: Recipe = { ...saved, system: 'Sag "ü" \\ \n\t\u2028 kurz.' };
    saveRecipe(project.database, { name: 'Weekly', recipe: saved }, 1000);
    saveRecipe(project.database, { name: 'Weekly', recipe: matching }, 2000);
    await snapshotOf(project, join(folder, 'a.jsonl'), matching);
    saveRecipe(project.database, { name: 'Copy', recipe: matching }, Date.now() + 60_000);
    await snapshotOf(project, join(folder, 'b.jsonl'), { seed: 8 });
    expect(states(project).map(({ recipeName, recipeVersion }) => [recipeName, recipeVersion])).toEqual([
      [null, null],
      ['Weekly', 2],
    ]);
  });

  it('never changes a snapshot', async () => {
    const project = newProject();
    await importRows(project, rows(3));
    await snapshotOf(project, join(useTempFolder(), 'a.jsonl'), { validation: 0 });
    for (const sql of ['DELETE FROM snapshots', `UPDATE snapshots SET path = 'x'`])
      expect(() => project.database.prepare(sql).run()).toThrow('snapshots never change');
  });
});

describe('compareSnapshots', () => {
  it('counts and shows rows in, out, changed and moved, with their texts', async () => {
    const project = newProject();
    const source = await importRows(project, rows(10));
    await importRows(project, rows(40, 10));
    const folder = useTempFolder();
    await snapshotOf(project, join(folder, 'before.jsonl'), { validation: 0.1 });
    const changed = idsOf(project).at(-1) ?? '';
    await importRows(project, rows(5, 100));
    valueOf(await undoImport(project.database, { sourceId: source.sourceId ?? '' }));
    valueOf(writeEdit(project.database, actor, { interactionId: changed, text: 'best answer' }));
    await snapshotOf(project, join(folder, 'after.jsonl'), { validation: 0.5 });
    const [after, before] = states(project).map(({ id }) => id);
    const found = valueOf(
      await compareSnapshots(project.database, { before: before ?? '', after: after ?? '' }, signal),
    );
    expect(found).toMatchObject({ in: 5, out: 10, changed: 1 });
    expect(found.moved).toBeGreaterThan(5);
    expect(found.same + found.changed + found.moved + found.out).toBe(50);
    expect(found.recipe).toMatchObject([{ field: 'validation', before: '10 %', after: '50 %' }]);
    expect(found.rows[0]).toMatchObject({ kind: 'changed', itemId: changed });
    expect(found.rows[0]?.before).toContain('better answer');
    expect(found.rows[0]?.after).toContain('best answer');
    const moved = found.rows.filter(({ kind }) => kind === 'moved');
    expect(moved).toHaveLength(found.moved);
    for (const row of moved) {
      expect(row).toMatchObject({ part: 'validation', partBefore: 'training' });
      expect(row.before).toBe(row.after);
    }
    expect(found.rows.filter(({ kind }) => kind === 'in').map((row) => row.before)).toEqual(
      Array.from({ length: 5 }, () => null),
    );
    const out = found.rows.filter(({ kind }) => kind === 'out');
    expect(new Set(out.map(({ itemId }) => itemId)).size).toBe(10);
    expect(out[0]?.before).toContain('better answer 0');
  });

  it('says what to do where the lineage was replaced by a later export', async () => {
    const project = newProject();
    await importRows(project, rows(10));
    const path = join(useTempFolder(), 'a.jsonl');
    await snapshotOf(project, path);
    await importRows(project, rows(10, 10));
    await snapshotOf(project, path);
    const [after = '', before = ''] = states(project).map(({ id }) => id);
    expect(await compareSnapshots(project.database, { before, after }, signal)).toMatchObject({
      ok: false,
      error: { code: 'FILE_UNREADABLE' },
    });
    expect(await compareSnapshots(project.database, { before: 'x', after }, signal)).toMatchObject({
      error: { code: 'SNAPSHOT_NOT_FOUND' },
    });
  });
});

describe('verifySnapshot', () => {
  it('comes to the same bytes on a copied project, and leaves nothing behind', async () => {
    const project = newProject();
    await importRows(project, rows(60));
    const path = join(useTempFolder(), 'a.jsonl');
    await snapshotOf(project, path, { test: 0.2 });
    const copy = copyOf(project);
    const temporary = useTempFolder();
    vi.stubEnv('TMPDIR', temporary);
    const verified = valueOf(await verifySnapshot({ id: newestId(copy) }, jobContext(copy)));
    expect(verified).toMatchObject({ isSame: true, reasons: [] });
    expect(verified.files.map(({ name, onDisk }) => [name, onDisk])).toEqual([
      ['a.jsonl', 'same'],
      ['a.validation.jsonl', 'same'],
      ['a.test.jsonl', 'same'],
      ['a.lineage.jsonl', 'same'],
    ]);
    expect(readdirSync(temporary)).toEqual([]);
    vi.unstubAllEnvs();
    expect(states(copy)).toHaveLength(1);
  });

  it('says what may explain a difference', async () => {
    const project = newProject();
    const source = await importRows(project, rows(10));
    await importRows(project, rows(10, 10));
    const path = join(useTempFolder(), 'a.jsonl');
    await snapshotOf(project, path);
    const id = newestId(project);
    const last = idsOf(project).at(-1) ?? '';
    const now = Date.now() + 1000;
    valueOf(writeEdit(project.database, { ...actor, now }, { interactionId: last, text: 'new' }));
    valueOf(
      setLabel(
        project.database,
        { ...actor, now },
        { interactionId: last, question: 'verdict', value: 'good' },
      ),
    );
    valueOf(await undoImport(project.database, { sourceId: source.sourceId ?? '' }));
    const context = jobContext(project, { version: '9.9.9' });
    const { isSame, reasons } = valueOf(await verifySnapshot({ id }, context));
    expect(isSame).toBe(false);
    expect(reasons.join(' ')).toContain('Since then: 1 act on edits.');
    expect(reasons.join(' ')).toContain('Since then: 1 act on labels.');
    expect(reasons.join(' ')).toContain('1 import that was taken back');
    expect(reasons.join(' ')).toContain('10 rows are of interactions that the project does not hold');
    expect(reasons.join(' ')).toContain('9.9.9');
  });

  it('tells a file that was changed on disk from an export that comes out otherwise', async () => {
    const project = newProject();
    await importRows(project, rows(10));
    const path = join(useTempFolder(), 'a.jsonl');
    await snapshotOf(project, path);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('better', 'worser'));
    expect(states(project)[0]?.damaged).toEqual([]);
    const { isSame, files, reasons } = valueOf(
      await verifySnapshot({ id: newestId(project) }, jobContext(project)),
    );
    expect(isSame).toBe(false);
    expect(files.map((file) => [file.isSame, file.onDisk])[0]).toEqual([true, 'changed']);
    expect(reasons).toEqual(['a.jsonl was changed or replaced after it was written.']);
  });

  it('is no verification where it was cancelled', async () => {
    const project = newProject();
    await importRows(project, rows(10));
    await snapshotOf(project, join(useTempFolder(), 'a.jsonl'));
    const context = jobContext(project, { signal: AbortSignal.abort() });
    expect(await verifySnapshot({ id: newestId(project) }, context)).toMatchObject({
      error: { code: 'JOB_CANCELLED' },
    });
  });
});

describe('freezeSnapshot', () => {
  it('keeps test rows, and other interactions with their inputs, out of later training', async () => {
    const project = newProject();
    await importRows(project, rows(50));
    const folder = useTempFolder();
    const first = await snapshotOf(project, join(folder, 'a.jsonl'), { test: 0.3 });
    const id = newestId(project);
    const frozen = valueOf(await freezeSnapshot(project.database, id, 7));
    expect(frozen).toMatchObject({ id, frozenAt: 7 });
    expect(valueOf(await freezeSnapshot(project.database, id, 8)).frozenAt).toBe(7);
    const count = project.database.prepare('SELECT count(*) FROM frozen_rows WHERE input_hash IS NOT NULL');
    expect(count.pluck().get()).toBe(first.counts.test);
    const later = await snapshotOf(project, join(folder, 'b.jsonl'), { validation: 0 });
    expect(later.counts.exported).toBe(50 - (first.counts.test ?? 0));
    expect(later.frozen).toEqual([id]);
    await importRows(project, rows(50), { mapping: withoutOutput });
    const again = await snapshotOf(project, join(folder, 'c.jsonl'), { validation: 0 });
    expect(again.counts.exported).toBe(2 * later.counts.exported);
    expect(checkProject(project.database)).toMatchObject({ ok: true });
    expect(() => project.database.prepare('DELETE FROM frozen_rows').run()).toThrow('stay frozen');
  });

  it('is made with what was frozen then when it is verified', async () => {
    const project = newProject();
    await importRows(project, rows(50));
    const folder = useTempFolder();
    await snapshotOf(project, join(folder, 'a.jsonl'), { validation: 0.3 });
    const id = newestId(project);
    const before = await snapshotOf(project, join(folder, 'b.jsonl'), { validation: 0 });
    const idBefore = newestId(project);
    valueOf(await freezeSnapshot(project.database, id, 7));
    const after = await snapshotOf(project, join(folder, 'c.jsonl'), { validation: 0 });
    expect(after.counts.exported).toBeLessThan(before.counts.exported);
    for (const one of [id, idBefore, newestId(project)]) {
      const verified = valueOf(await verifySnapshot({ id: one }, jobContext(project)));
      expect(verified).toMatchObject({ isSame: true });
    }
  });

  it('needs rows that were held out and the lineage as it was written', async () => {
    const project = newProject();
    await importRows(project, rows(20));
    const folder = useTempFolder();
    await snapshotOf(project, join(folder, 'a.jsonl'), { validation: 0 });
    expect(await freezeSnapshot(project.database, newestId(project), 7)).toMatchObject({
      error: { code: 'INPUT_INVALID' },
    });
    await snapshotOf(project, join(folder, 'b.jsonl'), { validation: 0.5 });
    const lineage = join(folder, 'b.lineage.jsonl');
    const text = readFileSync(lineage, 'utf8');
    writeFileSync(lineage, text.replace('"line":1,', '"line":2,'));
    expect(await freezeSnapshot(project.database, newestId(project), 7)).toMatchObject({
      error: { code: 'FILE_UNREADABLE' },
    });
    rmSync(lineage);
    expect(await freezeSnapshot(project.database, newestId(project), 7)).toMatchObject({
      error: { code: 'FILE_NOT_FOUND' },
    });
    expect(existsSync(lineage)).toBe(false);
    expect(states(project)[0]?.frozenAt).toBeNull();
  });
});

describe('retiredRows', () => {
  it('lists rows of interactions that are gone, by file and line', async () => {
    const project = newProject();
    const source = await importRows(project, rows(10));
    await importRows(project, rows(10, 10));
    const path = join(useTempFolder(), 'a.jsonl');
    await snapshotOf(project, path, { validation: 0 });
    expect(valueOf(await retiredRows(project.database, {}, signal))).toEqual([]);
    valueOf(await undoImport(project.database, { sourceId: source.sourceId ?? '' }));
    const [retired] = valueOf(await retiredRows(project.database, {}, signal));
    expect(retired).toMatchObject({ snapshotId: newestId(project), path, rows: 10 });
    expect(retired?.lines.map(({ file, line }) => [file, line])).toEqual(
      Array.from({ length: 10 }, (_, index) => ['a.jsonl', index + 1]),
    );
  });
});
