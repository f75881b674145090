import { isJsonObject, type Json, type JsonObject } from '../../../../shared/domain/json.ts';
import type { ArrivingEdit, ArrivingRow, ArrivingSignal } from '../adapter.ts';
import { arrivingRow } from '../support/arriving-row.ts';
import { textField, without } from '../support/fields.ts';
import { millisBetween } from '../support/signals.ts';
import { implicit } from './implicit.ts';
import { moveSpan, trackSpan, type TrackedSpan } from './tracked-span.ts';
import type { TextChange } from './text-delta.ts';

export type QueryAction = 'accepted' | 'discarded' | 'regenerated' | 'ignored';

/** One request for suggestions, from the asking to what became of the text it brought. Grows while events come. */
export interface CoauthorQuery {
  readonly queriedAt: number | null;
  /** The text before the cursor; null where the log does not begin with its document. */
  readonly input: string | null;
  readonly columns: JsonObject;
  /** How often was asked before this query because nothing had been shown yet. */
  readonly requeries: number;
  shownAt: number | null;
  suggestions: readonly JsonObject[];
  hovers: number;
  arrowMoves: number;
  selectedIndex: number | null;
  action: QueryAction | null;
  endedAt: number | null;
  inserted: InsertedText | null;
}

/** An accepted suggestion in the document, without the white space that the editor put around it. */
export interface InsertedText {
  readonly text: string;
  readonly span: TrackedSpan;
  readonly changedAt: number | null;
}

export function insertText(change: TextChange): InsertedText | null {
  const text = change.inserted.trim();
  if (text === '') return null;
  const start = change.at + change.inserted.indexOf(text);
  return { text, span: trackSpan(start, start + text.length), changedAt: null };
}

export function moveInserted(
  inserted: InsertedText,
  change: TextChange,
  isTyped: boolean,
  at: number | null,
): InsertedText {
  const span = moveSpan(inserted.span, change, isTyped);
  const isTouched =
    span.end - span.start !== inserted.span.end - inserted.span.start ||
    (change.deleted > 0 && change.at > inserted.span.start && change.at < inserted.span.end);
  return { text: inserted.text, span, changedAt: isTouched ? at : inserted.changedAt };
}

/** The interaction a query is, or why it is none. `document` is the text as the session left it. */
export function finishQuery(query: CoauthorQuery, document: string | null): ArrivingRow | string {
  if (query.shownAt === null) {
    return query.action === 'regenerated'
      ? 'a query asked again before anything was shown'
      : 'a query whose suggestions were never shown';
  }
  const selected = selectedPosition(query);
  const output = query.inserted?.text ?? suggestionText(query.suggestions[selected ?? 0]);
  if (output === '') return 'a query that brought no suggestions';
  const left = textLeft(query, document);
  return arrivingRow(
    {
      output,
      messages: query.input === null ? undefined : [{ role: 'user', content: query.input.toWellFormed() }],
      session: textField(query.columns, 'session_id'),
      created_at: query.queriedAt ?? query.shownAt,
      edits: editsOf(query, left),
      signals: signalsOf(query, selected, left),
    },
    { ...without(query.columns, ['session_id']), suggestions: query.suggestions },
  );
}

function signalsOf(
  query: CoauthorQuery,
  selected: number | null,
  left: string | null,
): readonly ArrivingSignal[] {
  const { queriedAt, shownAt, action, endedAt } = query;
  return [
    ...implicit('latency_ms', millisBetween(queriedAt, shownAt)),
    ...implicit('action', action ?? undefined, endedAt),
    ...implicit('time_to_action_ms', millisBetween(shownAt, endedAt)),
    ...implicit('hovers', query.hovers),
    ...implicit('arrow_moves', query.arrowMoves),
    ...implicit('requeries_before_shown', query.requeries),
    ...implicit('selected_index', selected ?? undefined),
    ...implicit('survived_verbatim', left === null ? undefined : left === query.inserted?.text),
  ];
}

/** White space at its ends is the editor's or belongs to the writer's next sentence. */
function textLeft({ inserted }: CoauthorQuery, document: string | null): string | null {
  if (inserted === null || document === null) return null;
  return document.slice(inserted.span.start, inserted.span.end).trim().toWellFormed();
}

function editsOf({ inserted }: CoauthorQuery, left: string | null): readonly ArrivingEdit[] {
  if (inserted === null || left === null || left === inserted.text) return [];
  return [{ text: left, at: inserted.changedAt }];
}

/** The logged index counts another order in some sessions; what was inserted says which one it was. */
function selectedPosition(query: CoauthorQuery): number | null {
  const { inserted, suggestions, selectedIndex } = query;
  if (inserted === null) return selectedIndex;
  const position = suggestions.findIndex((suggestion) => suggestionText(suggestion) === inserted.text);
  return position < 0 ? selectedIndex : position;
}

function suggestionText(suggestion: JsonObject | undefined): string {
  const { trimmed, original } = suggestion ?? {};
  if (typeof trimmed === 'string') return trimmed.trim();
  return typeof original === 'string' ? original.trim() : '';
}

export function suggestionsOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}
