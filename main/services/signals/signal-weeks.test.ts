import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { newProject } from '../../../tests/support/temp-project.ts';
import { prepare, transact } from '../../db/database.ts';
import { ensureCell } from '../../db/tables/signal-values.ts';
import { createCountChanges, storedTexts, unitsOf } from './count-changes.ts';

const act = fc.record({
  week: fc.constantFrom('2026-W30', '2026-W31', ''),
  model: fc.constantFrom('a', 'b'),
  values: fc.dictionary(
    fc.constantFrom('accepted', 'edit_distance', 'time_to_action', 'outcome.sold', 'outcome.sold.pending'),
    fc.constantFrom(0, 1, 0.123, 40),
    { noNullPrototype: true },
  ),
  isTakenBack: fc.boolean(),
});

it('counts of weeks are the sums of the counts of their cells, whatever comes and goes', () => {
  const { database } = newProject();
  const units = unitsOf([]);
  fc.assert(
    fc.property(fc.array(fc.array(act, { maxLength: 8 }), { maxLength: 4 }), (transactions) => {
      for (const table of ['signal_counts', 'signal_weeks', 'signal_coverage', 'signal_cells'])
        prepare(database, `DELETE FROM ${table}`).run();
      const later: (() => void)[] = [];
      const changes = createCountChanges(database);
      for (const acts of transactions)
        transact(database, () => {
          for (const { week, model, values, isTakenBack } of acts) {
            const cellSeq = ensureCell(database, {
              week,
              model,
              surface: '',
              promptVersionSeq: 0,
              segment: '',
            });
            const stored = { cellSeq, ...storedTexts(values, units) };
            changes.add(stored, 1);
            if (isTakenBack) later.push(() => changes.add(stored, -1));
          }
          changes.write();
        });
      transact(database, () => {
        for (const takeBack of later) takeBack();
        changes.write();
      });
      expect(
        prepare(
          database,
          'SELECT week, signal, value, count FROM signal_weeks WHERE count <> 0 ORDER BY week, signal, value',
        ).all(),
      ).toEqual(
        prepare(
          database,
          `SELECT c.week, s.signal, s.value, sum(s.count) AS count FROM signal_counts AS s
           JOIN signal_cells AS c ON c.seq = s.cell_seq
           WHERE s.signal NOT IN ('accepted', 'outcome.sold.pending')
           GROUP BY c.week, s.signal, s.value HAVING sum(s.count) <> 0 ORDER BY c.week, s.signal, s.value`,
        ).all(),
      );
    }),
    { numRuns: 60 },
  );
});
