import type { Json, JsonObject } from '../json.ts';
import type { Message } from '../message.ts';
import { fail, succeed, type Result } from '../../result/result.ts';
import { findTextDefect, repairObject } from '../text/text-defect.ts';
import type { Instant } from '../time/instant.ts';
import { parseInstant } from '../time/parse-instant.ts';
import { contentText } from './content-text.ts';
import { compileLeftover, setOwn } from './leftover.ts';
import { compileEntry, type CompiledEntry } from './compile-entry.ts';
import type { ChangeUser } from './join-key.ts';
import type { JoinMethod } from './join-method.ts';
import type { MappedAttachment, MappedRow, MappedSignal, RowProblem } from './mapped-row.ts';
import type { FixedTarget, ListTarget, Mapping, Target } from './mapping.ts';
import { compileMatch, type MatchReader } from './match-reader.ts';
import type { Path, PathReader } from './path.ts';
import { compileConversation, type ConversationReader } from './read-conversation.ts';
import { readLabels, type LabelColumn } from './read-labels.ts';
import { readLists, type ListReaders, type RowLists } from './read-lists.ts';
import { readSignals, unitOfName, type SignalColumn } from './read-signals.ts';
import { isRowProblem, rowProblem, wrongType } from './row-problem.ts';
import { placeSpans } from './place-spans.ts';
import { parseTarget } from './target.ts';

/**
 * Turns one source row into a mapped row, or says why it cannot. Total: no row makes it throw. Lone surrogates are
 * replaced by U+FFFD; a NUL character anywhere rejects the row, because stores and tools would cut the text there.
 */
export type RowMapper = (row: JsonObject) => Result<MappedRow, RowProblem>;

/** Meta key of the turns that came after an output taken out of the middle of a conversation. */
export const followingMessagesKey = 'following_messages';

/** Meta key of the labels on parts of the output whose place was not found there. */
export const unplacedSpansKey = 'unplaced_spans';

/**
 * Prepares a mapping. Fails with MAPPING_INVALID where a target or path cannot be read, a target is given twice,
 * or nothing leads to an output (`output`, or `messages` with an assistant's turn).
 */
export function compileMapping(mapping: Mapping): Result<RowMapper> {
  const plan = makePlan(mapping);
  if (!plan.ok) return plan;
  if (!plan.value.has('output') && !plan.value.has('messages')) {
    return fail(
      'MAPPING_INVALID',
      'Nothing is mapped to output. Choose the column that holds what the AI wrote.',
    );
  }
  return succeed(rowMapper(plan.value));
}

/** Turns one row of a file of attachments into what it brings, or says why it cannot. Total. */
export type AttachmentMapper = (row: JsonObject) => Result<MappedAttachment, RowProblem>;

export interface AttachmentOptions {
  /** How rows find their interactions; by id where nothing is said. */
  readonly join?: JoinMethod | undefined;
  /** Where users of the project have pseudonyms. */
  readonly changeUser?: ChangeUser | undefined;
}

/**
 * Prepares a mapping for rows that belong to interactions of other rows: edits, ratings or outcomes that arrive apart
 * from the outputs. MAPPING_INVALID where nothing tells which interaction, or the join lacks what it needs.
 */
export function compileAttachments(
  mapping: Mapping,
  { join = { by: 'id' }, changeUser }: AttachmentOptions = {},
): Result<AttachmentMapper> {
  const match = compileMatch(join, (target) => mapping.some((entry) => entry.target === target), changeUser);
  if (!match.ok) return match;
  const plan = makePlan(mapping, match.value.paths);
  return plan.ok ? succeed(attachmentMapper(plan.value, match.value)) : plan;
}

interface MetaColumn {
  readonly key: string;
  readonly read: PathReader;
}

interface Plan {
  readonly has: (target: Target) => boolean;
  readonly readConversation: ConversationReader;
  readonly readers: ReadonlyMap<FixedTarget, PathReader>;
  readonly lists: ListReaders;
  readonly signals: readonly SignalColumn[];
  readonly labels: readonly LabelColumn[];
  readonly meta: readonly MetaColumn[];
  readonly leftover: (row: JsonObject) => Record<string, Json>;
}

function makePlan(mapping: Mapping, readElsewhere: readonly Path[] = []): Result<Plan> {
  const fixed = new Map<FixedTarget, CompiledEntry>();
  const lists = new Map<ListTarget, PathReader>();
  const signals: SignalColumn[] = [];
  const labels: LabelColumn[] = [];
  const meta: MetaColumn[] = [];
  const paths: Path[] = [...readElsewhere];
  const seen = new Set<Target>();
  for (const entry of mapping) {
    const target = parseTarget(entry.target);
    if (!target.ok) return target;
    const compiled = compileEntry(entry);
    if (!compiled.ok) return compiled;
    if (seen.has(entry.target))
      return fail('MAPPING_INVALID', `${entry.target} is mapped twice. Keep one of the two paths.`);
    seen.add(entry.target);
    paths.push(...compiled.value.paths);
    const { read } = compiled.value;
    if (target.value.kind === 'fixed') fixed.set(target.value.name, compiled.value);
    else if (target.value.kind === 'list') lists.set(target.value.name, read);
    else if (target.value.kind === 'label') labels.push({ ...target.value, target: entry.target, read });
    else if (target.value.kind === 'meta') meta.push({ key: target.value.name, read });
    else signals.push(namedSignal(entry.target, target.value.kind, target.value.name, read));
  }
  const readers = new Map([...fixed].map(([name, { read }]) => [name, read] as const));
  const readConversation = compileConversation({
    output: fixed.get('output'),
    messages: fixed.get('messages'),
    input: fixed.get('input'),
    system: fixed.get('system'),
  });
  return succeed({
    has: (target) => seen.has(target),
    readConversation,
    readers,
    lists,
    signals: [...fixedSignals(readers), ...signals],
    labels,
    meta,
    leftover: compileLeftover(paths),
  });
}

function namedSignal(
  target: Target,
  kind: 'signal' | 'outcome',
  name: string,
  read: PathReader,
): SignalColumn {
  return { target, kind: kind === 'signal' ? 'implicit' : 'outcome', name, unit: unitOfName(name), read };
}

function fixedSignals(readers: ReadonlyMap<FixedTarget, PathReader>): SignalColumn[] {
  const kinds = { rating: 'explicit', action: 'implicit', comment: 'explicit' } as const;
  return (['rating', 'action', 'comment'] as const).flatMap((name) => {
    const read = readers.get(name);
    return read === undefined ? [] : [{ target: name, kind: kinds[name], name, unit: null, read }];
  });
}

function rowMapper(plan: Plan): RowMapper {
  const readObservations = observationReader(plan);
  return (source) => {
    const row = wellFormedRow(source);
    if (row === null) return { ok: false, error: nulProblem };
    const conversation = plan.readConversation(row);
    if (isRowProblem(conversation)) return { ok: false, error: conversation };
    const read = readObservations(row);
    if (isRowProblem(read)) return { ok: false, error: read };
    const { messages, output, following } = conversation;
    const { values, keys, edits, signals, labels } = read;
    const { externalId, session, user, model, promptVersion, createdAt } = values;
    const identity = { externalId, keys, session, user, model, promptVersion, createdAt };
    const meta = readMeta(row, plan, following);
    const { placed, unplaced } = placeSpans(output, read.spans, values.annotator);
    if (unplaced.length > 0) setOwn(meta, unplacedSpansKey, unplaced);
    return {
      ok: true,
      value: { messages, output, edits, ...identity, signals, labels, spans: placed, meta },
    };
  };
}

function attachmentMapper(plan: Plan, { read: readMatch }: MatchReader): AttachmentMapper {
  const readObservations = observationReader(plan);
  return (source) => {
    const row = wellFormedRow(source);
    if (row === null) return { ok: false, error: nulProblem };
    const read = readObservations(row);
    if (isRowProblem(read)) return { ok: false, error: read };
    const { values, keys, edits, labels, spans } = read;
    const { externalId, session, user, createdAt, annotator } = values;
    const ids = externalId === null ? keys : [externalId, ...keys];
    const match = readMatch(row, { ids, session, user, createdAt });
    if (isRowProblem(match)) return { ok: false, error: match };
    const signals = read.signals.map((signal) => withTime(signal, createdAt));
    const rest = plan.leftover(row);
    return { ok: true, value: { ids, session, match, edits, signals, labels, spans, annotator, rest } };
  };
}

/** An observation that names no time of its own was made when its row was written. */
function withTime(signal: MappedSignal, at: Instant | null): MappedSignal {
  return signal.at === null && at !== null ? { ...signal, at } : signal;
}

/** What a row says about its interaction besides the conversation. */
interface Observations extends RowLists {
  readonly values: ColumnValues;
}

function observationReader(plan: Plan): (row: JsonObject) => Observations | RowProblem {
  const readEdit = plan.readers.get('edit');
  const columns = fixedColumns(plan.readers);
  const hasLists = plan.lists.size > 0;
  return (row) => {
    const values: ColumnValues = { ...noValues };
    const problem = readColumns(row, columns, values);
    if (problem !== null) return problem;
    const { annotator } = values;
    const read: Observations = { values, keys: [], edits: [], signals: [], labels: [], spans: [] };
    const editValue = readEdit?.(row);
    const text = contentText(editValue);
    if (text === undefined) return wrongType('edit', editValue ?? null, 'text, a list of texts or a message');
    if (text !== null) read.edits.push({ text, annotator, at: values.editedAt });
    return (
      readSignals(row, plan.signals, read.signals) ??
      readLabels(row, plan.labels, annotator, read.labels) ??
      (hasLists ? readLists(row, plan.lists, annotator, read) : null) ??
      read
    );
  };
}

const nulProblem: RowProblem = {
  reason: 'contains_nul',
  message: 'A text of the row holds a NUL character (\\u0000). Remove it and import the row again.',
};

function wellFormedRow(row: JsonObject): JsonObject | null {
  const defect = findTextDefect(row);
  if (defect === 'none') return row;
  return defect === 'nul' ? null : repairObject(row);
}

type ColumnValues = {
  -readonly [K in 'externalId' | 'session' | 'user' | 'model' | 'promptVersion' | 'createdAt']: MappedRow[K];
} & {
  /** Who made the edit and gave the labels that name nobody else. */
  annotator: string | null;
  editedAt: Instant | null;
};

const noValues: ColumnValues = {
  annotator: null,
  externalId: null,
  session: null,
  user: null,
  model: null,
  promptVersion: null,
  createdAt: null,
  editedAt: null,
};

interface FixedColumn {
  readonly target: FixedTarget;
  readonly read: PathReader;
  /** Reads the value into `values`, or says what is wrong with it. */
  readonly store: (value: Json, values: ColumnValues) => RowProblem | null;
}

function fixedColumns(readers: ReadonlyMap<FixedTarget, PathReader>): readonly FixedColumn[] {
  const stores: readonly (readonly [FixedTarget, FixedColumn['store']])[] = [
    ['annotator', storeText('annotator', 'annotator')],
    ['external_id', storeText('external_id', 'externalId')],
    ['session', storeText('session', 'session')],
    ['user', storeText('user', 'user')],
    ['model', storeText('model', 'model')],
    ['prompt_version', storeText('prompt_version', 'promptVersion')],
    ['created_at', storeTime('created_at', 'createdAt')],
    ['edited_at', storeTime('edited_at', 'editedAt')],
  ];
  return stores.flatMap(([target, store]) => {
    const read = readers.get(target);
    return read === undefined ? [] : [{ target, read, store }];
  });
}

function storeText(
  target: FixedTarget,
  key: Exclude<keyof ColumnValues, 'createdAt' | 'editedAt'>,
): FixedColumn['store'] {
  return (value, values) => {
    if (typeof value === 'object')
      return wrongType(target, value, 'a text or a number; choose a path inside it');
    values[key] = String(value);
    return null;
  };
}

function storeTime(target: FixedTarget, key: 'createdAt' | 'editedAt'): FixedColumn['store'] {
  return (value, values) => {
    const instant: Instant | undefined = parseInstant(value);
    if (instant === undefined) {
      const shown = JSON.stringify(value).slice(0, 60);
      return rowProblem(
        'invalid_time',
        target,
        `${target} is not a time: ${shown}. Use ISO 8601 or a Unix time.`,
      );
    }
    values[key] = instant;
    return null;
  };
}

function readColumns(
  row: JsonObject,
  columns: readonly FixedColumn[],
  values: ColumnValues,
): RowProblem | null {
  for (const column of columns) {
    const value = column.read(row);
    if (value === undefined || value === null || value === '') continue;
    const problem = column.store(value, values);
    if (problem !== null) return problem;
  }
  return null;
}

function readMeta(row: JsonObject, plan: Plan, following: readonly Message[]): JsonObject {
  const meta = plan.leftover(row);
  if (following.length > 0) meta[followingMessagesKey] = following.map((message) => ({ ...message }));
  for (const { key, read } of plan.meta) {
    const value = read(row);
    if (value !== undefined) setOwn(meta, key, value);
  }
  return meta;
}
