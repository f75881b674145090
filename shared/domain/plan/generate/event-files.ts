import { usualEventFold } from '../../mapping/event-fold.ts';
import type { PlannedEvent } from '../planned-events.ts';

const together = 'events.jsonl';

/**
 * The file that each event goes to. What the import folds into interactions shares one; of any other, rows are joined
 * to interactions by their id, and a file whose rows are alike is read without being told how.
 */
export function eventFiles(events: readonly PlannedEvent[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const taken = new Set([together]);
  for (const { event } of events) {
    const file = isFolded(event) ? together : freeName(event, taken);
    taken.add(file);
    files.set(event, file);
  }
  return files;
}

/** Whether the import of event logs knows an event of this name. */
export function isFolded(event: string): boolean {
  return foldedNames.has(plainName(event));
}

const foldedNames: ReadonlySet<string> = new Set(Object.values(usualEventFold.events).flat());

function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/gu, '_');
}

function freeName(event: string, taken: ReadonlySet<string>): string {
  const plain =
    plainName(event)
      .replaceAll(/[^a-z0-9_]/gu, '')
      .slice(0, 40) || 'event';
  let name = `${plain}.jsonl`;
  for (let count = 2; taken.has(name); count++) name = `${plain}-${count}.jsonl`;
  return name;
}
