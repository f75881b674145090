import { exampleEvent } from '../example-event.ts';
import type { PlanField } from '../plan-signal.ts';
import type { PlannedEvent } from '../planned-events.ts';
import { commentText, literal } from './code-text.ts';
import { eventFiles } from './event-files.ts';

/** TypeScript that appends the plan's events to files, one JSON object a line. Needs nothing but Node. */
export function typescriptText(events: readonly PlannedEvent[]): string {
  const files = [...eventFiles(events)];
  return `import { appendFileSync } from 'node:fs';

${eventTypes(events)}
/** Events that are imported together share a file; the others are joined to them by interaction_id. */
const files: Record<keyof Events, string> = {
${files.map(([event, file]) => `  ${key(event)}: ${literal(file)},`).join('\n')}
};

/** Appends an event to its file in the folder. */
export function emit<Name extends keyof Events>(event: Name, fields: Events[Name], folder = '.'): void {
  const line = { event, ${stamp}...fields };
  appendFileSync(\`\${folder}/\${files[event]}\`, \`\${JSON.stringify(line)}\\n\`);
}

${examples(events)}`;
}

/** Every event tells when it happened, unless its time is given. */
export const stamp = 'at: new Date().toISOString(), ';

/** The types of the events' fields. */
export function eventTypes(events: readonly PlannedEvent[]): string {
  return `/** Fields of each event. */
export interface Events {
${events.map(eventType).join('\n')}
}
`;
}

/** One call of each event, to copy. */
export function examples(events: readonly PlannedEvent[]): string {
  return events
    .map((event) => `// emit(${literal(event.event)}, ${literal(exampleEvent(event))});\n`)
    .join('');
}

function eventType({ event, fields }: PlannedEvent): string {
  return `  ${key(event)}: {
${fields.map(fieldLine).join('\n')}
  };`;
}

function fieldLine({ name, type, required, description }: PlanField): string {
  // The time is filled in where it is left out.
  const isOptional = !required || (name === 'at' && type === 'time');
  const comment = commentText(description);
  return [
    ...(comment === '' ? [] : [`    /** ${comment} */`]),
    `    ${key(name)}${isOptional ? '?' : ''}: ${type === 'time' ? 'string' : type};`,
  ].join('\n');
}

/** A name of a property is a literal: it may be any text. */
export function key(name: string): string {
  return /^[a-z_][a-z0-9_]*$/iu.test(name) && name !== '__proto__' ? name : `[${literal(name)}]`;
}
