import { exampleEvent } from '../example-event.ts';
import type { Json } from '../../json.ts';
import type { PlannedEvent } from '../planned-events.ts';
import { commentText, pythonLiteral } from './code-text.ts';
import { eventFiles } from './event-files.ts';

/** Python that appends the plan's events to files, one JSON object a line. Needs nothing but its standard library. */
export function pythonText(events: readonly PlannedEvent[]): string {
  const files = [...eventFiles(events)];
  return `import json
import os
from datetime import datetime, timezone

${pythonFields(events)}
# Events that are imported together share a file; the others are joined to them by interaction_id.
FILES = {
${files.map(([event, file]) => `    ${pythonLiteral(event)}: ${pythonLiteral(file)},`).join('\n')}
}


def emit(event, fields, folder="."):
    """Append an event to its file in the folder."""
${pythonCheck}
    path = os.path.join(folder, FILES[event])
    with open(path, "a", encoding="utf-8") as file:
        file.write(json.dumps({"event": event, **line}) + "\\n")


${pythonExamples(events)}`;
}

/** The fields of the events, and which of them must be there. */
export function pythonFields(events: readonly PlannedEvent[]): string {
  return `# Fields of each event, with their types and whether they are required.
FIELDS = {
${events.map(eventFields).join('\n')}
}
`;
}

/** The time is filled in where it is left out, and what is missing is told at once. */
export const pythonCheck = `    line = {"at": datetime.now(timezone.utc).isoformat(), **fields}
    missing = [
        name
        for name, (_, required) in FIELDS[event].items()
        if required and name not in line
    ]
    if missing:
        raise ValueError(f"{event} lacks {', '.join(missing)}")`;

/** One call of each event, to copy. */
export function pythonExamples(events: readonly PlannedEvent[]): string {
  return events
    .map((event) => `# emit(${pythonLiteral(event.event)}, ${pythonValue(exampleEvent(event))})\n`)
    .join('');
}

const types = { string: 'str', number: 'float', boolean: 'bool', time: 'str' } as const;

function eventFields({ event, fields }: PlannedEvent): string {
  const lines = fields.map(({ name, type, required, description }) => {
    const comment = commentText(description);
    const line = `        ${pythonLiteral(name)}: (${types[type]}, ${required ? 'True' : 'False'}),`;
    return comment === '' ? line : `        # ${comment}\n${line}`;
  });
  return `    ${pythonLiteral(event)}: {
${lines.join('\n')}
    },`;
}

function pythonValue(fields: Readonly<Record<string, Json>>): string {
  const entries = Object.entries(fields).map(([name, value]) => `${pythonLiteral(name)}: ${scalar(value)}`);
  return `{${entries.join(', ')}}`;
}

function scalar(value: Json): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? pythonLiteral(value) : JSON.stringify(value);
}
