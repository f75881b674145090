import { generatePlan } from '../../../shared/domain/plan/generate/generate-plan.ts';
import type { PlanDocument } from '../../../shared/contract/plan-operations.ts';
import { listPlan } from '../../services/plan/list-plan.ts';
import {
  addToPlan,
  changePlanSignal,
  moveInPlan,
  removeFromPlan,
  verifyPlanSignals,
} from '../../services/plan/change-plan.ts';
import { checkFile } from '../../services/plan/check-file.ts';
import { planDocument } from '../../services/plan/plan-outline.ts';
import { draftOfGap, suggestSignals } from '../../services/plan/suggest-signals.ts';
import { writeDocument } from '../../services/documents/write-document.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createPlanHandlers(state: EngineState) {
  const { plan } = operations;
  const project = () => unwrap(state.requireProject());
  const writable = () => unwrap(state.requireWritable()).database;
  const signals = () => listPlan(project().database);
  const audit = async (signal: AbortSignal | undefined) =>
    unwrap(await state.readings.read(project(), 'audit', { now: Date.now() }, signal));
  const document = (format: PlanDocument) => planDocument(project().info.name, signals(), format);
  const announced = <T>(value: T): T => {
    state.events.publish({ type: 'changed', areas: ['plan'] });
    return value;
  };
  return {
    read: plan.read.handler(() => ({ signals: signals() })),
    suggest: plan.suggest.handler(async ({ signal }) => ({
      suggestions: suggestSignals(await audit(signal), signals()),
    })),
    add: plan.add.handler(({ input }) => announced({ added: unwrap(addToPlan(writable(), input.drafts)) })),
    addFromGap: plan.addFromGap.handler(async ({ input, signal }) => {
      const database = writable();
      const draft = unwrap(draftOfGap(await audit(signal), signals(), input.gap));
      return announced({ added: unwrap(addToPlan(database, [draft])) });
    }),
    change: plan.change.handler(({ input }) =>
      announced(unwrap(changePlanSignal(writable(), input.id, input.changes))),
    ),
    remove: plan.remove.handler(({ input }) => {
      announced(unwrap(removeFromPlan(writable(), input.id)));
    }),
    move: plan.move.handler(({ input }) => {
      announced(unwrap(moveInPlan(writable(), input.id, input.by)));
    }),
    verify: plan.verify.handler(({ input }) => {
      announced(unwrap(verifyPlanSignals(writable(), input.ids)));
    }),
    generate: plan.generate.handler(({ input }) => generatePlan(signals(), input.kind)),
    document: plan.document.handler(({ input }) => ({ text: document(input.format) })),
    write: plan.write.handler(async ({ input: { what, path } }) => {
      const text = what === 'md' || what === 'html' ? document(what) : generatePlan(signals(), what).text;
      return unwrap(await writeDocument(text, path));
    }),
    check: plan.check.handler(async ({ input, signal }) =>
      unwrap(await checkFile(signals(), input.path, signal)),
    ),
  };
}
