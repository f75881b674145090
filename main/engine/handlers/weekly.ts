import { decideWeek } from '../../services/weekly/decide-week.ts';
import { listOpenDecisions } from '../../services/weekly/list-open-decisions.ts';
import { writeDocument } from '../../services/documents/write-document.ts';
import { weeklyDocument } from '../../services/weekly/weekly-document.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createWeeklyHandlers(state: EngineState) {
  const { weekly } = operations;
  const project = () => unwrap(state.requireProject());
  const report = async (week: string, signal: AbortSignal | undefined) =>
    unwrap(await state.readings.read(project(), 'week', { week, now: Date.now() }, signal));
  const document = async (week: string, format: 'md' | 'html', signal: AbortSignal | undefined) =>
    weeklyDocument(await report(week, signal), format, project().info);
  return {
    weeks: weekly.weeks.handler(async ({ signal }) =>
      unwrap(await state.readings.read(project(), 'weeks', {}, signal)),
    ),
    report: weekly.report.handler(async ({ input, signal }) => report(input.week, signal)),
    decide: weekly.decide.handler(({ input: { annotator, ...given } }) => {
      const { database } = unwrap(state.requireWritable());
      const actor = { annotator, device: state.device, now: Date.now() };
      const decision = unwrap(decideWeek(database, actor, given));
      state.events.publish({ type: 'changed', areas: ['modes'] });
      return decision;
    }),
    openDecisions: weekly.openDecisions.handler(({ input }) =>
      listOpenDecisions(project().database, input.decision, Date.now()),
    ),
    document: weekly.document.handler(async ({ input, signal }) => ({
      text: await document(input.week, input.format, signal),
    })),
    write: weekly.write.handler(async ({ input, signal }) => {
      const text = await document(input.week, input.format, signal);
      return unwrap(await writeDocument(text, input.path));
    }),
  };
}
