import { expect, it } from 'vitest';
import { addMode } from '../../../tests/support/failure-modes.ts';
import { logWeek, middleOf } from '../../../tests/support/logged-weeks.ts';
import { newProject } from '../../../tests/support/temp-project.ts';
import { createId } from '../../db/create-id.ts';
import { prepare } from '../../db/database.ts';
import { decideWeek } from '../weekly/decide-week.ts';
import { loopTimes } from './loop-times.ts';
import type { Mark } from './prompt-marks.ts';

function liveIn(week: string): Mark {
  return { at: middleOf(week), name: week, how: 'went_live' };
}

/** Failure modes that were seen first in these weeks. */
function seenFirst(weeks: Readonly<Record<string, string>>) {
  const { database } = newProject();
  const ids = new Map<string, string>();
  for (const [name, week] of Object.entries(weeks)) {
    const id = createId();
    ids.set(name, id);
    logWeek(database, week, 3, [{ interactions: 1, mode: addMode(database, id, name) }]);
  }
  const decide = (name: string, week: string, decision: 'change_prompt' | 'watch' | 'add_examples'): void => {
    const decided = decideWeek(
      database,
      { annotator: 'Ada', device: 'device-a', now: middleOf(week) },
      { week, subject: ids.get(name) ?? '', decision, owner: null, due: null, note: '' },
    );
    if (!decided.ok) throw new Error(decided.error.message);
  };
  return { database, decide };
}

it('measures from the first week of a failure mode to the prompt version after the decision', () => {
  const { database, decide } = seenFirst({ Long: '2026-W30' });
  decide('Long', '2026-W32', 'change_prompt');
  const times = loopTimes(database, [liveIn('2026-W31'), liveIn('2026-W33'), liveIn('2026-W35')]);
  // From Monday of week 30 to noon on Wednesday of week 33.
  expect(times).toEqual({ closed: [{ at: middleOf('2026-W33'), days: 24 }], open: 0 });
});

it('counts decisions that nothing followed as open, and those that change nothing not at all', () => {
  const { database, decide } = seenFirst({ Long: '2026-W30', Cold: '2026-W31' });
  decide('Long', '2026-W32', 'add_examples');
  decide('Cold', '2026-W32', 'watch');
  expect(loopTimes(database, [liveIn('2026-W31')])).toEqual({ closed: [], open: 1 });
});

it('measures a failure mode that was set to fixed to the prompt version that was live by then', () => {
  const { database } = seenFirst({ Long: '2026-W30' });
  prepare(database, `UPDATE failure_modes SET status = 'fixed', status_at = ?`).run(middleOf('2026-W34'));
  expect(loopTimes(database, [liveIn('2026-W29'), liveIn('2026-W32')]).closed).toEqual([
    { at: middleOf('2026-W32'), days: 17 },
  ]);
  expect(loopTimes(database, [liveIn('2026-W29')]).closed).toEqual([{ at: middleOf('2026-W34'), days: 31 }]);
});
