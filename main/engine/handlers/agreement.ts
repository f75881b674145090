import { agreementQuestions } from '../../services/agreement/agreement-questions.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createAgreementHandlers(state: EngineState) {
  const { agreement } = operations;
  const project = () => unwrap(state.requireProject());
  return {
    questions: agreement.questions.handler(() => agreementQuestions(project().database)),
    measure: agreement.measure.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(project(), 'agreement', input, signal)),
    ),
    spans: agreement.spans.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(project(), 'spans', input, signal)),
    ),
    cellItems: agreement.cellItems.handler(async ({ input, signal }) =>
      unwrap(await state.readings.read(project(), 'cell', input, signal)),
    ),
  };
}
