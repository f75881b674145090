import type { PlanCode } from '../../contract/plan-operations.ts';
import type { FieldType, PlanStatus } from './plan-signal.ts';

export const planStatusNames: Readonly<Record<PlanStatus, string>> = {
  proposed: 'Proposed',
  agreed: 'Agreed',
  built: 'Built',
  verified: 'Verified',
  dropped: 'Dropped',
};

export const fieldTypeNames: Readonly<Record<FieldType, string>> = {
  string: 'Text',
  number: 'Number',
  boolean: 'Yes or no',
  time: 'Time',
};

export const planCodeNames: Readonly<Record<PlanCode, string>> = {
  schema: 'JSON Schema',
  typescript: 'TypeScript',
  python: 'Python',
  'typescript-otel': 'TypeScript, OpenTelemetry',
  'python-otel': 'Python, OpenTelemetry',
};

export const verdictNames = {
  complete: 'Complete',
  faulty: 'Faulty',
  missing: 'Not in the file',
} as const;
