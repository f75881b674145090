import type { Completion } from '../../../shared/contract/search-operations.ts';
import { fieldFromName, nameOfField } from '../../../shared/domain/filter/field-name.ts';
import { labelField, parseLabelField } from '../../../shared/domain/filter/label-field.ts';
import { parseJson } from '../../../shared/domain/json.ts';
import type { Question } from '../../../shared/domain/schema/label-schema.ts';
import { severities } from '../../../shared/domain/spans/severity.ts';
import { caretPlace } from '../../../shared/domain/search/caret-place.ts';
import { quoteIfNeeded } from '../../../shared/domain/search/query-token.ts';
import type { Database } from '../../db/database.ts';
import { valuesOf } from '../../db/query.ts';
import {
  distinctAnswers,
  distinctNames,
  distinctSignalTexts,
  distinctValues,
} from '../../db/tables/distinct-values.ts';
import { currentLabelSchema } from '../../db/tables/label-schemas.ts';

export interface Completions {
  readonly from: number;
  readonly to: number;
  readonly options: Completion[];
}

/** Options offered at once. */
const mostOptions = 20;

/** What can stand at the caret: fields by their name, or values of the field before the operator. */
export function completeQuery(
  database: Database,
  { query, caret }: { query: string; caret: number },
): Completions {
  const { kind, field, typed, from, to } = caretPlace(query, caret);
  const options =
    kind === 'value'
      ? valuesFor(database, field, typed).map(({ value, name = value }) => ({
          text: quoteIfNeeded(value),
          name,
          kind,
        }))
      : fieldNames(database, typed).map((name) => ({ text: withOperator(name), name, kind }));
  const wanted = typed.toLowerCase();
  const found = options
    .filter(({ name, text }) => `${name}\n${text}\n${fieldFromName(name)}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => Number(begins(b, wanted)) - Number(begins(a, wanted)));
  return { from, to, options: found.slice(0, mostOptions) };
}

function begins({ name, text }: Completion, wanted: string): boolean {
  return name.toLowerCase().startsWith(wanted) || text.toLowerCase().startsWith(wanted);
}

/** Those that are asked for most come first. */
const fields = [
  'labelled',
  'edited',
  'source',
  'model',
  'prompt_version',
  'created_at',
  'input',
  'output',
  'edit',
  'labelled_by',
  'failure_mode',
  'mode',
  'cluster',
  'span.failure_mode',
  'severity',
  'rating',
  'thumbs',
  'action',
  'comment',
  'edit.hter',
  'edit.share_kept',
  'edit.length_change',
  'quality',
  'flagged',
  'near_duplicate',
  'session',
  'user',
  'external_id',
  'near_duplicate_of',
  'disagreement',
  'resolved',
];

/** Those of an annotator's answers only behind a question and "@": there are as many as both together. */
function fieldNames(database: Database, typed: string): string[] {
  const label = parseLabelField(fieldFromName(typed));
  if (label !== null && label.annotator !== null) {
    const { question } = label;
    return annotatorNames(database).map((annotator) => nameOfField(labelField({ question, annotator })));
  }
  const questions = currentLabelSchema(database).questions.map(({ id }) => id);
  const labels = [...questions, ...distinctNames(database, 'labels')].map((question) => `label.${question}`);
  const signals = distinctNames(database, 'signals').map((name) => `signal.${name}`);
  return [...new Set([...fields, ...[...labels, ...signals].map(nameOfField)])];
}

/** The operator that most often follows; any other can be typed in its place. */
function withOperator(name: string): string {
  if (name === 'created_at') return 'created_at>=';
  if (name === 'comment') return 'comment~';
  if (name === 'edit.share_kept' || name === 'quality') return `${name}<`;
  if (name.startsWith('edit.')) return `${name}>`;
  return `${quoteIfNeeded(name)}:`;
}

const standingModes =
  'SELECT name FROM failure_modes WHERE merged_into IS NULL AND retired = 0 ORDER BY name';
const currentClusters = `SELECT DISTINCT name FROM clusters
  WHERE run_seq = (SELECT seq FROM cluster_runs WHERE state = 'current') ORDER BY name`;

interface ValueOption {
  readonly value: string;
  /** Shown in its place. */
  readonly name?: string;
}

function valuesFor(database: Database, field: string, typed: string): readonly ValueOption[] {
  switch (field) {
    case 'labelled':
    case 'edited':
    case 'near_duplicate':
    case 'flagged':
      return plain(['yes', 'no']);
    case 'source':
      return plain(
        namesOf(database, `SELECT DISTINCT name FROM sources WHERE state <> 'undone' ORDER BY name`),
      );
    case 'prompt_version':
      return plain(namesOf(database, 'SELECT name FROM prompt_versions ORDER BY live_from, name'));
    case 'mode':
      return plain([...namesOf(database, standingModes), 'none']);
    case 'cluster':
      return plain([...namesOf(database, currentClusters), 'none']);
    case 'span.failure_mode':
      return plain(namesOf(database, standingModes));
    case 'span.severity':
      return plain(severities);
    case 'disagreement':
    case 'resolved':
      return currentLabelSchema(database).questions.map(({ id, name }) => ({ value: id, name }));
    case 'labelled_by':
      return plain(annotatorNames(database));
    case 'model':
    case 'session':
    case 'user':
    case 'external_id':
      return plain(distinctValues(database, field, typed, mostOptions));
    default: {
      if (field.startsWith('signal.'))
        return plain(distinctSignalTexts(database, field.slice('signal.'.length), mostOptions));
      const label = parseLabelField(field);
      return label === null ? [] : answersFor(database, label.question);
    }
  }
}

function annotatorNames(database: Database): string[] {
  return namesOf(database, 'SELECT name FROM annotators ORDER BY name');
}

function answersFor(database: Database, id: string): readonly ValueOption[] {
  const question = currentLabelSchema(database).questions.find((candidate) => candidate.id === id);
  if (question?.kind === 'failure_mode') return plain(namesOf(database, standingModes));
  if (question?.kind === 'text') return [];
  const known = question === undefined ? [] : optionsOf(question);
  const given = distinctAnswers(database, id, 100).flatMap((json) => answerTexts(parseJson(json)));
  const others = [...new Set(given)].filter((value) => !known.some((option) => option.value === value));
  return [...known, ...plain(others)];
}

function optionsOf(question: Question): readonly ValueOption[] {
  switch (question.kind) {
    case 'single_choice':
    case 'multiple_choice':
      return question.options.map(({ id, name }) => ({ value: id, name }));
    case 'yes_no':
      return plain(['yes', 'no']);
    case 'scale':
      return plain(
        Array.from({ length: Math.min(mostOptions, question.max - question.min + 1) }, (_, step) =>
          String(question.min + step),
        ),
      );
    default:
      return [];
  }
}

function answerTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(answerTexts);
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

function namesOf(database: Database, sql: string): string[] {
  return valuesOf<string>(database, sql).all();
}

function plain(values: readonly string[]): readonly ValueOption[] {
  return values.map((value) => ({ value }));
}
