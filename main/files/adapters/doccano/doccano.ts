import { isJsonList, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import { nothing, type Adapter, type Expander, type Expansion } from '../adapter.ts';
import { doccanoRow } from './doccano-row.ts';
import { isRewriting } from './is-rewriting.ts';

/** doccano's exports: text classification, sequence labelling and sequence to sequence. */
export const doccanoAdapter: Adapter = {
  id: 'doccano',
  title: 'doccano export',
  brings: 'interactions',
  fields: [
    { from: 'text | data', to: 'output' },
    { from: 'id', to: 'external_id' },
    {
      from: 'label (sequence to sequence)',
      to: 'edit',
      note: 'where the labels of the first 200 rows are texts, not names: the label is what a person wrote',
    },
    { from: 'label (classification)', to: 'label label', note: 'a list, as several may hold' },
    {
      from: 'label, entities (sequence labelling)',
      to: 'label spans',
      note: '`LABEL[start:end]`; raw in `source_spans`, and labels on parts of the output as `spans`',
    },
    { from: 'username, annotator', to: 'annotator', note: 'where the export names one' },
    { from: 'Comments', to: 'signal comment' },
    { from: 'relations', to: 'relations' },
  ],
  recognises,
  open,
};

const plainNames = new Set(['id', 'text', 'data', 'label', 'labels']);

/** Lists under `label` are doccano's form; a table with one word per row under it is anybody's. */
function recognises(row: JsonObject): boolean {
  const text = row['text'] ?? row['data'];
  if (typeof text !== 'string') return false;
  if (isJsonList(row['entities']) && isJsonList(row['relations'])) return true;
  const labels = row['label'] ?? row['labels'];
  if (!isJsonList(labels) || !labels.every((label) => typeof label === 'string' || isSpan(label)))
    return false;
  return isJsonList(row['Comments']) || Object.keys(row).every((name) => plainNames.has(name));
}

function isSpan(label: Json): boolean {
  if (!isJsonList(label) || label.length !== 3) return false;
  const [start, end, name] = label;
  return typeof start === 'number' && typeof end === 'number' && typeof name === 'string';
}

const sampleSize = 200;

/** Holds back the first rows: whether labels are names or rewritten texts shows only in several of them. */
function open(): Expander {
  let held: JsonObject[] = [];
  let rewrites: boolean | undefined;
  const decide = (): Expansion => {
    const decided = rewrites ?? isRewriting(held);
    rewrites = decided;
    const parts = held.map((row) => doccanoRow(row, decided));
    held = [];
    return { rows: parts.flatMap(({ rows }) => rows), skipped: parts.flatMap(({ skipped }) => skipped) };
  };
  return {
    push: (row) => {
      held.push(row);
      return rewrites === undefined && held.length < sampleSize ? nothing : decide();
    },
    end: decide,
  };
}
