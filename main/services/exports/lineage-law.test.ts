import { hash } from 'node:crypto';
import { copyFileSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import type { Manifest } from '../../../shared/contract/export-operations.ts';
import { formats } from '../../../shared/domain/export/formats/registry.ts';
import { type LineageRow, readLineageRow } from '../../../shared/domain/export/lineage.ts';
import { exportFormats, type Recipe } from '../../../shared/domain/export/recipe.ts';
import type { Result } from '../../../shared/result/result.ts';
import { importRows, jobContext } from '../../../tests/support/test-import.ts';
import { useTempFolder } from '../../../tests/support/temp-folder.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { fileLines } from '../../files/file-lines.ts';
import { listItems } from '../items/list-items.ts';
import { type OpenProject, openProject } from '../project/open-project.ts';
import { setLabel } from '../review/set-label.ts';
import { writeEdit } from '../review/write-edit.ts';
import { listSnapshotStates } from '../snapshots/list-snapshots.ts';
import { verifySnapshot } from '../snapshots/verify-snapshot.ts';
import { exportRecipe } from './run-export.ts';

const actor = { annotator: 'Ana', device: 'device-a', now: 1_750_000_000_000 };

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Texts name the row that they belong to, so that a line of an export tells whose it is. */
async function projectOfRows(): Promise<OpenProject> {
  const project = newProject();
  const rows = Array.from({ length: 48 }, (_, index) => ({
    id: `row-${index}`,
    input: `question of input-${index % 16}-`,
    output: `This is what output-${index}- says, in so many words.`,
    ...(index % 4 === 0 ? {} : { edit: `This is what edit-${index}- says, in fewer words.` }),
    session: `s${index % 9}`,
    user: `u${index % 5}`,
    rating: (index % 5) + 1,
  }));
  await importRows(project, rows);
  const ids = valueOf(listItems(project.database, { limit: 200 })).items.map(({ id }) => id);
  for (const [place, interactionId] of ids.entries()) {
    const value = place % 2 === 0 ? 'good' : 'bad';
    if (place % 3 === 0)
      valueOf(setLabel(project.database, actor, { interactionId, question: 'verdict', value }));
    if (place % 7 !== 0) continue;
    const text = `This is what edit-app-${interactionId}- says, by hand.`;
    valueOf(writeEdit(project.database, actor, { interactionId, text }));
  }
  return project;
}

const recipes: fc.Arbitrary<Recipe> = fc.record({
  format: fc.constantFrom(...exportFormats.filter((id) => formats[id].layout === undefined)),
  filter: fc.constantFrom<Recipe['filter'][]>([], [{ field: 'label.verdict', operator: '=', value: 'good' }]),
  validation: fc.constantFrom(0, 0.3),
  seed: fc.nat(20),
  target: fc.constantFrom('edit', 'edit-or-output'),
  groupBy: fc.constantFrom('session', 'user', 'interaction'),
});

const withMore: fc.Arbitrary<Recipe> = fc
  .tuple(
    recipes,
    fc.constantFrom<Partial<Recipe>[]>(
      {},
      { badFrom: 0.1 },
      { test: 0.3 },
      { duplicates: { exact: true, near: 0.9 } },
      { limits: { perUser: 4 } },
      { system: 'Be brief.', clean: { trim: true } },
      { pairs: { from: 'contrast', signal: 'rating' } },
      { pairs: { from: 'rating', signal: 'rating', good: 4, bad: 2 } },
      { container: 'csv' },
    ),
  )
  .map(([recipe, more]) => Object.assign({}, recipe, more));

const contrasts: Recipe = {
  format: 'trl-preference',
  filter: [],
  validation: 0,
  seed: 1,
  target: 'edit',
  groupBy: 'interaction',
  pairs: { from: 'contrast', signal: 'rating' },
};

/** The lines of each part, as they were written. */
function linesOf(path: string, { recipe, files }: Manifest): ReadonlyMap<string, readonly string[]> | null {
  if (recipe.container !== undefined) return null;
  return new Map(
    files.map(({ name, role }) => [
      role,
      readFileSync(join(dirname(path), name), 'utf8')
        .split('\n')
        .slice(0, -1),
    ]),
  );
}

it('leads every exported row back to its interaction, edit and labels; a copied project gives the same bytes', async () => {
  const project = await projectOfRows();
  const find = project.database.prepare(
    `SELECT i.output, s.id AS source, i.external_id AS externalId FROM interactions AS i
     JOIN sources AS s ON s.seq = i.source_seq WHERE i.id = ?`,
  );
  const findEdit = project.database.prepare('SELECT origin, event_id AS event, text FROM edits WHERE id = ?');
  const findEvent = project.database.prepare(
    'SELECT type, interaction_id AS interaction FROM events WHERE id = ?',
  );
  const folder = useTempFolder();
  let rows = 0;
  let runs = 0;
  let against = 0;

  const checkRow = (row: LineageRow, line: string | undefined, { recipe }: Manifest): void => {
    const stored = Object(find.get(row.interaction));
    expect(row).toMatchObject({ source: stored.source, externalId: stored.externalId });
    const texts = [String(stored.output)];
    if (row.against !== undefined) {
      against += 1;
      texts.push(String(Object(find.get(row.against)).output));
    }
    if (row.edit !== undefined) {
      const edit = Object(findEdit.get(row.edit));
      expect(edit.origin).toBe(row.origin);
      expect(edit.event).toBe(row.origin === 'app' ? row.edit : null);
      texts.push(String(edit.text));
    }
    expect(row.labels !== undefined).toBe(recipe.filter.length > 0);
    for (const event of row.labels ?? [])
      expect(findEvent.get(event)).toEqual({ type: 'label.set', interaction: row.interaction });
    if (line === undefined) return;
    expect(hash('sha256', line)).toBe(row.sha256);
    // Whatever text of a row stands in the line is one of those that the lineage names.
    for (const [mark] of line.matchAll(/(?:output|edit)-(?:app-[0-9a-f-]+|\d+)-/gu))
      expect(texts.some((text) => text.includes(mark))).toBe(true);
  };

  await fc.assert(
    fc.asyncProperty(withMore, async (recipe) => {
      const path = join(folder, `${runs++}.jsonl`);
      const exported = await exportRecipe({ recipe, path, overwrite: false }, jobContext(project));
      if (!exported.ok) {
        expect(['EXPORT_EMPTY', 'INPUT_INVALID']).toContain(exported.error.code);
        return;
      }
      const { lineage, counts } = exported.value;
      const lines = linesOf(path, exported.value);
      const places = new Set<string>();
      for (const text of fileLines(join(folder, lineage?.name ?? ''))) {
        const row = readLineageRow(text);
        if (row === null) throw new Error(`No row of lineage: ${text}`);
        checkRow(row, lines?.get(row.part)?.[row.line - 1], exported.value);
        places.add(`${row.part} ${row.line}`);
      }
      expect(places.size).toBe(counts.exported);
      rows += counts.exported;
    }),
    { numRuns: 60, examples: [[contrasts]] },
  );
  expect(rows).toBeGreaterThan(500);
  expect(against).toBeGreaterThan(3);

  const copyPath = join(useTempFolder(), 'copy.flywheel');
  project.close();
  copyFileSync(project.path, copyPath);
  const copy = valueOf(openProject(copyPath, { readOnly: true }));
  onTestFinished(() => copy.close());
  const snapshots = listSnapshotStates(copy.database);
  expect(snapshots.length).toBeGreaterThan(20);
  for (const { id, path } of snapshots) {
    const verified = valueOf(await verifySnapshot({ id }, jobContext(copy)));
    expect([basename(path), verified.isSame, verified.reasons]).toEqual([basename(path), true, []]);
  }
});
