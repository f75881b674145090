import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mappingSchema } from '../../shared/contract/import-operations.ts';
import { isTarget } from '../../shared/domain/mapping/target.ts';
import { createId } from '../../main/db/create-id.ts';
import type { Database } from '../../main/db/database.ts';
import { importFile } from '../../main/services/imports/run-import.ts';
import { checkProject } from '../../main/services/project/check-project.ts';
import { projectStats } from '../../main/services/stats/project-stats.ts';
import { newProject } from '../support/temp-project.ts';
import { jobContext } from '../support/test-import.ts';

const data = resolve(import.meta.dirname, '../../../shared/data');

/** Public data sets lie beside the repository where they are there at all; they are never part of it. */
function describeWith(path: string, name: string, tests: (file: string) => void): void {
  const file = join(data, path);
  const isThere = existsSync(file);
  describe.skipIf(!isThere)(
    isThere ? name : `${name} (skipped: ${path} is not beside the repository)`,
    () => {
      tests(file);
    },
  );
}

async function importSet(file: string, mappingName: string) {
  const project = newProject();
  const context = jobContext(project);
  const path = join(import.meta.dirname, 'mappings', `${mappingName}.json`);
  const mapping = mappingSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).map((entry) => {
    const { target } = entry;
    if (!isTarget(target)) throw new Error(`${target} is not a target.`);
    return { target, path: entry.path };
  });
  const run = async () => {
    const result = await importFile({ path: file, mapping, sourceId: createId() }, context);
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
  const report = await run();
  const again = await run();
  expect(again).toMatchObject({
    read: report.read,
    imported: 0,
    duplicates: report.read,
    editsAdded: 0,
    signalsAdded: 0,
  });
  expect(checkProject(project.database).problems).toEqual([]);
  return { report, database: project.database, stats: projectStats(project.database) };
}

const countRow = z.object({ text: z.string(), count: z.int() });

function actionCounts(database: Database): Record<string, number> {
  const rows = database
    .prepare(`SELECT text, count(*) AS count FROM signals WHERE name = 'action' GROUP BY text ORDER BY text`)
    .all();
  return Object.fromEntries(rows.map((row) => countRow.parse(row)).map(({ text, count }) => [text, count]));
}

const pairRow = z.object({ mt_tok: z.string(), pe_tok: z.string() });

const complete = (rows: number) => ({ read: rows, imported: rows, duplicates: 0, rejected: 0 });

describeWith(
  'lamp/lamp_pairs.jsonl',
  'LAMP: 386 paragraphs with the edits of professional writers',
  (file) => {
    it('imports every pair with its edit, writer and ratings', async () => {
      const { report, stats } = await importSet(file, 'lamp');
      expect(report).toMatchObject(complete(386));
      expect(stats).toMatchObject({ interactions: 386, edits: 386, edited: 386 });
      expect(stats.annotators.reduce((sum, { edits }) => sum + edits, 0)).toBe(386);
      expect(stats.signals.map(({ name }) => name)).toEqual(['creativity_after', 'creativity_before']);
    });
  },
);

describe.each(['en-de', 'et-en', 'ne-en', 'ro-en', 'ru-en', 'si-en'])('MLQE-PE', (pair) => {
  describeWith(
    `mlqe-pe/${pair}.test20.jsonl`,
    `${pair}: 1,000 translations with post-edits and raters`,
    (file) => {
      it('imports every pair with its edit, published HTER and one label a rater', async () => {
        const { report, stats } = await importSet(file, 'mlqe-pe');
        expect(report).toMatchObject(complete(1000));
        // Some translations were left as they were; those pairs are kept, and are not edited.
        const pairs = readFileSync(file, 'utf8').trimEnd().split('\n');
        const changed = pairs
          .map((line) => pairRow.parse(JSON.parse(line)))
          .filter((row) => row.mt_tok !== row.pe_tok);
        expect(stats).toMatchObject({
          interactions: 1000,
          edits: 1000,
          edited: changed.length,
          labelled: 1000,
        });
        const raters = pair === 'ru-en' ? 3 : 6;
        expect(stats.labels).toBe(1000 * raters);
        expect(stats.annotators.filter(({ labels }) => labels === 1000)).toHaveLength(raters);
        expect(stats.signals).toMatchObject([{ name: 'hter', count: 1000 }]);
      });
    },
  );
});

describeWith(
  'coauthor/suggestion_queries_300.jsonl',
  'CoAuthor: 3,764 suggestions and what writers did',
  (file) => {
    it('imports every query with its outcome and time to decide', async () => {
      const { report, database, stats } = await importSet(file, 'coauthor');
      expect(report).toMatchObject(complete(3764));
      expect(actionCounts(database)).toEqual({
        accepted: 2644,
        discarded: 693,
        regenerated: 123,
        requeried_before_shown: 271,
        no_decision_logged: 33,
      });
      expect(stats.edits).toBe(2644);
    });
  },
);

describeWith(
  'copilot-cups/data_labeled_study.jsonl',
  'CUPS: 3,490 events of programmers with Copilot',
  (file) => {
    it('imports every event with its state and time spent in it', async () => {
      const { report, database, stats } = await importSet(file, 'copilot-cups');
      expect(report).toMatchObject(complete(3490));
      expect(actionCounts(database)).toEqual({
        Shown: 1150,
        Replay: 1239,
        accepted: 386,
        discarded: 710,
        Browsing: 5,
      });
      expect(stats.signals.find(({ name }) => name === 'dwell_s')?.count).toBe(3490);
    });
  },
);
