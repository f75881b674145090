import type { RecipeDifference } from '../../contract/recipe-operations.ts';
import type { Consensus } from '../agreement/consensus.ts';
import { clauseToQuery } from '../search/query-to-text.ts';
import { recipeFields } from './recipe-fields.ts';
import type { Recipe } from './recipe.ts';

/** Longer texts, such as a template, are cut in sentences. */
const longestText = 60;

/**
 * Where two recipes differ, field by field in the order of a recipe. A part that says nothing is the same as none, and
 * so is another order of clauses.
 */
export function compareRecipes(before: Recipe, after: Recipe): RecipeDifference[] {
  const earlier = fieldsOf(before);
  const later = fieldsOf(after);
  const order = Object.keys(recipeFields);
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    .filter((field) => earlier.get(field) !== later.get(field))
    .map((field) => {
      const [from, to] = [earlier.get(field) ?? null, later.get(field) ?? null];
      return { field, before: from, after: to, sentence: sentenceOf(field, from, to) };
    });
}

/** The text of each field that is there, by its path. */
function fieldsOf({ filter, consensus, ...rest }: Recipe): Map<string, string> {
  const fields = new Map<string, string>();
  if (filter.length > 0) fields.set('filter', filter.map(clauseToQuery).toSorted().join(' '));
  if (consensus !== undefined) fields.set('consensus', consensusText(consensus));
  addFields(fields, '', rest);
  return fields;
}

/** A field is a text, number or list; an object is a part with fields of its own, but for a few that are one value. */
function addFields(fields: Map<string, string>, path: string, part: object): void {
  for (const [name, value] of Object.entries(part)) {
    const field = path === '' ? name : `${path}.${name}`;
    if (value === undefined) continue;
    if (isPart(value) && recipeFields[field] === undefined) addFields(fields, field, value);
    else fields.set(field, valueText(field, value));
  }
}

function isPart(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueText(field: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number')
    return recipeFields[field]?.isShare === true ? percent(value) : String(value);
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(listed).toSorted().join(', ');
  return isPart(value) ? partText(value) : String(value);
}

/** An entry of a list; one with a comma is quoted, or it would look like two. */
function listed(value: unknown): string {
  const text = String(value);
  return text.includes(',') ? JSON.stringify(text) : text;
}

function partText(part: object): string {
  return Object.entries(part)
    .map(([name, value]) => `${name} ${isPart(value) ? `(${partText(value)})` : String(value)}`)
    .toSorted()
    .join(', ');
}

/** With as many places as tell it from others. */
function percent(share: number): string {
  return `${Number((share * 100).toPrecision(12))} %`;
}

function consensusText(consensus: Consensus): string {
  if (consensus.rule === 'adjudicated' || consensus.expert === undefined) return consensus.rule;
  return `${consensus.rule}:${consensus.expert}`;
}

function sentenceOf(field: string, before: string | null, after: string | null): string {
  const { label, absent } = recipeFields[field] ?? { label: field, absent: 'nothing' };
  return `${label}: ${shown(after ?? absent)} instead of ${shown(before ?? absent)}.`;
}

function shown(text: string): string {
  if (text === '') return 'an empty text';
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > longestText ? `${line.slice(0, longestText)}…` : line;
}
