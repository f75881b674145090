import { type Clause, clauseSchema } from '../../../shared/domain/filter/filter.ts';
import { parseLabelField } from '../../../shared/domain/filter/label-field.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import type { Database } from '../../db/database.ts';
import { rowsOf } from '../../db/query.ts';
import { failureModeNames } from '../../db/tables/failure-modes.ts';
import { type FacetFamily, facetSignals, type ValueCount } from '../../db/tables/facet-counts.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';

/** A field that facets are made of: how its stored values are asked for and shown. */
export interface FacetField {
  readonly field: Clause['field'];
  readonly name: string;
  /** Values that are shown in this order whether or not there are any. */
  readonly values: readonly string[];
  /** Its values are numbers, shown in their order. */
  readonly isScale: boolean;
  /** The value that people mean who ask for it in another form, such as by its id. */
  readonly askedAs: (value: string) => string;
  readonly valueOf: (stored: ValueCount['value']) => string;
  readonly nameOf: (value: string) => string;
}

export interface FacetFields {
  /** What counts this field's values; null where it is no facet. */
  readonly familyOf: (field: string) => FacetFamily | null;
  /** Questions whose answers are texts of their own. */
  readonly textQuestions: readonly string[];
  /** Every facet in the order shown; questions that the schema does not have where they are among those counted. */
  readonly list: (counted: ReadonlySet<string>) => readonly FacetField[];
}

const inCurrentRun = `run_seq = (SELECT seq FROM cluster_runs WHERE state = 'current')`;

/** The facets of a project, with the names of what it holds. */
export function facetFields(database: Database): FacetFields {
  const { questions } = currentLabelSchema(database);
  const failureModes = failureModeNames(database);
  const modesBySeq = namesBy(database, 'SELECT seq AS key, name FROM failure_modes');
  const clustersBySeq = namesBy(database, `SELECT seq AS key, name FROM clusters WHERE ${inCurrentRun}`);
  const clusterIds = namesBy(database, `SELECT id AS key, name FROM clusters WHERE ${inCurrentRun}`);
  const sources = namesBy(database, 'SELECT seq AS key, name FROM sources');
  const sourceIds = namesBy(database, 'SELECT id AS key, name FROM sources');
  const promptVersions = namesBy(database, 'SELECT seq AS key, name FROM prompt_versions');
  const annotators = namesBy(database, 'SELECT seq AS key, name FROM annotators');
  const first: readonly FacetField[] = [
    named('labelled', 'Labelled', yesNo),
    named('edited', 'Edited', yesNo),
    ...questions
      .filter((question) => question.kind !== 'text')
      .map((question) => questionField(question, failureModes)),
    translated('mode', 'Failure mode of a change', modesBySeq, withLowerCase(failureModes)),
    translated('cluster', 'Cluster of a change', clustersBySeq, clusterIds),
    translated('span.failure_mode', 'Failure mode of a part', failureModes, withLowerCase(failureModes)),
    { ...named('span.severity', 'Severity of a part', []), isScale: true, nameOf: nameOfSeverity },
    named('signal.action', 'Action', []),
    { ...named('signal.rating', 'Logged rating', []), isScale: true },
    { ...named('signal.thumbs', 'Thumbs', []), isScale: true },
    translated('labelled_by', 'Annotator', annotators),
    translated('source', 'Source', sources, sourceIds),
    translated('model', 'Model', new Map()),
    translated('prompt_version', 'Prompt version', promptVersions),
    named('near_duplicate', 'Near-duplicate', yesNo),
  ];
  const known = new Set([...first.map(({ field }) => field), ...questions.map(({ id }) => `label.${id}`)]);
  return {
    familyOf,
    textQuestions: questions.flatMap(({ id, kind }) => (kind === 'text' ? [id] : [])),
    list: (counted) => [
      ...first,
      ...[...counted].toSorted().flatMap((field) => {
        const parsed = clauseSchema.shape.field.safeParse(field);
        return known.has(field) || !parsed.success
          ? []
          : [named(parsed.data, field.slice(field.indexOf('.') + 1), [])];
      }),
    ],
  };
}

function familyOf(field: string): FacetFamily | null {
  switch (field) {
    case 'source':
    case 'model':
    case 'prompt_version':
    case 'labelled':
    case 'edited':
      return 'columns';
    case 'labelled_by':
      return 'annotators';
    case 'mode':
    case 'cluster':
      return 'changes';
    case 'span.failure_mode':
    case 'span.severity':
      return 'spans';
    case 'near_duplicate':
      return 'near_duplicates';
    default:
      // Answers of one annotator are not counted apart.
      if (field.startsWith('label.')) return parseLabelField(field)?.annotator === null ? 'labels' : null;
      return facetSignals.some((name) => field === `signal.${name}`) ? 'signals' : null;
  }
}

/** By name they are in order, critical first. */
function nameOfSeverity(severity: string): string {
  return severity.slice(0, 1).toUpperCase() + severity.slice(1);
}

const yesNo = ['yes', 'no'];
const yesNoNames = new Map([
  ['yes', 'Yes'],
  ['no', 'No'],
]);

/** A field whose values are stored as they are asked for. */
function named(field: Clause['field'], name: string, values: readonly string[]): FacetField {
  return {
    field,
    name,
    values,
    isScale: false,
    askedAs: (value) => value,
    valueOf: (stored) => String(stored ?? ''),
    nameOf: (value) =>
      value === '' ? 'None' : ((values === yesNo ? yesNoNames.get(value) : undefined) ?? value),
  };
}

/** A field whose values are stored as keys and asked for by name. */
function translated(
  field: Clause['field'],
  name: string,
  names: ReadonlyMap<string, string>,
  aliases: ReadonlyMap<string, string> = new Map(),
): FacetField {
  return {
    ...named(field, name, []),
    askedAs: (value) => aliases.get(value) ?? aliases.get(value.toLowerCase()) ?? value,
    valueOf: (stored) => (stored === null ? '' : (names.get(String(stored)) ?? String(stored))),
  };
}

function questionField(question: Question, failureModes: ReadonlyMap<string, string>): FacetField {
  const field: Clause['field'] = `label.${question.id}`;
  switch (question.kind) {
    case 'failure_mode':
      return translated(field, question.name, failureModes, withLowerCase(failureModes));
    case 'yes_no':
      return named(field, question.name, yesNo);
    case 'single_choice':
    case 'multiple_choice': {
      const options = new Map(question.options.map(({ id, name }) => [id, name]));
      return {
        ...named(field, question.name, [...options.keys()]),
        nameOf: (value) => options.get(value) ?? value,
      };
    }
    default:
      return { ...named(field, question.name, []), isScale: true };
  }
}

/** Names of failure modes are the same in upper and lower case. */
function withLowerCase(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...names, ...Array.from(names.values(), (name) => [name.toLowerCase(), name] as const)]);
}

function namesBy(database: Database, sql: string): Map<string, string> {
  const rows = rowsOf<{ readonly key: string | number; readonly name: string }>(database, sql).all();
  return new Map(rows.map(({ key, name }) => [String(key), name]));
}
