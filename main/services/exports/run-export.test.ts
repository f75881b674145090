import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../shared/domain/export/recipe.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { listItems } from '../items/list-items.ts';
import type { OpenProject } from '../project/open-project.ts';
import { redo, undo } from '../review/history.ts';
import { setLabel } from '../review/set-label.ts';
import { writeEdit } from '../review/write-edit.ts';
import { listSnapshotStates } from '../snapshots/list-snapshots.ts';
import { previewExport } from './preview-export.ts';
import { exportRecipe } from './run-export.ts';

const recipe: Recipe = {
  format: 'openai-chat',
  filter: [],
  validation: 0,
  seed: 1,
  target: 'edit',
  groupBy: 'interaction',
};
const actor = { annotator: 'Ana', device: 'device-a', now: 1_750_000_000_000 };

function rows(count: number): object[] {
  return Array.from({ length: count }, (_, index) => ({
    input: `question ${index}`,
    output: `answer ${index}`,
    edit: `better answer ${index}`,
    session: `s${index % 7}`,
    user: `u${index % 3}`,
  }));
}

async function run(project: OpenProject, changes: Partial<Recipe>, path: string, overwrite = false) {
  return exportRecipe({ recipe: { ...recipe, ...changes }, path, overwrite }, jobContext(project));
}

function linesOf(path: string): unknown[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

describe('exportRecipe', () => {
  it('enters its files in the dataset_info.json of LLaMA-Factory, and leaves what others entered', async () => {
    const project = newProject();
    await importRows(project, rows(20));
    const folder = useTempFolder();
    const info = join(folder, 'dataset_info.json');
    writeFileSync(info, '{"other": {"file_name": "other.json"}, "pairs": {"file_name": "old.json"}}');
    const recipeOfFormat = { format: 'llama-factory', validation: 0.3, test: 0.3 } as const;
    valueOf(await run(project, recipeOfFormat, join(folder, 'pairs.jsonl')));
    expect(JSON.parse(readFileSync(info, 'utf8'))).toEqual({
      other: { file_name: 'other.json' },
      pairs: infoEntry('pairs.jsonl'),
      'pairs.validation': infoEntry('pairs.validation.jsonl'),
      'pairs.test': infoEntry('pairs.test.jsonl'),
    });
    const kept = readFileSync(join(folder, 'pairs.jsonl'), 'utf8');
    writeFileSync(info, '[]');
    expect(await run(project, { format: 'llama-factory' }, join(folder, 'pairs.jsonl'), true)).toMatchObject({
      ok: false,
      error: { code: 'FILE_EXISTS' },
    });
    expect(readFileSync(info, 'utf8')).toBe('[]');
    expect(readFileSync(join(folder, 'pairs.jsonl'), 'utf8')).toBe(kept);
  });

  it('writes training, validation and manifest, which agree with each other', async () => {
    const project = newProject();
    await importRows(project, rows(60));
    const path = join(useTempFolder(), 'pairs.jsonl');
    const manifest = valueOf(await run(project, { validation: 0.3 }, path));
    const folder = join(path, '..');
    expect(readdirSync(folder).toSorted()).toEqual([
      'pairs.jsonl',
      'pairs.lineage.jsonl',
      'pairs.manifest.json',
      'pairs.validation.jsonl',
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'pairs.manifest.json'), 'utf8'))).toEqual(manifest);
    expect(manifest.counts).toMatchObject({ matching: 60, exported: 60, skipped: [] });
    expect(manifest.files.map(({ role }) => role)).toEqual(['training', 'validation']);
    for (const file of manifest.files) {
      const bytes = readFileSync(join(folder, file.name));
      expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(file.bytes).toBe(bytes.length);
      expect(linesOf(join(folder, file.name))).toHaveLength(file.rows);
      expect(file.rows).toBe(manifest.counts[file.role]);
    }
    expect(manifest.counts.validation).toBeGreaterThan(5);
    expect(listSnapshotStates(project.database)).toMatchObject([{ path, manifest }]);
    expect(readFileSync(join(folder, 'pairs.manifest.json'), 'utf8')).not.toContain(folder);
  });

  it('gives the same bytes for the same state, also after acts that were taken back', async () => {
    const project = newProject();
    await importRows(project, rows(40));
    const id = valueOf(listItems(project.database, {})).items[3]?.id ?? '';
    valueOf(
      writeEdit(project.database, { ...actor, annotator: 'Bo' }, { interactionId: id, text: 'Bo wrote' }),
    );
    valueOf(writeEdit(project.database, actor, { interactionId: id, text: 'Ana wrote' }));
    const folder = useTempFolder();
    const contents = async (name: string) => {
      valueOf(
        await run(project, { validation: 0.2, groupBy: 'session' }, join(folder, name, 'x.jsonl'), true),
      );
      return readdirSync(join(folder, name)).map((file) => readFileSync(join(folder, name, file), 'utf8'));
    };
    for (const name of ['a', 'b', 'c']) mkdirSync(join(folder, name));
    const first = await contents('a');
    expect(first).toHaveLength(4);
    expect(await contents('b')).toEqual(first);
    valueOf(setLabel(project.database, actor, { interactionId: id, question: 'verdict', value: 'good' }));
    valueOf(undo(project.database, actor));
    valueOf(undo(project.database, actor));
    expect(await contents('c')).not.toEqual(first);
    valueOf(redo(project.database, actor));
    expect(await contents('c')).toEqual(first);
  });

  it('learns from the edit made last in the app, else from the imported one of the latest time', async () => {
    const project = newProject();
    const path = join(useTempFolder(), 'x.jsonl');
    await importRows(project, [{ input: 'q', output: 'o', edit: 'newest', edited: '2026-02-01' }], {
      mapping: timed,
    });
    await importRows(project, [{ input: 'q', output: 'o', edit: 'older', edited: '2026-01-01' }], {
      mapping: timed,
    });
    valueOf(await run(project, {}, path));
    expect(JSON.stringify(linesOf(path))).toContain('newest');
    const id = valueOf(listItems(project.database, {})).items[0]?.id ?? '';
    valueOf(writeEdit(project.database, actor, { interactionId: id, text: 'by hand' }));
    valueOf(await run(project, {}, path, true));
    expect(JSON.stringify(linesOf(path))).toContain('by hand');
  });

  it('leaves out what has no edit or an error, and counts it by rule', async () => {
    const project = newProject();
    await importRows(project, [
      ...rows(3),
      { input: 'q', output: 'o' },
      { input: 'q2', output: 'o', edit: ' ' },
    ]);
    const preview = valueOf(await previewExport(project.database, { recipe, lines: 2 }));
    expect(preview.counts).toMatchObject({ matching: 5, exported: 3, training: 3, validation: 0 });
    expect(preview.counts.skipped.map(({ rule, rows: count }) => [rule, count])).toEqual([
      ['no_edit', 1],
      ['empty_content', 1],
    ]);
    expect(preview.findings).toContainEqual(
      expect.objectContaining({ rule: 'empty_content', level: 'error', rows: 1 }),
    );
    const path = join(useTempFolder(), 'x.jsonl');
    valueOf(await run(project, {}, path));
    expect(preview.lines.map(({ text }) => text)).toEqual(readFileSync(path, 'utf8').split('\n').slice(0, 2));
    const unwanted = await previewExport(project.database, { recipe }, AbortSignal.abort());
    expect(unwanted).toMatchObject({ ok: false, error: { code: 'JOB_CANCELLED' } });
  });

  it('says why nothing can be exported, and leaves no file behind', async () => {
    const project = newProject();
    const folder = useTempFolder();
    const path = join(folder, 'x.jsonl');
    const none = await run(project, {}, path);
    expect(none).toMatchObject({
      error: { code: 'EXPORT_EMPTY', message: expect.stringContaining('No interaction matches') },
    });
    await importRows(project, [{ input: 'q', output: 'o' }]);
    expect(await run(project, {}, path)).toMatchObject({
      error: { code: 'EXPORT_EMPTY', message: expect.stringContaining('none has an edit') },
    });
    expect(
      await run(project, { filter: [{ field: 'labelled', operator: '<', value: '1' }] }, path),
    ).toMatchObject({
      error: { code: 'FILTER_INVALID' },
    });
    expect(readdirSync(folder)).toEqual([]);
    expect(listSnapshotStates(project.database)).toEqual([]);
  });

  it('replaces earlier files only where that is allowed, and then no validation file of theirs stays', async () => {
    const project = newProject();
    await importRows(project, rows(30));
    const path = join(useTempFolder(), 'x.jsonl');
    valueOf(await run(project, { validation: 0.3 }, path));
    const before = readFileSync(path, 'utf8');
    expect(await run(project, {}, path)).toMatchObject({ error: { code: 'FILE_EXISTS' } });
    expect(readFileSync(path, 'utf8')).toBe(before);
    valueOf(await run(project, {}, path, true));
    expect(linesOf(path)).toHaveLength(30);
    expect(readdirSync(join(path, '..')).toSorted()).toEqual([
      'x.jsonl',
      'x.lineage.jsonl',
      'x.manifest.json',
    ]);
    writeFileSync(join(path, '..', 'x.validation.jsonl'), 'not ours');
    valueOf(await run(project, {}, path, true));
    expect(existsSync(join(path, '..', 'x.validation.jsonl'))).toBe(true);
  });

  it('leaves nothing behind when it is cancelled or cannot write', async () => {
    const project = newProject();
    await importRows(project, rows(500));
    const folder = useTempFolder();
    const controller = new AbortController();
    const context = jobContext(project, { signal: controller.signal, report: () => controller.abort() });
    const input = { recipe, path: join(folder, 'x.jsonl'), overwrite: false };
    expect(await exportRecipe(input, context)).toMatchObject({ error: { code: 'JOB_CANCELLED' } });
    expect(readdirSync(folder)).toEqual([]);
    expect(await run(project, {}, join(folder, 'missing', 'x.jsonl'))).toMatchObject({
      error: { code: 'FILE_NOT_WRITABLE' },
    });
    expect(project.database.inTransaction).toBe(false);
  });

  it('never has a group or a prompt on both sides, and the same split in every format', async () => {
    const row = fc.record({
      input: fc.integer({ min: 0, max: 15 }).map((n) => `question ${n}`),
      session: fc.option(fc.integer({ min: 0, max: 9 }).map(String)),
      user: fc.integer({ min: 0, max: 5 }).map(String),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 5, maxLength: 40 }),
        fc.constantFrom('session', 'user', 'interaction'),
        fc.integer({ min: 0, max: 99 }),
        async (some, groupBy, seed) => {
          const project = newProject();
          const all = some.map((one, index) => ({ ...one, output: `o${index}`, edit: `e${index}` }));
          await importRows(project, all);
          const splits = new Set<string>();
          for (const format of ['openai-chat', 'trl-preference'] as const) {
            const changed = { ...recipe, format, groupBy, seed, validation: 0.5 };
            const { lines, findings } = valueOf(
              await previewExport(project.database, { recipe: changed, lines: 100 }),
            );
            expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
            const roles = lines.map(({ role }) => role);
            splits.add(roles.join());
            for (const [index, one] of all.entries()) {
              const key = groupBy === 'interaction' ? null : one[groupBy];
              const isTogether = (other: (typeof all)[number]) =>
                other.input === one.input ||
                (groupBy !== 'interaction' && key !== null && other[groupBy] === key);
              for (const [at, other] of all.entries()) {
                if (isTogether(other)) expect(roles[at]).toBe(roles[index]);
              }
            }
          }
          expect(splits.size).toBe(1);
          project.close();
        },
      ),
      { numRuns: 20 },
    );
  });
});

const timed = [
  { target: 'input', path: 'input' },
  { target: 'output', path: 'output' },
  { target: 'edit', path: 'edit' },
  { target: 'edited_at', path: 'edited' },
] as const;

function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The entry that LLaMA-Factory finds a file by. */
function infoEntry(name: string): object {
  return {
    file_name: name,
    formatting: 'sharegpt',
    columns: { messages: 'messages' },
    tags: {
      role_tag: 'role',
      content_tag: 'content',
      user_tag: 'user',
      assistant_tag: 'assistant',
      observation_tag: 'observation',
      function_tag: 'function_call',
      system_tag: 'system',
    },
  };
}
