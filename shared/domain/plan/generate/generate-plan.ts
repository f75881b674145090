import type { PlanCode } from '../../../contract/plan-operations.ts';
import { plannedEvents } from '../planned-events.ts';
import type { PlannedEvent } from '../planned-events.ts';
import type { PlanDraft } from '../plan-signal.ts';
import { jsonSchemaText } from './json-schema.ts';
import { pythonOtelText } from './python-otel.ts';
import { pythonText } from './python.ts';
import { typescriptOtelText } from './typescript-otel.ts';
import { typescriptText } from './typescript.ts';

interface Generator {
  readonly fileName: string;
  readonly write: (events: readonly PlannedEvent[]) => string;
}

const generators: Readonly<Record<PlanCode, Generator>> = {
  schema: { fileName: 'events.schema.json', write: jsonSchemaText },
  typescript: { fileName: 'emit-events.ts', write: typescriptText },
  python: { fileName: 'emit_events.py', write: pythonText },
  'typescript-otel': { fileName: 'emit-otel-events.ts', write: typescriptOtelText },
  'python-otel': { fileName: 'emit_otel_events.py', write: pythonOtelText },
};

/** The plan as code, but for signals that were dropped. */
export function generatePlan(
  plan: readonly PlanDraft[],
  kind: PlanCode,
): { readonly text: string; readonly fileName: string } {
  const { fileName, write } = generators[kind];
  return { text: write(plannedEvents(plan)), fileName };
}
