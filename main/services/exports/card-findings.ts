import type { Finding } from '../../../shared/contract/export-operations.ts';
import type { Card } from '../../../shared/domain/export/recipe-parts.ts';

/** What Croissant requires of a data set and only a person can say. */
const required = [
  ['licence', 'its licence'],
  ['description', 'a description'],
  ['creator', 'who made it'],
  ['url', 'its address'],
  ['published', 'the day of publication'],
] as const;

/** What a folder's card lacks before it can be published. */
export function cardFindings(card: Card | undefined): readonly Finding[] {
  const missing = required.filter(([key]) => card?.[key] === undefined).map(([, words]) => words);
  if (missing.length === 0) return [];
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(missing);
  const message = `The card does not say ${list}, which Croissant requires of what is published.`;
  return [{ rule: 'card_incomplete', level: 'warning', message, rows: 0, items: [] }];
}
