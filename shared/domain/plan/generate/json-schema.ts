import type { Json, JsonObject } from '../../json.ts';
import { exampleValue } from '../example-event.ts';
import type { FieldType, PlanField } from '../plan-signal.ts';
import type { PlannedEvent } from '../planned-events.ts';

/** JSON Schema (2020-12) of one line of a file of the plan's events: one of them, told apart by its name. */
export function eventsSchema(events: readonly PlannedEvent[]): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Events of the instrumentation plan',
    ...(events.length === 0 ? { not: {} } : { oneOf: events.map(eventSchema) }),
  };
}

export function jsonSchemaText(events: readonly PlannedEvent[]): string {
  return `${JSON.stringify(eventsSchema(events), null, 2)}\n`;
}

function eventSchema({ event, fields, surfaces }: PlannedEvent): JsonObject {
  return {
    title: event,
    type: 'object',
    properties: Object.fromEntries<Json>([
      ['event', { const: event }],
      ...fields.map((field) => [field.name, fieldSchema(field, surfaces)] as const),
    ]),
    required: ['event', ...fields.filter(({ required }) => required).map(({ name }) => name)],
  };
}

const types: Readonly<Record<FieldType, JsonObject>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  time: { type: 'string', format: 'date-time' },
};

function fieldSchema(field: PlanField, surfaces: readonly string[]): JsonObject {
  return {
    ...types[field.type],
    ...(field.name === 'surface' && field.type === 'string' && surfaces.length > 0 ? { enum: surfaces } : {}),
    ...(field.description === '' ? {} : { description: field.description }),
    ...(field.example === '' ? {} : { examples: [exampleValue(field)] }),
  };
}
