import { describe, expect, it } from 'vitest';
import { parseClause } from '../../shared/domain/filter/parse-clause.ts';
import { addInteractions, newProject } from '../../tests/support/temp-project.ts';
import { type Database, prepare } from './database.ts';
import { filterToSql, type SqlFilter } from './filter-to-sql.ts';
import { countMatching, matchingSeqs } from './tables/item-query.ts';

/** Three interactions: a bad one, a good one, and one of which nothing is known. */
function project(): Database {
  const { database } = newProject();
  addInteractions(database, 3);
  prepare(
    database,
    `INSERT INTO signal_cells (seq, week, surface, model, prompt_version_seq, segment) VALUES (1, '2026-W40', '', '', 0, '')`,
  ).run();
  const insert = prepare(
    database,
    `INSERT INTO signal_values (interaction_seq, cell_seq, quality, body) VALUES (?, 1, ?, '{}')`,
  );
  insert.run(1, 0.2);
  insert.run(2, 0.8);
  insert.run(3, null);
  return database;
}

function compile(database: Database, text: string): SqlFilter {
  const clause = parseClause(text);
  if (!clause.ok) throw new Error(clause.error.message);
  const compiled = filterToSql(database, [clause.value]);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.value;
}

describe('measureCondition', () => {
  it.each([
    ['quality<0.4', [1]],
    ['quality>=0.2', [1, 2]],
    ['quality=0.8', [2]],
    ['quality!=0.8', [1, 3]],
    ['quality!=', [1, 2]],
    ['quality=', [3]],
    ['-quality<0.4', [2, 3]],
  ])('%s finds %j by the quality score', (text, seqs) => {
    const database = project();
    const filter = compile(database, text);
    expect(matchingSeqs(database, filter, { after: 0, limit: 10 })).toEqual(seqs);
    expect(countMatching(database, filter).total).toBe(seqs.length);
  });

  it('looks for a quality in its index', () => {
    const database = project();
    const [condition] = compile(database, 'quality<0.4').conditions;
    if (condition === undefined) throw new Error('There is no condition.');
    const plan = database
      .prepare(`EXPLAIN QUERY PLAN ${condition.set.text}`)
      .all(...condition.set.parameters)
      .map((row) => JSON.stringify(row))
      .join('\n');
    expect(plan).toContain('COVERING INDEX signal_values_by_quality (quality<?)');
  });

  it('refuses what is no number', () => {
    expect(parseClause('quality~good').ok).toBe(false);
    expect(parseClause('quality>good').ok).toBe(false);
  });
});
