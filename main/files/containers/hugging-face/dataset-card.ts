import type { Json, JsonObject } from '../../../../shared/domain/json.ts';
import type { Shape } from '../row-shape.ts';
import { cardLicence } from './licence.ts';
import { type PublishedSet, splitsOf } from './published-set.ts';
import { toYaml } from './to-yaml.ts';

/**
 * README.md of a folder of Hugging Face (FORMATS A.11): metadata as YAML, then a text. `num_bytes` are those of the files;
 * what they take in memory depends on who reads them. Languages are left out, for nobody said which they are.
 */
export function datasetCard(set: PublishedSet): string {
  const { card, format, columns, shards } = set;
  const splits = splitsOf(shards);
  const rows = splits.reduce((sum, split) => sum + split.rows, 0);
  const bytes = splits.reduce((sum, split) => sum + split.bytes, 0);
  const metadata: JsonObject = {
    ...(card.licence === undefined ? {} : cardLicence(card.licence)),
    pretty_name: card.title,
    size_categories: [sizeCategory(rows)],
    task_categories: ['text-generation'],
    tags: ['human-feedback', format.id],
    configs: [
      {
        config_name: 'default',
        data_files: splits.map(({ split }) => ({ split, path: `data/${split}-*` })),
      },
    ],
    dataset_info: {
      features: fieldsOf(columns),
      splits: splits.map(({ split, rows: examples, bytes: size }) => ({
        name: split,
        num_bytes: size,
        num_examples: examples,
      })),
      download_size: bytes,
      dataset_size: bytes,
    },
  };
  return ['---', toYaml(metadata), '---', '', ...textOf(set, rows), ''].join('\n');
}

function textOf({ card, format, shards }: PublishedSet, rows: number): readonly string[] {
  return [
    `# ${oneLine(card.title)}`,
    '',
    ...(card.description === undefined ? [] : [card.description, '']),
    `${rows} rows in the format ${format.id}: ${format.sentence}`,
    '',
    '| file | rows | bytes | SHA-256 |',
    '| --- | ---: | ---: | --- |',
    ...shards.map(({ name, rows: count, bytes, sha256 }) => `| ${name} | ${count} | ${bytes} | ${sha256} |`),
    '',
    'Written by Flywheel from logged outputs of a model and what people made of them.',
  ];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** A type as `Features` of `datasets` (b7cb10b, features.py) reads it from a card. */
function featureOf(shape: Shape): JsonObject {
  switch (shape.kind) {
    case 'whole':
      return { dtype: 'int64' };
    case 'number':
      return { dtype: 'float64' };
    case 'truth':
      return { dtype: 'bool' };
    case 'list':
      return { list: elementOf(shape.element) };
    case 'object':
      return { struct: fieldsOf(shape.fields) };
    case 'none':
    case 'text':
    case 'json':
      return { dtype: 'string' };
  }
}

/** Elements of one type by its name, those with fields by their list. */
function elementOf(shape: Shape): Json {
  if (shape.kind === 'object') return fieldsOf(shape.fields);
  const feature = featureOf(shape);
  return feature['dtype'] ?? feature;
}

function fieldsOf(fields: ReadonlyMap<string, Shape>): readonly JsonObject[] {
  return Array.from(fields, ([name, shape]) => ({ name, ...featureOf(shape) }));
}

const steps = [
  [1000, 'n<1K'],
  [10_000, '1K<n<10K'],
  [100_000, '10K<n<100K'],
  [1_000_000, '100K<n<1M'],
  [10_000_000, '1M<n<10M'],
] as const;

function sizeCategory(rows: number): string {
  return steps.find(([below]) => rows < below)?.[1] ?? '10M<n<100M';
}
