import type { VelocityInput } from '../../../shared/contract/velocity-operations.ts';
import { documentText } from '../../services/documents/document-text.ts';
import { writeDocument } from '../../services/documents/write-document.ts';
import { digestOutline } from '../../services/velocity/digest-outline.ts';
import { listDimensions } from '../../services/velocity/list-dimensions.ts';
import { reportOutline } from '../../services/velocity/report-outline.ts';
import { setTarget } from '../../services/velocity/set-target.ts';
import type { EngineState } from '../engine-state.ts';
import { refreshSignals } from '../measure-signals.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createVelocityHandlers(state: EngineState) {
  const { velocity } = operations;
  const project = () => unwrap(state.requireProject());
  /** The project, with values that are up to date or that a job brings up to date. */
  const fresh = () => {
    const open = project();
    refreshSignals(state, open);
    return open;
  };
  const digest = async (week: string | undefined, signal: AbortSignal | undefined) =>
    unwrap(await state.readings.read(fresh(), 'velocityDigest', { week, now: Date.now() }, signal));
  const report = async (input: VelocityInput, signal: AbortSignal | undefined) =>
    unwrap(await state.readings.read(fresh(), 'velocity', { ...input, now: Date.now() }, signal));
  const document = async (input: VelocityInput, format: 'md' | 'html', signal: AbortSignal | undefined) =>
    documentText(reportOutline(await report(input, signal), input), format);
  return {
    report: velocity.report.handler(async ({ input, signal }) => report(input, signal)),
    document: velocity.document.handler(async ({ input: { format, ...input }, signal }) => ({
      text: await document(input, format, signal),
    })),
    write: velocity.write.handler(async ({ input: { format, path, ...input }, signal }) =>
      unwrap(await writeDocument(await document(input, format, signal), path)),
    ),
    compare: velocity.compare.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(fresh(), 'velocityCompare', { ...input, now: Date.now() }, signal)),
    ),
    dimensions: velocity.dimensions.handler(() => listDimensions(project().database)),
    setTarget: velocity.setTarget.handler(({ input: { annotator, ...given } }) => {
      const { database } = unwrap(state.requireWritable());
      const set = unwrap(setTarget(database, { annotator, device: state.device, now: Date.now() }, given));
      state.events.publish({ type: 'changed', areas: ['targets'] });
      return set;
    }),
    digest: velocity.digest.handler(async ({ input: { week, format }, signal }) => {
      const made = await digest(week, signal);
      return { week: made.week, text: documentText(digestOutline(made), format) };
    }),
    writeDigest: velocity.writeDigest.handler(async ({ input: { week, format, path }, signal }) => {
      const made = await digest(week, signal);
      const written = unwrap(await writeDocument(documentText(digestOutline(made), format), path));
      return { week: made.week, path: written.path };
    }),
  };
}
