import { describe, expect, it } from 'vitest';
import { newProject } from '../../tests/support/temp-project.ts';
import { countDisagreementsSql, disputedQuestionsSql, openDisagreementsSql } from './tables/disagreements.ts';
import { resolutionsSql } from './tables/resolutions.ts';

/** What SQLite says it will do, one line a step. */
function planOf(sql: string): string {
  const { database } = newProject();
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...sql.matchAll(/\?/g).map(() => '[]'));
  return rows.map((row) => String(Object(row).detail)).join('\n');
}

/** A part of a trigger as a query of its own: the row it is about becomes parameters. */
function partOf(trigger: string, part: RegExp): string {
  const { database } = newProject();
  const sql = String(
    database
      .prepare(`SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?`)
      .pluck()
      .get(trigger),
  );
  const [, found = ''] = part.exec(sql) ?? [];
  expect(found).not.toBe('');
  return found.replaceAll(/\b(?:NEW|OLD)\.\w+/g, '?');
}

describe('disagreements', () => {
  it.each([
    [
      'a page of open ones',
      openDisagreementsSql,
      /SEARCH d USING COVERING INDEX disagreements_in_order \(question=\? AND resolved=\? AND \(closeness,agreement,interaction_seq\)>\(\?,\?,\?\)\)/,
    ],
    [
      'their number',
      countDisagreementsSql,
      /SEARCH disagreements USING (?:COVERING )?INDEX disagreements_in_order \(question=\? AND resolved=\?\)/,
    ],
    [
      'the next question',
      disputedQuestionsSql,
      /SEARCH disagreements USING (?:COVERING )?INDEX disagreements_in_order/,
    ],
    [
      'resolutions of some interactions',
      resolutionsSql,
      /SEARCH r USING PRIMARY KEY \(interaction_seq=\? AND question=\?\)/,
    ],
  ])('find %s by index, without sorting', (_, sql, step) => {
    const plan = planOf(sql);
    expect(plan).toMatch(step);
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it.each(['labels_added', 'labels_changed', 'labels_removed'])(
    'are counted by %s along the labels of one interaction',
    (trigger) => {
      const insert = partOf(trigger, /(INSERT INTO disagreements[\s\S]*?);/);
      expect(planOf(insert)).toContain('SEARCH labels USING PRIMARY KEY (interaction_seq=?)');
    },
  );

  it('cost a new label a look at those of its interaction', () => {
    const condition = partOf('labels_added', /WHEN (EXISTS [\s\S]*?)\nBEGIN/);
    expect(planOf(`SELECT ${condition}`)).toContain('SEARCH labels USING PRIMARY KEY (interaction_seq=?)');
  });
});
