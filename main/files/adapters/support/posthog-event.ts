import type { JsonObject } from '../../../../shared/domain/json.ts';
import { objectField, textField } from './fields.ts';

/** How a CSV export names the columns of an event's properties. */
export const propertyColumn = 'properties.';

/** The name of a PostHog event about AI, or undefined where the row is no such event. */
export function eventName(row: JsonObject): string | undefined {
  const name = textField(row, 'event');
  if (name === undefined || !name.startsWith('$ai_')) return undefined;
  const hasProperties =
    Object.hasOwn(row, 'properties') ||
    Object.keys(row).some((key) => key.startsWith(`${propertyColumn}$ai_`));
  return hasProperties ? name : undefined;
}

/** The properties of an event, from its object (also as JSON text) and from columns of their own. */
export function eventProperties(row: JsonObject): JsonObject {
  const columns = Object.entries(row)
    .filter(([name, value]) => name.startsWith(propertyColumn) && value !== null)
    .map(([name, value]) => [name.slice(propertyColumn.length), value] as const);
  return { ...objectField(row, 'properties'), ...Object.fromEntries(columns) };
}
