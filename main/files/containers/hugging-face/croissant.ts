import type { JsonObject } from '../../../../shared/domain/json.ts';
import type { Shape } from '../row-shape.ts';
import { croissantLicence } from './licence.ts';
import { type PublishedSet, splitsOf } from './published-set.ts';

/**
 * Croissant 1.0 (docs/croissant-spec-1.0.md of mlcommons/croissant 401f6ff) as JSON-LD. Files are named by their path beside
 * this one. Of what it requires, the licence, address, creator and day of publication are there where the recipe names them.
 */
export function croissant({ card, format, columns, shards }: PublishedSet): JsonObject {
  return {
    '@context': context,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: card.title,
    description: card.description ?? format.sentence,
    ...(card.licence === undefined ? {} : { license: croissantLicence(card.licence) }),
    ...(card.url === undefined ? {} : { url: card.url }),
    ...(card.creator === undefined ? {} : { creator: { '@type': 'sc:Organization', name: card.creator } }),
    ...(card.published === undefined ? {} : { datePublished: card.published }),
    version: '1.0.0',
    keywords: ['human feedback', format.id],
    distribution: [
      ...shards.map(({ name, bytes, sha256 }) => ({
        '@type': 'cr:FileObject',
        '@id': name,
        name,
        contentUrl: name,
        contentSize: `${bytes} B`,
        encodingFormat: 'application/x-parquet',
        sha256,
      })),
      {
        '@type': 'cr:FileSet',
        '@id': fileSet,
        name: fileSet,
        description: 'All files with rows.',
        encodingFormat: 'application/x-parquet',
        includes: 'data/*.parquet',
      },
    ],
    recordSet: [splitSet(splitsOf(shards).map(({ split }) => split)), rowSet(columns)],
  };
}

const fileSet = 'parquet-files';

function splitSet(splits: readonly string[]): JsonObject {
  return {
    '@type': 'cr:RecordSet',
    '@id': 'splits',
    name: 'splits',
    description: 'The parts of the data set.',
    dataType: 'cr:Split',
    key: { '@id': 'splits/name' },
    field: [{ '@type': 'cr:Field', '@id': 'splits/name', name: 'splits/name', dataType: 'sc:Text' }],
    data: splits.map((split) => ({ 'splits/name': split })),
  };
}

function rowSet(columns: ReadonlyMap<string, Shape>): JsonObject {
  const split = {
    '@type': 'cr:Field',
    '@id': 'default/split',
    name: 'default/split',
    description: 'The part that a row is in.',
    dataType: 'sc:Text',
    source: {
      fileSet: { '@id': fileSet },
      extract: { fileProperty: 'fullpath' },
      transform: { regex: 'data/(train|validation|test)-[^/]*[.]parquet$' },
    },
    references: { field: { '@id': 'splits/name' } },
  };
  return {
    '@type': 'cr:RecordSet',
    '@id': 'default',
    name: 'default',
    description: 'The rows of all parts.',
    field: [
      split,
      ...Array.from(columns, ([name, shape]) => fieldOf(`default/${escaped(name)}`, shape, { column: name })),
    ],
  };
}

interface Place {
  readonly column: string;
  readonly jsonPath?: string;
}

function fieldOf(id: string, shape: Shape, place: Place, isRepeated = false): JsonObject {
  const repeated = isRepeated ? { repeated: true } : {};
  if (shape.kind === 'list') return fieldOf(id, shape.element, place, true);
  if (shape.kind === 'object') {
    const subField = Array.from(shape.fields, ([name, one]) =>
      fieldOf(`${id}/${escaped(name)}`, one, {
        column: place.column,
        jsonPath: place.jsonPath === undefined ? name : `${place.jsonPath}.${name}`,
      }),
    );
    return { '@type': 'cr:Field', '@id': id, name: id, ...repeated, subField };
  }
  const transform = place.jsonPath === undefined ? {} : { transform: { jsonPath: place.jsonPath } };
  return {
    '@type': 'cr:Field',
    '@id': id,
    name: id,
    dataType: dataTypes[shape.kind],
    ...repeated,
    source: { fileSet: { '@id': fileSet }, extract: { column: place.column }, ...transform },
  };
}

const dataTypes = {
  none: 'sc:Text',
  text: 'sc:Text',
  json: 'sc:Text',
  whole: 'sc:Integer',
  number: 'sc:Float',
  truth: 'sc:Boolean',
} as const;

/** Ids have a meaning for slashes. */
function escaped(name: string): string {
  return name.replaceAll(/[^\w.-]/gu, '_');
}

/** The context that the specification recommends (appendix 1). */
const context: JsonObject = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
};
