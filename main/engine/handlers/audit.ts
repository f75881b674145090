import { auditDocument } from '../../services/audit/audit-document.ts';
import { writeDocument } from '../../services/documents/write-document.ts';
import type { EngineState } from '../engine-state.ts';
import { refreshSignals } from '../measure-signals.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createAuditHandlers(state: EngineState) {
  const { audit } = operations;
  const project = () => unwrap(state.requireProject());
  /** The project, with values that are up to date or that a job brings up to date. */
  const fresh = () => {
    const open = project();
    refreshSignals(state, open);
    return open;
  };
  const report = async (signal: AbortSignal | undefined) =>
    unwrap(await state.readings.read(fresh(), 'audit', { now: Date.now() }, signal));
  return {
    report: audit.report.handler(async ({ signal }) => report(signal)),
    examples: audit.examples.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(project(), 'auditExamples', input, signal)),
    ),
    document: audit.document.handler(async ({ input, signal }) => ({
      text: auditDocument(await report(signal), input.format),
    })),
    write: audit.write.handler(async ({ input, signal }) =>
      unwrap(await writeDocument(auditDocument(await report(signal), input.format), input.path)),
    ),
  };
}
