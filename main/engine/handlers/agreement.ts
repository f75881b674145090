import { cellItems } from '../../services/agreement/cell-items.ts';
import { measureAgreement } from '../../services/agreement/measure-agreement.ts';
import type { EngineState } from '../engine-state.ts';
import { operations } from '../operations.ts';
import { unwrap } from '../unwrap.ts';

export function createAgreementHandlers(state: EngineState) {
  const { agreement } = operations;
  const database = () => unwrap(state.requireProject()).database;
  return {
    measure: agreement.measure.handler(async ({ input, signal }) =>
      unwrap(await measureAgreement(database(), input, signal)),
    ),
    cellItems: agreement.cellItems.handler(async ({ input, signal }) =>
      unwrap(await cellItems(database(), input, signal)),
    ),
  };
}
